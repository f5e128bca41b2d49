#!/usr/bin/env bash
# Merges the parts into one dataset: the bytes that one machine makes of all inputs.
set -euo pipefail

parts=()
for ((part = 1; part <= TASKS; ++part)); do parts+=("$DATASET.parts/$part"); done
status=0
"$MINGXI" merge "${parts[@]}" -o "$DATASET" --quiet || status=$?
# 3: some inputs gave no document.
[ "$status" -eq 0 ] || [ "$status" -eq 3 ]
rm -r "$DATASET.parts"
