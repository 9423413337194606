from pathlib import Path

import pytest
from rapidfuzz.distance import Indel

from extractors.errors import LimitExceeded, ProgramMissing
from extractors.options import Limits, Options
from extractors.pdf.ocr import language_of
from extractors.pdf.reader import read_pdf
from tests.extractors.pdf.conftest import MakePdf

_TEXT = (
    "Members of the working group exchange views on the risks that children face online. "
    "The national hotline received four thousand calls in the year 2025, and most of them came from parents. "
) * 3


@pytest.mark.parametrize("degrees", [0, 90, 180])
def test_scans_are_read_the_right_way_up(make_scan: MakePdf, tesseract: Path, tmp_path: Path, degrees: int) -> None:
    file = make_scan(f"<p>{_TEXT}</p>", degrees=degrees)
    reading = read_pdf(file, Options(tesseract=tesseract, ocr_cache=tmp_path))
    words = " ".join(block.text for block in reading.blocks).split()
    assert Indel.normalized_similarity(words, _TEXT.split()) >= 0.95
    assert all(block.confidence is not None and block.confidence > 0.8 for block in reading.blocks)
    assert reading.front


def test_what_was_read_once_is_not_read_again(make_scan: MakePdf, tesseract: Path, tmp_path: Path) -> None:
    file = make_scan(f"<p>{_TEXT}</p>")
    first = read_pdf(file, Options(tesseract=tesseract, ocr_cache=tmp_path))
    kept = sorted(tmp_path.iterdir())
    assert kept
    missing = Path("/no/such/program")
    with pytest.raises(ProgramMissing, match="started"):
        read_pdf(file, Options(tesseract=missing))
    for path in kept:
        path.write_text(path.read_text("utf-8").replace("hotline", "helpline"), "utf-8")
    again = read_pdf(file, Options(tesseract=tesseract, ocr_cache=tmp_path))
    assert again.blocks[0].text == first.blocks[0].text.replace("hotline", "helpline")


def test_another_language_is_recognised(make_scan: MakePdf, tesseract: Path) -> None:
    text = "Рабочая группа рассматривает вопросы защиты ребенка в онлайновой среде и обменивается мнениями. " * 3
    reading = read_pdf(make_scan(f"<p>{text}</p>"), Options(tesseract=tesseract))
    words = " ".join(block.text for block in reading.blocks).split()
    assert Indel.normalized_similarity(words, text.split()) >= 0.9


def test_a_page_too_large_to_render_is_refused(make_scan: MakePdf, tesseract: Path) -> None:
    file = make_scan(f"<p>{_TEXT}</p>")
    with pytest.raises(LimitExceeded, match="too large"):
        read_pdf(file, Options(tesseract=tesseract, limits=Limits(megapixels=0.5)))


def test_a_page_that_takes_too_long_is_refused(make_scan: MakePdf, tesseract: Path) -> None:
    file = make_scan(f"<p>{_TEXT}</p>")
    with pytest.raises(LimitExceeded, match="seconds"):
        read_pdf(file, Options(tesseract=tesseract, limits=Limits(ocr_seconds_per_page=0.01)))


def test_a_scanned_page_among_others_waits_too(make_pdf: MakePdf, make_scan: MakePdf, tmp_path: Path) -> None:
    import pikepdf

    from tests.extractors.pdf.conftest import raw_file

    with pikepdf.open(make_pdf(f"<p>{_TEXT}</p>").path) as document, pikepdf.open(make_scan("<p>x</p>").path) as scan:
        document.pages.extend(scan.pages)
        document.save(tmp_path / "mixed.pdf")
    with pytest.raises(ProgramMissing, match="page 2"):
        read_pdf(raw_file(tmp_path / "mixed.pdf"), Options())


def test_the_language_of_a_text_is_one_of_the_six() -> None:
    assert language_of(_TEXT) == "en"
    assert language_of("Les membres échangent leurs vues sur la protection des enfants en ligne.") == "fr"
    assert language_of("12 34") == "und"
