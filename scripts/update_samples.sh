#!/usr/bin/env bash
# Rewrites samples/*/expected.json from build/mingxi and shows what changed: to be read, not trusted.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program=${MINGXI:-build/mingxi}
if [ ! -x "$program" ]; then
  echo "update_samples: $program is missing; run scripts/test.sh first" >&2
  exit 1
fi

for folder in samples/*/; do
  for document in "$folder"*.pdf "$folder"*.txt "$folder"*.tif; do
    [ -e "$document" ] || continue
    "$program" extract "$document" > "${folder}expected.json.new"
    mv "${folder}expected.json.new" "${folder}expected.json"
  done
done

git ls-files --others --exclude-standard -- samples | sed 's/^/ new: /'
git --no-pager diff --stat -- samples
