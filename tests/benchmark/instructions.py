#!/usr/bin/env python3
"""Guards what reading a sample costs, in instructions: they do not hang on the load of a machine.
   instructions.py MINGXI FILE.pdf MOST      fails where `mingxi extract` takes more than MOST times
                                             the instructions of `pdftotext -layout`; 77: no valgrind
"""
import re
import shutil
import subprocess
import sys


def instructions(command):
    run = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"] + command,
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    return int(re.search(rb"Collected : (\d+)", run.stderr).group(1))


def main():
    program, file, most = sys.argv[1], sys.argv[2], float(sys.argv[3])
    if not shutil.which("valgrind") or not shutil.which("pdftotext"):
        print("instructions: valgrind or pdftotext is missing")
        return 77
    ours = instructions([program, "extract", "--no-limits", file])
    theirs = instructions(["pdftotext", "-layout", file, "-"])
    print(f"instructions: {ours:,} against {theirs:,} of pdftotext -layout: {ours / theirs:.2f}, at most {most}")
    return 0 if ours <= most * theirs else 1


if __name__ == "__main__":
    sys.exit(main())
