#!/usr/bin/env python3
"""Puts the list of divisions into patterns/places.json: make_places.py DIVISIONS.csv

The CSV file has the columns code, name, level, parent. A line of the list is a 地级市 with its 区 and 县,
each as code and name. Names that stand for a level and not for a place are left out.
"""

import csv
import pathlib
import sys

NO_NAMES = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}


def lines(path):
    with open(path, encoding="utf-8", newline="") as file:
        names = {row["code"]: row["name"] for row in csv.DictReader(file)}
    groups = {}
    for code in sorted(names):
        if names[code] not in NO_NAMES:
            groups.setdefault(code[:4], []).append(code + names[code])
    return [" ".join(groups[group]) for group in sorted(groups)]


def main():
    target = pathlib.Path(__file__).parent.parent / "patterns" / "places.json"
    rules, list_begin, _ = target.read_text(encoding="utf-8").partition('  "divisions": [')
    divisions = ",\n".join(f'    "{line}"' for line in lines(sys.argv[1]))
    target.write_text(f"{rules}{list_begin}\n{divisions}\n  ]\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
