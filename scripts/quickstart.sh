#!/usr/bin/env bash
# From a fresh clone to data: set-up, Release build, and every sample read.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/setup.sh

echo "编译中（首次约需一两分钟） / building (a minute or two the first time)"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { cmake -B build -DCMAKE_BUILD_TYPE=Release --log-level=WARNING &&
       cmake --build build --target mingxi -j "$(nproc)"; } > "$log" 2>&1; then
  cat "$log" >&2
  echo "quickstart: the build failed" >&2
  exit 1
fi

output=build/quickstart
mkdir -p "$output"
for folder in samples/*/; do
  name=$(basename "$folder")
  for document in "$folder"*.pdf "$folder"*.txt "$folder"*.tif; do
    [ -e "$document" ] || continue
    build/mingxi extract "$document" > "$output/$name.json"
    python3 scripts/summary.py "$output/$name.json"
  done
done

cat <<END

下一步 / next:
  build/mingxi extract 你的文件.pdf > 结果.json     读一份预算或决算公开文件 / read a disclosure of your own
  build/mingxi explain 你的文件.pdf --page 5        看某一页是怎样读出来的 / see how a page was read
  build/mingxi --help                               全部命令 / all commands
  scripts/test.sh                                   运行全部测试 / run every test
END
