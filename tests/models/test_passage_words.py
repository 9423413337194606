"""The words of passages: what counts as one, and in which form."""

import struct
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.passage_words import PassageWords, passage_words, search_form, words_of, words_version


def stems(made: PassageWords) -> list[str]:
    places = struct.unpack(f"{sum(made.counts)}I", made.sequence)
    return [forms(made)[place][2] for place in places]


def forms(made: PassageWords) -> list[list[str]]:
    return [line.split("\t") for line in made.forms.split("\n")]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "policies", "Policy"),
        ("en", "children", "child"),
        ("fr", "élèves", "ÉLÈVE"),
        ("es", "niñas", "niña"),
        ("ru", "детей", "ребёнок"),
        ("ru", "кибербуллингом", "Кибербуллинг"),
        ("ar", "والحكومة", "حكومة"),
        ("ar", "وبحماية", "الحماية"),
        ("ar", "قانونًا", "القانون"),
        ("zh", "网", "网"),
        ("pt", "CRIANÇA", "criança"),
    ],
)
def test_forms_of_a_word_have_one_stem(language: str, one: str, other: str) -> None:
    first, second = (stems(passage_words([(language, word)])) for word in (one, other))
    assert first == second
    assert first != [""]


def test_words_are_parted_at_signs_and_chinese_characters_stand_alone() -> None:
    assert words_of("L’âge; CWG-COP-20/4 a_b 5G网络") == [
        "L",
        "âge",
        "CWG",
        "COP",
        "20",
        "4",
        "a",
        "b",
        "5G",
        "网",
        "络",
    ]


def test_function_words_have_a_place_and_no_stem_and_acronyms_stay() -> None:
    assert stems(passage_words([("en", "The WHO and the ITU")])) == ["", "who", "", "", "itu"]


def test_passages_are_told_apart_and_each_form_is_there_once() -> None:
    made = passage_words([("en", "Law, law; LAW"), ("fr", ""), ("fr", "loi law")])
    assert made.version == words_version()
    assert made.counts == (3, 0, 2)
    assert forms(made) == [["en", "law", "law"], ["fr", "loi", "loi"], ["fr", "law", "law"]]
    assert struct.unpack("5I", made.sequence) == (0, 0, 0, 1, 2)


@given(st.text(max_size=60))
def test_any_text_gives_words_that_stay_as_they_are_when_folded_again(text: str) -> None:
    words = words_of(text)
    assert all(words)
    for word in words:
        assert search_form(search_form(word)) == search_form(word)
    made = passage_words([("en", text), ("xx", text), ("ar", text + " اً")])
    assert all(len(form) == 3 and form[1] for form in forms(made))
    assert made.counts[:2] == (len(words), len(words))
    assert stems(passage_words([("fr", normalize("NFD", "élève"))])) == stems(passage_words([("fr", "élève")]))
