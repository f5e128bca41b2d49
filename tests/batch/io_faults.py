#!/usr/bin/env python3
"""Lets the Nth write, fsync, rename … fail while datasets, pages, tables and decisions are written.

    tests/batch/io_faults.py PROGRAM LIBRARY [--some N | --all]

LIBRARY is faulty_io.c: gcc -shared -fPIC -o LIBRARY tests/batch/faulty_io.c -ldl. After each fault: what was there before is there whole, or what is new; nothing half-written and nothing beside
it; the failure was told; a run without a fault comes to the same bytes. Twelve of each kind are tried in each trial,
or as many as asked for, or all.
"""

import argparse
import errno
import hashlib
import http.client
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import urllib.parse

SAMPLES = pathlib.Path(__file__).resolve().parent.parent.parent / "samples"
KINDS = {"write": errno.ENOSPC, "fsync": errno.EIO, "rename": errno.EIO, "mkdir": errno.ENOSPC, "mmap": errno.ENOMEM,
         "memory": errno.ENOMEM, "fork": errno.EAGAIN}


class Trial:
    """A command that makes something in a folder; older: what stands there before."""

    def __init__(self, name, command, output, older=False):
        self.name = name
        self.command = command
        self.output = output
        self.older = older


def state(folder):
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def run(command, folder, fault=None, library=None, count=None):
    environment = dict(os.environ)
    if fault:
        environment |= {"LD_PRELOAD": library, "MINGXI_FAULT": fault}
    if count:
        environment["MINGXI_FAULT_COUNT"] = str(count)
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, timeout=120)


def numbers(calls, some):
    if not some or calls <= some:
        return range(1, calls + 1)
    return sorted({1, calls, *(1 + (calls - 1) * i // some for i in range(some))})


def try_all(trial, place, arguments, expect):
    base = place / "base"
    base.mkdir()
    if trial.older:
        run(trial.command, base)
    before = state(base)
    good = place / "good"
    shutil.copytree(base, good)
    code = run(trial.command, good).returncode
    wanted = state(good)
    tried = 0
    for kind, error in KINDS.items():
        counted = place / "counted"
        shutil.copytree(base, counted)
        run(trial.command, counted, f"{kind}:0:{error}", arguments.library, place / "count")
        shutil.rmtree(counted)
        calls = int((place / "count").read_text())
        for number in numbers(calls, 0 if arguments.all else arguments.some):
            tried += 1
            folder = place / "tried"
            shutil.copytree(base, folder)
            outcome = run(trial.command, folder, f"{kind}:{number}:{error}", arguments.library)
            after = {name: sha256 for name, sha256 in state(folder).items() if "/.work/" not in name}
            what = f"{trial.name}, {kind} {number} of {calls}"
            if outcome.returncode == code:
                expect(after == wanted, f"{what}: done, with other bytes")
            else:
                expect(outcome.returncode in (3, 4), f"{what}: ended with {outcome.returncode}")
                # What tells of it may be the very write that failed.
                expect(kind == "write" or b"mingxi: " in outcome.stderr, f"{what}: nothing was told")
                is_dataset = (folder / trial.output).is_dir() and (folder / trial.output / ".work").exists()
                if not is_dataset:
                    expect(after in (before, wanted), f"{what}: half-written: {sorted(set(after) ^ set(before))}")
                expect(not list(folder.glob(".mingxi-*")), f"{what}: something is left beside it")
            expect(run(trial.command, folder).returncode == code and state(folder) == wanted,
                   f"{what}: a run without a fault came to other bytes")
            shutil.rmtree(folder)
    print(f"{trial.name}: {tried} faults")
    shutil.rmtree(base)
    shutil.rmtree(good)


def decisions(arguments, place, expect):
    """The server keeps decisions whole or answers that it cannot."""
    dataset = place / "served"
    run([arguments.program, "build", SAMPLES / "budget_text/budget.txt", "-o", dataset, "--quiet"], place)
    file = dataset / "decisions.json"
    old = b""
    tried = 0
    for kind in ("write", "fsync", "rename", "mkdir", "fork", "memory"):
        for number in (1, 2, 3):
            tried += 1
            environment = os.environ | {"LD_PRELOAD": arguments.library, "MINGXI_FAULT": f"{kind}:{number}:{KINDS[kind]}"}
            server = subprocess.Popen([arguments.program, "review", "--serve", dataset, "--lang", "en"], env=environment,
                                      stderr=subprocess.PIPE)
            try:
                gives_up = threading.Timer(5, server.kill)  # the address may be the very write that failed
                gives_up.start()
                found = re.search(rb"http://\S+", server.stderr.readline())
                gives_up.cancel()
                if not found:
                    continue
                parts = urllib.parse.urlsplit(found.group(0).decode())

                def ask(method, path, body=None, headers=None):
                    connection = http.client.HTTPConnection(parts.netloc, timeout=30)
                    connection.request(method, path, body, headers or {})
                    answer = connection.getresponse()
                    return answer.status, answer.getheader("Set-Cookie", ""), answer.read()

                cookie = {"Cookie": ask("GET", "/?" + parts.query)[1].split(";")[0]}
                status = 0
                for mark in ("a", "b", "c", "d"):
                    body = b'{"schema": "mingxi.decisions/1", "documents": [{"sha256": "%s", "findings": [], "corrections": []}]}'
                    before = file.read_bytes() if file.exists() else b""
                    try:
                        status = ask("PUT", "/decisions.json", body % (mark * 64).encode(), cookie)[0]
                    except (http.client.HTTPException, OSError):
                        status = 0
                    after = file.read_bytes() if file.exists() else b""
                    what = f"decisions, {kind} {number}: {status}"
                    expect(after == before if status != 204 else mark.encode() * 64 in after, what)
                expect(status == 204, f"decisions, {kind} {number}: not kept afterwards")
                old = after
            finally:
                server.kill()
                server.wait()
    expect(bool(old), "decisions were never kept")
    expect(not list(dataset.glob(".mingxi-*")), "decisions: something is left beside them")
    print(f"decisions: {tried} faults")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("library", type=os.path.abspath)
    parser.add_argument("--some", type=int, default=12)
    parser.add_argument("--all", action="store_true")
    arguments = parser.parse_args()
    complaints = []

    def expect(is_so, what):
        if not is_so:
            complaints.append(what)

    program = arguments.program
    pdf = str(SAMPLES / "budget_pdf/budget.pdf")
    text = str(SAMPLES / "budget_text/budget.txt")
    build = [program, "build", text, "-o", "out", "--quiet", "--jobs", "1", "--xlsx"]
    trials = [
        Trial("dataset", build, "out"),
        Trial("dataset over an older one", build, "out", older=True),
        Trial("review", [program, "review", text, "-o", "a.html"], "a.html"),
        Trial("review over an older one", [program, "review", text, "-o", "a.html"], "a.html", older=True),
        Trial("tables, web page", [program, "tables", pdf, "-o", "a.html"], "a.html", older=True),
        Trial("tables, workbook", [program, "tables", pdf, "-o", "a.xlsx"], "a.xlsx", older=True),
        Trial("tables, CSV", [program, "tables", pdf, "-o", "a.csv"], "a.csv", older=True),
        Trial("drawing", [program, "explain", pdf, "--page", "9", "--svg", "a.svg"], "a.svg", older=True),
    ]
    for trial in trials:
        with tempfile.TemporaryDirectory() as folder:
            try_all(trial, pathlib.Path(folder), arguments, expect)
    with tempfile.TemporaryDirectory() as folder:
        decisions(arguments, pathlib.Path(folder), expect)
    print(*complaints[:40], sep="\n", end="\n" if complaints else "")
    print(f"I/O faults: {len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
