"""Bad inputs, made anew each time: files that are broken, endless or meant to harm a reader.

inputs() gives them all as Input(name, make, statuses, is_quick): make(path) makes the file; statuses are the outcomes
that are right for it; the quick ones are read within moments.
"""

import os
import random
import typing
import zlib

import hostile_office


class Input(typing.NamedTuple):
    name: bytes
    make: typing.Callable
    statuses: frozenset
    is_quick: bool


READ = frozenset(["ok", "partial", "no_text"])
BROKEN = frozenset(["truncated", "corrupt", "not_pdf", "encrypted", "empty"])
LIMITS = frozenset(["limit_cpu", "limit_wall", "limit_mem", "limit_output"])


def pdf(objects, trailer="/Root 1 0 R", end="%%EOF\n"):
    """A PDF of numbered objects: {number: bytes or (dictionary, stream)}."""
    out = bytearray(b"%PDF-1.5\n")
    offsets = {}
    for number, value in sorted(objects.items()):
        offsets[number] = len(out)
        if isinstance(value, tuple):
            entries, data = value
            value = b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % offsets.get(number, 0)
    out += b"trailer<</Size %d %s>>\nstartxref\n%d\n" % (size, trailer.encode(), start)
    return bytes(out) + end.encode()


def page(content=b"", resources=b"", media_box=b"0 0 595 842", more=None, entries=b""):
    """A PDF of one page with the font /F; more: further objects, from 7 on."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%s>>>>"
        % (media_box, resources),
        4: (entries, content),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        **(more or {}),
    }
    return pdf(objects)


def flate(content, times=1):
    """A stream packed over and over, and the dictionary entry that says so."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    return b"/Filter[%s]" % (b"/FlateDecode" * times), content


def bomb(piece, count, times):
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(piece) for _ in range(count)) + packer.flush()
    entries, content = flate(packed, times - 1)
    return page(content, entries=b"/Filter[%s]" % (b"/FlateDecode" * times))


def good():
    lines = b"".join(b"BT /F 10 Tf 50 %d Td (line %d of a page, 123.45) Tj ET\n" % (800 - 12 * i, i) for i in range(50))
    entries, content = flate(lines)
    return page(content, entries=entries)


def forms(levels, calls, last=b""):
    """Forms that draw one another: level n draws level n + 1 so many times; the last draws the first."""
    more = {}
    for level in range(levels):
        following = 7 + (level + 1) % levels
        content = last if level == levels - 1 and last else b"/X Do " * calls
        more[7 + level] = (
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % following, content)
    return page(b"/X Do", b"/XObject<</X 7 0 R>>", more=more)


def write(data):
    def make(path):
        with open(path, "wb") as file:
            file.write(data() if callable(data) else data)
    return make


def sparse(path):
    with open(path, "wb") as file:
        file.truncate(100 << 30)


def encrypted(owner, user):
    body = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>"}
    return pdf(body, "/Root 1 0 R/ID[(0123456789ABCDEF)(0123456789ABCDEF)]/Encrypt<</Filter/Standard/V 1/R 2/P -4"
               f"/O<{owner}>/U<{user}>>>")


def text_inputs():
    """Texts that our own stages may find hard."""
    yield "lines_empty.txt", lambda: b"\n" * 2_000_000
    yield "one_line.txt", lambda: "某部门预算支出".encode() * 500_000
    yield "digits.txt", lambda: b"1234567890" * 300_000
    yield "commas.txt", lambda: b"1,234,567," * 300_000
    yield "brackets.txt", lambda: "（其中：".encode() * 200_000
    yield "figures.txt", lambda: "支出1728.14万元，比上年增加71.94万元，增长4.3%；".encode() * 20_000
    yield "sentences.txt", lambda: "二、收入总计1728.14万元。\n".encode() * 50_000
    yield "headings.txt", lambda: "一、总体情况\n（一）收入\n1.支出\n".encode() * 50_000
    yield "numerals.txt", lambda: "壹佰贰拾叁万肆仟".encode() * 100_000
    yield "nul.txt", lambda: b"\0" * 1_000_000
    yield "surrogates.txt", lambda: b"\xff\xfe" + b"\x00\xd8" * 100_000
    yield "torn.txt", lambda: "预算".encode("gb18030") * 100_000 + b"\x81"
    yield "controls.txt", lambda: bytes(range(1, 32)) * 10_000
    yield "combining.txt", lambda: ("e" + "\u0301" * 100_000).encode()


def structures():
    """PDF whose objects lead nowhere or round in circles."""
    def tree(kids, count=1):
        return pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)})
    yield "tree_loop.pdf", tree(b"2 0 R")
    yield "tree_wide_loop.pdf", tree(b"2 0 R " * 1000, 1000)
    yield "tree_missing.pdf", tree(b"9 0 R 10 0 R")
    yield "tree_count.pdf", tree(b"", 2_000_000_000)
    yield "tree_negative.pdf", tree(b"2 0 R", -5)
    yield "no_pages.pdf", pdf({1: b"<</Type/Catalog>>"})
    yield "root_loop.pdf", pdf({1: b"1 0 R"})
    data = page(b"BT /F 9 Tf (a) Tj ET")
    start = data.rindex(b"xref", 0, data.rindex(b"startxref"))
    yield "xref_loop.pdf", data.replace(b"trailer<<", b"trailer<</Prev %d " % start)
    yield "xref_far.pdf", data.replace(b"startxref\n%d" % start, b"startxref\n99999999999999999999")
    yield "xref_size.pdf", data.replace(b"/Size 6", b"/Size 2147483647")
    yield "nested_arrays.pdf", page(b"[" * 1_000_000)
    yield "nested_objects.pdf", pdf({1: b"<</Type/Catalog/Pages 2 0 R/A %s>>" % (b"[" * 500_000), 2: b"<<>>"})
    yield "nested_dictionaries.pdf", pdf({1: b"<</A" * 300_000, 2: b"<<>>"})
    yield "length_loop.pdf", page(b"", entries=b"/Length 4 0 R")
    yield "contents_loop.pdf", pdf({
        1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents[4 0 R]>>", 4: b"[4 0 R 4 0 R 4 0 R]"})
    yield "font_loop.pdf", page(b"BT /G 9 Tf (ab) Tj ET", b"/Font<</G 7 0 R>>", more={
        7: b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 7 0 R>>"})
    yield "cmap_loop.pdf", page(b"BT /G 9 Tf <0001> Tj ET", b"/Font<</G 7 0 R>>", more={
        7: b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding 8 0 R/DescendantFonts[9 0 R]/ToUnicode 8 0 R>>",
        8: (b"/Type/CMap/CMapName/A/UseCMap 8 0 R", b"/A usecmap 1 begincodespacerange <0000> <ffffffff>"),
        9: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>>>"})
    yield "language_pack.pdf", page(b"BT /G 9 Tf <D4A4CBE3> Tj ET", b"/Font<</G 7 0 R>>", more={
        7: b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/No-Such-H/DescendantFonts[9 0 R]>>",
        9: b"<</Type/Font/Subtype/CIDFontType0/BaseFont/A/CIDSystemInfo<</Registry(No)/Ordering(Such)/Supplement 0>>>>"})
    yield "form_loop.pdf", forms(1, 1)
    yield "form_pair_loop.pdf", forms(2, 3)
    yield "type3_loop.pdf", page(b"BT /G 9 Tf (a) Tj ET", b"/Font<</G 7 0 R>>", more={
        7: b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[9]"
           b"/Encoding<</Differences[97/a]>>/CharProcs<</a 8 0 R>>/Resources<</Font<</G 7 0 R>>>>>>",
        8: (b"", b"9 0 d0 BT /G 9 Tf (aaaa) Tj ET")})
    yield "pattern_loop.pdf", page(b"/Pattern cs /P scn 0 0 99 99 re f", b"/Pattern<</P 7 0 R>>", more={
        7: (b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep .001/YStep .001"
            b"/Resources<</Pattern<</P 7 0 R>>>>", b"/Pattern cs /P scn 0 0 1 1 re f")})
    yield "mask_loop.pdf", page(b"/S gs 0 0 9 9 re f", b"/ExtGState<</S 7 0 R>>", more={
        7: b"<</SMask<</S/Luminosity/G 8 0 R>>>>",
        8: (b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency>>/Resources<</ExtGState<</S 7 0 R>>>>",
            b"/S gs 0 0 9 9 re f")})
    yield "image_huge.pdf", page(b"/I Do", b"/XObject<</I 7 0 R>>", more={
        7: (b"/Type/XObject/Subtype/Image/Width 2000000000/Height 2000000000/BitsPerComponent 16/ColorSpace/DeviceRGB",
            b"a")})
    yield "image_garbage.pdf", page(b"/I Do /J Do", b"/XObject<</I 7 0 R/J 8 0 R>>", more={
        7: (b"/Type/XObject/Subtype/Image/Width 99/Height 99/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/JPXDecode",
            b"\0\0\0\x0cjP  \r\n\x87\n" + b"\xff" * 999),
        8: (b"/Type/XObject/Subtype/Image/Width 99/Height 99/BitsPerComponent 1/ImageMask true/Filter/JBIG2Decode",
            b"\xff" * 999)})
    yield "media_box_huge.pdf", page(b"BT /F 9 Tf (a) Tj ET 0 0 1e9 1 re f", media_box=b"0 0 1e9 1e9")
    yield "media_box_nan.pdf", page(b"BT /F 9 Tf (a) Tj ET", media_box=b"1e400 -1e400 0 0")
    yield "media_box_none.pdf", page(b"BT /F 9 Tf (a) Tj ET", media_box=b"5 5 5 5")
    yield "numbers_huge.pdf", page(b"BT /F 1e38 Tf 1e38 1e38 Td (a) Tj ET 1e38 0 0 1e38 1e38 1e38 cm 1 1 1e38 1e38 re f")
    yield "restores.pdf", page(b"Q " * 1_000_000)
    yield "operators_unknown.pdf", page(b"zz " * 300_000)
    yield "string_open.pdf", page(b"BT /F 9 Tf (" + b"a" * 1_000_000)
    yield "predictor.pdf", page(zlib.compress(b"a" * 99), entries=b"/Filter/FlateDecode/DecodeParms<</Predictor 15"
                                                                  b"/Columns 2147483647/Colors 32/BitsPerComponent 16>>")


def heavy():
    """PDF that ask for more time or memory than a document may have."""
    yield "forms_doubled.pdf", lambda: forms(40, 2, b"0 0 9 9 re f")
    yield "bomb.pdf", lambda: bomb(b" " * (1 << 20), 2000, 1)
    yield "bomb_doubled.pdf", lambda: bomb(b"\0" * (1 << 20), 4000, 2)
    yield "bomb_text.pdf", lambda: bomb(b"BT /F 9 Tf 9 9 Td (aaaaaaaa) Tj ET\n" * 10_000, 1000, 1)
    yield "lines_empty.pdf", lambda: page(b"\n" * 2_000_000)
    yield "saves.pdf", lambda: page(b"q " * 5_000_000)
    yield "glyphs.pdf", lambda: page(b"BT /F 9 Tf " + b"9 9 Td (%s) Tj " % (b"a1" * 50) * 10_000 + b"ET")
    yield "glyphs_one_string.pdf", lambda: page(b"BT /F 9 Tf 9 9 Td (" + b"a" * 5_000_000 + b") Tj ET")
    yield "rulings.pdf", lambda: page(b"".join(
        b"%d %d m %d %d l S\n" % (i % 500, i // 2000, i % 500 + 90, i // 2000) for i in range(1_000_000)))
    yield "grid.pdf", lambda: page(b"".join(b"%g 0 m %g 842 l S 0 %g m 595 %g l S\n" % ((i / 4,) * 4)
                                            for i in range(2400)))
    yield "rectangles.pdf", lambda: page(b"".join(
        b"%d %d 5 5 re S\n" % (i * 7 % 590, i * 11 % 840) for i in range(300_000)))
    yield "string_giant.pdf", lambda: page(b"BT /F 9 Tf <" + b"61" * 30_000_000 + b"> Tj ET")
    yield "pages_many.pdf", lambda: pdf({
        1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[%s]/Count 100000>>" % (b"3 0 R " * 100_000),
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>"})


HOSTILE_NAMES = [b"line\nbreak.pdf", b"-o.pdf", b"bytes\xff\xfe.pdf", "\u202efdp.pdf".encode(), b"n" * 251 + b".pdf",
                 b"$(reboot).pdf", b"'quoted\".pdf", b"..%2f..%2fx.pdf"]


def inputs():
    anything = READ | BROKEN | LIMITS
    whole = good()
    yield Input(b"empty.pdf", write(b""), frozenset(["empty"]), True)
    yield Input(b"pipe.pdf", os.mkfifo, frozenset(["not_regular"]), True)
    yield Input(b"device.pdf", lambda path: os.symlink("/dev/zero", path), frozenset(["not_regular"]), True)
    yield Input(b"nowhere.pdf", lambda path: os.symlink("nothing", path), frozenset(["unreadable"]), True)
    yield Input(b"link_loop.pdf", lambda path: os.symlink(path, path), frozenset(["unreadable"]), True)
    yield Input(b"sparse.pdf", sparse, frozenset(["too_large"]), True)
    for part in range(100):
        yield Input(b"cut_%02d.pdf" % part, write(whole[:len(whole) * part // 100 + 1]), anything, part % 10 == 3)
    for seed in range(20):
        chance = random.Random(seed)
        flipped = bytearray(whole)
        for _ in range(30):
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        yield Input(b"flipped_%02d.pdf" % seed, write(bytes(flipped)), anything, seed % 4 == 0)
    for name in HOSTILE_NAMES:
        yield Input(name, write(whole + b"%" + name.hex().encode()), READ, True)
    yield Input(b"page_as.pdf", write(b"<!DOCTYPE html><html></html>"), frozenset(["not_pdf"]), True)
    yield Input(b"zip_as.pdf", write(b"PK\x03\x04 word/document.xml"), frozenset(["not_pdf"]), True)
    yield Input(b"locked.pdf", write(encrypted("92FE0F4454AD4C9644693F33C07CB54F587DCE1E2682FE9ECEA6107A1EF630DD",
                                               "1173DFC841C51AFB8529158E081DAD4D1F160DC11536FD9D3450566158FD4E04")),
                frozenset(["encrypted"]), True)
    yield Input(b"locked_by_owner.pdf",
                write(encrypted("C92422687FACEE686E373F10B5C7D04738053152F7E2EE30E11C69EC442576AB",
                                "7E9BBA7DC6EB0FA4882B35893C5EC98A44A82456EF81211B375CCD291D246A87")),
                frozenset(["no_text"]), True)
    for name, data in structures():
        # Poppler 22.12 runs out of stack in a CMap that uses itself.
        crash = frozenset(["crashed"] if name == "cmap_loop.pdf" else [])
        yield Input(name.encode(), write(data), anything | crash, True)
    for name, data in text_inputs():
        yield Input(name.encode(), write(data), anything, False)
    for name, data in heavy():
        yield Input(name.encode(), write(data), anything, False)
    refused = anything | {"too_large", "unsupported"}
    for name, data in hostile_office.quick():
        yield Input(name.encode(), write(data), refused, True)
    for name, data in hostile_office.heavy():
        yield Input(name.encode(), write(data), refused, False)
