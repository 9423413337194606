import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from extractors.pdf.scripts import is_rtl, logical_word, mend_brackets, normalise, read_row


def test_presentation_forms_and_ligatures_become_letters() -> None:
    assert normalise("ﻻ ﬁrst") == "لا first"


def test_cjk_signs_are_joined() -> None:
    assert normalise("儿 童 在 网 上") == "儿童在网上"


def test_accents_that_stand_alone_join_their_letter() -> None:
    assert normalise("na¨ıve") == "naïve"


@given(st.text())
def test_normalised_text_is_in_nfc_and_stays_so(text: str) -> None:
    once = normalise(text)
    assert unicodedata.is_normalized("NFC", once)
    assert normalise(once) == once


def test_most_letters_tell_the_direction() -> None:
    assert is_rtl("برنامج UN")
    assert not is_rtl("the word برنامج in an English sentence")


def test_figures_inside_a_word_are_turned() -> None:
    assert logical_word(list("و5202")) == "و2025"
    assert logical_word(list("٤١-٣١")) == "١٤-١٣"


def test_latin_words_in_an_arabic_line_keep_their_order() -> None:
    row = read_row(["UNICEF", "Office", "مع"], rtl=True)
    assert [text for _, text in row] == ["مع", "UNICEF", "Office"]


def test_a_full_stop_after_a_latin_run_comes_last() -> None:
    row = read_row([".UNICEF", "Office", "مع"], rtl=True)
    assert [text for _, text in row] == ["مع", "UNICEF", "Office."]
    assert [text for _, text in read_row([".UNICEF", "مع"], rtl=True)] == ["مع", "UNICEF."]


def test_arabic_words_in_a_latin_line_are_turned() -> None:
    row = read_row(["see", "الأطفال", "حماية", "there"], rtl=False)
    assert [text for _, text in row] == ["see", "حماية", "الأطفال", "there"]


def test_brackets_open_before_their_text() -> None:
    assert mend_brackets(")نص( آخر") == "(نص) آخر"
    assert mend_brackets("أ( جمع") == "أ) جمع"
    assert mend_brackets("(نص)") == "(نص)"
    assert mend_brackets("أربعون ألفاً«. التنمر") == "أربعون ألفاً». التنمر"
