"""Strengths are shares of passages, smoothed, and come back from their file."""

from pathlib import Path

from models.labels import Facet
from models.strengths import (
    Observation,
    learn_concept_strengths,
    learn_strengths,
    load_concept_strengths,
    load_strengths,
    write_strengths,
)

PRIORS = dict.fromkeys(Facet, 0.5)
LEGAL = frozenset({(Facet.FRAMEWORK, "legal")})


def test_a_term_is_as_strong_as_the_share_of_passages_with_its_label() -> None:
    good, bad = "framework\tlegal\tpenal code", "framework\tlegal\tfine"
    observed = [Observation(frozenset({good, bad}), LEGAL)] * 8 + [Observation(frozenset({bad}), frozenset())] * 8
    learned = learn_strengths(observed, PRIORS)
    assert learned[good] == ((8 + 1) / (8 + 2), 8)
    assert learned[bad] == ((8 + 1) / (16 + 2), 16)


def test_a_table_is_written_sorted_and_the_shipped_ones_are_read(tmp_path: Path) -> None:
    write_strengths(tmp_path / "en.tsv", {"risk\tb\tx": (0.5, 3), "risk\ta\ty": (0.25, 1)})
    lines = (tmp_path / "en.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[1:] == ["risk\ta\ty\t0.250\t1", "risk\tb\tx\t0.500\t3"]
    shipped = load_strengths("en")
    assert shipped["risk\tgrooming\tgrooming"] > 0.5
    assert load_strengths("xx") == {}


def test_a_concept_is_as_strong_as_what_it_adds_to_a_labels_usual_share() -> None:
    observed = [
        *[Observation(frozenset({"law", "common"}), LEGAL)] * 4,
        *[Observation(frozenset({"common"}), frozenset())] * 4,
    ]
    learned = learn_concept_strengths(observed, dict.fromkeys(Facet, 0.1))
    strength, support = learned["framework\tlegal\tlaw"]
    assert support == 4
    assert abs(strength - ((4 + 2 * 0.5) / (4 + 2) - 0.5) / 0.5) < 1e-9
    assert "framework\tlegal\tcommon" not in learned


def test_a_facet_that_was_not_labelled_says_nothing_and_a_label_of_all_passages_neither() -> None:
    phrases = [Observation(frozenset({"law"}), LEGAL, frozenset({Facet.FRAMEWORK}))] * 3
    assert learn_concept_strengths(phrases, dict.fromkeys(Facet, 0.1)) == {}


def test_concepts_of_risks_do_not_speak_for_levels() -> None:
    national = frozenset({(Facet.LEVEL, "national")})
    observed = [*[Observation(frozenset({"bullying", "law"}), national)] * 4, *[Observation(frozenset(), LEGAL)] * 4]
    learned = learn_concept_strengths(observed, dict.fromkeys(Facet, 0.1), frozenset({"bullying"}))
    assert set(learned) == {"level\tnational\tlaw"}


def test_the_shipped_concepts_speak_for_labels_of_the_scheme() -> None:
    assert ("grooming", Facet.RISK) in {(label, facet) for facet, label, _ in load_concept_strengths()["grooming"]}
