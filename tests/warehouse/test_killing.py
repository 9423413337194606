"""Killing the program at any moment loses nothing and doubles nothing."""

from pathlib import Path

from tests.warehouse.killing import kill_at_random

KILLS, LONGEST = 20, 0.8


def test_a_killed_load_or_publishing_leaves_what_is_whole_only(tmp_path: Path) -> None:
    kills = list(kill_at_random(tmp_path, KILLS, seed=7, longest=LONGEST))
    loaded = [kill.loaded for kill in kills]
    assert loaded == sorted(loaded)
    assert loaded[-1] > 0
    assert [kill.published for kill in kills] == sorted(kill.published for kill in kills)
