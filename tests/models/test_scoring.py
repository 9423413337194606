"""Strengths of what was found combine to a score."""

import pytest

from models.labels import Facet
from models.rules import load_rules
from models.scheme import load_taxonomy
from models.scoring import Findings, Hit, Scorer


def score(*hits: Hit, heading: tuple[Hit, ...] = ()) -> float:
    """Give the score of the only theme found."""
    suggestions = Scorer(load_taxonomy(), load_rules(), "test").suggest(Findings("1", hits, heading, True))
    (risk,) = [one for one in suggestions if one.facet is Facet.RISK]
    return risk.score


def hit(source: str, start: int, end: int, strength: float = 0.6) -> Hit:
    return Hit(Facet.RISK, "grooming", source, strength, start, end)


def test_what_one_term_leaves_open_the_next_narrows() -> None:
    assert score(hit("a", 0, 5)) == 0.6
    assert score(hit("a", 0, 5), hit("b", 6, 9)) == 0.84


def test_a_term_speaks_once_however_often_it_stands() -> None:
    assert score(hit("a", 0, 5), hit("a", 6, 11), hit("a", 20, 25)) == 0.6


def test_of_terms_in_the_same_place_the_strongest_counts() -> None:
    assert score(hit("a", 0, 5), hit("b", 2, 9, 0.8)) == 0.8


def test_a_term_of_the_heading_adds_a_share() -> None:
    share = load_rules().heading_share
    assert score(hit("a", 0, 5), heading=(hit("b", 0, 5),)) == pytest.approx(1 - 0.4 * (1 - 0.6 * share))
