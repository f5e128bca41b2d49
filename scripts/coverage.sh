#!/usr/bin/env bash
# Runs the tests in a build that counts, and tells which lines of src/ they run, a file a line.
#   scripts/coverage.sh           the table; the last line is the whole
#   scripts/coverage.sh --html    also build-coverage/coverage/index.html, line by line
# Needs the package gcovr. What runs in a child process that reads one document is not counted: it ends without writing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

report=()
case "${1-}" in
  "") ;;
  --html) report=(--html-details build-coverage/coverage/index.html) ;;
  *) echo "usage: scripts/coverage.sh [--html]" >&2; exit 2 ;;
esac
if ! command -v gcovr > /dev/null; then
  echo "coverage: gcovr is missing (apt-get install gcovr)" >&2
  exit 1
fi

scripts/setup.sh
cmake --preset coverage --log-level=WARNING > /dev/null
cmake --build --preset coverage -j "$(nproc)" > /dev/null
find build-coverage -name '*.gcda' -delete  # counts of an earlier run
ctest --preset coverage -j 2
[ ${#report[@]} -eq 0 ] || mkdir -p build-coverage/coverage
gcovr --root . --filter src/ --txt - "${report[@]}" build-coverage
