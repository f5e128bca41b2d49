#!/usr/bin/env python3
"""Writes PDFs anew as DOCX, XLSX, HTML and OFD, and compares the facts that are read from each with those of the PDF.

    scripts/round_trip.py PROGRAM FOLDER FILE.pdf…     one line a file and format; the files stay in FOLDER

Text outside tables is joined to paragraphs here, by indents and short lines, and tables are as the PDF was read: so a difference can also
come from this script. Facts are compared by all they say but page, boxes, ids and where they stand in the document. Needs poppler-utils.
"""

import collections
import html
import json
import pathlib
import re
import subprocess
import sys

import office_files

SAME = ("origin", "subject", "concept", "code", "body", "funding", "components", "line_kind", "measure", "period", "basis", "relative_to",
        "bound", "value", "unit", "amount_yuan", "value_state")
LINE = re.compile(r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</line>', re.S)
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', re.S)
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
PAGE_NUMBER = re.compile(r"[-—–·第\s]*\d{1,3}[-—–·页\s]*")


def read(program, path):
    run = subprocess.run([program, "extract", path], capture_output=True)
    return json.loads(run.stdout) if run.returncode == 0 else None


def pages_of(pdf):
    text = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    for width, height, body in PAGE.findall(text):
        lines = []
        for left, top, right, bottom, words in LINE.findall(body):
            found = [(float(a), float(b), float(c), float(d), html.unescape(w)) for a, b, c, d, w in WORD.findall(words)]
            lines.append((float(left), float(top), float(right), float(bottom), found))
        yield float(width), float(height), sorted(lines, key=lambda line: (round(line[1] / 4), line[0]))


def parts_of_tables(document):
    """By page: (box, table, whether the table begins here)."""
    result = collections.defaultdict(list)
    for table in document["tables"]:
        for page in table["pages"]:
            boxes = [cell["box"] for cell in table["cells"] if cell["page"] == page]
            if boxes:
                result[page].append(((min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)),
                                     table, page == table["pages"][0]))
    return result


def table_of(table):
    """Without the headers that each page of a table repeats: they are a property of the table where it flows, no rows."""
    headers = table["header_rows"]
    repeated = {row for row in headers if set(range(row)) - set(headers)}
    number = {row: i for i, row in enumerate(row for row in range(table["rows"]) if row not in repeated)}
    cells = []
    for cell in table["cells"]:
        rows = [number[row] for row in range(cell["row"], cell["row"] + cell["row_span"]) if row in number]
        if rows:
            cells.append((rows[0], cell["column"], len(rows), cell["column_span"], cell["text"]))
    return "table", len(number), cells


def flow_of(pdf, document):
    tables = parts_of_tables(document)
    blocks = []
    is_full = False  # whether the last line of the page before reaches its end
    for number, (width, _, lines) in enumerate(pages_of(pdf), 1):
        on_page = tables[number]
        items = [(box[1], "table", table) for box, table, begins in on_page if begins]
        outside = [line for line in lines if not any(
            box[0] - 2 < (line[0] + line[2]) / 2 < box[2] + 2 and box[1] - 2 < (line[1] + line[3]) / 2 < box[3] + 2 for box, _, _ in on_page)]
        text_of = lambda line: " ".join(word[4] for word in line[4])
        outside = [line for line in outside if not PAGE_NUMBER.fullmatch(text_of(line))]
        wide = [line for line in outside if line[2] - line[0] > width / 2]
        edge = min((line[0] for line in wide), default=0)
        end = max((line[2] for line in wide), default=width)
        before, rest = None, ""
        for line in outside:
            size = line[3] - line[1]
            at_edge = line[0] < edge + size
            goes_on = (before is not None and at_edge and before[2] > end - 1.5 * size
                       and not any(before[1] < top < line[1] for top, kind, _ in items if kind == "table"))
            if before is None and at_edge and is_full and not any(box[1] < line[1] for box, _, _ in on_page):
                rest = text_of(line)
            elif goes_on and not items:
                rest += text_of(line)
            elif goes_on:
                items[-1] = (items[-1][0], items[-1][1], items[-1][2] + text_of(line))
            else:
                is_centred = line[0] > edge + 3 * size and line[2] < end - 2 * size and abs(line[0] + line[2] - width) < 2 * size
                kind = "title" if is_centred else "right" if line[0] > width / 2 else "p"
                items.append((line[1], kind, text_of(line)))
            before = line
        if rest:
            blocks[-1] = (blocks[-1][0], blocks[-1][1] + rest)
        if blocks:
            blocks.append(("break",))
        items.sort(key=lambda item: item[0])
        blocks.extend(table_of(content) if kind == "table" else (kind, content) for _, kind, content in items)
        is_full = bool(items) and items[-1][1] == "p" and before[2] > end - 1.5 * (before[3] - before[1])
    return blocks


def ofd_pages(pdf, document):
    for number, (width, height, lines) in enumerate(pages_of(pdf), 1):
        words = []
        for line in lines:
            for left, top, right, bottom, text in line[4]:
                weights = [0.5 if ord(c) < 0x2000 else 1 for c in text]
                step = (right - left) / sum(weights)
                words.append((left, bottom - 0.2 * (bottom - top), step, text, [step * weight for weight in weights]))
        rules = set()
        for table in document["tables"]:
            for cell in table["cells"]:
                if cell["page"] == number:
                    left, top, right, bottom = cell["box"]
                    rules |= {(left, top, right, top), (left, bottom, right, bottom), (left, top, left, bottom), (right, top, right, bottom)}
        yield width, height, words, sorted(rules)


def compared(document, other):
    def facts(of):
        return collections.Counter(json.dumps([fact[name] for name in SAME], ensure_ascii=False) for fact in of["facts"])
    wanted, given = facts(document), facts(other)
    return sum((wanted & given).values()), sum(wanted.values()), wanted - given, given - wanted


def sheets_of(blocks):
    """A sheet for what is on each page with a table, as workbooks are made; the prose is one sheet."""
    pages, page = [], []
    for block in [*blocks, ("break",)]:
        if block[0] == "break":
            pages.append(page)
            page = []
        else:
            page.append(block)
    return [(f"Sheet{i}", page, "") for i, page in enumerate(pages, 1) if page]


def main(program, folder, files):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    sums = collections.defaultdict(lambda: [0, 0])
    for pdf in files:
        document = read(program, pdf)
        if document is None or not document["facts"]:
            continue
        blocks = flow_of(pdf, document)
        name = pathlib.Path(pdf).stem
        made = {"docx": office_files.docx(blocks, name), "html": office_files.html(blocks, name, "gb2312"),
                "xlsx": office_files.xlsx(sheets_of(blocks)), "ofd": office_files.ofd(list(ofd_pages(pdf, document)), name)}
        for kind, content in made.items():
            path = folder / f"{name}.{kind}"
            path.write_bytes(content)
            other = read(program, path)
            if other is None:
                print(f"{path}: not read")
                continue
            same, count, missing, extra = compared(document, other)
            sums[kind][0] += same
            sums[kind][1] += count
            (folder / f"{name}.{kind}.diff").write_text("".join(f"- {fact}\n" for fact in missing.elements()) + "".join(f"+ {fact}\n" for fact in extra.elements()))
            print(f"{name} {kind}: {same} of {count} facts, {sum(extra.values())} others")
    for kind, (same, count) in sums.items():
        print(f"{kind}: {same} of {count} = {100 * same / max(count, 1):.2f} %")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
