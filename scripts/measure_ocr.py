#!/usr/bin/env python3
"""How well scans are read: makes scans of documents with text, reads both, and compares.

    scripts/measure_ocr.py [--scans 200-clean,300-degraded] BUILD_DIR FILE.pdf:PAGES…      pages as in 3-5,8
    scripts/measure_ocr.py --same BUILD_DIR SCAN.pdf TEXT.pdf      amounts of a real scan found in a document with text

Prints, for clean and degraded scans at 200 and 300 dots an inch: numeric cells exactly right, wrong
and told, wrong and not told; grids with the rows and columns of the original; figures of the prose
found; processor seconds a page and memory. Cells are matched by their row and column in
the grids of the page.
"""

import collections
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

NUMBER = re.compile(r"^-?\d+(\.\d+)?%?$")
SCANS = [(200, "clean"), (300, "clean"), (200, "degraded"), (300, "degraded")]


def plain(text):
    return text.translate(str.maketrans("０１２３４５６７８９．，％－", "0123456789.,%-")).replace(",", "")


def extracted(program, path, *options):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run([program, "extract", "--quiet", *options, path], stdout=subprocess.PIPE, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return json.loads(run.stdout), seconds, after.ru_maxrss / 1024


def pages_of(ranges):
    for part in ranges.split(","):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def grids_of(document, page):
    """The cells of each grid of a page."""
    return [cells for table in document["tables"]
            for cells in [[cell for cell in table["cells"] if cell["page"] == page]] if cells]


def placed_cells(document, page):
    """((which grid of the page, row in it, column), cell) of each cell."""
    for grid, cells in enumerate(grids_of(document, page)):
        first = min(cell["row"] for cell in cells)
        for cell in cells:
            yield (grid, cell["row"] - first, cell["column"]), cell


def shape_of(document, page):
    """How many rows and columns each grid of a page has."""
    return sorted((len({cell["row"] for cell in cells}), len({cell["column"] for cell in cells}))
                  for cells in grids_of(document, page))


def unverified_boxes(document, page):
    return [box["box"] for finding in document["findings"] if finding["check"] == "ocr"
            for evidence in finding["evidence"] for box in evidence["boxes"] if box["page"] == page] + [
            box["box"] for fact in document["facts"] if fact["text_source"] == "ocr"
            and (fact["confidence"] < 0.9 or fact.get("alternatives"))
            for box in fact["evidence"]["boxes"] if box["page"] == page]


def inside(box, x, y):
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def compare(truth, scan, pages, count):
    for number, page in enumerate(pages, 1):
        found_at = dict(placed_cells(scan, number))
        doubts = unverified_boxes(scan, number)
        for place, cell in placed_cells(truth, page):
            text = plain(cell["text"])
            if not NUMBER.match(text):
                continue
            found = found_at.get(place)
            count["cells"] += 1
            if found and plain(found["text"]) == text:
                count["right"] += 1
                continue
            # Told: not a number at all, no cell or nothing in it, or a fact marked as doubtful.
            told = (not found or not NUMBER.match(plain(found["text"]))
                    or any(inside(found["box"], (box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in doubts))
            if not told:
                count["silent"] += 1
                print(f"    not told: page {page}: {cell['text']} read {found['text']}")
        count["grids"] += 1
        count["grids right"] += shape_of(truth, page) == shape_of(scan, number)
    wanted = collections.Counter(
        plain(fact["value"]) for fact in truth["facts"]
        if fact["origin"] == "narrative" and fact["evidence"]["page"] in pages and fact["value_state"] != "blank")
    read = collections.Counter(plain(fact["value"]) for fact in scan["facts"] if fact["origin"] == "narrative")
    count["prose"] += sum(wanted.values())
    count["prose found"] += sum((wanted & read).values())


def share(part, whole):
    return f"{100 * part / whole:.2f} %" if whole else "-"


def measure(build, documents, scans):
    program = str(build / "mingxi")
    with tempfile.TemporaryDirectory() as folder:
        for resolution, quality in scans:
            total = collections.Counter()
            memory = 0
            for name in documents:
                path, _, ranges = name.rpartition(":")
                pages = list(pages_of(ranges))
                scan = os.path.join(folder, "scan.pdf")
                subprocess.run([build / "tests/benchmark/mingxi_scan", path, ranges, str(resolution), quality, scan],
                               check=True)
                truth, _, _ = extracted(program, path, "--ocr", "never")
                read, seconds, memory = extracted(program, scan)
                count = collections.Counter(pages=len(pages))
                compare(truth, read, pages, count)
                print(f"  {resolution} {quality} {pathlib.Path(path).stem}: {count['right']}/{count['cells']} cells, "
                      f"{count['silent']} not told, grids {count['grids right']}/{count['grids']}, "
                      f"prose {count['prose found']}/{count['prose']}, {seconds / len(pages):.2f} s/page", flush=True)
                total += count
                total["hundredths"] += round(seconds * 100)
            print(f"{resolution} {quality}: cells right {share(total['right'], total['cells'])} of {total['cells']}, "
                  f"not told {share(total['silent'], total['cells'])}, grids right "
                  f"{total['grids right']}/{total['grids']}, prose {share(total['prose found'], total['prose'])} of "
                  f"{total['prose']}, {total['hundredths'] / 100 / total['pages']:.2f} s/page, "
                  f"peak memory {memory:.0f} MB", flush=True)


def compare_same(build, scan_path, text_path):
    program = str(build / "mingxi")
    scan, seconds, memory = extracted(program, scan_path)
    truth, _, _ = extracted(program, text_path)
    known = {plain(fact["value"]).lstrip("-") for fact in truth["facts"]}
    # Six decimals in the tables, two in the prose.
    known |= {f"{float(value):.2f}" for value in known if re.fullmatch(r"\d+(\.\d+)?", value)}
    amounts = [fact for fact in scan["facts"] if fact["currency"] == "CNY" and fact["value"].count(".") == 1]
    found = [fact for fact in amounts if plain(fact["value"]).lstrip("-") in known]
    print(f"{len(scan['pages'])} pages, {len(scan['facts'])} figures, {len(amounts)} amounts with decimals, "
          f"{len(found)} of them in the tables; {seconds / len(scan['pages']):.2f} s/page, {memory:.0f} MB")
    for fact in amounts:
        if fact not in found:
            print(f"  page {fact['evidence']['page']} {fact['subject']} {fact['value']} {fact['confidence']} "
                  f"{fact.get('alternatives', [])}")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    scans = SCANS
    if arguments[:1] == ["--scans"] and len(arguments) > 1:
        scans = [tuple(scan.split("-")) for scan in arguments[1].split(",")]
        arguments = arguments[2:]
    if len(arguments) == 4 and arguments[0] == "--same":
        compare_same(pathlib.Path(arguments[1]), arguments[2], arguments[3])
    elif len(arguments) >= 2 and not arguments[0].startswith("-"):
        measure(pathlib.Path(arguments[0]), arguments[1:], scans)
    else:
        sys.exit(__doc__)
