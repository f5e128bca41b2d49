#!/usr/bin/env bash
# Set-up, build and every test; what continuous integration runs.
#   scripts/test.sh          Release and Debug, warnings are errors; one definition of each name (-Wodr)
#   scripts/test.sh --full   also clang, sanitizers, clang-format and clang-tidy
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

full=no
case "${1-}" in
  "") ;;
  --full) full=yes ;;
  *) echo "usage: scripts/test.sh [--full]" >&2; exit 2 ;;
esac

jobs=$(nproc)

# build PRESET: says little unless it fails.
build() {
  echo "test: building ($1)"
  cmake --preset "$1" --log-level=WARNING > /dev/null
  cmake --build --preset "$1" -j "$jobs" > "$log" 2>&1 || {
    cat "$log" >&2
    echo "test: the build failed ($1)" >&2
    exit 1
  }
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT

if [ "$full" = yes ]; then
  scripts/setup.sh --lint
  mapfile -t sources < <(find src tests -name '*.h' -o -name '*.cpp' | sort)
  echo "test: clang-format"
  clang-format --dry-run -Werror "${sources[@]}"
  build clang
  echo "test: clang-tidy"
  mapfile -t units < <(find src -name '*.cpp' | sort)
  printf '%s\n' "${units[@]}" | xargs -P "$jobs" -n 4 clang-tidy -quiet -p build-clang
  build asan
  ctest --preset asan -j 2 -LE cluster
else
  scripts/setup.sh --browser
fi

scripts/setup.sh --cluster
build release
ctest --preset release -j 2
echo "test: unoptimised, where code that one definition hides from another shows itself"
build debug
ctest --preset debug -j 2 -LE 'corpus|cluster'
echo "test: the review page in Chromium"
MINGXI_PROGRAM="$PWD/build/mingxi" node --test tests/browser/*.test.mjs
