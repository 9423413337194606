import zipfile
from pathlib import Path

import pytest

from extractors.document import PassageKind
from extractors.errors import LimitExceeded
from extractors.options import Limits
from extractors.reading import Reading
from tests.extractors.word.making import RELATION, make_docx, paragraph, read, table

CHUNK = paragraph("before") + '<w:altChunk r:id="c"/>' + paragraph("after")


def read_chunk(folder: Path, blob: bytes, name: str = "chunk.bin", body: str = CHUNK) -> Reading:
    links = f'<Relationship Id="c" Type="{RELATION}/aFChunk" Target="{name}"/>'
    return read(make_docx(folder / "outer.docx", body, raw={f"word/{name}": blob}, links=links))


def texts(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks]


def test_embedded_html_is_read_where_it_stands(tmp_path: Path) -> None:
    page = (
        "<html><head><title>no</title><style>p {}</style></head><body><h2>Mesures</h2>"
        "<p>Protéger\n les <b>enfants</b>.<br>Ligne deux</p>"
        "<ol start='3'><li>trois<li value=9>neuf<li>dix</ol><ul><li>point</ul>"
        "loose <script>alert(1)</script>text</body></html>"
    )
    reading = read_chunk(tmp_path, page.encode())
    assert [(block.kind.value, block.level, block.number, block.text) for block in reading.blocks] == [
        ("paragraph", None, None, "before"),
        ("heading", 2, None, "Mesures"),
        ("paragraph", None, None, "Protéger les enfants.\nLigne deux"),
        ("list_item", None, "3", "trois"),
        ("list_item", None, "9", "neuf"),
        ("list_item", None, "10", "dix"),
        ("list_item", None, None, "point"),
        ("paragraph", None, None, "loose text"),
        ("paragraph", None, None, "after"),
    ]
    assert reading.warnings == ()


def test_a_table_in_embedded_html_keeps_its_spans(tmp_path: Path) -> None:
    page = (
        "<table><caption>Measures</caption><thead><tr><th>Risk<th>2023<th>2024</tr></thead>"
        "<tr><td rowspan=2>Grooming<td colspan=2>12</tr><tr><td>13<td>14</tr></table>"
    )
    reading = read_chunk(tmp_path, b"<body>" + page.encode())
    cells = [(cell.row, cell.column, cell.row_span, cell.column_span, cell.text) for cell in reading.tables[0].cells]
    assert cells == [
        (0, 0, 1, 1, "Measures"),
        (1, 0, 1, 1, "Risk"),
        (1, 1, 1, 1, "2023"),
        (1, 2, 1, 1, "2024"),
        (2, 0, 2, 1, "Grooming"),
        (2, 1, 1, 2, "12"),
        (3, 1, 1, 1, "13"),
        (3, 2, 1, 1, "14"),
    ]


def test_form_fields_and_changes_of_embedded_html_are_kept(tmp_path: Path) -> None:
    page = (
        "<p>Yes <input type=checkbox checked> No <input type=radio> <input value=Kenya><input type=hidden value=x>"
        "<select><option>a<option selected>b</select></p><p><del>old</del><ins>new</ins> text</p>"
    )
    reading = read_chunk(tmp_path, page.encode())
    assert texts(reading)[1:3] == ["Yes ☒ No ☐ Kenyab", "new text"]
    assert reading.blocks[2].text_before == "old text"


@pytest.mark.parametrize(
    ("blob", "lines"),
    [
        ("First line\r\n\r\nДругая строка\n".encode(), ["First line", "Другая строка"]),
        ("Été\n".encode("cp1252"), ["Été"]),
        ("Été\n".encode("utf-16"), ["Été"]),
        ("<p>Été</p>".encode("utf-16"), ["Été"]),
        ("<p>Été</p>".encode("cp1252"), ["Été"]),
        ('<meta charset="iso-8859-5"><p>Дети</p>'.encode("iso-8859-5"), ["Дети"]),
        (b"\xef\xbb\xbf<p>x</p>", ["x"]),
        (b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>In a mail</p>", ["In a mail"]),
        (b"MIME-Version: 1.0\nContent-Type: text/plain\n\nPlain", ["Plain"]),
        (b"<html><!-- nothing --></html>", []),
    ],
)
def test_text_of_any_encoding_is_read(tmp_path: Path, blob: bytes, lines: list[str]) -> None:
    reading = read_chunk(tmp_path, blob)
    assert (texts(reading), reading.warnings) == (["before", *lines, "after"], ())


@pytest.mark.parametrize(
    "blob",
    [b"{\\rtf1 text}", b"PK\x03\x04 broken", b"\0\1\2\3", b"MIME-Version: 1.0\nContent-Type: image/png\n\nx"],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, blob: bytes) -> None:
    reading = read_chunk(tmp_path, blob)
    assert texts(reading) == ["before", "after"]
    assert "chunk.bin, which was not read" in reading.warnings[0]


@pytest.mark.parametrize("element", ['<w:altChunk r:id="c"/>', '<w:p><w:subDoc r:id="c"/></w:p>'])
def test_a_word_file_inside_is_read_with_its_own_styles_and_numbers(tmp_path: Path, element: str) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="heading 2"/></w:style>'
    note = "<w:p><w:r><w:t>Noted</w:t><w:footnoteReference w:id='1'/></w:r></w:p>"
    body = paragraph("Inside", '<w:pStyle w:val="x"/>') + note + table(("a", "b", "c"))
    footnotes = f'<w:footnote w:id="1">{paragraph("The note.")}</w:footnote>'
    inner = make_docx(tmp_path / "inner.docx", body, {"styles": styles, "footnotes": footnotes}).read_bytes()
    reading = read_chunk(tmp_path, inner, "inner.docx", paragraph("before") + element + paragraph("after"))
    assert [(block.kind, block.text) for block in reading.blocks] == [
        (PassageKind.PARAGRAPH, "before"),
        (PassageKind.HEADING, "Inside"),
        (PassageKind.PARAGRAPH, "Noted"),
        (PassageKind.FOOTNOTE, "The note."),
        (PassageKind.TABLE_ROW, "a; b; c"),
        (PassageKind.PARAGRAPH, "after"),
    ]


def test_files_inside_files_are_read_three_deep_and_once_each(tmp_path: Path) -> None:
    blob = b"<p>deepest</p>"
    for at in range(6):
        links = f'<Relationship Id="c" Type="{RELATION}/aFChunk" Target="chunk.bin"/>'
        body = paragraph(f"level {at}") + '<w:altChunk r:id="c"/>' * 2
        path = make_docx(tmp_path / f"{at}.docx", body, raw={"word/chunk.bin": blob}, links=links)
        blob = path.read_bytes()
    reading = read(path)
    assert texts(reading) == ["level 5", "level 4", "level 3", "level 2"]
    assert len(reading.warnings) == 1


def test_files_inside_share_the_limits_of_the_file(tmp_path: Path) -> None:
    inner = make_docx(tmp_path / "inner.docx", paragraph("word " * 30_000)).read_bytes()
    links = "".join(f'<Relationship Id="c{at}" Type="{RELATION}/aFChunk" Target="chunk{at}.docx"/>' for at in range(10))
    body = "".join(f'<w:altChunk r:id="c{at}"/>' for at in range(10))
    raw = {f"word/chunk{at}.docx": inner for at in range(10)}
    path = make_docx(tmp_path / "outer.docx", body, raw=raw, links=links)
    assert len(read(path).blocks) == 10
    with pytest.raises(LimitExceeded):
        read(path, Limits(unpacked_megabytes=10))


def test_no_file_outside_the_package_is_read(tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("SECRET")
    links = (
        f'<Relationship Id="a" Type="{RELATION}/aFChunk" Target="{canary.as_uri()}" TargetMode="External"/>'
        f'<Relationship Id="b" Type="{RELATION}/subDocument" Target="file:///C:\\r\\part2.docx" TargetMode="External"/>'
        f'<Relationship Id="c" Type="{RELATION}/aFChunk" Target="../../{canary}"/>'
        f'<Relationship Id="d" Type="{RELATION}/aFChunk" Target="page.html"/>'
    )
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{canary.as_uri()}">]><link rel=stylesheet href="http://127.0.0.1:9/x">'
        f'<p>page &x;</p><iframe src="{canary.as_uri()}"></iframe><img src="http://127.0.0.1:9/i.png">'
    )
    body = "".join(f'<w:altChunk r:id="{each}"/>' for each in "acdx") + '<w:p><w:subDoc r:id="b"/></w:p>'
    path = make_docx(tmp_path / "a.docx", body, raw={"word/page.html": page.encode()}, links=links)
    reading = read(path)
    assert "SECRET" not in repr(reading)
    assert "page" in texts(reading)[1]
    assert any("part2.docx" in warning for warning in reading.warnings)
    assert len(reading.warnings) == 4


def test_a_deleted_part_of_a_master_document_is_left_out(tmp_path: Path) -> None:
    inner = make_docx(tmp_path / "inner.docx", paragraph("Inside")).read_bytes()
    reading = read_chunk(tmp_path, inner, body=paragraph("x") + '<w:p><w:del><w:subDoc r:id="c"/></w:del></w:p>')
    assert texts(reading) == ["x"]
    assert zipfile.is_zipfile(tmp_path / "outer.docx")


def test_a_page_nested_beyond_all_measure_is_read_in_part_and_said(tmp_path: Path) -> None:
    reading = read_chunk(tmp_path, b"<p>a</p>" + b"<div>" * 5_000 + b"x")
    assert texts(reading) == ["before", "a", "after"]
    assert "nested too deep" in reading.warnings[0]
