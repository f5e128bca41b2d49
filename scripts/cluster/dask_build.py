#!/usr/bin/env python3
"""Builds a dataset on a Dask cluster: `mingxi worker` on every node, then one `mingxi merge`.

    find disclosures -name '*.pdf' > list.txt
    scripts/cluster/dask_build.py --scheduler tcp://HOST:8786 list.txt DATASET

The list names a path a line. Its files and DATASET, the folder to be made, are on a file system that all
nodes share; mingxi is on their PATH (--mingxi: another program). Results are kept in DATASET.results, each
content once: what dies or is started again goes on from there.
"""

import argparse
import hashlib
import pathlib
import subprocess
import sys

import dask.bag
import distributed


def read(paths, program, store):
    """Reads one partition of the bag on one node; gives how many lines were answered."""
    paths = list(paths)
    # A partition that is tried again has the same name, and with it the same file of records.
    task = hashlib.sha256("\n".join(paths).encode()).hexdigest()[:16]
    command = [program, "worker", "--into", store, "--task", task]
    answers = subprocess.run(command, input="\n".join(paths) + "\n", stdout=subprocess.PIPE, text=True, check=True)
    return [answers.stdout.count("\n")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scheduler", required=True)
    parser.add_argument("--mingxi", default="mingxi")
    parser.add_argument("--partition", type=int, default=50, help="paths a task (default 50)")
    parser.add_argument("list", type=pathlib.Path)
    parser.add_argument("dataset", type=pathlib.Path)
    arguments = parser.parse_args()

    paths = [line for line in arguments.list.read_text().splitlines() if line]
    store = str(arguments.dataset.resolve()) + ".results"
    bag = dask.bag.from_sequence(paths, partition_size=arguments.partition)
    with distributed.Client(arguments.scheduler) as client:
        reading = bag.map_partitions(read, arguments.mingxi, store)
        # Dask starts a task again whose worker died (distributed.scheduler.allowed-failures times).
        answered = sum(client.compute(reading, retries=2).result())
    if answered != len(paths):
        sys.exit(f"dask_build: {answered} of {len(paths)} inputs were answered; run again")
    merging = subprocess.run([arguments.mingxi, "merge", store, "-o", str(arguments.dataset)], check=False)
    sys.exit(merging.returncode)


if __name__ == "__main__":
    main()
