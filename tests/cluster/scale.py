#!/usr/bin/env python3
"""How merging and loading grow with the number of documents: made-up documents in parts, merged at once.

    tests/cluster/scale.py PROGRAM DOCUMENTS [--postgres]

Prints for each step: seconds, rows a second, peak memory of the process. Documents are copies of one small document JSON
with hashes of their own, two of each body, in parts of a thousand, as workers write them. --postgres starts a PostgreSQL.
"""

import argparse
import hashlib
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import postgres_test

PART = 1000
TEXT = "某某市测试局2026年部门预算\n一、收入预算\n2026年收入预算100.00万元，比上年增加10.00万元，增长11.11%。\n"


def run(command, **options):
    """Runs a command; gives its seconds and peak memory in MB."""
    start = time.monotonic()
    process = subprocess.Popen(command, **options)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 3):
        sys.exit(f"{command} failed")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def make_store(program, folder):
    """A store with one document as a worker writes it; gives its JSON and its producer."""
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    subprocess.run([program, "worker", "--into", folder / "first"], input=f"{folder}/a.txt\n", text=True,
                   stdout=subprocess.DEVNULL, check=True)
    document = next((folder / "first/documents").iterdir())
    return document.read_text(encoding="utf-8"), document.stem, folder / "first/made_by"


def make_parts(folder, count, template, sha256, producer):
    for first in range(0, count, PART):
        part = folder / f"store-{first // PART}"
        (part / "documents").mkdir(parents=True)
        (part / "records").mkdir()
        shutil.copy(producer, part / "made_by")
        with open(part / "records/task.jsonl", "w", encoding="utf-8") as records:
            for number in range(first, min(count, first + PART)):
                own = hashlib.sha256(str(number).encode()).hexdigest()
                (part / f"documents/{own}.json").write_text(
                    template.replace(sha256, own).replace("测试局", f"测试{number // 2}局"), encoding="utf-8")
                records.write(json.dumps({"path": f"{number:08}.txt", "sha256": own, "status": "ok", "reason": None,
                                          "reason_en": None}) + "\n")
        yield part


def rows_of(dataset):
    lines = 0
    for table in dataset.glob("*.csv"):
        with open(table, "rb") as file:
            lines += sum(1 for _ in file) - 1
    return lines


def load(program, dataset, rows, work):
    with open(work / "load.sql", "wb") as script:
        seconds, memory = run([program, "load", dataset], stdout=script)
    print(f"load script: {seconds:.1f} s, {(work / 'load.sql').stat().st_size >> 20} MB, {memory:.0f} MB of memory", flush=True)
    work.chmod(0o755)
    with postgres_test.Postgres(work / "postgres") as postgres:
        for what in ("psql", "psql again"):
            seconds, memory = run(["psql", "-X", "-q", "-h", postgres.folder, "-U", "mingxi", "postgres", "-f", work / "load.sql"])
            print(f"{what}: {seconds:.1f} s, {rows / seconds:.0f} rows/s, {memory:.0f} MB", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("documents", type=int)
    parser.add_argument("--postgres", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mingxi-scale-") as work:
        work = pathlib.Path(work)
        parts = list(make_parts(work, arguments.documents, *make_store(arguments.program, work)))
        dataset = work / "dataset"
        seconds, memory = run([arguments.program, "merge", *parts, "-o", dataset, "--quiet"])
        rows = rows_of(dataset)
        print(f"merge: {seconds:.1f} s, {rows} rows, {rows / seconds:.0f} rows/s, {memory:.0f} MB", flush=True)
        for part in parts:
            shutil.rmtree(part)
        if arguments.postgres:
            load(arguments.program, dataset, rows, work)
        print(f"this script: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
