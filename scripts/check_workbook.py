#!/usr/bin/env python3
"""Opens a dataset's workbook with LibreOffice and compares it with the dataset's CSV files.

    check_workbook.py DATASET        a dataset made with --xlsx; needs the package libreoffice-calc

Run by hand. Each sheet is exported as CSV and must have as many rows, the same sums of its numbers
and the same texts as the CSV file of its table; the sheet of cells must have the same texts. Headings
and words of closed lists, which the workbook has in Chinese, are those of src/messages.
"""

import collections
import csv
import decimal
import pathlib
import re
import subprocess
import sys
import tempfile

# Commas, quotes, UTF-8; values as they are, not as shown; every sheet.
FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
NUMBERS = {"amount_yuan", "expected", "printed", "difference", "tolerance", "bytes", "fiscal_year", "page", "page_count", "period", "rows", "row", "column"}
MOST_CHARACTERS = 10_000  # longer texts may be cut in a workbook


def words(name):
    """A list of src/messages/column_words.cpp: name → Chinese."""
    text = (pathlib.Path(__file__).parent.parent / "src/messages/column_words.cpp").read_text(encoding="utf-8")
    body = re.search(r"constexpr Word " + name + r"\[\] = \{(.*?)\n\};", text, re.S).group(1)
    return dict(re.findall(r'\{"([^"]+)",\s*"([^"]+)"\}', body))


HEADINGS, SHEETS, VALUES = words("kHeadings"), words("kSheets"), words("kValues")
LISTS = {"severity", "state", "kind", "scope", "status", "origin", "line_kind", "measure", "basis", "relative_basis", "text_source", "subject_from",
         "unit_from", "value_state", "bound", "paired_by"}


def in_chinese(table):
    """Rows as the workbook words them."""
    return [{key: VALUES.get(value, value) if key in LISTS else value for key, value in row.items()} for row in table]


def named(table):
    """Rows of a sheet, by the names of the dataset."""
    names = {heading: name for name, heading in HEADINGS.items()}
    return [{names.get(key, key): value for key, value in row.items()} for row in table]


def lines(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def rows(path):
    names, *values = lines(path)
    return [dict(zip(names, line)) for line in values]


def plain(text):
    """A text without the guard of CSV, its line breaks and blanks as a workbook keeps them."""
    return " ".join(text.lstrip("'").split())


def sums(table):
    totals = {}
    for name in NUMBERS & set(table[0] if table else ()):
        totals[name] = sum(decimal.Decimal(row[name]) for row in table if row[name])
    return totals


def texts(table, names):
    return collections.Counter(
        plain(row[name]) for row in table for name in names if row.get(name) and len(row[name]) < MOST_CHARACTERS)


def compare_cells(ours, lines):
    """After body, year, document, table and row a line has the texts of a printed row."""
    printed = collections.Counter(plain(text) for line in lines[1:] for text in line[5:] if text)
    same = printed == texts(ours, ["text"])
    print(f"cells: {sum(printed.values())} texts" + (", the same" if same else ", NOT the same"))
    return same


def compare(name, ours, theirs):
    names = [key for key in (ours[0] if ours else ()) if key not in NUMBERS]
    same = len(ours) == len(theirs) and sums(ours) == sums(theirs) and texts(ours, names) == texts(theirs, names)
    amount = sums(ours).get("amount_yuan")
    print(f"{name}: {len(ours)} rows, {len(theirs)} in the workbook" + (f", {amount} yuan" if amount else "") +
          (", the same" if same else ", NOT the same"))
    return same


def main():
    dataset = pathlib.Path(sys.argv[1])
    csv.field_size_limit(sys.maxsize)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                        FILTER, "--outdir", folder, str(dataset / "dataset.xlsx")], check=True, stdout=subprocess.DEVNULL)
        exported = pathlib.Path(folder)
        results = [compare(name, in_chinese(rows(dataset / f"{name}.csv")), named(rows(exported / f"dataset-{SHEETS[name]}.csv")))
                   for name in ("documents", "inputs", "tables", "facts", "findings", "pairs")]
        results.append(compare_cells(rows(dataset / "cells.csv"), lines(exported / f"dataset-{SHEETS['cells']}.csv")))
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
