#!/usr/bin/env bash
# Builds a dataset on a Slurm cluster: an array of tasks that each read a part, then a job that merges the parts.
#   scripts/cluster/slurm/submit.sh INPUTS DATASET TASKS [SBATCH_OPTION...]
# INPUTS: a folder, or a file with a path a line. DATASET: the folder to be made. Both are on a file system that all nodes share, mingxi
# is on their PATH ($MINGXI: another program). Prints the number of the merge job; `--wait` among the options waits for it.
set -euo pipefail

if [ $# -lt 3 ]; then
  sed -n '2,5s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
inputs=$(realpath "$1")
dataset=$(realpath -m "$2")
tasks=$3
shift 3
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
export MINGXI="${MINGXI:-mingxi}" INPUTS="$inputs" DATASET="$dataset" TASKS="$tasks"

options=()
wait=()
for option in "$@"; do
  if [ "$option" = --wait ]; then wait=(--wait); else options+=("$option"); fi
done

mkdir -p "$dataset.parts/log"
# --requeue: a task whose node dies is put back and goes on where it was, for what it has read is kept.
reading=$(sbatch --parsable --requeue --open-mode=append --array="1-$tasks" --job-name=mingxi-read \
  --output="$dataset.parts/log/%a.txt" "${options[@]}" "$here/read_part.sh")
sbatch --parsable --dependency="afterok:$reading" --kill-on-invalid-dep=yes --job-name=mingxi-merge \
  --output="$dataset.parts/log/merge.txt" "${wait[@]}" "${options[@]}" "$here/merge_parts.sh"
