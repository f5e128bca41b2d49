#!/usr/bin/env bash
# Merges the parts, a hundred at a time, until one dataset is left: the bytes that one machine makes of all inputs.
set -euo pipefail

width=100
# merge FOLDER... OUTPUT
merge() {
  local status=0
  "$MINGXI" merge "${@:1:$#-1}" -o "${!#}" --quiet || status=$?
  [ "$status" -eq 0 ] || [ "$status" -eq 3 ]
}

parts=()
for ((part = 1; part <= TASKS; ++part)); do parts+=("$DATASET.parts/$part"); done
level=0
while [ ${#parts[@]} -gt "$width" ]; do
  level=$((level + 1))
  merged=()
  for ((first = 0; first < ${#parts[@]}; first += width)); do
    merged+=("$DATASET.parts/level-$level-$((first / width))")
    merge "${parts[@]:first:width}" "${merged[-1]}"
  done
  parts=("${merged[@]}")
done
merge "${parts[@]}" "$DATASET"
rm -r "$DATASET.parts"
