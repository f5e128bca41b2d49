#!/usr/bin/env bash
# One task of the array: reads its part of the inputs into a dataset of its own. Run again, it takes up what is there.
set -euo pipefail

# A part that has brought down its node three times is not tried for ever.
if [ "${SLURM_RESTART_COUNT:-0}" -gt 3 ]; then
  echo "part $SLURM_ARRAY_TASK_ID was restarted ${SLURM_RESTART_COUNT} times: given up" >&2
  exit 1
fi
list=("$INPUTS")
if [ -f "$INPUTS" ]; then list=(-); fi

status=0
"$MINGXI" build "${list[@]}" -o "$DATASET.parts/$SLURM_ARRAY_TASK_ID" --shard "$SLURM_ARRAY_TASK_ID/$TASKS" \
  --jobs "${SLURM_CPUS_PER_TASK:-1}" --quiet < <(if [ -f "$INPUTS" ]; then cat "$INPUTS"; fi) || status=$?
# 3: some inputs gave no document. The dataset is whole and says which and why.
[ "$status" -eq 3 ] || exit "$status"
