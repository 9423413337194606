import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.header.mending import mend_letters, mend_lines, mend_months
from extractors.reading import FrontLine

LETTERS = {
    "Origina1 : españo1": "Original : español",
    "0rigen": "Origen",
    "Títu1o": "Título",
    "TlTLE": "TITLE",
    "lnfancia": "Infancia",
    "8 de febrero de 2O17": "8 de febrero de 2017",
    "1O janvier": "10 janvier",
    "CWG-COP-l2/11-S": "CWG-COP-12/11-S",
    "CWG-C0P-12/1-E": "CWG-COP-12/1-E",
    "Document CWG-COP-2O/7-E": "Document CWG-COP-20/7-E",
    "СWG-СОР-18/5-R": "CWG-COP-18/5-R",
    "2010Original": "2010Original",
    "la 1ère réunion": "la 1ère réunion",
    "Rev.1": "Rev.1",
    "COVID19 and G20": "COVID19 and G20",
}


@pytest.mark.parametrize(("text", "mended"), LETTERS.items())
def test_letters_and_digits_that_a_scan_confuses_are_put_back(text: str, mended: str) -> None:
    assert mend_letters(text) == mended


def test_a_misread_month_is_put_back() -> None:
    assert mend_months("8 janvler 2017") == "8 janvier 2017"
    assert mend_months("12 Decernber 2016") == "12 december  2016"
    assert mend_months("12 January 2016") == "12 January 2016"
    assert mend_months("12 Bananas 2016") == "12 Bananas 2016"


@given(st.text(alphabet=st.sampled_from("CWG-COP/20 Origina1 0rigen 12 janvler 2O17 СОР"), max_size=60))
def test_no_offset_changes(text: str) -> None:
    assert len(mend_letters(text)) == len(text)
    assert len(mend_months(text)) == len(text)


def _mended(*lines: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [line.cells for line in mend_lines([FrontLine(line) for line in lines])]


def test_a_year_that_a_column_broke_off_goes_to_its_day_and_month() -> None:
    assert _mended(("Женева, 18 января",), ("2023 года",)) == [("Женева, 18 января 2023 года",)]
    assert _mended(("Réunion", "Genève, 22 janvier", "Langue", "arabe"), ("2018", "originale")) == [
        ("Réunion", "Genève, 22 janvier 2018", "Langue originale", "arabe")
    ]
    assert _mended(("20 September",), ("2019 Document",)) == [("20 September 2019",), ("Document",)]


def test_a_day_and_its_month_in_the_next_cell_are_one() -> None:
    assert _mended(("CWG-COP-15/7-A20", "سبتمبر 2019")) == [("CWG-COP-15/7-A20 سبتمبر 2019",)]


def test_other_lines_stay_as_they_are() -> None:
    lines = (("Council 2019",), ("2020 was a year",), ("Source", "Kenya"), ("Kenya",))
    assert _mended(*lines) == list(lines)
    assert mend_lines([]) == []
