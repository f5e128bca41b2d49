"""Sets a disclosure as a PDF the way office programs do: cover, contents, prose, ruled tables.

Used by make_samples.py. Coordinates are points from the upper left corner of the upright page.
"""

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONT = "Hei"
FONT_FILE = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
BODY, LEADING = 16, 28
MARGIN_X, TOP, BOTTOM = 80, 90, 770
NO_LINE_START = "，。；：、！？）”》%％"
NO_LINE_END = "（“《"


def width(text, size):
    return pdfmetrics.stringWidth(text, FONT, size)


def pieces(text, breaking):
    """What a line may not break: a Latin run or a number; with breaking, single characters."""
    run = ""
    for c in text:
        if not breaking and c.isascii() and c != " ":
            run += c
            continue
        if run:
            yield run
            run = ""
        yield c
    if run:
        yield run


def wrapped(text, size, available, first_indent=0, breaking=False):
    lines, line, room = [], "", available - first_indent
    for piece in pieces(text, breaking):
        if line and width(line + piece, size) > room and piece[0] not in NO_LINE_START:
            carried = ""
            while line and line[-1] in NO_LINE_END:
                carried, line = line[-1] + carried, line[:-1]
            lines.append(line)
            line, room = carried, available
        line += piece
    return [*lines, line]


class Typesetter:
    """One document. `contents` are the (title, page) pairs of an earlier pass."""

    def __init__(self, path, title, author, contents=(), thin_fills=False):
        pdfmetrics.registerFont(TTFont(FONT, FONT_FILE, subfontIndex=0))
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.known = dict(contents)
        self.contents = []
        self.thin_fills = thin_fills
        self.page = 0
        self.split_sentences = 0
        self.split_numbers = 0
        self.width, self.height = A4
        self.open = False

    # Pages

    def new_page(self, orientation="portrait"):
        """orientation: portrait, landscape (a wide page) or rotated (a tall page with /Rotate 90)."""
        self.end_page()
        self.page += 1
        wide = orientation != "portrait"
        self.width, self.height = (A4[1], A4[0]) if wide else A4
        # reportlab swaps the sides of a page that is turned, so both wide kinds are given as wide.
        self.canvas.setPageSize((self.width, self.height))
        self.canvas.setPageRotation(90 if orientation == "rotated" else 0)
        if orientation == "rotated":
            self.canvas.transform(0, 1, -1, 0, A4[0], 0)
        self.y = TOP
        self.open = True

    def end_page(self):
        if not self.open:
            return
        if self.page > 1:
            mark = f"— {self.page - 1} —"
            self.print((self.width - width(mark, 10.5)) / 2, self.height - 45, mark, 10.5)
        self.canvas.showPage()
        self.open = False

    def save(self):
        self.end_page()
        self.canvas.save()

    # Text

    def print(self, x, baseline, text, size=BODY):
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, self.height - baseline, text)

    def centred(self, baseline, text, size):
        self.print((self.width - width(text, size)) / 2, baseline, text, size)

    def cover(self, lines, date):
        self.new_page()
        for i, line in enumerate(lines):
            self.centred(280 + 50 * i, line, 28)
        self.centred(660, date, 18)

    def contents_page(self, entries):
        self.new_page()
        self.centred(self.y, "目  录", 22)
        self.y += 50
        for title, indent in entries:
            number = str(self.known.get(title, 1))
            x = MARGIN_X + 24 * indent
            right = self.width - MARGIN_X
            self.print(x, self.y, title, 12)
            dots = int((right - x - width(title, 12) - width(number, 12) - 8) / width(".", 12))
            self.print(right - width("." * dots + number, 12), self.y, "." * dots + number, 12)
            self.y += 21

    def entered(self, title):
        self.contents.append((title, self.page - 1))

    def part(self, title):
        """第一部分 …: a page of its own begins; the title is printed twice, as fake bold."""
        self.new_page()
        self.entered(title)
        x = (self.width - width(title, 20)) / 2
        self.print(x, self.y, title, 20)
        self.print(x + 0.35, self.y, title, 20)
        self.y += 46

    def heading(self, title):
        if self.y > BOTTOM - 2 * LEADING:
            self.new_page()
        self.entered(title)
        self.print(MARGIN_X + 2 * BODY, self.y, title)
        self.y += LEADING

    def paragraph(self, text, breaking=False):
        """breaking: lines may end within a number, as where a program breaks after any character."""
        lines = wrapped(text, BODY, self.width - 2 * MARGIN_X, 2 * BODY, breaking)
        for i, line in enumerate(lines):
            if self.y > BOTTOM:
                self.new_page()
                self.split_sentences += i > 0 and lines[i - 1][-1] not in "。："
            self.print(MARGIN_X + (2 * BODY if i == 0 else 0), self.y, line)
            following = lines[i + 1] if i + 1 < len(lines) else " "
            self.split_numbers += line[-1] in "0123456789." and following[0] in "0123456789."
            self.y += LEADING

    def clipped(self, text):
        """Text that stands in the file and cannot be seen: it lies outside the clip."""
        self.canvas.saveState()
        path = self.canvas.beginPath()
        path.rect(MARGIN_X, self.height - self.y - 4, self.width - 2 * MARGIN_X, LEADING)
        self.canvas.clipPath(path, stroke=0, fill=0)
        self.print(MARGIN_X, self.y + LEADING * 1.5, text)
        self.canvas.restoreState()

    # Tables

    def rule(self, x0, y0, x1, y1):
        thickness = 0.7
        if self.thin_fills:
            half = thickness / 2
            self.canvas.rect(x0 - half, self.height - y1 - half, x1 - x0 + thickness, y1 - y0 + thickness,
                             stroke=0, fill=1)
        else:
            self.canvas.setLineWidth(thickness)
            self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def table(self, title, widths, header, rows, unit="单位：万元", notes=(), orientation="portrait",
              prepared_by=None, row_height=22, size=9):
        """header: rows of (text, column span, row span) with None under a span. rows: texts, one a
        column; a cell that is a number stands right. Runs on over pages and repeats its header."""
        self.new_page(orientation)
        self.y = 70
        self.entered(title)
        self.centred(self.y, title, 18)
        self.y += 26
        scale = (self.width - 2 * 50) / sum(widths)
        edges = [50.0]
        for w in widths:
            edges.append(edges[-1] + w * scale)
        if prepared_by:
            self.print(edges[0], self.y, f"部门：{prepared_by}", 10)
        self.print(edges[-1] - width(unit, 10), self.y, unit, 10)
        self.y += 8
        self.header(edges, header, size)
        for row in rows:
            lines = [wrapped(text, size, edges[i + 1] - edges[i] - 6) for i, text in enumerate(row)]
            height = max(row_height, max(map(len, lines)) * (size + 2) + 6)
            if self.y + height > self.height - 70:
                self.new_page(orientation)
                self.y = 70
                self.header(edges, header, size)
            for i, cell in enumerate(lines):
                self.cell(edges[i], self.y, edges[i + 1], self.y + height, cell, size)
            self.y += height
        self.y += 16
        for note in notes:
            self.print(edges[0], self.y, note, 10)
            self.y += 16

    def header(self, edges, header, size):
        lines = max(len(wrapped(given[0], size, edges[c + given[1]] - edges[c] - 6)) / given[2]
                    for row in header for c, given in enumerate(row) if given)
        height = max(26, lines * (size + 2) + 8)
        for r, row in enumerate(header):
            for c, given in enumerate(row):
                if given is None:
                    continue
                text, columns, rows = given
                box = edges[c], self.y + r * height, edges[c + columns], self.y + (r + rows) * height
                self.cell(*box, wrapped(text, size, box[2] - box[0] - 6), size, middle=True)
        self.y += height * len(header)

    def cell(self, x0, y0, x1, y1, lines, size, middle=False):
        self.rule(x0, y0, x1, y0)
        self.rule(x0, y1, x1, y1)
        self.rule(x0, y0, x0, y1)
        self.rule(x1, y0, x1, y1)
        baseline = (y0 + y1) / 2 - (len(lines) - 1) * (size + 2) / 2 + 0.35 * size
        for line in lines:
            number = line.replace(",", "").replace(".", "").replace("-", "").isdigit() and "." in line
            if middle or line in ("合计", "本年收入合计", "本年支出合计", "收入总计", "支出总计", "总计"):
                x = (x0 + x1 - width(line, size)) / 2
            elif number:
                x = x1 - 3 - width(line, size)
            else:
                x = x0 + 3
            if line:
                self.print(x, baseline, line, size)
            baseline += size + 2
