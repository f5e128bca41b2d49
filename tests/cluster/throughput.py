#!/usr/bin/env python3
"""Two workers against one: the same inputs on a Dask and on a Slurm of one and of two workers.

    tests/cluster/throughput.py PROGRAM FILE_OR_FOLDER...

Prints seconds for reading and merging, from the order to the dataset. A host with fewer than four processors has little to give
to two workers beside the engine itself.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

import dask_test
import engine
import slurm_test


def dask_seconds(program, listing, work, workers):
    work.mkdir()
    with dask_test.Dask(work, workers) as dask:
        engine.wait_for("workers", lambda: (work / "log").read_text().count("Register worker") >= workers)
        begin = time.monotonic()
        assert dask.build(program, listing, work / "dataset").wait() in (0, 3), (work / "log").read_text()[-2000:]
        return time.monotonic() - begin


def slurm_seconds(program, listing, work, workers):
    (work / "slurm").mkdir(parents=True)
    with slurm_test.Slurm(work / "slurm", ("one", "two")[:workers]) as slurm:
        begin = time.monotonic()
        subprocess.run([engine.ROOT / "scripts/cluster/slurm/submit.sh", listing, work / "dataset", "8", "--wait"],
                       env={**slurm.environment, "MINGXI": program}, stdout=subprocess.DEVNULL, check=True)
        return time.monotonic() - begin


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    program = os.path.abspath(sys.argv[1])
    inputs = [path for name in sys.argv[2:]
              for path in (sorted(pathlib.Path(name).rglob("*.pdf")) if os.path.isdir(name) else [pathlib.Path(name)])]
    with tempfile.TemporaryDirectory(prefix="mingxi-throughput-") as work:
        work = pathlib.Path(work)
        listing = work / "list.txt"
        listing.write_text("".join(f"{path.resolve()}\n" for path in inputs))
        for name, require, seconds in (("dask", dask_test.require_dask, dask_seconds),
                                       ("slurm", slurm_test.require_slurm, slurm_seconds)):
            require()
            spent = [seconds(program, listing, work / f"{name}-{workers}", workers) for workers in (1, 2)]
            engine.require_same(work / f"{name}-1/dataset", work / f"{name}-2/dataset")
            print(f"{name}: {len(inputs)} inputs, one worker {spent[0]:.1f} s, two {spent[1]:.1f} s: {spent[0] / spent[1]:.2f} times",
                  flush=True)


if __name__ == "__main__":
    main()
