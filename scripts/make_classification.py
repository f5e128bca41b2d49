#!/usr/bin/env python3
"""Makes patterns/classification.json from lists of classification codes.

    make_classification.py FUNCTIONAL.csv ECONOMIC.csv ALIASES.csv > patterns/classification.json

The CSV files have the columns code, name, parent, evidence (and status or scheme); aliases have
scheme, code, alias, kind. Rows without evidence are left out unless another row hangs on them.
"""

import csv
import json
import sys

# Names that disclosures print for an item of the economic classification and that do not follow
# from its official name by leaving out 支出, 费用 or 费. 其他支出 and 公务用车购置 stand under two
# codes; alone they mean these.
ECONOMIC_SHORT_FORMS = [
    ("30108", "基本养老保险费"),
    ("30108", "基本养老保险缴费"),
    ("30108", "机关事业单位基本养老保险费"),
    ("30109", "职业年金"),
    ("30109", "职业年金费"),
    ("30110", "职工基本医疗保险费"),
    ("30110", "基本医疗保险缴费"),
    ("30111", "公务员医疗补助"),
    ("30112", "其他社会保障费"),
    ("30231", "公务用车运行费"),
    ("30231", "公务用车运行及维护费"),
    ("31013", "公务用车购置"),
    ("399", "其他支出"),
]
ALIAS_KINDS = {"rename", "short", "width"}  # not recodes, mergers and local terms
# Items that stand under every 款 with the same last digits, whether or not a list has met them there
# (行政运行 under 39 款 of the list, 一般行政管理事务 under 37, 机关服务 14, 事业运行 23).
COMMON_ITEMS = {"01": "行政运行", "02": "一般行政管理事务", "03": "机关服务", "50": "事业运行"}
ENDINGS = ["支出", "经费", "费用", "费"]  # of names, which may be left out
DOUBTFUL_ALIASES = {"社会保障缴费"}  # a group of the government scheme has this name


def normalised(name):
    return name.replace("（", "(").replace("）", ")").replace(" ", "").replace("\u3000", "")


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def supported(table):
    """Rows with evidence, and the rows above them."""
    parents = {row["code"]: row["parent"] for row in table}
    kept = {row["code"] for row in table if row["evidence"] != "none"}
    for code in list(kept):
        while parents.get(code):
            code = parents[code]
            kept.add(code)
    return [row for row in table if row["code"] in kept]


def names(table):
    return {row["code"]: normalised(row["name"]) for row in sorted(table, key=lambda r: r["code"])}


def aliases(table, known):
    result = []
    for row in table:
        if row["scheme"] == "term" or row["kind"].split(" ")[0] not in ALIAS_KINDS:
            continue
        scheme, name = row["scheme"], normalised(row["alias"])
        if scheme == "economic" and row["code"] >= "500":
            scheme = "government_economic"
        is_new = known[scheme].get(row["code"]) not in (None, name)
        if is_new and name not in DOUBTFUL_ALIASES:
            result.append((scheme, row["code"], name))
    result += [("economic", code, name) for code, name in ECONOMIC_SHORT_FORMS]
    return sorted(set(result))


def object_lines(members):
    return ",\n".join(f"    {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in members)


def main(functional_path, economic_path, aliases_path):
    functional = supported(rows(functional_path))
    economic = supported(rows(economic_path))
    tables = {
        "functional": names(r for r in functional if r["status"] != "legacy"),
        "functional_legacy": names(r for r in functional if r["status"] == "legacy"),
        "functional_common": COMMON_ITEMS,
        "economic": names(r for r in economic if r["scheme"] == "部门预算"),
        "government_economic": names(r for r in economic if r["scheme"] == "政府预算"),
    }
    parts = [f'  "{key}": {{\n{object_lines(table.items())}\n  }}' for key, table in tables.items()]
    alias_lines = ",\n".join(
        "    " + json.dumps({"scheme": s, "code": c, "name": n}, ensure_ascii=False)
        for s, c, n in aliases(rows(aliases_path), tables)
    )
    about = (
        "Names of the codes of government expenditure as published documents of 2019 to 2026 print "
        "them; not the whole official list. A name is found with and without its ending. Made by "
        "scripts/make_classification.py."
    )
    print("{\n" + f'  "about": {json.dumps(about)},\n' +
          f'  "endings": {json.dumps(ENDINGS, ensure_ascii=False)},\n' + ",\n".join(parts) +
          f',\n  "aliases": [\n{alias_lines}\n  ]\n}}')


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
