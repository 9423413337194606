import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from extractors.document import MediaType, RawFile
from extractors.errors import EncryptedDocument, ProgramMissing, UnreadableDocument, UnsupportedFormat
from extractors.extract import extract
from extractors.media_type import raw_file
from extractors.options import Options


@pytest.fixture
def contribution(tmp_path: Path) -> Path:
    path = tmp_path / "contribution.docx"
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    table.cell(
        0, 0
    ).text = "Council Working Group on Child Online Protection\nTwentieth meeting – Geneva, 13–14 January 2026"
    table.cell(0, 1).text = "Document CWG-COP-20/7-E\n12 December 2025\nOriginal: English"
    table.cell(1, 0).text = "Source:"
    table.cell(1, 1).text = "Kenya and Uganda"
    document.add_paragraph("Title: A regional helpline")
    document.add_heading("Introduction", 1)
    document.add_paragraph("The helpline answers the calls of children in both countries.")
    document.save(str(path))
    return path


def test_a_word_file_becomes_a_document(contribution: Path) -> None:
    document = extract(raw_file(contribution))
    assert document.header.symbol == "CWG-COP-20/7-E"
    assert [source.iso3 for source in document.header.sources] == ["KEN", "UGA"]
    assert document.header.title == "A regional helpline"
    assert (document.language, document.pages) == ("en", None)
    assert document.passages[-1].heading_path == ("Introduction",)


def test_the_same_bytes_give_the_same_document(contribution: Path) -> None:
    assert extract(raw_file(contribution)) == extract(raw_file(contribution))


def test_reading_a_word_file_does_not_load_the_pdf_libraries(contribution: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from extractors.extract import extract; "
        "from extractors.media_type import raw_file; extract(raw_file(Path(sys.argv[1]))); "
        "sys.exit(bool({'pypdfium2', 'pdfplumber'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", script, str(contribution)], check=False).returncode == 0


def _raw(path: Path, media_type: MediaType) -> RawFile:
    return RawFile(path, path.name, "0" * 64, 0, media_type)


@pytest.mark.parametrize(
    ("media_type", "error", "words"),
    [
        (MediaType.EMPTY, UnreadableDocument, "is empty"),
        (MediaType.UNKNOWN, UnsupportedFormat, "save it as PDF or DOCX"),
        (MediaType.ENCRYPTED_OFFICE, EncryptedDocument, "password"),
    ],
)
def test_what_cannot_be_read_says_why(
    tmp_path: Path, media_type: MediaType, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        extract(_raw(tmp_path / "file", media_type))


def test_an_old_format_waits_for_libreoffice(tmp_path: Path) -> None:
    legacy = tmp_path / "note.rtf"
    legacy.write_bytes(b"{\\rtf1 A note.}")
    with pytest.raises(ProgramMissing, match="LibreOffice") as caught:
        extract(raw_file(legacy))
    assert caught.value.program == "libreoffice"


def test_an_old_format_is_read_from_its_conversion(tmp_path: Path, contribution: Path) -> None:
    legacy = tmp_path / "contribution.rtf"
    legacy.write_bytes(b"{\\rtf1 }")
    document = extract(raw_file(legacy), converted=contribution)
    assert document.media_type is MediaType.RTF
    assert document.sha256 == raw_file(legacy).sha256
    assert document.header.symbol == "CWG-COP-20/7-E"


def test_a_word_file_without_text_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "blank.docx"
    docx.Document().save(str(path))
    with pytest.raises(UnreadableDocument, match="no text"):
        extract(raw_file(path))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_an_old_format_is_converted_where_it_stands(tmp_path: Path) -> None:
    legacy = tmp_path / "note.rtf"
    legacy.write_bytes(b"{\\rtf1\\ansi The helpline answers the calls of children.}")
    document = extract(raw_file(legacy), Options(soffice=Path(str(shutil.which("soffice")))))
    assert document.passages[0].text == "The helpline answers the calls of children."


def test_no_ordinary_file_has_an_invented_header(corpora: Path) -> None:
    for path in sorted((corpora / "ordinary").glob("*.docx")):
        try:
            document = extract(raw_file(path))
        except UnreadableDocument:
            continue
        assert document.header.provenance == (), path.name


def test_a_file_with_nothing_but_invisible_characters_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "invisible.docx"
    document = docx.Document()
    document.add_paragraph("\u200b\u2060\ufeff")
    document.save(str(path))
    with pytest.raises(UnreadableDocument, match="no text"):
        extract(raw_file(path))
