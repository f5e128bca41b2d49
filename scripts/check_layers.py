#!/usr/bin/env python3
"""Checks that the sources keep to the layers and to the house rules that a machine can see.

    scripts/check_layers.py               the tree; exit code 1 and one line per break: file:line: what
    scripts/check_layers.py --self-test   proves that each rule can fail

Layers: a folder of src/ may include the folders below it, and stages that stand side by side never
one another. Outside libraries: each in its own place.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

LEVELS = {"model": 0, "text": 1, "rules": 2, "pipeline": 4, "cli": 5}
LEVELS.update(dict.fromkeys(["read", "ocr", "layout", "recognise", "link", "audit", "emit", "serve"], 3))

# What of an outside library an include names, what it is, and the files it may stand in (under src/).
OUTSIDE = [
    (r"(poppler/|goo/|fofi/|splash/)|^(Gfx|GfxState|GfxFont|OutputDev|PDFDoc|PDFDocFactory|GlobalParams|Error|"
     r"ErrorCodes|CharCodeToUnicode|UnicodeMap|Object|Stream|Page|Catalog|XRef|Dict|Array|Annot|Outline|Link|"
     r"UTF|TextOutputDev|SplashOutputDev|CMap|NameToUnicodeTable|poppler-config|cpp/poppler-[a-z-]+)\.h$",
     "Poppler", ["read/pdf.cpp", "read/pdf_device.h", "read/pdf_device.cpp", "read/pdf_file.h", "read/pdf_file.cpp",
                 "read/render.cpp"]),
    (r"^unicode/", "ICU", ["text/", "read/charset.cpp", "read/plain_text.cpp"]),
    (r"^re2/", "RE2", ["rules/expression.cpp"]),
    (r"^nlohmann/", "nlohmann-json", ["rules/strict_json.cpp", "rules/classification.cpp", "emit/"]),
    (r"^openssl/", "OpenSSL", ["read/digest.cpp"]),
    (r"^CLI/", "CLI11", ["cli/"]),
    (r"^sqlite3", "SQLite", ["emit/sqlite.cpp"]),
    (r"^webp/", "libwebp", ["emit/webp.cpp"]),
    (r"^xlsxwriter", "libxlsxwriter", ["emit/dataset_workbook.cpp", "emit/workbook.cpp"]),
    (r"^tesseract/", "Tesseract", ["ocr/recogniser.cpp"]),
    (r"^leptonica/", "Leptonica", ["ocr/pix.h"]),
    (r"^httplib\.h", "cpp-httplib", ["serve/"]),
]

# A header of ours that brings an outside library along, and who may include it.
GUARDED = {
    "ocr/pix.h": ["ocr/images.h", "ocr/picture.h", "ocr/rulings.h"],
    "read/pdf_device.h": ["read/pdf.cpp", "read/pdf_device.cpp"],
    "read/pdf_file.h": ["read/pdf.cpp", "read/pdf_file.cpp", "read/render.cpp"],
}

MAXIMUM_LINES = 400
BANNER = re.compile(r"copyright|spdx-license|licen[cs]ed under|all rights reserved|GNU General Public", re.I)
LEFT_OVER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')


def breaks_of_layers(name, text):
    """(line, what) for each include of src/<name> that the layers forbid."""
    folder = name.split("/")[0]
    if "/" not in name or folder not in LEVELS:
        yield 1, f"src/{name} is in no known folder; the folders are {', '.join(sorted(LEVELS))}"
        return
    for number, line in enumerate(text.splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        header = match.group(1) or match.group(2)
        for expression, library, places in OUTSIDE:
            # Our own headers are quoted and stand in a folder of ours.
            if header.split("/")[0] in LEVELS or not re.search(expression, header):
                continue
            if not any(name == place or (place.endswith("/") and name.startswith(place)) for place in places):
                yield number, f"{library} ({header}) is included only in {', '.join('src/' + place for place in places)}"
        if match.group(1) is None:
            continue
        target = header.split("/")[0]
        if "/" not in header or target not in LEVELS:
            if not any(re.search(expression, header) for expression, _, _ in OUTSIDE):
                yield number, f'"{header}" is no header of ours: write its path from src/, or <…> for a library'
            continue
        if header in GUARDED and name not in GUARDED[header]:
            yield number, f"{header} brings a library along and is included only in {', '.join(GUARDED[header])}"
        if target == folder:
            continue
        if LEVELS[target] == LEVELS[folder]:
            yield number, f"{folder}/ and {target}/ stand side by side and may not include one another ({header})"
        elif LEVELS[target] > LEVELS[folder]:
            yield number, f"{folder}/ lies below {target}/ and may not include it ({header})"


def breaks_of_house_rules(name, text, headers):
    """(line, what) for each house rule that a C++ file breaks. headers: the names that exist in src/."""
    lines = text.split("\n")
    count = len(lines) - (lines[-1] == "")
    if count > MAXIMUM_LINES:
        yield count, f"{count} lines; a file has at most {MAXIMUM_LINES}: look for the second idea in it"
    if text and not text.endswith("\n"):
        yield count, "the last line has no line break"
    for number, line in enumerate(lines, 1):
        if "\t" in line:
            yield number, "tab"
        if line != line.rstrip():
            yield number, "trailing white space"
        if BANNER.search(line):
            yield number, "licence banner; LICENSE speaks for every file"
        left_over = LEFT_OVER.search(line)
        if left_over:
            yield number, f"{left_over.group(1)} left in"
    if name.endswith(".h") and not any(line.strip() == "#pragma once" for line in lines):
        yield 1, "a header needs #pragma once"
    own = name.removesuffix(".cpp") + ".h"
    if name.endswith(".cpp") and own in headers:
        first = next(((number, match) for number, match in
                      ((number, INCLUDE.match(line)) for number, line in enumerate(lines, 1)) if match), None)
        if first is None or first[1].group(1) != own:
            yield first[0] if first else 1, f'a .cpp includes its own header first: "{own}"'


def check_tree():
    source = ROOT / "src"
    names = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.suffix in (".h", ".cpp")}
    found = []
    for name in sorted(names):
        text = (source / name).read_text(encoding="utf-8")
        for number, what in [*breaks_of_layers(name, text), *breaks_of_house_rules(name, text, names)]:
            found.append(f"src/{name}:{number}: {what}")
    for path in sorted((ROOT / "tests").rglob("*")):
        if path.suffix in (".h", ".cpp"):
            name = path.relative_to(ROOT).as_posix()
            for number, what in breaks_of_house_rules(name, path.read_text(encoding="utf-8"), set()):
                found.append(f"{name}:{number}: {what}")
    for line in found:
        print(line)
    print(f"layers: {len(names)} files in src/, {len(found)} breaks")
    return 1 if found else 0


def self_test():
    """Each row: file, text, a piece of the message it must give (None: it must pass)."""
    head = "#pragma once\n"
    rows = [
        ("read/a.h", head + '#include "layout/layout.h"\n', "side by side"),
        ("emit/a.h", head + '#include "audit/checks.h"\n', "side by side"),
        ("layout/a.h", head + '#include "recognise/quantities.h"\n', "side by side"),
        ("link/a.h", head + '#include "recognise/quantities.h"\n', "side by side"),
        ("link/a.h", head + '#include "recognise/other.h"\n', "side by side"),
        ("model/a.h", head + '#include "text/normalise.h"\n', "lies below"),
        ("text/a.h", head + '#include "rules/pack.h"\n', "lies below"),
        ("rules/a.h", head + '#include "link/statements.h"\n', "lies below"),
        ("read/a.h", head + '#include "pipeline/extract.h"\n', "lies below"),
        ("pipeline/a.h", head + '#include "cli/main.h"\n', "lies below"),
        ("cli/a.h", head + '#include "pipeline/extract.h"\n#include "model/fact.h"\n', None),
        ("pipeline/a.h", head + '#include "read/read.h"\n#include "emit/json.h"\n', None),
        ("other/a.h", head, "no known folder"),
        ("layout/a.h", head + '#include "layout.h"\n', "no header of ours"),
        ("read/pdf.cpp", "#include <GfxState.h>\n#include <goo/GooString.h>\n", None),
        ("read/text.cpp", "#include <GfxState.h>\n", "Poppler"),
        ("read/read.cpp", '#include "read/pdf_device.h"\n', "brings a library along"),
        ("read/pdf.cpp", '#include "read/pdf_device.h"\n', None),
        ("layout/a.cpp", "#include <poppler/PDFDoc.h>\n", "Poppler"),
        ("cli/a.cpp", "#include <GlobalParams.h>\n", "Poppler"),
        ("text/a.cpp", "#include <unicode/normalizer2.h>\n", None),
        ("rules/a.cpp", "#include <unicode/uchar.h>\n", "ICU"),
        ("rules/expression.cpp", "#include <re2/re2.h>\n", None),
        ("rules/expression.h", head + "#include <re2/re2.h>\n", "RE2"),
        ("rules/strict_json.cpp", "#include <nlohmann/json.hpp>\n", None),
        ("pipeline/a.cpp", "#include <nlohmann/json.hpp>\n", "nlohmann-json"),
        ("read/read.cpp", "#include <openssl/evp.h>\n", "OpenSSL"),
        ("pipeline/a.cpp", "#include <CLI/CLI.hpp>\n", "CLI11"),
        ("emit/json.cpp", "#include <sqlite3.h>\n", "SQLite"),
        ("emit/workbook.cpp", "#include <xlsxwriter.h>\n", None),
        ("cli/a.cpp", "#include <xlsxwriter.h>\n", "libxlsxwriter"),
        ("emit/json.cpp", "#include <xlsxwriter.h>\n", "libxlsxwriter"),
        ("read/a.cpp", "#include <leptonica/allheaders.h>\n", "Leptonica"),
        ("emit/a.cpp", "#include <httplib.h>\n", "cpp-httplib"),
        ("model/a.h", head + "// Copyright 2026\n", "licence banner"),
        ("model/a.h", head + "// TO" + "DO: later\n", "left in"),
        ("model/a.h", head + "// FIX" + "ME\n", "left in"),
        ("model/a.h", head + "\tint a;\n", "tab"),
        ("model/a.h", head + "int a; \n", "trailing white space"),
        ("model/a.h", head + "int a;", "no line break"),
        ("model/a.h", head + "int a;\n" * MAXIMUM_LINES, "at most"),
        ("model/a.h", "int a;\n", "#pragma once"),
        ("model/own.cpp", '#include <string>\n#include "model/own.h"\n', "own header first"),
        ("model/own.cpp", '#include "model/own.h"\n\n#include <string>\n', None),
        ("model/alone.cpp", "#include <string>\n", None),
    ]
    failures = 0
    for name, text, expected in rows:
        messages = [what for _, what in [*breaks_of_layers(name, text),
                                         *breaks_of_house_rules(name, text, {"model/own.h"})]]
        right = not messages if expected is None else any(expected in message for message in messages)
        if not right:
            failures += 1
            print(f"self-test: {name} {text[:60]!r}: expected {expected!r}, got {messages}")
    print(f"self-test: {len(rows)} snippets, {failures} wrong")
    return 1 if failures else 0


if __name__ == "__main__":
    if sys.argv[1:] not in ([], ["--self-test"]):
        sys.exit("usage: check_layers.py [--self-test]")
    sys.exit(self_test() if sys.argv[1:] else check_tree())
