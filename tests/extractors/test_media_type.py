import hashlib
import zipfile
from pathlib import Path

import pytest

from extractors.document import MediaType
from extractors.media_type import detect, raw_file
from tests.extractors.word.making import MAIN_TYPE, make_docx, paragraph

MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


@pytest.mark.parametrize(
    ("blob", "kind"),
    [
        (b"", MediaType.EMPTY),
        (b"%PDF-1.7\n", MediaType.PDF),
        (b"junk " * 100 + b"%PDF-1.4", MediaType.PDF),
        (b"x" * 1100 + b"%PDF-1.4", MediaType.UNKNOWN),
        (b"{\\rtf1\\ansi}", MediaType.RTF),
        (b"\xef\xbb\xbf{\\rtf1}", MediaType.RTF),
        (b"\xdb\xa5\x2d\x00" + b"\0" * 100, MediaType.DOC),
        (b'<?xml version="1.0"?><w:wordDocument xmlns:w="x">', MediaType.DOC),
        (b"<html>", MediaType.UNKNOWN),
        (b"plain text", MediaType.UNKNOWN),
        (b"PK\x03\x04 nothing more", MediaType.UNKNOWN),
        (b"PK\x03\x04.... [Content_Types].xml word/document.xml", MediaType.DOCX),
        (b"PK\x03\x04.... [Content_Types].xml ppt/slides", MediaType.UNKNOWN),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", MediaType.ODT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut", MediaType.UNKNOWN),
    ],
)
def test_bytes_tell_the_kind_whatever_the_name_says(tmp_path: Path, blob: bytes, kind: MediaType) -> None:
    path = tmp_path / "report.xlsx"
    path.write_bytes(blob)
    assert detect(path) is kind


@pytest.mark.parametrize(
    ("main_type", "kind"),
    [
        (MAIN_TYPE, MediaType.DOCX),
        (MAIN, MediaType.DOCM),
        (TEMPLATE, MediaType.DOTX),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", MediaType.UNKNOWN),
    ],
)
def test_a_package_is_what_its_main_part_is(tmp_path: Path, main_type: str, kind: MediaType) -> None:
    assert detect(make_docx(tmp_path / "a.zip", "", main_type=main_type)) is kind


def test_content_types_in_utf_16_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[content_types].xml", f'<Override ContentType="{MAIN_TYPE}"/>'.encode("utf-16"))
    assert detect(path) is MediaType.DOCX


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, MediaType.ODT),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, MediaType.UNKNOWN),
        ({"word/document.xml": "<x/>"}, MediaType.DOCX),
        ({"readme.txt": "x"}, MediaType.UNKNOWN),
    ],
)
def test_other_zips_are_told_by_their_members(tmp_path: Path, names: dict[str, str], kind: MediaType) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in names.items():
            archive.writestr(name, text)
    assert detect(path) is kind


def test_a_raw_file_has_the_hash_size_and_name_of_what_was_dropped(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "stored", paragraph("x"))
    file = raw_file(path, "Contribution 3.docx")
    blob = path.read_bytes()
    assert (file.sha256, file.size, file.name) == (hashlib.sha256(blob).hexdigest(), len(blob), "Contribution 3.docx")
    assert file.media_type is MediaType.DOCX
    assert raw_file(path).name == "stored"


def test_ole_files_are_told_by_their_streams(corpora: Path) -> None:
    expected = {
        "ordinary/poi__SampleDoc.doc": MediaType.DOC,
        "ordinary/poi__Word6.doc": MediaType.DOC,
        "hostile/poi__bug53475-password-is-pass.docx": MediaType.ENCRYPTED_OFFICE,
        "hostile/tika__protected_upper_case.docx": MediaType.ENCRYPTED_OFFICE,
        "hostile/tika__testWORDML_tableInsideParagraph.doc": MediaType.DOC,
        "hostile/docling__Strict.docx": MediaType.DOCX,
        "hostile/poi__truncated62886.docx": MediaType.DOCX,
    }
    assert {name: detect(corpora / name) for name in expected} == expected
