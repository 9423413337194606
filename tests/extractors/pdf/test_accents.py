from pathlib import Path

import numpy as np
import pytest

from extractors.options import Options
from extractors.pdf.accents import take_accents
from extractors.pdf.characters import codes_of, text_of
from extractors.pdf.reader import read_pdf
from tests.extractors.pdf.conftest import raw_file

_LETTERS = {"A": 0, "g": 1, "e": 2, "ˆ": 2, "n": 3, "c": 4, "¸": 4, "ı": 5, "´": 5, "5": 6, "`": 6}


def _read(text: str, places: dict[str, int]) -> str:
    box = np.asarray([(10 * places[sign], 0, 10 * places[sign] + 8, 10) for sign in text], np.float32)
    codes, left = take_accents(codes_of(text), box)
    return text_of(codes if left is None else codes[left])


@pytest.mark.parametrize(
    ("text", "read"), [("Ageˆnc", "Agênc"), ("c¸g", "çg"), ("ı´n", "ín"), ("5`", "5`"), ("´g", "´g")]
)
def test_an_accent_joins_the_letter_that_it_is_printed_over(text: str, read: str) -> None:
    assert _read(text, _LETTERS) == read


def test_an_accent_before_its_letter_is_left_to_it() -> None:
    assert _read("aˆe", {"a": 0, "ˆ": 1, "e": 1}) == "aˆe"


def test_accents_of_their_own_are_read_where_they_are_printed(corpora: Path) -> None:
    file = corpora / "ordinary" / "pdfplumber__federal-register-2020-17221.pdf"
    texts = [block.text for block in read_pdf(raw_file(file), Options()).blocks]
    assert [text for text in texts if "Agência Nacional de Aviação Civil (ANAC) Brazil" in text]
