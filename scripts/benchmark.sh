#!/usr/bin/env bash
# Builds and runs the benchmarks, then compares `mingxi extract` with `pdftotext -layout` as processes.
#   scripts/benchmark.sh [DIRECTORY [ROUNDS]]     PDFs in DIRECTORY and below; default samples, 5 rounds
# Times are CPU (user + system); the programs take turns, so that a slow minute hits both.
set -euo pipefail
directory=$(realpath "${1-$(dirname "${BASH_SOURCE[0]}")/../samples}")
rounds=${2-5}
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/setup.sh
if [ ! -x /usr/bin/time ]; then
  echo "benchmark: peak memory needs the package time (apt-get install time)" >&2
fi
cmake --preset release --log-level=WARNING > /dev/null
cmake --build --preset release -j "$(nproc)" > /dev/null

MINGXI_BENCH_DIR=$directory build/tests/benchmark/mingxi_benchmark --benchmark_counters_tabular=true

# Files that either program refuses are no part of the comparison.
files=()
pages=0
while IFS= read -r -d '' file; do
  if build/mingxi extract "$file" > /dev/null 2>&1 && pdftotext -layout "$file" /dev/null 2> /dev/null; then
    files+=("$file")
    count=$(pdfinfo "$file" 2> /dev/null | awk '$1 == "Pages:" { print $2 }')
    pages=$((pages + count))
  fi
done < <(find "$directory" -name '*.pdf' -type f -print0 | sort -z)
if [ ${#files[@]} -eq 0 ]; then
  echo "benchmark: no readable PDF in $directory" >&2
  exit 1
fi

ours() { for file in "${files[@]}"; do build/mingxi extract "$file" > /dev/null 2>&1; done; }
theirs() { for file in "${files[@]}"; do pdftotext -layout "$file" - > /dev/null 2>&1; done; }

# cpu FUNCTION: user and system seconds of its processes.
cpu() {
  local TIMEFORMAT='%U %S'
  { time "$1" > /dev/null 2>&1; } 2>&1 | awk '{ printf "%.3f\n", $1 + $2 }'
}

echo
echo "processes: ${#files[@]} files, $pages pages; CPU seconds"
printf '%5s  %14s  %17s  %5s\n' round 'mingxi extract' 'pdftotext -layout' ratio
our_times=()
their_times=()
for ((round = 1; round <= rounds; ++round)); do
  our_times+=("$(cpu ours)")
  their_times+=("$(cpu theirs)")
  printf '%5d  %14s  %17s  %5s\n' "$round" "${our_times[-1]}" "${their_times[-1]}" \
    "$(awk -v a="${our_times[-1]}" -v b="${their_times[-1]}" 'BEGIN { printf "%.2f", a / b }')"
done
median() { printf '%s\n' "$@" | sort -n | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }
awk -v a="$(median "${our_times[@]}")" -v b="$(median "${their_times[@]}")" -v n="$pages" 'BEGIN {
  printf "median  %.3f against %.3f: ratio %.2f; %.2f against %.2f ms a page\n", a, b, a / b, 1000 * a / n, 1000 * b / n }'

if [ -x /usr/bin/time ]; then
  # peak OUTPUT COMMAND…: the most memory COMMAND took for a file; OUTPUT is the argument behind the file, or "".
  peak() {
    local output=$1
    shift
    for file in "${files[@]}"; do
      /usr/bin/time -f '%M' "$@" "$file" ${output:+"$output"} 2>&1 > /dev/null | tail -n 1 | sed "s|\$| ${file##*/}|"
    done | sort -n | tail -n 1 | awk '{ printf "%.1f MB (%s)", $1 / 1024, $2 }'
  }
  echo "peak memory  mingxi extract      $(peak '' build/mingxi extract)"
  echo "peak memory  pdftotext -layout   $(peak - pdftotext -layout)"
fi
