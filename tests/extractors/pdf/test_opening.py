from pathlib import Path

import pikepdf
import pytest

from extractors.errors import EncryptedDocument, UnreadableDocument
from extractors.options import Options
from extractors.pdf.opening import opened
from extractors.pdf.reader import read_pdf
from tests.extractors.pdf.conftest import MakePdf, raw_file


def _without_pages(folder: Path) -> Path:
    path = folder / "none.pdf"
    with pikepdf.new() as document:
        document.save(path)
    return path


def _locked(folder: Path) -> Path:
    path = folder / "locked.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(path, encryption=pikepdf.Encryption(owner="owner", user="secret"))
    return path


def test_a_file_without_pages_says_so_even_after_one_that_is_locked(tmp_path: Path) -> None:
    with pytest.raises(EncryptedDocument, match=r"^The PDF opens only with a password\."), opened(_locked(tmp_path)):
        pass
    with pytest.raises(UnreadableDocument, match=r"^The PDF has no pages\."), opened(_without_pages(tmp_path)):
        pass


def test_a_file_reads_on_after_it_was_opened_anew(tmp_path: Path) -> None:
    path = tmp_path / "two.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.add_blank_page()
        document.save(path)
    with opened(path) as pdf:
        pdf.document[0].close()
        pdf.renew()
        assert len(pdf.document) == 2


def test_a_long_file_is_read_over_all_its_stretches(make_pdf: MakePdf, tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    with pikepdf.open(
        make_pdf("<p style='margin-top: 100mm'>The members speak of the protection of children.</p>").path
    ) as document:
        for _ in range(204):
            document.pages.append(document.pages[0])
        document.save(path)
    reading = read_pdf(raw_file(path), Options())
    assert [block.page for block in reading.blocks] == list(range(1, 206))
