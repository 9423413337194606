"""Strengths are shares of passages, smoothed, and come back from their file."""

from pathlib import Path

from models.labels import Facet
from models.strengths import learn_strengths, load_strengths, write_strengths

PRIORS = dict.fromkeys(Facet, 0.5)
LEGAL = frozenset({(Facet.FRAMEWORK, "legal")})


def test_a_term_is_as_strong_as_the_share_of_passages_with_its_label() -> None:
    good, bad = "framework\tlegal\tpenal code", "framework\tlegal\tfine"
    observed = [(frozenset({good, bad}), LEGAL)] * 8 + [(frozenset({bad}), frozenset())] * 8
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
