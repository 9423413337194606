"""Every real file, hostile or ordinary, ends in one clear outcome within the limits of one file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.document import Document
from extractors.errors import ExtractionError, ProgramMissing
from extractors.media_type import raw_file
from flows.child import read_only
from flows.pool import Failure, ReadingPool, reading_pool
from flows.settings import Settings

SLOW = ("ocrmypdf__multipage.pdf", "pdfjs__ThuluthFeatures.pdf")
"""Scans that take OCR longer than a test may; `python -m tests.bench corpora` reads them."""


@pytest.fixture(scope="module")
def pool() -> Iterator[ReadingPool]:
    with reading_pool(
        Settings(workers=2, seconds_per_file=60, ocr_seconds_per_file=60, megabytes_per_file=2048)
    ) as made:
        yield made


def read(pool: ReadingPool, folder: Path) -> dict[str, object]:
    files = [raw_file(path) for path in sorted(folder.iterdir()) if path.name not in SLOW]
    return {answer.file.name: answer.result for answer in pool.run(read_only, files)}


def test_every_hostile_file_has_one_outcome(pool: ReadingPool, corpora: Path) -> None:
    found = read(pool, corpora / "hostile")
    assert len(found) > 90
    for name, result in found.items():
        if isinstance(result, Failure):
            assert result.expected, (name, result.error)
            assert isinstance(result.error, ExtractionError), name
            assert "and was stopped" not in str(result.error), name
            assert "made the reading program stop" not in str(result.error), name
        else:
            assert isinstance(result, Document), name


def test_every_ordinary_file_is_read(pool: ReadingPool, corpora: Path) -> None:
    programs = Settings().options()
    missing = {name for name in ("tesseract", "soffice") if getattr(programs, name) is None}
    for name, result in read(pool, corpora / "ordinary").items():
        if isinstance(result, Failure) and isinstance(result.error, ProgramMissing) and missing:
            continue
        assert isinstance(result, Document), (name, result)
        assert result.passages or result.remarks, name
