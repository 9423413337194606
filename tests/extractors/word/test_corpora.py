import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from extractors.errors import EncryptedDocument, ExtractionError, ProgramMissing, UnreadableDocument, UnsupportedFormat
from extractors.media_type import raw_file
from extractors.options import Options
from extractors.reading import Reading
from extractors.word.names import w
from extractors.word.reader import read_word

WORD = (".docx", ".docm", ".doc", ".rtf", ".odt")


def reading_of(corpora: Path, name: str) -> Reading:
    return read_word(raw_file(corpora / "ordinary" / name), Options())


def test_every_ordinary_docx_is_read(corpora: Path) -> None:
    for path in sorted((corpora / "ordinary").glob("*.docx")):
        reading = read_word(raw_file(path), Options())
        assert reading.blocks or reading.remarks, path.name
        assert reading.warnings == (), path.name


def test_no_word_of_any_ordinary_docx_is_lost(corpora: Path) -> None:
    for path in sorted((corpora / "ordinary").glob("*.docx")):
        reading = read_word(raw_file(path), Options())
        found = " ".join(
            [f"{block.number or ''} {block.text} {block.text_before or ''}" for block in reading.blocks]
            + [cell.text for table in reading.tables for cell in table.cells]
        )
        with zipfile.ZipFile(path) as archive:
            root = etree.fromstring(archive.read("word/document.xml"))
        shown = [t for t in root.iter(w("t"), w("delText")) if t.text and not is_doubled(t)]
        missing = {word for t in shown for word in re.findall(r"\w+", t.text)} - set(re.findall(r"\w+", found))
        # Words that are cut over several runs are found as a whole only.
        assert all(word in found for word in missing), (path.name, missing)


def is_doubled(element: etree._Element) -> bool:
    """Content that stands a second time for older programs, or that nobody sees."""
    return any(
        parent.tag.endswith("}Fallback") or parent.find(f"{w('rPr')}/{w('vanish')}") is not None
        for parent in element.iterancestors()
    )


def test_every_hostile_file_gives_a_reading_or_a_typed_error(corpora: Path) -> None:
    outcomes: dict[str, str] = {}
    for path in sorted((corpora / "hostile").iterdir()):
        if path.suffix in WORD:
            try:
                read_word(raw_file(path), Options())
                outcomes[path.name] = "read"
            except ExtractionError as error:
                outcomes[path.name] = type(error).__name__
    damaged = [name for name, outcome in outcomes.items() if outcome == UnreadableDocument.__name__]
    assert {"poi__truncated62886.docx", "tika__testWORD_truncated.docx"} <= set(damaged)
    assert outcomes["tika__testWORD_protected_passtika.docx"] == EncryptedDocument.__name__
    assert outcomes["tika__testODTEncrypted.odt"] == EncryptedDocument.__name__
    assert outcomes["tika__testODTnotaZipFile.odt"] == UnsupportedFormat.__name__
    assert outcomes["poi__SimpleMacro.doc"] == ProgramMissing.__name__
    assert outcomes["docling__Strict.docx"] == "read"
    assert outcomes["poi__SimpleMacro.docm"] == "read"


def test_the_tracked_changes_of_a_real_document_are_found(corpora: Path) -> None:
    reading = reading_of(corpora, "poi__delins.docx")
    inserted = "".join(each.text for block in reading.blocks for each in block.revisions if each.kind == "insertion")
    deleted = "".join(each.text for block in reading.blocks for each in block.revisions if each.kind == "deletion")
    assert inserted.startswith("March 2009: Apache Tika Release")
    assert deleted.startswith("A pendant worn in place of the red spot")
    assert all(each.author == "pavel" for block in reading.blocks for each in block.revisions)


def test_every_tracked_change_is_found_with_its_text(corpora: Path) -> None:
    samples = Path(__file__).resolve().parents[3] / "samples" / "files"
    kinds = {"ins": "insertion", "del": "deletion", "moveFrom": "move_from", "moveTo": "move_to"}
    written = 0
    for path in [*sorted((corpora / "ordinary").glob("*.docx")), *sorted(samples.glob("*.docx"))]:
        with zipfile.ZipFile(path) as archive:
            root = etree.fromstring(archive.read("word/document.xml"))
        reading = read_word(raw_file(path), Options())
        for tag, kind in kinds.items():
            found = "".join(
                f"{block.number or ''}{each.text}"
                for block in reading.blocks
                for each in block.revisions
                if each.kind == kind
            )
            for element in root.iter(w(tag)):
                if not is_doubled(element):
                    text = "".join(each.text or "" for each in element.iter(w("t"), w("delText")))
                    assert "".join(text.split()) in "".join(found.split()), (path.name, tag, text)
                    written += bool(text.strip())
    assert written >= 30


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        (
            "poi__ComplexNumberedLists.docx",
            ["1", "2", "a", "b", "c", "3", "4", "1", "2", "3", "10", "11", "12", "13"],
        ),
        (
            "docling__unit_test_headers_numbered.docx",
            ["1", "1.1", "1.2", "1.2.1", "2", "2.1.1", "2.2", "1", "1.1", "1.1.1"],
        ),
    ],
)
def test_the_numbers_of_real_documents_are_those_that_word_prints(corpora: Path, name: str, numbers: list[str]) -> None:
    found = [block.number for block in reading_of(corpora, name).blocks if block.number]
    assert found[: len(numbers)] == numbers
