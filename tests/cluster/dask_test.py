#!/usr/bin/env python3
"""scripts/cluster/dask_build.py on a Dask scheduler with two workers, one of which is killed: the bytes of one machine.

    tests/cluster/dask_test.py PROGRAM
"""

import os
import pathlib
import subprocess
import sys
import tempfile

import engine

PYTHON = "/usr/bin/python3"  # the system's, which Debian's packages are for


def start(arguments, log):
    return subprocess.Popen([PYTHON, "-m", *arguments], stdout=log, stderr=log)


def answered(store):
    """How many inputs have an outcome."""
    return sum(path.read_text().count("\n") for path in (store / "records").glob("*.jsonl")) if store.exists() else 0


def main():
    program = os.path.abspath(sys.argv[1])
    if subprocess.run([PYTHON, "-c", "import dask.bag, distributed"], capture_output=True, check=False).returncode != 0:
        engine.require("python3-distributed")
    with tempfile.TemporaryDirectory(prefix="mingxi-dask-") as work, open(pathlib.Path(work) / "log", "w") as log:
        work = pathlib.Path(work)
        listing = engine.make_inputs(work / "inputs", 120)
        expected = engine.build(program, listing, work / "expected")
        address = work / "scheduler.json"
        scheduler = start(["distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
                           "--scheduler-file", str(address)], log)
        workers = []
        try:
            engine.wait_for("the scheduler", address.exists)
            worker = ["distributed.cli.dask_worker", "--scheduler-file", str(address), "--nthreads", "1", "--no-nanny",
                      "--no-dashboard", "--host", "127.0.0.1", "--local-directory", str(work)]
            workers = [start(worker, log), start(worker, log)]
            uri = __import__("json").loads(address.read_text())["address"]
            building = subprocess.Popen([PYTHON, engine.ROOT / "scripts/cluster/dask_build.py", "--scheduler", uri, "--mingxi",
                                         program, "--partition", "10", listing, work / "dataset"], stdout=log, stderr=log)
            engine.wait_for("some results", lambda: answered(work / "dataset.results") > 15)
            engine.kill_tree(workers[0].pid)
            assert building.wait(300) == 3, pathlib.Path(log.name).read_text()[-3000:]
        finally:
            for process in [*workers, scheduler]:
                process.kill()
                process.wait()
        engine.require_same(expected, work / "dataset")
        tasks = list((work / "dataset.results/records").glob("*.jsonl"))
        assert len(tasks) == 13, tasks
    print("dask: one worker of two killed; the dataset is that of one machine, byte for byte")


if __name__ == "__main__":
    main()
