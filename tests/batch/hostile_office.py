"""Office files, web pages and OFD that are broken, endless or meant to harm a reader: (name, function that gives the bytes)."""

import io
import zipfile

WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
LAUGHS = "".join('<!ENTITY l%d "%s">' % (i, "&l%d;" % (i - 1) * 10 if i else "ha") for i in range(10))


def packed(parts):
    """parts: {name: text, bytes, or an iterable of bytes}."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            with archive.open(name, "w", force_zip64=True) as part:
                for piece in [content.encode()] if isinstance(content, str) else [content] if isinstance(content, bytes) else content:
                    part.write(piece)
    return data.getvalue()


def docx(body, start=""):
    return packed({"word/document.xml": start + WORD % body})


def xlsx(sheet, strings="<sst/>"):
    relation = '<Relationship Id="a" Target="worksheets/sheet1.xml"/>'
    return packed({"xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="a"/></sheets></workbook>',
                   "xl/_rels/workbook.xml.rels": f"<Relationships>{relation}</Relationships>",
                   "xl/sharedStrings.xml": strings, "xl/worksheets/sheet1.xml": sheet})


def ofd(content, pages=1):
    listed = '<Page BaseLoc="P.xml"/>' * pages
    return packed({"OFD.xml": "<OFD><DocBody><DocRoot>D/Document.xml</DocRoot></DocBody></OFD>",
                   "D/Document.xml": "<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea></CommonData>"
                                     f"<Pages>{listed}</Pages></Document>",
                   "D/P.xml": f"<Page><Content><Layer>{content}</Layer></Content></Page>"})


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def quick():
    """Refused or read within moments."""
    yield "laughs.docx", lambda: docx(paragraph("&l9;"), f"<!DOCTYPE w [{LAUGHS}]>")
    yield "passwd.docx", lambda: docx(paragraph("&f;"), '<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]>')
    yield "network.docx", lambda: docx(paragraph("&f;"), '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/a.dtd" []>')
    yield "deep.docx", lambda: docx("<w:sdt><w:sdtContent>" * 100_000)
    yield "deep_tables.docx", lambda: docx("<w:tbl><w:tr><w:tc>" * 60 + paragraph("a") + "</w:tc></w:tr></w:tbl>" * 60)
    yield "spans.docx", lambda: docx("<w:tbl>" + ('<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>' + paragraph("1") + "</w:tc>"
                                                  "<w:tc>" + paragraph("2") + "</w:tc></w:tr>") * 50 + "</w:tbl>")
    yield "parts_many.docx", lambda: packed({"word/document.xml": WORD % "", **{f"p{i}": "" for i in range(12_000)}})
    yield "up.docx", lambda: packed({"word/document.xml": WORD % paragraph("a"), "../../up.txt": "a", "/etc/up.txt": "a"})
    yield "cut.docx", lambda: docx(paragraph("预算"))[:120]
    yield "rows_empty.xlsx", lambda: xlsx("<worksheet><sheetData>" + "<row/>" * 1_000_000 + "</sheetData></worksheet>")
    yield "row_far.xlsx", lambda: xlsx('<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="99999999999">'
                                       '<c r="ZZZZZZ99999999999"><v>2</v></c></row></sheetData></worksheet>')
    yield "merged.xlsx", lambda: xlsx('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData><mergeCells>'
                                      + '<mergeCell ref="A1:XFD1048576"/>' * 10_000 + "</mergeCells></worksheet>")
    yield "columns.xlsx", lambda: xlsx('<worksheet><cols><col min="1" max="2000000000" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v>'
                                       "</c></row></sheetData></worksheet>")
    yield "numbers.xlsx", lambda: xlsx("<worksheet><sheetData><row>" + "".join(
        f"<c><v>{v}</v></c>" for v in ("1e308", "-1e-308", "nan", "inf", "9" * 5000, "0x10", "1e999")) + "</row></sheetData></worksheet>")
    yield "colspan.html", lambda: ("<table>" + "<tr><td colspan=2000000000 rowspan=2000000000>1</td><td>2</td></tr>" * 2000 + "</table>").encode()
    yield "deep.html", lambda: b"<html><body>" + b"<div><table><tr><td>" * 100_000 + "深。".encode()
    yield "scripts.html", lambda: b"<html><body>" + b"<script>" * 200_000
    yield "steps.ofd", lambda: ofd('<TextObject Boundary="0 0 9 9" Size="3"><TextCode X="0" Y="3" DeltaX="g 2000000000 1">ab</TextCode></TextObject>')
    yield "deep.ofd", lambda: ofd("<PageBlock>" * 100_000)
    yield "pages_same.ofd", lambda: ofd("", 5_000)
    yield "numbers.ofd", lambda: ofd('<TextObject Boundary="1e308 -1e308 nan 9" CTM="1e300 1 1 1e300 0 0" Size="1e308"><TextCode X="nan" Y="inf">'
                                     "ab</TextCode></TextObject>")
    yield "itself.ofd", lambda: packed({"OFD.xml": "<OFD><DocBody><DocRoot>OFD.xml</DocRoot></DocBody></OFD>"})
    yield "torn.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 4096


def heavy():
    """Files that ask for more time or memory than a document may have."""
    blank = [b" " * (1 << 20)]
    yield "bomb.docx", lambda: packed({"word/document.xml": blank * 4000})
    yield "bomb_strings.xlsx", lambda: xlsx("<worksheet/>", "<sst>" + "<si><t>a</t></si>" * 3_000_000 + "</sst>")
    yield "cells.xlsx", lambda: xlsx("<worksheet><sheetData>" + ("<row>" + "<c><v>1</v></c>" * 100 + "</row>") * 5_000 + "</sheetData></worksheet>")
    yield "cells_spread.xlsx", lambda: xlsx("<worksheet><sheetData>" + "".join(
        f'<row r="{i}"><c r="{chr(65 + i % 26)}{i}"><v>1</v></c></row>' for i in range(1, 200_000)) + "</sheetData></worksheet>")
    yield "paragraphs.docx", lambda: docx(paragraph("支出1728.14万元，比上年增加71.94万元。") * 20_000)
    yield "cell_long.docx", lambda: docx("<w:tbl><w:tr><w:tc>" + paragraph("预" * 2_000_000) + "</w:tc><w:tc>" + paragraph("1") + "</w:tc></w:tr></w:tbl>")
    yield "rows.html", lambda: ("<table>" + "<tr><td>项目</td><td>1</td></tr>" * 100_000 + "</table>").encode()
    yield "tables.html", lambda: ("<table><tr><td>项目</td><td>1</td></tr><tr><td>合计</td><td>1</td></tr></table>" * 20_000).encode()
    yield "glyphs.ofd", lambda: ofd('<TextObject Boundary="0 0 9 9" Size="3"><TextCode X="0" Y="3">' + "预" * 2_000_000 + "</TextCode></TextObject>")
    yield "paths.ofd", lambda: ofd('<PathObject Boundary="0 0 9 9"><AbbreviatedData>M 0 0 L 9 0 L 9 9</AbbreviatedData></PathObject>' * 300_000)
