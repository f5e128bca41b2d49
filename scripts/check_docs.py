#!/usr/bin/env python3
"""Runs what the documents show, and compares what comes out.

    scripts/check_docs.py PROGRAM            exit code 1 and a difference for each block that prints something else
    scripts/check_docs.py PROGRAM --update   writes what comes out into the documents, to be read as a difference

A block behind "<!-- run -->" (or "<!-- run python3 -->") is run, the blocks of a document one after another in one folder in which
samples/ lies and mingxi is the program; the block behind "<!-- output -->" that follows must be what it prints. What needs a
program that is not there is skipped, and said so. The tests that docs/security.md names must be there.
"""

import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
DOCUMENTS = ["README.md", "README.zh-CN.md", "docs/cookbook.md"]
MOST_LINES = {"README.md": 80, "README.zh-CN.md": 80}
BLOCK = re.compile(r"<!-- run ?(\S*) -->\n```\w+\n(.*?)```\n\n<!-- output -->\n```text\n(.*?)```", re.S)


def printed(interpreter, source, folder, environment):
    """What a block prints, errors too; None where its program is missing."""
    words = re.findall(r"^\s*(sqlite3|jq)\b", source, re.M) if not interpreter else [interpreter]
    missing = [word for word in words if not shutil.which(word)]
    if missing:
        print(f"skipped, {missing[0]} is not here")
        return None
    command = {"": ["bash", "-c", source], "python3": ["python3", "-c", source], "node": ["node", "-e", source],
               "Rscript": ["Rscript", "-e", source]}[interpreter]
    return subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          encoding="utf-8", check=False).stdout


def checked(name, program, update):
    """The differences of one document."""
    text = (ROOT / name).read_text(encoding="utf-8")
    found = []
    if text.count("\n") > MOST_LINES.get(name, 10**6):
        found.append(f"{name}: {text.count(chr(10))} lines; at most {MOST_LINES[name]}\n")
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        shutil.copytree(ROOT / "samples", folder / "samples")
        (folder / "bin").mkdir()
        (folder / "bin/mingxi").symlink_to(program)
        environment = dict(os.environ, PATH=f"{folder}/bin:{os.environ['PATH']}", COLUMNS="100", LANG="C.UTF-8")

        def run(match):
            got = printed(match.group(1), match.group(2), folder, environment)
            if got is None or got == match.group(3):
                return match.group(0)
            found.extend(difflib.unified_diff(match.group(3).splitlines(True), got.splitlines(True), name, "what comes out"))
            start, end = (place - match.start() for place in match.span(3))
            return match.group(0)[:start] + got + match.group(0)[end:]

        changed = BLOCK.sub(run, text)
    if update:
        (ROOT / name).write_text(changed, encoding="utf-8")
        return []
    return found


def missing_tests(name):
    """Tests that a document names and that are not there."""
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.cpp"))
    there = {".".join(words) for words in re.findall(r"TEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\)", sources)}
    named = re.findall(r"`([A-Z]\w+\.[A-Z]\w+)`", (ROOT / name).read_text(encoding="utf-8"))
    return [f"{name}: there is no test {test}\n" for test in named if test not in there]


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    found = [line for name in DOCUMENTS for line in checked(name, program, "--update" in sys.argv)]
    found += missing_tests("docs/security.md")
    sys.stdout.writelines(found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
