"""A passage in several languages is divided where the language changes, and nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.classifier import Classifier
from models.labels import Facet, PassageText
from models.parts import Part, parts
from models.scheme import LANGUAGES

FRENCH = "Le ministère a adopté une loi contre le pédopiégeage des enfants. "
ENGLISH = "The police of our country trains officers against the sextortion of boys."
CHINESE = "教育部开展预防学生网络欺凌的宣传教育活动。"


def test_sentences_of_one_language_in_sequence_are_one_part() -> None:
    text = FRENCH * 2 + ENGLISH
    cut = len(FRENCH) * 2
    assert parts(text, "fr") == (Part(0, cut, "fr"), Part(cut, len(text), "en"))


def test_a_single_sentence_is_in_the_language_that_was_told() -> None:
    assert parts(ENGLISH, "fr") == (Part(0, len(ENGLISH), "fr"),)


@given(
    st.lists(st.sampled_from([FRENCH, ENGLISH, CHINESE, "\n", "Oui. ", "3.", "\ud800! ", "\u202b؟ "]), max_size=9),
    st.sampled_from((*LANGUAGES, "und")),
)
def test_the_parts_are_the_whole_passage(some: list[str], language: str) -> None:
    text = "".join(some)
    assert "".join(text[one.start : one.end] for one in parts(text, language)) == text


@pytest.mark.parametrize("stated", ["fr", "en", "zh", None])
def test_each_part_is_labelled_by_the_words_of_its_language(classifier: Classifier, stated: str | None) -> None:
    text = FRENCH + CHINESE + ENGLISH
    (some,) = classifier.classify_passages([PassageText("1", text, stated)])
    evidence = {
        one.concept: text[one.evidence[0].start : one.evidence[0].end]
        for one in some
        if one.facet is Facet.RISK and one.in_force
    }
    assert evidence["grooming"] in FRENCH
    assert evidence["cyberbullying"] in CHINESE
    assert evidence["sextortion"] in ENGLISH


def test_a_part_in_a_language_outside_the_six_gets_no_label(classifier: Classifier) -> None:
    foreign = "O cyberbullying entre crianças e adolescentes nas escolas do nosso país está a aumentar muito. "
    text = foreign + ENGLISH
    (some,) = classifier.classify_passages([PassageText("1", text, "en")])
    risks = {one.concept for one in some if one.facet is Facet.RISK and one.in_force}
    assert risks == {"sextortion"}
    assert all(span.start >= len(foreign) for one in some for span in one.evidence)
