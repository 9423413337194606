"""Features are the same concepts in all languages, and what a passage leaves out has none."""

import pytest
from spacy.language import Language

from models.features import features
from models.glossary import glossary
from models.pipeline import build_pipeline
from models.scheme import LANGUAGES, load_taxonomy


@pytest.fixture(scope="module")
def english() -> Language:
    return build_pipeline("en", load_taxonomy(), leave_out=("trained_member",))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_an_expression_for_each_concept(language: str) -> None:
    assert len({concept for concept, _ in glossary(language)}) == 2788


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "في مشاريع القوانين"),
        ("en", "The draft laws"),
        ("es", "Los proyectos de leyes"),
        ("fr", "Le projet de la loi"),
        ("ru", "Законопроекты"),
        ("zh", "法律草案"),
    ],
)
def test_inflected_expressions_become_the_same_concept(language: str, text: str) -> None:
    nlp = build_pipeline(language, load_taxonomy(), leave_out=("trained_member",))
    assert "c:bill_draft_law" in features(nlp(text))


def test_an_expression_with_one_word_of_meaning_must_stand_as_it_is(english: Language) -> None:
    assert "c:underreporting_silence" in features(english("She told no one about it."))
    assert "c:underreporting_silence" not in features(english("She told her teacher about it."))


@pytest.mark.parametrize("word", ["تشريع", "وتشريع", "بتشريع", "فلتشريع"])
def test_arabic_words_are_found_behind_what_is_written_as_one_with_them(word: str) -> None:
    nlp = build_pipeline("ar", load_taxonomy(), leave_out=("trained_member",))
    bare = {name for name in features(nlp("تشريع")) if name.startswith("c:")}
    assert bare
    assert bare <= set(features(nlp(word)))


def test_an_expression_within_a_longer_one_counts_too_but_makes_no_pairs(english: Language) -> None:
    found = features(english("draft law"))
    assert {"c:bill_draft_law", "c:law"} <= set(found)
    assert "p:bill_draft_law+law" not in found


def test_concepts_near_each_other_are_a_pair_and_those_far_apart_are_not(english: Language) -> None:
    near = features(english("a statute on pornography"))
    assert near["p:law+pornography"] == [(1, 2), (3, 4)]
    far = features(english("a statute " + "of this and that " * 5 + "pornography"))
    assert "p:law+pornography" not in far


def test_what_is_left_out_has_no_features(english: Language) -> None:
    found = features(english("This covers statutes, excluding pornography."))
    assert "c:law" in found
    assert "c:pornography" not in found
    assert not any(name.startswith("w:en:porn") for name in found)
