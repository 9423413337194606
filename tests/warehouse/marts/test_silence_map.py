"""Who has said nothing on what, and whether it has said anything at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.warehouse.marts.reported import BRAZIL, FRANCE, KENYA, SENEGAL, ask, report, reported, says
from warehouse.connection import Connection


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, empty_warehouse: Path) -> Iterator[Connection]:
    with reported(
        tmp_path_factory.mktemp("silence"),
        empty_warehouse,
        report("1", says("legal", "sextortion")),
        report(
            "1(Rev.1)", says("legal", "grooming"), says("legal", "grooming", unsure=["grooming"]), by=[KENYA, SENEGAL]
        ),
        report("2", says("legal", "grooming", unsure=["legal"])),
        report("3", says("legal"), says("grooming"), by=[FRANCE]),
        report("4", says("grooming", unsure=["grooming"]), by=[BRAZIL]),
        report("5", says("technical", "hate_speech", unsure=["hate_speech"]), by=[BRAZIL]),
    ) as connection:
        yield connection


def test_the_silence_of_an_active_member_is_told_from_that_of_a_silent_one(filled: Connection) -> None:
    assert ask(
        filled,
        "SELECT country, contributions, families_framework, families_framework_trusted, families_risk, "
        "families_risk_trusted, families, families_trusted, standing, silent "
        "FROM silence_map WHERE framework = 'legal' AND risk = 'grooming' ORDER BY country",
    ) == [
        ("Brazil", 2, 0, 0, 1, 0, 0, 0, "silent on the framework", True),
        ("France", 1, 1, 1, 1, 1, 0, 0, "speaks of each apart", True),
        ("Kenya", 2, 2, 1, 2, 2, 2, 1, "speaks of both together", False),
        ("Senegal", 1, 1, 1, 1, 1, 1, 1, "speaks of both together", False),
        ("Tonga", 0, 0, 0, 0, 0, 0, 0, "no contributions", True),
    ]


def test_a_passage_counts_without_review_where_both_of_its_labels_do(filled: Connection) -> None:
    assert ask(
        filled,
        "SELECT country, families, families_trusted FROM silence_map WHERE risk = 'hate_speech' AND NOT silent",
    ) == [("Brazil", 1, 0)]


def test_every_member_has_a_row_for_each_framework_and_risk(filled: Connection) -> None:
    assert ask(filled, "SELECT count(*), count(DISTINCT (iso3, framework, risk)) FROM silence_map") == [(30, 30)]
    assert ask(
        filled,
        "SELECT country, standing FROM silence_map WHERE risk = 'sextortion' AND framework = 'technical'"
        " ORDER BY country",
    ) == [
        ("Brazil", "silent on the risk"),
        ("France", "silent on both"),
        ("Kenya", "silent on both"),
        ("Senegal", "silent on both"),
        ("Tonga", "no contributions"),
    ]


def test_who_never_raised_a_risk_is_one_question(filled: Connection) -> None:
    never = "SELECT country FROM silence_map WHERE risk = 'grooming' AND families_risk = 0 GROUP BY country"
    assert ask(filled, never) == [("Tonga",)]
    assert ask(filled, never.replace("= 0", "= 0 AND contributions > 0")) == []


def test_what_an_older_revision_said_is_silence_now(filled: Connection) -> None:
    said = "SELECT sum(families), sum(families_risk) FROM silence_map WHERE risk = 'sextortion' AND country = 'Kenya'"
    assert ask(filled, said) == [(0, 0)]
