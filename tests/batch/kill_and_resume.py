#!/usr/bin/env python3
"""Kills builds at random moments and fills disks, and checks that nothing is lost but what was in flight.

    tests/batch/kill_and_resume.py PROGRAM [--kills N] [--documents N] [--seed N]

Builds are killed (SIGKILL, sometimes SIGTERM) and begun again in the same folder; one that comes to its end must give the bytes of one
that was never disturbed. Then builds are run on file systems that are too small (where those can be mounted): they must
fail, and come to the same bytes once there is room. Exit code 1 and a line for each thing that is not as it must be.
"""

import argparse
import gzip
import hashlib
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import hostile_inputs

SAMPLE = pathlib.Path(__file__).resolve().parent.parent.parent / "samples/budget_text/budget.txt"


def make_documents(folder, count):
    """Small texts and PDF, each different; every tenth is broken."""
    folder.mkdir()
    text = SAMPLE.read_text(encoding="utf-8")
    for number in range(count):
        if number % 10 == 9:
            (folder / f"{number}.pdf").write_bytes(b"%%PDF-1.4\n%d" % number)
        elif number % 2 == 0:
            (folder / f"{number}.txt").write_text(f"{text}\n　　另有{number}.00万元。\n", encoding="utf-8")
        else:
            (folder / f"{number}.pdf").write_bytes(hostile_inputs.good() + b"%%%d" % number)


def command(program, documents, folder):
    return [program, "build", *sorted(map(str, documents.iterdir())), "-o", str(folder), "--quiet", "--jobs", "3"]


def contents(folder):
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def processes_of(folder):
    """Processes that still work for a folder."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and str(folder).encode() in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def torn_documents(folder):
    for path in folder.glob("**/documents/*.json*"):
        try:
            json.loads(gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes())
        except (ValueError, EOFError, OSError):
            yield path


def kill_builds(program, documents, place, arguments, complaints):
    def run(folder):
        return subprocess.Popen(command(program, documents, folder), stderr=subprocess.DEVNULL)

    begin = time.monotonic()
    if run(place / "whole").wait() != 3:
        complaints.append("the build that was not disturbed did not end as it must")
    longest = time.monotonic() - begin
    whole = contents(place / "whole")
    chance = random.Random(arguments.seed)
    folder = place / "killed"
    kills = ends = 0
    while kills < arguments.kills:
        process = run(folder)
        try:
            code = process.wait(chance.uniform(0, longest * 1.1))
        except subprocess.TimeoutExpired:
            process.send_signal(chance.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM]))
            code = process.wait()
            kills += 1
            time.sleep(0.05)
            if processes_of(folder):
                time.sleep(1)  # a process takes a moment to die
                complaints.extend(f"a process is left: {process}" for process in processes_of(folder))
            complaints.extend(f"torn: {path}" for path in torn_documents(folder))
        if code in (-signal.SIGKILL, -signal.SIGTERM):
            continue
        ends += 1
        if code != 3:
            complaints.append(f"a build that was taken up again ended with {code}")
        if contents(folder) != whole:
            complaints.append("a build that was taken up again gave other bytes")
        shutil.rmtree(folder)
    if folder.exists():
        if run(folder).wait() != 3 or contents(folder) != whole:
            complaints.append("the last build did not come to the same bytes")
    print(f"killed: {kills} times over {arguments.documents} documents, {ends} builds came to their end in between")
    return whole


def fill_disks(program, documents, place, whole, complaints):
    disk = place / "disk"
    disk.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "none", disk], check=False).returncode != 0:
        print("full disk: not tried, a small file system cannot be mounted here")
        return
    size = sum(path.stat().st_size for path in (place / "whole").rglob("*") if path.is_file())
    try:
        for part in (0.001, 0.01, 0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
            subprocess.run(["mount", "-o", f"remount,size={max(4096, int(size * part))}", disk], check=True)
            code = subprocess.run(command(program, documents, disk / "out"), stderr=subprocess.DEVNULL,
                                  check=False).returncode
            if code != 4:
                complaints.append(f"a build on a disk of {part:.1%} of what it needs ended with {code}")
        subprocess.run(["mount", "-o", f"remount,size={size * 3}", disk], check=True)
        code = subprocess.run(command(program, documents, disk / "out"), stderr=subprocess.DEVNULL,
                              check=False).returncode
        if code != 3 or contents(disk / "out") != whole:
            complaints.append(f"with room again the build ended with {code}, or other bytes")
        print("full disk: 10 sizes")
    finally:
        subprocess.run(["umount", disk], check=False)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        documents = place / "in"
        make_documents(documents, arguments.documents)
        whole = kill_builds(arguments.program, documents, place, arguments, complaints)
        fill_disks(arguments.program, documents, place, whole, complaints)
    print(*complaints, sep="\n", end="\n" if complaints else "")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
