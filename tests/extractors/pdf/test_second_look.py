from pathlib import Path

from PIL import Image

from extractors.options import Options
from extractors.pdf.reader import read_pdf
from extractors.pdf.second_look import read_numbers_again
from extractors.pdf.tesseract import SeenWord, Tesseract
from tests.extractors.pdf.conftest import raw_file

_SCAN = Path(__file__).resolve().parents[3] / "samples" / "files" / "CWG-COP-20_30_Jamaica_scan.pdf"


def _line(number: int, first: str, confidence: float) -> list[SeenWord]:
    words = [(first, 100, confidence), ("Jamaica", 300, 0.95), ("invites", 450, 0.95)]
    return [SeenWord(text, left, 50 * number, 40, 30, sure, (1, 1, number)) for text, left, sure in words]


def test_the_number_before_a_line_of_a_scan_is_read_again(tesseract: Path) -> None:
    reading = read_pdf(raw_file(_SCAN), Options(tesseract=tesseract))
    assert [block.number for block in reading.blocks][-3:] == ["5", "5.1", "5.2"]
    assert reading.blocks[-2].text.startswith("Jamaica recommends")
    assert not reading.warnings


def test_two_words_of_a_scan_stay_two_however_near_they_stand(tesseract: Path) -> None:
    text = " ".join(block.text for block in read_pdf(raw_file(_SCAN), Options(tesseract=tesseract)).blocks)
    assert "In a survey of 1 450 pupils" in text
    assert "It says who takes a report" in text


def test_a_number_that_cannot_be_read_is_told(tesseract: Path) -> None:
    words = _line(1, "a", 0.2) + _line(2, "5.2", 0.95)
    program = Tesseract(tesseract, 60)
    assert read_numbers_again(Image.new("L", (800, 200), 255), words, program, ("eng",)) == (
        words,
        ("Jamaica invites",),
    )


def test_where_no_line_has_a_number_none_is_missed(tesseract: Path) -> None:
    words = _line(1, "a", 0.2) + _line(2, "The", 0.95)
    program = Tesseract(tesseract, 60)
    assert read_numbers_again(Image.new("L", (800, 200), 255), words, program, ("eng",)) == (words, ())
