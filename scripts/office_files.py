"""Writes blocks of text and tables as DOCX, XLSX, HTML and OFD: for samples, tests and scripts/round_trip.py.

A block is ("p", text), ("title", text), ("right", text), ("break",) or ("table", rows, cells), where cells are
(row, column, row_span, column_span, text) and rows is their number. The same blocks give the same bytes.
"""

import io
import re
import zipfile
from xml.sax.saxutils import escape

NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")


def packed(parts):
    """A ZIP file of (name, text) without times."""
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts:
            archive.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
    return to.getvalue()


def columns_of(cells):
    return max((column + span for _, column, _, span, _ in cells), default=0)


def html(blocks, title, encoding="utf-8", navigation=""):
    """navigation: HTML before the article, as portals have it."""
    body = []
    for block in blocks:
        kind = block[0]
        if kind == "p":
            body.append(f"<p>　　{escape(block[1])}</p>")
        elif kind == "title":
            body.append(f'<p style="text-align: center"><strong>{escape(block[1])}</strong></p>')
        elif kind == "right":
            body.append(f'<p align="right">{escape(block[1])}</p>')
        elif kind == "table":
            body.append('<table border="1">')
            for row in range(block[1]):
                body.append("<tr>")
                for _, _, row_span, column_span, text in sorted(c for c in block[2] if c[0] == row):
                    spans = (f' rowspan="{row_span}"' if row_span > 1 else "") + (f' colspan="{column_span}"' if column_span > 1 else "")
                    body.append(f"<td{spans}>{escape(text)}</td>")
                body.append("</tr>")
            body.append("</table>")
    text = (f'<!DOCTYPE html>\n<html><head><meta charset="{encoding}"><title>{escape(title)}</title></head><body>{navigation}'
            f'<div class="content">\n' + "\n".join(body) + "\n</div></body></html>\n")
    return text.encode("gb18030" if encoding.startswith("gb") else encoding)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx_paragraph(text, properties="", run=""):
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def docx_table(rows, cells):
    """Merged cells as Word keeps them: the lower places of a cell are cells that go on with it."""
    place = {}
    for row, column, row_span, column_span, text in cells:
        for below in range(row_span):
            place[row + below, column] = (column_span, text if below == 0 else "",
                                          "" if row_span == 1 else '<w:vMerge w:val="restart"/>' if below == 0 else "<w:vMerge/>")
    border = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    width = 9000 // max(columns_of(cells), 1)  # twentieths of a point: other programs tell columns by their widths
    grid = f'<w:gridCol w:w="{width}"/>' * columns_of(cells)
    out = [f'<w:tbl><w:tblPr><w:tblLayout w:type="fixed"/><w:tblBorders>{border}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>']
    for row in range(rows):
        out.append("<w:tr>")
        column = 0
        while column < columns_of(cells):
            span, text, merge = place.get((row, column), (1, "", ""))
            spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
            out.append(f'<w:tc><w:tcPr><w:tcW w:w="{span * width}" w:type="dxa"/>{spans}{merge}</w:tcPr>{docx_paragraph(text)}</w:tc>')
            column += span
        out.append("</w:tr>")
    return "".join(out) + "</w:tbl>"


def docx(blocks, title, extra=()):
    """extra: further (name, text) parts; a block ("xml", text) is taken as it is."""
    body = []
    for block in blocks:
        kind = block[0]
        if kind == "p":
            body.append(docx_paragraph(block[1], '<w:ind w:firstLineChars="200"/>'))
        elif kind == "title":
            body.append(docx_paragraph(block[1], '<w:jc w:val="center"/>', '<w:sz w:val="36"/>'))
        elif kind == "right":
            body.append(docx_paragraph(block[1], '<w:jc w:val="right"/>'))
        elif kind == "break":
            body.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
        elif kind == "xml":
            body.append(block[1])
        else:
            body.append(docx_table(block[1], block[2]))
    document = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {W}><w:body>{"".join(body)}</w:body></w:document>'
    styles = (f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>')
    core = ('<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title></cp:coreProperties>')
    types = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
             'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
             '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                 f'<Relationship Id="rId1" Type="{relation}/officeDocument" Target="word/document.xml"/></Relationships>')
    parts = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
             f'<Relationship Id="rId1" Type="{relation}/styles" Target="styles.xml"/></Relationships>')
    return packed([("[Content_Types].xml", types), ("_rels/.rels", relations), ("word/document.xml", document), ("word/styles.xml", styles),
                   ("word/_rels/document.xml.rels", parts), ("docProps/core.xml", core), *extra])


def cell_name(row, column):
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


FORMATS = ["General"] + ["0" + ("." + "0" * n if n else "") for n in range(7)] + ["#,##0" + ("." + "0" * n if n else "") for n in range(7)]


def xlsx_cell(row, column, text, is_ruled):
    name = cell_name(row, column)
    if NUMBER.fullmatch(text) and not re.match(r"-?0\d", text) and len(text) < 16:
        decimals = len(text.partition(".")[2])
        style = (8 if "," in text else 1) + decimals if decimals < 7 else 0
        return f'<c r="{name}" s="{2 * style + is_ruled}"><v>{text.replace(",", "")}</v></c>'
    inline = f'<is><t xml:space="preserve">{escape(text)}</t></is>' if text else ""
    return f'<c r="{name}" s="{int(is_ruled)}"' + (f' t="inlineStr">{inline}</c>' if text else "/>")


def xlsx(sheets):
    """sheets: (name, blocks, attributes of the sheet): paragraphs in column A, tables under them with lines around their cells."""
    parts, names, relations = [], [], []
    for number, (name, blocks, attributes) in enumerate(sheets, 1):
        rows, merged, at, hidden = {}, [], 0, ()
        for block in blocks:
            if block[0] == "hidden":
                hidden = block[1]
            elif block[0] == "table":
                width = columns_of(block[2])
                covered = {}
                for row, column, row_span, column_span, text in block[2]:
                    covered.update({(row + r, column + c): "" for r in range(row_span) for c in range(column_span)})
                    covered[row, column] = text
                    if row_span * column_span > 1:
                        merged.append(f"{cell_name(at + row, column)}:{cell_name(at + row + row_span - 1, column + column_span - 1)}")
                for row in range(block[1]):
                    rows[at + row] = "".join(xlsx_cell(at + row, column, covered.get((row, column), ""), True) for column in range(width))
                at += block[1] + 1
            elif block[0] != "break":
                rows[at] = xlsx_cell(at, 0, block[1], False)
                at += 1
        data = "".join(f'<row r="{row + 1}"{" hidden=" + chr(34) + "1" + chr(34) if row in hidden else ""}>{cells}</row>'
                       for row, cells in sorted(rows.items()))
        merges = f'<mergeCells>{"".join(f"<mergeCell ref={chr(34)}{m}{chr(34)}/>" for m in merged)}</mergeCells>' if merged else ""
        parts.append((f"xl/worksheets/sheet{number}.xml", '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                      f"<sheetData>{data}</sheetData>{merges}</worksheet>"))
        names.append(f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"{attributes}/>')
        relations.append(f'<Relationship Id="rId{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
                         f'Target="worksheets/sheet{number}.xml"/>')
    formats = "".join(f'<numFmt numFmtId="{164 + i}" formatCode="{code}"/>' for i, code in enumerate(FORMATS) if i)
    styles = "".join(f'<xf numFmtId="{164 + i if i else 0}" fontId="0" fillId="0" borderId="{ruled}" applyNumberFormat="1"/>'
                     for i in range(len(FORMATS)) for ruled in (0, 1))
    sides = "".join(f'<{side} style="thin"/>' for side in ("left", "right", "top", "bottom"))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    number = len(sheets) + 1
    relations.append(f'<Relationship Id="rId{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>')
    overrides = "".join(f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
                        for name, _ in parts)
    types = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
             'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
             '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
             '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>' + overrides + "</Types>")
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return packed([
        ("[Content_Types].xml", types),
        ("_rels/.rels", f'<Relationships xmlns="{package}"><Relationship Id="rId1" '
         'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        ("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
         f'<sheets>{"".join(names)}</sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}">{"".join(relations)}</Relationships>'),
        ("xl/styles.xml", f'<styleSheet xmlns="{main}"><numFmts count="{len(FORMATS) - 1}">{formats}</numFmts><fonts count="1"><font/></fonts>'
         f'<fills count="1"><fill/></fills><borders count="2"><border/><border>{sides}</border></borders>'
         f'<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="{2 * len(FORMATS)}">{styles}</cellXfs></styleSheet>'), *parts])


def ofd(pages, title):
    """pages: (width, height, words, lines) in points; words (x, baseline, size, text, steps), lines (left, top, right, bottom)."""
    ns = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    mm = lambda points: f"{points * 25.4 / 72:.3f}"
    parts, listed = [], []
    for number, (width, height, words, lines) in enumerate(pages):
        out, ident = [], 100
        for left, top, right, bottom in lines:
            ident += 1
            across, down = right - left, bottom - top
            out.append(f'<ofd:PathObject ID="{ident}" Boundary="{mm(left)} {mm(top)} {mm(across)} {mm(down)}" LineWidth="0.25">'
                       f"<ofd:AbbreviatedData>M 0 0 L {mm(across if across > down else 0)} {mm(down if down >= across else 0)}</ofd:AbbreviatedData></ofd:PathObject>")
        for x, baseline, size, text, steps in words:
            ident += 1
            out.append(f'<ofd:TextObject ID="{ident}" Boundary="{mm(x)} {mm(baseline - size)} {mm(sum(steps) + size)} {mm(size * 1.2)}" Font="1" Size="{mm(size)}">'
                       f'<ofd:TextCode X="0" Y="{mm(size)}" DeltaX="{" ".join(mm(step) for step in steps[:-1])}">{escape(text)}</ofd:TextCode></ofd:TextObject>')
        parts.append((f"Doc_0/Pages/Page_{number}/Content.xml", f'<ofd:Page {ns}><ofd:Area><ofd:PhysicalBox>0 0 {mm(width)} {mm(height)}</ofd:PhysicalBox></ofd:Area>'
                      f'<ofd:Content><ofd:Layer ID="1">{"".join(out)}</ofd:Layer></ofd:Content></ofd:Page>'))
        listed.append(f'<ofd:Page ID="{number + 10}" BaseLoc="Pages/Page_{number}/Content.xml"/>')
    return packed([
        ("OFD.xml", f'<ofd:OFD {ns} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:Title>{escape(title)}</ofd:Title></ofd:DocInfo>'
         "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"),
        ("Doc_0/Document.xml", f'<ofd:Document {ns}><ofd:CommonData><ofd:MaxUnitID>100000</ofd:MaxUnitID><ofd:PageArea>'
         "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
         f'<ofd:Pages>{"".join(listed)}</ofd:Pages></ofd:Document>'), *parts])
