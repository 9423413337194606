import contextlib
import random
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.errors import EncryptedDocument, ExtractionError, LimitExceeded, UnreadableDocument
from extractors.options import Limits
from extractors.word.package import Package
from extractors.word.reader import read_package
from tests.extractors.word.making import NAMES, RELATION, make_docx, paragraph, read

LAUGHS = "<!DOCTYPE w:document [<!ENTITY a 'ha'>{}]>".format(
    "".join(f"<!ENTITY {chr(98 + at)} '{f'&{chr(97 + at)};' * 10}'>" for at in range(20))
)


def with_document(path: Path, xml: str) -> Path:
    """Replace the main part of a package."""
    make_docx(path, "")
    changed = path.with_suffix(".changed.docx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "word/document.xml" else old.read(name))
    return changed


def document(inner: str, before: str = "") -> str:
    return f"{before}<w:document {NAMES}><w:body>{inner}</w:body></w:document>"


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument):
        read(with_document(tmp_path / "a.docx", document(paragraph("so &t; funny"), LAUGHS)))
    few = "<!DOCTYPE w:document [<!ENTITY a 'ha'>]>"
    reading = read(with_document(tmp_path / "b.docx", document(paragraph("so &a; funny"), few)))
    assert [block.text for block in reading.blocks] == ["so  funny"]
    assert "entities" in reading.warnings[0]


def test_no_file_and_no_address_outside_is_touched(tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("SECRET")
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    entity = f'<!DOCTYPE w:document [<!ENTITY f SYSTEM "{canary.as_uri()}"><!ENTITY n SYSTEM "{address}/n">]>'
    first = with_document(tmp_path / "a.docx", document(paragraph("a&f;b&n;c"), entity))
    outside = f'<!DOCTYPE w:document SYSTEM "{address}/d.dtd">'
    third = with_document(tmp_path / "c.docx", document(paragraph("text"), outside))
    links = "".join(
        f'<Relationship Id="x{kind}" Type="{RELATION}/{kind}" Target="{target}" TargetMode="External"/>'
        for kind, target in (
            ("image", f"{address}/image.png"),
            ("attachedTemplate", f"{address}/t.dotm"),
            ("styles", canary.as_uri()),
            ("header", f"{address}/h.xml"),
            ("footnotes", canary.as_uri()),
        )
    )
    links += f'<Relationship Id="up" Type="{RELATION}/numbering" Target="../../../../{canary}"/>'
    second = make_docx(tmp_path / "b.docx", paragraph("text"), links=links)
    try:
        assert "SECRET" not in repr(read(first))
        assert "SECRET" not in repr(read(second))
        with pytest.raises(UnreadableDocument):
            read(third)
    finally:
        server.shutdown()
        server.server_close()
    assert asked == []


def test_a_file_that_unpacks_too_far_is_not_unpacked(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "a.docx", paragraph("x"), raw={"word/media/i.bin": b"\0" * 3_000_000})
    with pytest.raises(LimitExceeded, match="3 MB"):
        read(path, Limits(unpacked_megabytes=2))
    with pytest.raises(LimitExceeded, match="more text"):
        read(make_docx(tmp_path / "b.docx", paragraph("word " * 50_000)), Limits(unpacked_megabytes=1))
    bomb = make_docx(tmp_path / "c.docx", paragraph("x"), raw={"word/media/i.bin": b"\0" * 60_000_000})
    with pytest.raises(LimitExceeded, match="only files made to do harm"):
        read(bomb)


@pytest.mark.parametrize(
    "inner",
    [
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
        "<w:p><w:ins>{}</w:ins></w:p>",
        "<w:p><m:oMath><m:f><m:num>{}</m:num></m:f></m:oMath></w:p>",
        "<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>",
    ],
)
@pytest.mark.parametrize("depth", [20, 40, 60, 5_000])
def test_nesting_of_any_depth_ends_in_a_reading_or_in_a_typed_error(tmp_path: Path, inner: str, depth: int) -> None:
    before, _, after = inner.partition("{}")
    path = with_document(tmp_path / "a.docx", document(before * depth + paragraph("deep") + after * depth))
    if depth > 100:
        with pytest.raises(UnreadableDocument):
            read(path)
    else:
        assert "deep" in repr(read(path).blocks)


def test_a_damaged_side_part_costs_a_warning_only(tmp_path: Path) -> None:
    parts = dict.fromkeys(("styles", "numbering", "footnotes", "comments", "settings", "header1"), "<broken")
    reading = read(make_docx(tmp_path / "a.docx", paragraph("still here"), parts))
    assert [block.text for block in reading.blocks] == ["still here"]
    assert len(reading.warnings) == 6


@pytest.mark.parametrize("xml", ["", "<w:document", "<html/>", "<a>&undefined;</a>", "\0\0\0"])
def test_a_damaged_main_part_makes_the_file_unreadable(tmp_path: Path, xml: str) -> None:
    with pytest.raises(UnreadableDocument, match="damaged or incomplete"):
        read(with_document(tmp_path / "a.docx", xml))


def test_a_package_without_its_main_part_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(UnreadableDocument, match="missing"):
        read_package(path, Limits())


def test_the_main_part_is_found_by_link_or_by_type_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types><Override PartName="/Word/Doc.xml" ContentType="application/x.main+xml"/></Types>',
        )
        archive.writestr("word\\doc.xml", document(paragraph("found")))
    assert [block.text for block in read_package(path, Limits()).blocks] == ["found"]


def test_an_encrypted_zip_member_asks_for_the_password(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "a.docx", paragraph("x"))
    blob = bytearray(path.read_bytes())
    at = -1
    while (at := blob.find(b"PK\x01\x02", at + 1)) >= 0:
        blob[at + 8] |= 1
    path.write_bytes(blob)
    with pytest.raises(EncryptedDocument):
        read_package(path, Limits())


def test_strict_files_are_read_like_transitional_ones(tmp_path: Path) -> None:
    xml = document(paragraph("Strict text"))
    xml = xml.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert [block.text for block in read(with_document(tmp_path / "a.docx", xml)).blocks] == ["Strict text"]


def test_a_truncated_file_says_that_it_is_incomplete(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "a.docx", paragraph("x"))
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(UnreadableDocument, match="damaged or incomplete"):
        read(path)


def test_a_package_is_closed_when_it_does_not_open(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK nothing")
    with pytest.raises(UnreadableDocument):
        Package(path, Limits())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32))
def test_a_file_with_any_bytes_changed_gives_a_reading_or_a_typed_error(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    path = make_docx(tmp_path / "a.docx", paragraph("some text") * 5, {"styles": "<w:style/>", "numbering": "<w:num/>"})
    blob = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 8)):
        blob[chance.randrange(len(blob))] = chance.randrange(256)
    path.write_bytes(blob)
    with contextlib.suppress(ExtractionError):
        read_package(path, Limits())


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32))
def test_a_main_part_with_any_elements_moved_gives_a_reading_or_a_typed_error(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    tags = [
        "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:ins", "w:del", "w:sdt", "w:sdtContent", "w:pPr", "w:numPr",
        "w:rPr", "w:b", "w:fldChar", "w:drawing", "w:txbxContent", "mc:AlternateContent", "mc:Choice", "m:oMath", "m:f",
        "w:footnoteReference", "w:bookmarkStart", "w:commentRangeStart", "w:sectPr", "w:vMerge", "w:gridSpan", "w:tcPr",
    ]  # fmt: skip

    def grow(depth: int) -> str:
        if depth == 0 or chance.random() < 0.1:
            return "text"
        tag = chance.choice(tags)
        value = chance.choice(["1", "-1", "x", "99999999999999", "begin", "continue"])
        inner = "".join(grow(depth - 1) for _ in range(chance.randint(0, 3)))
        return f'<{tag} w:val="{value}" w:id="{value}" w:name="{value}" w:fldCharType="{value}">{inner}</{tag}>'

    path = with_document(tmp_path / "a.docx", document("".join(grow(8) for _ in range(6))))
    with contextlib.suppress(ExtractionError):
        read_package(path, Limits())
