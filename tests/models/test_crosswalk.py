"""The crosswalk to other schemes: every framework and theme has its place in them."""

import pytest

from models.crosswalk import crosswalk
from models.labels import Facet
from models.scheme import load_taxonomy


def test_its_concepts_are_those_of_the_taxonomy() -> None:
    known = {(concept.facet, concept.id) for concept in load_taxonomy().concepts}
    assert {concept for category in crosswalk() for concept in category.concepts} <= known


@pytest.mark.parametrize(
    ("scheme", "facet"),
    [("gca", Facet.FRAMEWORK), ("mnr", Facet.FRAMEWORK), ("co4c", Facet.RISK), ("oecd", Facet.RISK)],
)
def test_each_scheme_has_all_concepts_of_its_facet(scheme: str, facet: Facet) -> None:
    found = {concept for category in crosswalk() if category.scheme == scheme for concept in category.concepts}
    assert found == {(facet, concept.id) for concept in load_taxonomy().of(facet)}


def test_a_part_has_a_whole_in_its_scheme_and_no_code_is_given_twice() -> None:
    codes = [(category.scheme, category.code) for category in crosswalk()]
    assert len(set(codes)) == len(codes)
    for category in crosswalk():
        if category.part_of is not None:
            assert (category.scheme, category.part_of) in codes
            assert category.code.startswith(f"{category.part_of}/")


def test_a_concept_stands_once_on_each_side_of_a_category() -> None:
    for category in crosswalk():
        assert len(set(category.concepts)) == len(category.concepts)
        wholes = [one for one in crosswalk() if one.scheme == category.scheme and one.code == category.part_of]
        assert not any(set(one.concepts) & set(category.concepts) for one in wholes)
