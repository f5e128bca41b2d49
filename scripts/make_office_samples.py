#!/usr/bin/env python3
"""Writes tests/samples/office/: one small disclosure, invented, in each kind of office file. The same program gives the same bytes."""

import pathlib

import office_files

SAMPLES = pathlib.Path(__file__).parent.parent / "tests" / "samples" / "office"
TITLE = "青禾市云杉区档案馆2026年单位预算"


def table(rows, merged=()):
    """Rows of texts; None is part of a merged cell. merged: (row, column, row_span, column_span)."""
    spans = {(row, column): (down, across) for row, column, down, across in merged}
    return "table", len(rows), [(r, c, *spans.get((r, c), (1, 1)), text)
                                for r, row in enumerate(rows) for c, text in enumerate(row) if text is not None]


INCOME_AND_EXPENDITURE = table([
    ["收入", None, "支出", None],
    ["项目", "预算数", "项目", "预算数"],
    ["一、一般公共预算拨款收入", "486.20", "一、一般公共服务支出", "400.00"],
    ["二、政府性基金预算拨款收入", "0.00", "二、社会保障和就业支出", "52.00"],
    ["三、其他收入", "12.00", "三、卫生健康支出", "22.00"],
    ["", "", "四、住房保障支出", "26.00"],
    ["本年收入合计", "498.20", "本年支出合计", "500.00"],
    ["上年结转结余", "1.80", "结转下年", "0.00"],
    ["收入总计", "500.00", "支出总计", "500.00"]], [(0, 0, 1, 2), (0, 2, 1, 2)])

GENERAL_BUDGET = table([
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    ["合计", None, "486.20", "400.00", "86.20"],
    ["201", "一般公共服务支出", "386.20", "300.00", "86.20"],
    ["20126", "档案事务", "386.20", "300.00", "86.20"],
    ["2012604", "档案馆", "386.20", "300.00", "86.20"],
    ["208", "社会保障和就业支出", "52.00", "52.00", "0.00"],
    ["20805", "行政事业单位养老支出", "52.00", "52.00", "0.00"],
    ["2080505", "机关事业单位基本养老保险缴费支出", "35.00", "35.00", "0.00"],
    ["2080506", "机关事业单位职业年金缴费支出", "17.00", "17.00", "0.00"],
    ["210", "卫生健康支出", "22.00", "22.00", "0.00"],
    ["21011", "行政事业单位医疗", "22.00", "22.00", "0.00"],
    ["2101102", "事业单位医疗", "22.00", "22.00", "0.00"],
    ["221", "住房保障支出", "26.00", "26.00", "0.00"],
    ["22102", "住房改革支出", "26.00", "26.00", "0.00"],
    ["2210201", "住房公积金", "26.00", "26.00", "0.00"]], [(1, 0, 1, 2)])

THREE_PUBLIC = table([
    ["项目", "2026年预算数"],
    ["“三公”经费合计", "3.20"],
    ["1.因公出国（境）费", "0.00"],
    ["2.公务接待费", "0.70"],
    ["3.公务用车购置及运行维护费", "2.50"],
    ["其中：公务用车购置费", "0.00"],
    ["公务用车运行维护费", "2.50"]])

PROSE = [
    ("title", TITLE),
    ("p", "一、单位职责"),
    ("p", "云杉区档案馆收集、保管全区档案，向公众提供查阅。"),
    ("p", "二、收支预算总体情况"),
    ("p", "2026年收入总计500.00万元，比上年增加20.00万元，增长4.17%。2026年支出总计500.00万元。"),
    ("p", "三、一般公共预算支出情况"),
    ("p", "2026年一般公共预算支出486.20万元，其中：基本支出400.00万元，项目支出86.20万元。"),
    ("p", "四、“三公”经费预算情况"),
    ("p", "2026年“三公”经费预算3.20万元，其中：因公出国（境）费0万元，公务接待费0.70万元，公务用车购置及运行维护费2.50万元。"),
    ("p", "五、名词解释"),
    ("p", "“三公”经费：指因公出国（境）费、公务用车购置及运行维护费和公务接待费。"),
]

TABLES = [("收支总表", INCOME_AND_EXPENDITURE), ("一般公共预算支出表", GENERAL_BUDGET), ("“三公”经费预算表", THREE_PUBLIC)]


def under_titles():
    blocks = []
    for name, content in TABLES:
        blocks += [("break",), ("title", name), ("right", "单位：万元"), content]
    return blocks


def widths(text, size):
    return [size / 2 if ord(character) < 0x2000 else size for character in text]


class Pages:
    """Sets blocks on pages of A4."""

    LEFT, TOP, RIGHT, SIZE, ROW = 70, 80, 525, 11, 24

    def __init__(self):
        self.pages = []
        self.begin()

    def begin(self):
        self.words, self.lines, self.y = [], [], self.TOP
        self.pages.append((595, 842, self.words, self.lines))

    def print(self, x, text, size):
        self.words.append((x, self.y, size, text, widths(text, size)))

    def paragraph(self, text):
        rest, x = text, self.LEFT + 2 * self.SIZE
        while rest:
            count, room = 0, self.RIGHT - x
            while count < len(rest) and sum(widths(rest[:count + 1], self.SIZE)) <= room:
                count += 1
            self.print(x, rest[:count], self.SIZE)
            rest, x = rest[count:], self.LEFT
            self.y += 20

    def aligned(self, text, size, place):
        width = sum(widths(text, size))
        self.print((595 - width) / 2 if place == "title" else self.RIGHT - width, text, size)
        self.y += 26

    def table(self, rows, cells):
        columns = office_files.columns_of(cells)
        need = [max([len(text) for _, c, _, across, text in cells if c == column and across == 1], default=4) + 2 for column in range(columns)]
        edges = [self.LEFT + (self.RIGHT - self.LEFT) * sum(need[:column]) / sum(need) for column in range(columns + 1)]
        top = self.y
        for row, column, down, across, text in cells:
            left, right = edges[column], edges[column + across]
            upper, lower = top + row * self.ROW, top + (row + down) * self.ROW
            self.lines += [(left, upper, right, upper), (left, lower, right, lower), (left, upper, left, lower), (right, upper, right, lower)]
            self.y = (upper + lower) / 2 + 3
            self.print(left + 3, text, 9)
        self.y = top + rows * self.ROW

    def set(self, blocks):
        for block in blocks:
            if block[0] == "break":
                self.begin()
            elif block[0] == "p":
                self.paragraph(block[1])
            elif block[0] == "table":
                self.table(*block[1:])
            else:
                self.aligned(block[1], 16 if block[0] == "title" else 9, block[0])
        return self.pages


def main():
    blocks = PROSE + under_titles()
    # The prose of a workbook has a sheet of its own; a row that the sheet hides, and a sheet that is hidden, are not published.
    hidden = table([["项目", "内部测算数"], ["公务接待费", "9.90"]])
    sheets = [("说明", PROSE, "")] + [(name.strip("“”"), [("title", name), ("right", "单位：万元"), content], "") for name, content in TABLES]
    sheets.append(("测算", [("title", "内部测算表"), hidden], ' state="hidden"'))
    for kind, data in (("docx", office_files.docx(blocks, TITLE)), ("html", office_files.html(blocks, TITLE)),
                       ("xlsx", office_files.xlsx(sheets)), ("ofd", office_files.ofd(Pages().set(blocks), TITLE))):
        (SAMPLES / f"budget.{kind}").write_bytes(data)


if __name__ == "__main__":
    main()
