#!/usr/bin/env python3
"""Checks that the sources keep to the layers and to the house rules that a machine can see.

    scripts/check_layers.py               the tree; exit code 1 and one line per break: file:line: what
    scripts/check_layers.py --self-test   proves that each rule can fail

Layers: a folder of src/ may include the folders below it, and stages that stand side by side never
one another. A folder is a namespace. Outside libraries: each in its own place.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# What each folder may include: those of a lower level. Folders of one level are stages side by side.
LEVELS = {"model": 0, "messages": 1, "text": 1, "patterns": 2, "process": 2,
          "read": 3, "layout": 3, "facts": 3, "audit": 3, "output": 3,
          "ocr": 4, "extract": 5, "api": 6, "build": 6, "review": 7, "cli": 8}

# Folders whose namespace is mingxi itself: the values that every stage, and every program that uses
# the library, speaks of.
PLAIN_NAMESPACE = {"model", "api"}

# What of an outside library an include names, what it is, and the files it may stand in (under src/).
OUTSIDE = [
    (r"(poppler/|goo/|fofi/|splash/)|^(Gfx|GfxState|GfxFont|OutputDev|PDFDoc|PDFDocFactory|GlobalParams|Error|"
     r"ErrorCodes|CharCodeToUnicode|UnicodeMap|Object|Stream|Page|Catalog|XRef|Dict|Array|Annot|Outline|Link|"
     r"UTF|TextOutputDev|SplashOutputDev|CMap|NameToUnicodeTable|poppler-config|cpp/poppler-[a-z-]+)\.h$",
     "Poppler", ["read/pdf/"]),
    (r"^unicode/", "ICU", ["text/", "read/plain_text/"]),
    (r"^re2/", "RE2", ["patterns/entries/expression.cpp"]),
    (r"^nlohmann/", "nlohmann-json", ["patterns/entries/strict_json.cpp", "patterns/classification.cpp", "output/", "review/"]),
    (r"^libxml/", "libxml2", ["read/office/xml.cpp"]),
    (r"^zip\.h", "libzip", ["read/office/zip.cpp", "output/write/workbook_file.cpp"]),
    (r"^simdjson", "simdjson", ["patterns/entries/strict_json.cpp", "output/document_json/json_place.h"]),
    (r"^openssl/", "OpenSSL", ["read/sha256.cpp"]),
    (r"^CLI/", "CLI11", ["cli/"]),
    (r"^zlib\.h$", "zlib", ["output/write/gzip.cpp", "read/pdf/contents/content_stream.cpp"]),
    (r"^sqlite3", "SQLite", ["output/dataset/sqlite.cpp"]),
    (r"^webp/", "libwebp", ["review/webp.cpp"]),
    (r"^xlsxwriter", "libxlsxwriter", ["output/dataset/workbook/dataset_workbook.cpp", "output/tables/workbook.cpp"]),
    (r"^seccomp\.h", "libseccomp", ["process/"]),
    (r"^tesseract/", "Tesseract", ["ocr/engine/recogniser.cpp"]),
    (r"^leptonica/", "Leptonica", ["ocr/engine/pix.h"]),
    (r"^httplib\.h", "cpp-httplib", ["review/http_server.cpp"]),
]

# A header of ours that brings an outside library along, and who may include it.
GUARDED = {
    "ocr/engine/pix.h": ["ocr/engine/images.h", "ocr/engine/picture.h", "ocr/engine/rulings.h"],
    "output/document_json/json_place.h": ["output/dataset/data_package_read.cpp", "output/dataset/json_lines.cpp",
                                          "output/document_json/decisions.cpp", "output/document_json/document_json_read.cpp",
                                          "output/document_json/json_place.cpp", "output/document_json/json_read_tables.h"],
    "read/pdf/pdf_device.h": ["read/pdf/contents/page_text.cpp", "read/pdf/pages.cpp", "read/pdf/pdf.cpp", "read/pdf/pdf_device.cpp"],
    "read/pdf/pdf_file.h": ["read/pdf/contents/content_reader.cpp", "read/pdf/pages.cpp", "read/pdf/pdf.cpp", "read/pdf/pdf_file.cpp",
                              "read/pdf/render.cpp"],
}

# Chinese in string literals: what is read belongs to patterns/, what is said to messages/. The files
# that hold some all the same, by their reason.
CHINESE = {
    "units of figures: of money, and of rates, which are not rounded as counts are": [
        "audit/core/amount.cpp",
        "model/money.h",
    ],
    "what a file made to try out the reading prints": [
        "build/isolated_reading.cpp",
    ],
    "characters that spreadsheets take for the beginning of a formula": [
        "output/write/spreadsheet.cpp",
    ],
    "punctuation that is checked, or that parts a list": [
        "audit/document/punctuation.cpp",
        "audit/prose/statement_counts.cpp",
        "audit/prose/statement_lists.cpp",
    ],
    "punctuation between the clauses of a sentence": [
        "facts/prose/names.cpp",
        "facts/prose/paragraph.cpp",
        "facts/prose/text_defects.cpp",
    ],
    "punctuation between clauses, and words beside it that are still to move to patterns/": [
        "facts/prose/boundaries.cpp",
        "facts/prose/measures.cpp",
        "facts/prose/no_change.cpp",
        "facts/prose/subjects.cpp",
    ],
    "the number formats that workbooks know by number": [
        "read/office/xlsx/number_format.cpp",
    ],
    "how a number is written in words": [
        "facts/prose/measured_number.cpp",
        "facts/prose/number_names.cpp",
        "facts/prose/quantities.cpp",
    ],
    "punctuation at the ends of lines": [
        "layout/prose/contents.cpp",
        "layout/prose/passages.cpp",
    ],
    "characters that OCR takes for one another": [
        "ocr/engine/alignment.cpp",
        "ocr/engine/corrections.cpp",
        "ocr/engine/page_reader.cpp",
        "ocr/numbers.cpp",
    ],
    "the description of a dataset, which is published with it": [
        "output/dataset/data_package.cpp",
        "output/dataset/dataset_columns.cpp",
        "output/dataset/dataset_readme.cpp",
        "output/dataset/dataset_schema.cpp",
    ],
    "what characters are: numerals, punctuation, forms of one character": [
        "layout/line_text.cpp",
        "text/characters.cpp",
        "text/item_numbering.cpp",
        "text/normalise.cpp",
        "text/numerals.cpp",
        "text/punctuation.h",
        "text/terminal.cpp",
        "text/written_numbers.cpp",
    ],
}

# A header and its source count as one.
MAXIMUM_FILES_OF_A_FOLDER = 18
MAXIMUM_LINES = 400
BANNER = re.compile(r"copyright|spdx-license|licen[cs]ed under|all rights reserved|GNU General Public", re.I)
NAMESPACE = re.compile(r"^(?:inline )?namespace (mingxi[\w:]*) \{", re.M)
DEFINED = re.compile(r"^(?:struct|class|enum class|enum) (\w+)[^;()]*\{", re.M)
LEFT_OVER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
HAN = re.compile("[\u2018-\u201d\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")  # characters and their punctuation
LITERAL = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
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


def breaks_of_namespaces(name, text):
    """(line, what) for each namespace of src/<name> that is not that of its folder."""
    folder = name.split("/")[0]
    wanted = "mingxi" if folder in PLAIN_NAMESPACE else f"mingxi::{folder}"
    for match in NAMESPACE.finditer(text):
        if match.group(1) != wanted:
            yield text.count("\n", 0, match.start()) + 1, f"namespace {match.group(1)}; that of {folder}/ is {wanted}"


def breaks_of_names(texts):
    """(file, line, what) for each type that two headers of one namespace define. texts: {name: text} of src/."""
    homes = {}
    for name, text in sorted(texts.items()):
        if not name.endswith(".h"):
            continue
        folder = "" if name.split("/")[0] in PLAIN_NAMESPACE else name.split("/")[0]
        for match in DEFINED.finditer(text):
            home = homes.setdefault((folder, match.group(1)), name)
            if home != name:
                yield name, text.count("\n", 0, match.start()) + 1, f"{match.group(1)} is defined in {home} too"


def breaks_of_folders(names):
    """(folder, what) for each folder that holds too many files to be taken in."""
    held = {}
    for name in names:
        folder, _, file = name.rpartition("/")
        held.setdefault(folder, set()).add(file.rsplit(".", 1)[0])
    for folder, files in sorted(held.items()):
        if len(files) > MAXIMUM_FILES_OF_A_FOLDER:
            yield folder, (f"{len(files)} files, a header and its source counted as one; more than "
                           f"{MAXIMUM_FILES_OF_A_FOLDER} want sub-folders")


def breaks_of_maps(folders, map_text, readmes):
    """What is wrong with the map src/README.md: folders it leaves out, folders that are not there."""
    named = set(re.findall(r"\]\((\w+)/README\.md\)", map_text))
    for folder in sorted(folders - named):
        yield f"src/README.md does not name {folder}/"
    for folder in sorted(named - folders):
        yield f"src/README.md names {folder}/, which is not there"
    for folder in sorted(folders - readmes):
        yield f"src/{folder}/README.md is missing"


def breaks_of_wording(name, text, listed):
    """(line, what) for each Chinese literal of src/<name>, which is no comment, and for a listed file without one."""
    if name.startswith("messages/"):
        return
    found = [match for match in LITERAL.finditer(text)
             if not match.group(0).startswith(("//", "/*")) and HAN.search(match.group(0))]
    if name in listed and not found:
        yield 1, "holds no Chinese literal any more; take it off the list"
    for match in found if name not in listed else []:
        yield (text.count("\n", 0, match.start()) + 1,
               f"{match.group(0)[:40]}: what is read belongs to patterns/, what is said to messages/")


def check_tree():
    source = ROOT / "src"
    listed = {name for names in CHINESE.values() for name in names}
    names = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.suffix in (".h", ".cpp")}
    texts = {name: (source / name).read_text(encoding="utf-8") for name in names}
    found = [f"src/{name}:{number}: {what}" for name, number, what in breaks_of_names(texts)]
    folders = {path.name for path in source.iterdir() if path.is_dir()}
    readmes = {path.parent.name for path in source.glob("*/README.md")}
    found += breaks_of_maps(folders, (source / "README.md").read_text(encoding="utf-8"), readmes)
    found += [f"src/{folder}: {what}" for folder, what in breaks_of_folders(names)]
    for name, text in sorted(texts.items()):
        for number, what in [*breaks_of_layers(name, text), *breaks_of_namespaces(name, text),
                             *breaks_of_house_rules(name, text, names),
                             *breaks_of_wording(name, text, listed)]:
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
        ("output/a.h", head + '#include "audit/checks.h"\n', "side by side"),
        ("layout/a.h", head + '#include "facts/identity.h"\n', "side by side"),
        ("facts/a.h", head + '#include "audit/audit.h"\n', "side by side"),
        ("model/a.h", head + '#include "text/normalise.h"\n', "lies below"),
        ("text/a.h", head + '#include "patterns/patterns.h"\n', "lies below"),
        ("patterns/a.h", head + '#include "facts/statements.h"\n', "lies below"),
        ("read/a.h", head + '#include "extract/extract.h"\n', "lies below"),
        ("build/a.h", head + '#include "cli/main.h"\n', "lies below"),
        ("cli/a.h", head + '#include "extract/extract.h"\n#include "model/fact.h"\n', None),
        ("extract/a.h", head + '#include "read/read.h"\n#include "output/csv.h"\n', None),
        ("other/a.h", head, "no known folder"),
        ("layout/a.h", head + '#include "layout.h"\n', "no header of ours"),
        ("read/pdf/pdf.cpp", "#include <GfxState.h>\n#include <goo/GooString.h>\n", None),
        ("read/text.cpp", "#include <GfxState.h>\n", "Poppler"),
        ("read/read.cpp", '#include "read/pdf/pdf_device.h"\n', "brings a library along"),
        ("read/pdf/pdf.cpp", '#include "read/pdf/pdf_device.h"\n', None),
        ("layout/a.cpp", "#include <poppler/PDFDoc.h>\n", "Poppler"),
        ("cli/a.cpp", "#include <GlobalParams.h>\n", "Poppler"),
        ("text/a.cpp", "#include <unicode/normalizer2.h>\n", None),
        ("patterns/a.cpp", "#include <unicode/uchar.h>\n", "ICU"),
        ("patterns/entries/expression.cpp", "#include <re2/re2.h>\n", None),
        ("patterns/entries/expression.h", head + "#include <re2/re2.h>\n", "RE2"),
        ("patterns/entries/strict_json.cpp", "#include <nlohmann/json.hpp>\n", None),
        ("build/a.cpp", "#include <nlohmann/json.hpp>\n", "nlohmann-json"),
        ("read/read.cpp", "#include <openssl/evp.h>\n", "OpenSSL"),
        ("build/a.cpp", "#include <CLI/CLI.hpp>\n", "CLI11"),
        ("output/json.cpp", "#include <sqlite3.h>\n", "SQLite"),
        ("output/tables/workbook.cpp", "#include <xlsxwriter.h>\n", None),
        ("cli/a.cpp", "#include <xlsxwriter.h>\n", "libxlsxwriter"),
        ("output/json.cpp", "#include <xlsxwriter.h>\n", "libxlsxwriter"),
        ("read/a.cpp", "#include <leptonica/allheaders.h>\n", "Leptonica"),
        ("output/a.cpp", "#include <httplib.h>\n", "cpp-httplib"),
        ("model/a.h", head + "// Copyright 2026\n", "licence banner"),
        ("model/a.h", head + "// TO" + "DO: later\n", "left in"),
        ("model/a.h", head + "// FIX" + "ME\n", "left in"),
        ("model/a.h", head + "\tint a;\n", "tab"),
        ("model/a.h", head + "int a; \n", "trailing white space"),
        ("model/a.h", head + "int a;", "no line break"),
        ("model/a.h", head + "int a;\n" * MAXIMUM_LINES, "at most"),
        ("model/a.h", "int a;\n", "#pragma once"),
        ("layout/a.h", head + "namespace mingxi::facts {\n", "that of layout/ is mingxi::layout"),
        ("layout/a.h", head + "namespace mingxi {\n", "that of layout/ is mingxi::layout"),
        ("layout/a.h", head + "namespace mingxi::layout {\n", None),
        ("model/a.h", head + "namespace mingxi {\n", None),
        ("model/own.cpp", '#include <string>\n#include "model/own.h"\n', "own header first"),
        ("model/own.cpp", '#include "model/own.h"\n\n#include <string>\n', None),
        ("model/alone.cpp", "#include <string>\n", None),
        ("audit/a.cpp", 'find("其中");\n', "belongs to patterns/"),
        ("audit/a.cpp", "c == U'，';\n", "belongs to patterns/"),
        ("audit/a.cpp", 'R"(一、\n)";\n', "belongs to patterns/"),
        ("audit/a.cpp", '// 其中\n/// "其中"\nfind("a");\n', None),
        ("messages/a.cpp", 'text("预算");\n', None),
        ("text/listed.cpp", 'text("预算");\n', None),
        ("text/listed.cpp", 'text("a");\n', "off the list"),
    ]
    failures = 0
    for name, text, expected in rows:
        messages = [what for _, what in [*breaks_of_layers(name, text), *breaks_of_namespaces(name, text),
                                         *breaks_of_house_rules(name, text, {"model/own.h"}),
                                         *breaks_of_wording(name, text, {"text/listed.cpp"})]]
        right = not messages if expected is None else any(expected in message for message in messages)
        if not right:
            failures += 1
            print(f"self-test: {name} {text[:60]!r}: expected {expected!r}, got {messages}")
    twice = {"facts/a.h": "struct Name {\n", "facts/b.h": "class Name final {\n", "audit/a.h": "struct Name {\n"}
    many = [f"facts/{i}.{ending}" for i in range(MAXIMUM_FILES_OF_A_FOLDER + 1) for ending in ("h", "cpp")]
    for what, count in [("types of one name", len(list(breaks_of_names(twice)))),
                        ("faults of the map", len(list(breaks_of_maps({"a", "b"}, "[a/](a/README.md)", {"a", "b"})))),
                        ("full folders", len(list(breaks_of_folders(many))) + len(list(breaks_of_folders(many[2:]))))]:
        if count != 1:
            failures += 1
            print(f"self-test: {count} {what} found, not 1")
    print(f"self-test: {len(rows)} snippets, {failures} wrong")
    return 1 if failures else 0


if __name__ == "__main__":
    if sys.argv[1:] not in ([], ["--self-test"]):
        sys.exit("usage: check_layers.py [--self-test]")
    sys.exit(self_test() if sys.argv[1:] else check_tree())
