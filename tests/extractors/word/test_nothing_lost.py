"""Compares what is read with the raw text of the file's XML."""

import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from extractors.document import PassageKind
from extractors.errors import ExtractionError
from extractors.media_type import raw_file
from extractors.options import Options
from extractors.reading import Reading
from extractors.word.names import P, name, w
from extractors.word.reader import read_word

SAMPLES = Path(__file__).resolve().parents[3] / "samples" / "files"
EQUATION = name("m:oMath")
GONE = {w("del"), w("moveFrom")}
NEW = {w("ins"), w("moveTo")}
NUMBERING = Counter(dict.fromkeys(".)(-–—•·▪◦●►§、", 10_000))
"""Signs that a typed number or bullet is made of; they stand apart from the text."""


def files(corpora: Path) -> Iterator[Path]:
    yield from sorted(SAMPLES.glob("*.docx"))
    yield from sorted(corpora.rglob("*.docx"))


def test_no_character_of_any_paragraph_is_lost(corpora: Path) -> None:
    checked = 0
    for path in files(corpora):
        for reading, root in readings(path):
            force = "|".join(letters(f"{block.number or ''}{block.text}") for block in reading.blocks)
            before = "|".join(
                letters(f"{block.number or ''}{block.text if block.text_before is None else block.text_before}")
                for block in reading.blocks
            )
            for now, then in paragraphs(root):
                assert all(letters(part) in force for part in now.split("\0")), (path.name, now)
                assert all(letters(part) in before for part in then.split("\0")), (path.name, then)
                checked += 1
    assert checked > 1_000


def test_no_sign_is_lost(corpora: Path) -> None:
    for path in files(corpora):
        for reading, root in readings(path):
            written = Counter(
                sign for now, _ in paragraphs(root) for sign in now.replace("\0", "") if not sign.isspace()
            )
            found = Counter(sign for block in reading.blocks for sign in f"{block.number or ''}{block.text}")
            assert not written - found - NUMBERING, (path.name, written - found - NUMBERING)


def test_no_paragraph_is_read_twice(corpora: Path) -> None:
    for path in files(corpora):
        for reading, root in readings(path):
            written = Counter(letters(now) for now, _ in paragraphs(root))
            found = Counter(letters(block.text) for block in reading.blocks if block.kind is not PassageKind.TABLE_ROW)
            doubled = {text: count for text, count in found.items() if text in written and count > written[text]}
            assert not {text for text in doubled if len(text) > 3}, (path.name, doubled)


def readings(path: Path) -> Iterator[tuple[Reading, etree._Element]]:
    """Give the reading and the body as it is written, where the file can be read at all."""
    try:
        reading = read_word(raw_file(path), Options())
    except ExtractionError:
        return
    if reading.warnings:
        return
    with zipfile.ZipFile(path) as archive:
        blob = archive.read(next(name for name in archive.namelist() if re.fullmatch(r"word/document\d*\.xml", name)))
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    root = etree.fromstring(blob.replace(strict, w("").strip("{}").encode()))
    yield reading, root


def paragraphs(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Give each paragraph's text in force and its text before, without what stands double or unseen."""
    for paragraph in root.iter(P):
        now, then = "", ""
        for text in paragraph.iter(w("t"), w("delText"), EQUATION):
            around = list(text.iterancestors())
            inside = around[: around.index(paragraph)]
            if any(each.tag == P or is_unseen(each) for each in inside) or any(is_unseen(each) for each in around):
                continue
            tags = {each.tag for each in around}
            # Equations are written another way; what stands around them is not joined.
            written = (
                "\0" if text.tag == EQUATION else unicodedata.normalize("NFC", text.text or "").replace("\u00ad", "")
            )
            now += "" if tags & GONE else written
            then += "" if tags & NEW else written
        yield now, then


def is_unseen(element: etree._Element) -> bool:
    return bool(element.tag.endswith("}Fallback")) or element.find(f"{w('rPr')}/{w('vanish')}") is not None


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)
