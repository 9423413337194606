import pytest

from extractors.pdf.lines import Line
from extractors.pdf.numbering import find_marker


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
