"""What the tests of the engines share: inputs, the dataset of one machine, and how they are compared."""

import hashlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SKIPPED = 77  # the exit code by which ctest knows it


def require(*programs):
    """Ends the test where a program is missing."""
    missing = [program for program in programs if not shutil.which(program)]
    if missing:
        print(f"skipped: {', '.join(missing)} missing; scripts/setup.sh --cluster installs them")
        sys.exit(SKIPPED)


def make_inputs(folder, count):
    """Texts and PDF files of the samples, each with a line or a comment of its own; some are broken, one is there twice."""
    folder.mkdir(parents=True)
    text = (ROOT / "samples/budget_text/budget.txt").read_text(encoding="utf-8")
    pdf = (ROOT / "samples/budget_pdf/budget.pdf").read_bytes()
    for number in range(count):
        if number % 10 == 9:
            (folder / f"{number:04}.pdf").write_bytes(b"%%PDF-1.4\n%d" % number)
        elif number % 4 == 0:
            (folder / f"{number:04}.pdf").write_bytes(pdf + b"%%%d" % number)
        else:
            (folder / f"{number:04}.txt").write_text(f"{text}\n　　另有{number}.00万元。\n", encoding="utf-8")
    shutil.copy(folder / "0000.pdf", folder / "twice.pdf")
    inputs = sorted(str(path) for path in folder.iterdir())
    listing = folder.parent / "list.txt"
    listing.write_text("".join(f"{path}\n" for path in inputs))
    return listing


def build(program, listing, folder):
    """The dataset that one machine makes."""
    with open(listing, encoding="utf-8") as paths:
        done = subprocess.run([program, "build", "-", "-o", str(folder), "--quiet"], stdin=paths,
                              stderr=subprocess.DEVNULL, check=False)
    assert done.returncode == 3, done  # some inputs are broken
    return folder


def contents(folder):
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(pathlib.Path(folder).rglob("*")) if path.is_file()}


def require_same(one, other):
    left, right = contents(one), contents(other)
    assert left.keys() == right.keys(), left.keys() ^ right.keys()
    different = [name for name in left if left[name] != right[name]]
    assert not different, different


def wait_for(what, condition, seconds=60):
    """Waits until a condition holds; gives its value."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.1)
    raise AssertionError(f"waited {seconds} s in vain for {what}")


def kill_tree(pid):
    """Kills a process and all that it started, as when its machine loses its power."""
    children = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout.split()
    try:
        os.kill(pid, signal.SIGSTOP)
    except ProcessLookupError:
        return
    for child in children:
        kill_tree(int(child))
    os.kill(pid, signal.SIGKILL)
