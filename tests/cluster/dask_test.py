#!/usr/bin/env python3
"""scripts/cluster/dask_build.py on a Dask scheduler with two workers, one of which is killed: the bytes of one machine.

    tests/cluster/dask_test.py PROGRAM
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import engine

PYTHON = "/usr/bin/python3"  # the system's, which Debian's packages are for


class Dask:
    """A scheduler with workers of this host."""

    def __init__(self, folder, workers):
        self.folder = folder
        self.log = open(folder / "log", "w")
        self.address = folder / "scheduler.json"
        self.scheduler = self.start("dask_scheduler", "--port", "0")
        self.workers = []
        self.count = workers

    def start(self, program, *options):
        return subprocess.Popen([PYTHON, "-m", f"distributed.cli.{program}", "--host", "127.0.0.1", "--no-dashboard",
                                 "--scheduler-file", str(self.address), *options], stdout=self.log, stderr=self.log)

    def __enter__(self):
        engine.wait_for("the scheduler", self.address.exists)
        options = ["--nthreads", "1", "--no-nanny", "--local-directory", str(self.folder)]
        self.workers = [self.start("dask_worker", *options) for _ in range(self.count)]
        return self

    def __exit__(self, *_):
        for process in [*self.workers, self.scheduler]:
            process.kill()
            process.wait()
        self.log.close()

    def build(self, program, listing, dataset):
        """Starts a build on it."""
        uri = json.loads(self.address.read_text())["address"]
        return subprocess.Popen([PYTHON, engine.ROOT / "scripts/cluster/dask_build.py", "--scheduler", uri, "--mingxi", program,
                                 "--partition", "10", listing, dataset], stdout=self.log, stderr=self.log)


def require_dask():
    if subprocess.run([PYTHON, "-c", "import dask.bag, distributed"], capture_output=True, check=False).returncode != 0:
        engine.require("python3-distributed")


def answered(store):
    """How many inputs have an outcome."""
    return sum(path.read_text().count("\n") for path in (store / "records").glob("*.jsonl")) if store.exists() else 0


def main():
    program = os.path.abspath(sys.argv[1])
    require_dask()
    with tempfile.TemporaryDirectory(prefix="mingxi-dask-") as work:
        work = pathlib.Path(work)
        listing = engine.make_inputs(work / "inputs", 120)
        expected = engine.build(program, listing, work / "expected")
        with Dask(work, 2) as dask:
            building = dask.build(program, listing, work / "dataset")
            engine.wait_for("some results", lambda: answered(work / "dataset.results") > 15)
            engine.kill_tree(dask.workers[0].pid)
            assert building.wait(300) == 3, (work / "log").read_text()[-3000:]
        engine.require_same(expected, work / "dataset")
        tasks = list((work / "dataset.results/records").glob("*.jsonl"))
        assert len(tasks) == 13, tasks
    print("dask: one worker of two killed; the dataset is that of one machine, byte for byte")


if __name__ == "__main__":
    main()
