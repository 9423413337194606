from pathlib import Path

import pytest

from extractors.document import PassageKind
from extractors.options import Options
from extractors.pdf.lines import Line
from extractors.pdf.numbering import Marker, find_marker
from extractors.pdf.reader import read_pdf
from tests.extractors.pdf.conftest import raw_file

_SAMPLES = Path(__file__).resolve().parents[3] / "samples" / "files"


def _line(text: str, *cells: str) -> Line:
    return Line(text, 0, 0, 100, 10, 10, False, False, cells=cells or (text,))


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("12. The group", "12", "The group"),
        ("2.3 The group", "2.3", "The group"),
        ("a) the first", "a)", "the first"),
        ("(iv) the fourth", "(iv)", "the fourth"),
        ("• a bullet", "•", "a bullet"),
        ("第三章 保护", "第三章", "保护"),
        ("أ) جمع النصوص", "أ)", "جمع النصوص"),
    ],
)
def test_numbers_are_taken_off(text: str, number: str, rest: str) -> None:
    marker = find_marker(_line(text))
    assert marker is not None
    assert (marker.number, marker.rest) == (number, rest)


@pytest.mark.parametrize("text", ["2019 was a good year", "M. Martin speaks", "The group", "12 children", ""])
def test_other_beginnings_stay(text: str) -> None:
    assert find_marker(_line(text)) is None


def test_a_bare_number_counts_before_a_wide_gap() -> None:
    marker = find_marker(_line("12 The group", "12", "The group"))
    assert marker is not None
    assert marker.depth == 1


def _marker(text: str) -> Marker:
    marker = find_marker(_line(text))
    assert marker is not None
    return marker


@pytest.mark.parametrize(
    "numbers",
    [
        ("1.", "2."),
        ("2.9", "2.10"),
        ("iii)", "iv)"),
        ("(h)", "(i)"),
        ("أ)", "ب)"),
        ("ب)", "ج)"),
        ("ب)", "ت)"),
        ("д)", "е)"),
        ("и)", "к)"),
        ("九、", "十、"),
        ("٩.", "١٠."),
    ],
)
def test_numbers_of_one_list_follow_each_other(numbers: tuple[str, str]) -> None:
    first, second = (_marker(f"{number} text") for number in numbers)
    assert second.follows(first)
    assert not first.follows(second)


def test_numbers_of_two_lists_do_not_follow_each_other() -> None:
    assert not _marker("2.1 text").follows(_marker("1.1 text"))
    assert not _marker("b) text").follows(_marker("1) text"))
    assert not _marker("ج) text").follows(_marker("أ) text"))


def test_the_number_of_an_arabic_heading_is_as_the_page_prints_it() -> None:
    reading = read_pdf(raw_file(_SAMPLES / "CWG-COP-20_23_Jusoor_Network.pdf"), Options())
    numbers = [block.number for block in reading.blocks if block.kind is PassageKind.HEADING and block.number]
    assert numbers[:4] == ["1", "2", "1.2", "2.2"]
