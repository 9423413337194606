import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from extractors.cleaning import clean


def test_characters_are_composed() -> None:
    assert clean("e\u0301") == "é"


def test_invisible_characters_go_and_joiners_stay() -> None:
    assert clean("\ufeffso\u00adft \x00\u200fab\u200c\u200d") == "soft ab\u200c\u200d"


def test_line_breaks_are_line_feeds() -> None:
    assert clean("a\r\nb\rc\x0bd\u2028e\tf") == "a\nb\nc\nd\ne\tf"


def test_lone_surrogates_are_replaced() -> None:
    assert clean("a\ud800b") == "a\ufffdb"


@given(st.text(alphabet=st.characters(), max_size=50))
def test_clean_text_can_be_stored_and_stays_as_it_is(text: str) -> None:
    once = clean(text)
    once.encode()
    assert unicodedata.is_normalized("NFC", once)
    assert clean(once) == once
