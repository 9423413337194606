import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.header.mending import mend_letters, mend_months

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
