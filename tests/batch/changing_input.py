#!/usr/bin/env python3
"""A file that changes after it was hashed and before it is read: its record says that and nothing else.

    tests/batch/changing_input.py PROGRAM
"""

import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

SAMPLE = pathlib.Path(__file__).resolve().parent.parent.parent / "samples/budget_pdf/budget.pdf"
OTHERS = {"another document": SAMPLE.read_bytes() + b"%another", "half a file": SAMPLE.read_bytes()[:3000], "no PDF": b"<html>"}


def has_read(dataset):
    """Whether a document has been read."""
    try:
        return any(name.endswith(".json") for name in os.listdir(dataset / ".work/documents"))
    except FileNotFoundError:
        return False


def build(program, inputs, dataset, change):
    """Builds, and calls change when the first document has been read."""
    process = subprocess.Popen([program, "build", inputs, "-o", dataset, "--jobs", "1", "--lang", "en"], stderr=subprocess.PIPE,
                               text=True)
    while process.poll() is None and not has_read(dataset):
        time.sleep(0.001)
    change()
    return process.communicate()[1], process.returncode


def main():
    program = os.path.abspath(sys.argv[1])
    for name, content in OTHERS.items():
        with tempfile.TemporaryDirectory(prefix="mingxi-change-") as folder:
            inputs = pathlib.Path(folder, "inputs")
            inputs.mkdir()
            paths = [inputs / f"{number}.pdf" for number in range(40)]
            for number, path in enumerate(paths):
                path.write_bytes(SAMPLE.read_bytes() + b"%%%d" % number)
            # Contents are read in the order of their hashes.
            last = max(paths, key=lambda path: hashlib.sha256(path.read_bytes()).hexdigest())
            dataset = pathlib.Path(folder, "dataset")
            said, code = build(program, inputs, dataset, lambda: last.write_bytes(content))
            records = {pathlib.Path(record["path"]): record
                       for record in map(json.loads, (dataset / "run.jsonl").read_text().splitlines())}
            changed = records.pop(last)
            assert code == 3 and changed["status"] == "unreadable" and changed["sha256"] is None, (name, changed)
            assert "changed" in changed["reason_en"], (name, changed)
            assert all(record["status"] == "ok" for record in records.values()), (name, records)
            assert len(list((dataset / "documents").iterdir())) == len(records), name
            lines = [line for line in said.splitlines() if str(last) in line]
            assert len(lines) == 1 and "changed" in lines[0], (name, said)
            # Once it stays as it is, it is read.
            if name == "another document":
                said, code = build(program, inputs, dataset, lambda: None)
                assert code == 0, said
    print(f"changing input: {len(OTHERS)} ways to change, each said and nothing else")


if __name__ == "__main__":
    main()
