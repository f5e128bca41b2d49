#!/usr/bin/env python3
"""Tells a newcomer what a document JSON of mingxi holds: summary.py FILE.json"""

import json
import sys
import unicodedata

KINDS = {"budget": "预算 budget", "final_account": "决算 final account", "other": "其他 other", "unknown": "未知 unknown"}
MEASURES = {"level": "数额", "change": "增减", "change_rate": "增减率", "share": "占比", "execution_rate": "完成率"}
SHOWN = 6


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def padded(text, columns):
    return text + " " * max(0, columns - width(text))


def shortened(text, columns):
    kept = ""
    for c in text:
        if width(kept + c) > columns - 2:
            return kept + "…"
        kept += c
    return kept


def chosen(facts):
    """A few facts that differ in measure first, then the earliest."""
    picked = []
    for measure in MEASURES:
        picked += [fact for fact in facts if fact["measure"] == measure][:1]
    picked += [fact for fact in facts if fact not in picked][: max(0, SHOWN - len(picked))]
    return sorted(picked[:SHOWN], key=facts.index)


def main(path):
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    document, facts = data["document"], data["facts"]
    print()
    print(f"■ {data['source']['path']}")
    print(f"  {document['publisher'] or '—'} · {document['fiscal_year'] or '—'} 年 · {KINDS[document['kind']]} · "
          f"{document['page_count']} 页 pages")
    print(f"  {len(facts)} 项数据 facts，{len(data['findings'])} 项提示 findings → {path}")
    head = ("名称 subject", "年度 year", "数值 value", "类别 measure", "页 page")
    rows = [(shortened(fact["subject"], 30), str(fact["period"] or ""),
             ("" if fact["value"] is None else fact["value"]) + (" " + fact["unit"] if fact["unit"] else ""),
             MEASURES[fact["measure"]], str(fact["evidence"]["page"])) for fact in chosen(facts)]
    columns = [max(width(row[i]) for row in [head, *rows]) for i in range(len(head))]
    for row in [head, *rows]:
        print("    " + "  ".join(padded(cell, column) for cell, column in zip(row, columns)).rstrip())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: summary.py FILE.json")
    main(sys.argv[1])
