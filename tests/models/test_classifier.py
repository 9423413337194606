"""Labels follow the annotation guide, in six languages, with evidence in the passage's own words."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Document, Header, MediaType, Passage, PassageKind
from models.classifier import Classifier, classify
from models.labels import Facet, PassageText
from models.linear import load_model
from models.scheme import LANGUAGES
from tests.models.conftest import Ask

GROOMING = {
    "ar": "اعتمدت الوزارة قانونًا لمكافحة استدراج الأطفال عبر الإنترنت.",
    "en": "The ministry adopted a law that punishes the grooming of children online.",
    "es": "El ministerio adoptó una ley contra el acoso sexual en línea y el grooming de niños.",
    "fr": "Le ministère a adopté une loi contre le pédopiégeage et la sollicitation d'enfants à des fins sexuelles.",
    "ru": "Министерство приняло закон, который наказывает за груминг детей в интернете.",
    "zh": "教育部通过了一项法律，处罚对儿童的网络性诱骗。",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_theme_and_a_framework_are_found_in_each_language(ask: Ask, language: str) -> None:
    found = ask(GROOMING[language], language)
    assert "grooming" in found[Facet.RISK]
    assert found[Facet.PURPOSE] != {"other"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Кибербуллингом занимаются подростки.", "ru"),
        ("CYBERBULLYING among pupils is rising.", "en"),
        ("Le cyberharcelement des eleves augmente.", "fr"),
        ("El ciberacoso entre los alumnos crece.", "es"),
        ("يتعرض التلاميذ للتَّنَمُّر الإلكترونيّ.", "ar"),
        ("学生遭受网络欺凌。", "zh"),
    ],
)
def test_inflection_case_accents_and_vowel_signs_do_not_hide_a_term(ask: Ask, text: str, language: str) -> None:
    assert ask(text, language)[Facet.RISK] == {"cyberbullying"}


@pytest.mark.parametrize(
    ("text", "language", "evidence"),
    [
        ("Children met with sexual\nextortion.", "en", "sexual\nextortion"),
        ("Un enfant sur dix a subi une usurpation d’identité.", "fr", "usurpation d’identité"),
        ("Cyber\u2011bullying of pupils is rising.", "en", "Cyber\u2011bullying"),
        ("Protection of children’s\u00a0privacy online.", "en", "children’s\u00a0privacy"),
        ("Cyber\u200bbullying of chil\u00addren.", "en", "Cyber\u200bbullying"),
    ],
)
def test_typesetting_does_not_hide_a_term_and_evidence_is_the_text_as_written(
    classifier: Classifier, text: str, language: str, evidence: str
) -> None:
    (suggestions,) = classifier.classify_passages([PassageText("1", text, language)])
    risks = [one for one in suggestions if one.facet is Facet.RISK and one.in_force]
    assert evidence in {text[span.start : span.end] for one in risks for span in one.evidence}


@pytest.mark.parametrize("code", ["EN", "en-GB", "en_US"])
def test_a_language_code_counts_by_its_first_part(ask: Ask, code: str) -> None:
    assert ask("Cyberbullying of pupils.", code)[Facet.RISK] == {"cyberbullying"}


@pytest.mark.parametrize(
    "text",
    [
        "The salon offers dog grooming for the pets of children.",
        "Traffic grooming in optical transport networks serves schools.",
        "Users suffered harmful interference; minor edits were made for children.",
    ],
)
def test_a_false_friend_gives_no_label(ask: Ask, text: str) -> None:
    assert ask(text)[Facet.RISK] == set()


def test_content_risks_count_only_where_children_are_meant(ask: Ask) -> None:
    assert ask("Online gambling and loot boxes are growing markets.")[Facet.RISK] == set()
    assert ask("Online gambling and loot boxes draw in teenagers.")[Facet.RISK] == {"gambling_lootboxes"}
    heading = ("Protection of children",)
    assert ask("Online gambling and loot boxes are growing markets.", heading=heading)[Facet.RISK] == {
        "gambling_lootboxes"
    }


def test_a_document_about_children_opens_the_gate_for_all_its_passages(classifier: Classifier) -> None:
    passages = [
        PassageText("1", "This contribution is about children.", "en"),
        PassageText("2", "Loot boxes are sold in games.", "en"),
    ]
    _, second = classifier.classify_passages(passages)
    assert [one.concept for one in second if one.facet is Facet.RISK] == ["gambling_lootboxes"]


def test_what_is_said_not_to_be_covered_is_not_labelled(ask: Ask) -> None:
    assert ask("Cyberbullying of pupils is not covered here.")[Facet.RISK] == set()
    assert ask("This section on children covers sextortion, excluding cyberbullying.")[Facet.RISK] == {"sextortion"}
    assert ask("Gambling is not covered here. Cyberbullying of pupils is.")[Facet.RISK] == {"cyberbullying"}


def test_every_risk_of_an_enumeration_counts(ask: Ask) -> None:
    found = ask("Children report cyberbullying, sextortion, grooming and online gambling.")
    assert found[Facet.RISK] == {"cyberbullying", "sextortion", "grooming", "gambling_lootboxes"}


def test_a_fallback_gives_way_to_its_specific_sibling(ask: Ask) -> None:
    general = "Child sexual exploitation and child sexual abuse online are rising."
    assert ask(general)[Facet.RISK] == {"ocsea_general"}
    assert ask(f"{general} Grooming is the most common form.")[Facet.RISK] == {"grooming"}


def test_procedural_text_is_other_and_nothing_else(ask: Ask) -> None:
    found = ask("The secretariat thanks all participants. The meeting will begin at nine.")
    assert found[Facet.PURPOSE] == {"other"}
    assert not any(found[facet] for facet in Facet if facet is not Facet.PURPOSE)


def test_a_recommendation_goes_before_what_is_in_place(ask: Ask) -> None:
    text = "We propose that the group recommend a law against the grooming of children, as adopted in 2024."
    assert ask(text)[Facet.PURPOSE] == {"recommendation"}


def test_an_acronym_counts_in_capitals_only(classifier: Classifier) -> None:
    rules = Classifier(classifier.taxonomy, rules_only=True)

    def cues(text: str) -> list[str]:
        (some,) = rules.classify_passages([PassageText("1", f"{text} law on grooming of children", "en")])
        return [text[span.start : span.end] for one in some if one.concept == "recommendation" for span in one.evidence]

    assert cues("ADD a") == ["ADD"]
    assert cues("add a") == []


@given(
    text=st.lists(
        st.sampled_from(
            [
                *GROOMING.values(),
                "loot boxes",
                "child\u200bren",
                "\ud800",
                "\u202eabc",
                "fine",
                "e\u0301",
                "👧🏽",
                "\x00",
            ]
        ),
        max_size=8,
    ).map(" ".join),
    language=st.sampled_from(LANGUAGES),
)
@settings(max_examples=60, deadline=None)
def test_evidence_lies_in_the_text_sorted_and_without_overlap(classifier: Classifier, text: str, language: str) -> None:
    (suggestions,) = classifier.classify_passages([PassageText("1", text, language)])
    for one in suggestions:
        spans = [(span.start, span.end) for span in one.evidence]
        assert spans == sorted(spans)
        assert all(first[1] <= second[0] for first, second in pairwise(spans))
        assert all(0 <= start < end <= len(text) for start, end in spans)
        if one.facet is not Facet.PURPOSE:
            assert spans


@pytest.mark.parametrize("text", ["", " ", "\n", "x", "\ud83d", "\x00\x01", "\u202e\u200b"])
def test_nothing_to_read_is_no_error(ask: Ask, text: str) -> None:
    found = ask(text, None)
    assert not any(found[facet] for facet in Facet if facet is not Facet.PURPOSE)


def test_a_passage_of_a_hundred_thousand_words_is_read_to_its_end(classifier: Classifier) -> None:
    text = "word " * 100_000 + "and the grooming of children."
    start = time.monotonic()
    (suggestions,) = classifier.classify_passages([PassageText("1", text, "en")])
    assert time.monotonic() - start < 60
    (risk,) = [one for one in suggestions if one.concept == "grooming"]
    assert text[risk.evidence[0].start : risk.evidence[0].end] == "grooming"


def test_a_language_outside_the_six_gets_no_label_and_headings_are_context_only(classifier: Classifier) -> None:
    passages = [
        PassageText("1", "O cyberbullying entre crianças aumenta.", "pt"),
        PassageText("2", "Cyberbullying of children", "en", kind=PassageKind.HEADING),
    ]
    assert classifier.classify_passages(passages) == ((), ())


def test_a_document_is_classified_passage_by_passage(classifier: Classifier) -> None:
    passages = tuple(
        Passage(str(place), None, place, PassageKind.PARAGRAPH, (), "en", text)
        for place, text in enumerate((GROOMING["en"], "Lunch."), 1)
    )
    document = Document("0" * 64, MediaType.DOCX, "en", None, Header(), passages, ())
    suggestions = classify(document, classifier)
    assert {one.concept for one in suggestions if one.passage_id == "1"} >= {"grooming", "legal"}
    assert [one.concept for one in suggestions if one.passage_id == "2"] == ["other"]
    assert {one.model for one in suggestions} == {classifier.version} == {f"rules-2026.1+{load_model().version}"}
