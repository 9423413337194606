"""A risk that no theme covers is seen where several members write of it."""

import random
from collections.abc import Sequence

import pytest

from models.labels import Facet
from models.linear import LinearModel, load_model
from models.novelty import Candidate, UnthemedPassage, candidate_themes, load_limits
from models.training_data import Kind, read_examples

LIMITS = load_limits()
PLANTED = {
    "en": "Pupils are drawn into zorbling rings, and {} now counts zorbling rings among its concerns.",
    "ru": "В школах {} дети втягиваются в зорблинг, и родители говорят о зорблинге.",
    "zh": "{}的学校报告，儿童被卷入佐布灵游，家长担心佐布灵游。",
}


@pytest.fixture(scope="module")
def model() -> LinearModel:
    return load_model()


def passage(number: int, text: str, language: str = "en", source: str | None = None) -> UnthemedPassage:
    sources = frozenset({source or f"S{number}"})
    return UnthemedPassage(f"{number:064}", 1, f"family {number}", sources, (), 2026, language, text)


def planted(language: str = "en", source: str | None = None) -> list[UnthemedPassage]:
    names = ("Kenya", "Chile", "Norway", "Fiji")
    return [passage(900 + place, PLANTED[language].format(name), language, source) for place, name in enumerate(names)]


@pytest.fixture(scope="module")
def usual() -> list[UnthemedPassage]:
    some = [
        one
        for one in read_examples()
        if one.language == "en"
        and one.kind is Kind.PASSAGES
        and not any(facet is Facet.RISK for facet, _ in one.labels)
    ]
    return [passage(number, one.text) for number, one in enumerate(some[:300])]


@pytest.mark.parametrize(("language", "term"), [("en", "zorbling"), ("ru", "зорблинг"), ("zh", "佐布")])
def test_a_planted_theme_is_the_first_candidate(
    model: LinearModel, usual: Sequence[UnthemedPassage], language: str, term: str
) -> None:
    found = [one for one in candidate_themes([*usual, *planted(language)], model, LIMITS) if one.language == language]
    assert any(term in one for one in found[0].terms)
    assert found[0].families == 4
    assert {one.document for one in found[0].passages} == {f"{number:064}" for number in range(900, 904)}


def test_the_order_of_the_passages_does_not_matter(model: LinearModel, usual: Sequence[UnthemedPassage]) -> None:
    some = [*usual, *planted()]
    first = candidate_themes(some, model, LIMITS)
    random.Random(3).shuffle(some)  # noqa: S311 - no secrets
    assert candidate_themes(some, model, LIMITS) == first
    assert len({one.id for one in first}) == len(first)


def test_what_the_model_knows_and_what_one_member_alone_says_is_no_candidate(model: LinearModel) -> None:
    def terms(found: Sequence[Candidate]) -> set[str]:
        return {term for one in found for term in one.terms}

    known = [passage(number, "Pupils report cyberbullying in group chats.") for number in range(5)]
    assert "cyberbullying" not in terms(candidate_themes(known, model, LIMITS))
    assert candidate_themes(planted(source="Kenya"), model, LIMITS) == ()


def test_passages_that_are_not_about_children_and_names_are_no_candidates(model: LinearModel) -> None:
    others = [passage(number, "The zorbling of fibre cables is a telecom matter.") for number in range(5)]
    names = [passage(number, "Pupils of Zorbling and children of Vuvuzelaville met.") for number in range(5)]
    assert candidate_themes(others, model, LIMITS) == ()
    assert not any("orbling" in term for one in candidate_themes(names, model, LIMITS) for term in one.terms)
    assert candidate_themes([passage(1, "\ud800 children")], model, LIMITS) == ()
