#!/usr/bin/env python3
"""The progress of a build on terminals of several widths: a line that wraps could not be drawn over.

    tests/batch/narrow_terminal.py PROGRAM
"""

import fcntl
import os
import pathlib
import pty
import re
import struct
import sys
import tempfile
import termios
import unicodedata

SAMPLE = pathlib.Path(__file__).resolve().parent.parent.parent / "samples/budget_pdf/budget.pdf"
DRAWN_ANEW = "\r\x1b[K"


def columns_of(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def said_on_terminal(program, inputs, dataset, columns, language):
    """All that a build writes to a terminal of so many columns."""
    child, terminal = pty.fork()
    if child == 0:
        os.execv(program, [program, "build", inputs, "-o", dataset, "--jobs", "1", "--lang", language])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    said = b""
    try:
        while chunk := os.read(terminal, 4096):
            said += chunk
    except OSError:
        pass  # the other end is closed
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, said
    return said.decode()


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="mingxi-narrow-") as folder:
        inputs = pathlib.Path(folder, "inputs")
        inputs.mkdir()
        for number in range(12):
            (inputs / f"{number}.pdf").write_bytes(SAMPLE.read_bytes() + b"%%%d" % number)
        drawn = widest = 0
        for columns in (200, 60, 25, 8):
            for language in ("zh", "en"):
                said = said_on_terminal(program, str(inputs), f"{folder}/{language}{columns}", columns, language)
                # The summary at the end is not drawn over.
                lines = [part for part in said.split(DRAWN_ANEW)[1:] if part and "\n" not in part]
                drawn += len(lines)
                for line in lines:
                    widest = max(widest, columns_of(line))
                    assert columns_of(re.sub(r"\x1b\[[0-9;]*m", "", line)) < columns, (columns, line)
        assert drawn > 8 and widest > 50, f"{drawn} lines were drawn, the widest of {widest} columns"
    print(f"narrow terminal: {drawn} lines drawn, none wraps")


if __name__ == "__main__":
    main()
