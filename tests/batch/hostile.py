#!/usr/bin/env python3
"""Builds a dataset of bad inputs among good ones and checks that every input has its one record.

    tests/batch/hostile.py PROGRAM [--quick] [--verbose]

--quick leaves out what takes long; --verbose tells of each. Exit code 1 and a line for each thing that is not as it must be.
"""

import argparse
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import hostile_inputs

SAMPLES = pathlib.Path(__file__).resolve().parent.parent.parent / "samples"
MOST_MEMORY = 800 << 10  # KiB; the limit is 768 MiB of address space


def build(program, paths, folder, *options):
    return subprocess.run([program, "build", "-", "-o", folder, "--quiet", *options], input=b"\0".join(paths) + b"\0",
                          stderr=subprocess.DEVNULL, check=False).returncode


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    complaints = []
    inputs = [each for each in hostile_inputs.inputs() if each.is_quick or not arguments.quick]
    with tempfile.TemporaryDirectory() as folder:
        good = [os.fsencode(path) for path in sorted(SAMPLES.glob("*/*.pdf"))]
        if build(arguments.program, good, f"{folder}/good") != 0:
            complaints.append("the good documents alone were not read")
        place = os.fsencode(folder) + b"/in/"
        os.mkdir(place)
        for number, each in enumerate(inputs):
            os.mkdir(place + b"%03d" % number)
            each.make(place + b"%03d/" % number + each.name)
        paths = [place + b"%03d/" % number + each.name for number, each in enumerate(inputs)]
        begin = time.monotonic()
        code = build(arguments.program, paths + good, f"{folder}/all")
        seconds = time.monotonic() - begin
        if code != 3:
            complaints.append(f"exit code {code} instead of 3")
        records = {}
        for line in pathlib.Path(folder, "all/run.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            key = record["path"].removeprefix(f"{folder}/in/")[:3] if "/in/" in record["path"] else record["path"]
            if key in records:
                complaints.append(f"two records of {record['path']}")
            records[key] = record
        if len(records) != len(inputs) + len(good):
            complaints.append(f"{len(records)} records of {len(inputs) + len(good)} inputs")
        statuses = {}
        for number, each in enumerate(inputs):
            status = records.get(f"{number:03d}", {}).get("status")
            statuses[status] = statuses.get(status, 0) + 1
            if arguments.verbose:
                print(f"  {status:12} {each.name!r}")
            if status not in each.statuses:
                complaints.append(f"{each.name!r}: {status} instead of {', '.join(sorted(each.statuses))}")
        for path in pathlib.Path(folder, "good/documents").iterdir():
            if path.read_bytes() != pathlib.Path(folder, "all/documents", path.name).read_bytes():
                complaints.append(f"another document was changed: {path.name}")
        if subprocess.run([arguments.program, "validate", f"{folder}/all"], stdout=subprocess.DEVNULL,
                          check=False).returncode != 0:
            complaints.append("the dataset is not sound")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    if memory > MOST_MEMORY:
        complaints.append(f"{memory >> 10} MiB of memory")
    print(*complaints, sep="\n", end="\n" if complaints else "")
    print(f"hostile: {len(inputs)} inputs in {seconds:.1f} s, {memory >> 10} MiB at most, "
          + ", ".join(f"{status} {count}" for status, count in sorted(statuses.items(), key=str)))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
