"""Figures by year and level: shares and changes, years of silence among them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.warehouse.marts.reported import BRAZIL, FRANCE, KENYA, SENEGAL, ask, report, reported, says
from warehouse.connection import Connection


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, empty_warehouse: Path) -> Iterator[Connection]:
    """Grooming in one of two documents of 2021, in none of 2022, in all three of 2024; no document in 2023."""
    with reported(
        tmp_path_factory.mktemp("trend"),
        empty_warehouse,
        report("1", says("grooming", unsure=["grooming"]), year=2021),
        report("2", says("legal", "national"), by=[FRANCE], year=2021),
        report("2", says("legal", "national"), by=[FRANCE], year=2021, language="fr"),
        report("3", says("legal", "national", "regional", unsure=["national"]), year=2022),
        report("4", says("grooming"), says("grooming"), by=[KENYA, BRAZIL], year=2024),
        report("4", says("grooming"), says("grooming"), by=[KENYA, BRAZIL], year=2024, language="fr"),
        report("5", says("grooming"), by=[FRANCE], year=2024),
        report("6", says("grooming"), says("legal"), says("national"), by=[SENEGAL], year=2024),
        report("7", says("hate_speech", "legal"), year=None, meeting=None),
    ) as connection:
        yield connection


def test_a_trend_has_every_year_with_share_and_change(filled: Connection) -> None:
    assert ask(
        filled,
        "SELECT year, families, families_trusted, contributions, share, change, share_change FROM trend "
        "WHERE facet = 'risk' AND concept = 'grooming' ORDER BY year",
    ) == [
        (2021, 1, 0, 2, 0.5, None, None),
        (2022, 0, 0, 1, 0.0, -1, -0.5),
        (2023, 0, 0, None, None, 0, None),
        (2024, 3, 3, 3, 1.0, 3, None),
    ]


def test_what_nobody_speaks_of_has_a_trend_of_zeros(filled: Connection) -> None:
    silent = (
        "SELECT name, sum(families), count(*) FROM trend WHERE concept IN ('sextortion', 'hate_speech') GROUP BY name"
    )
    assert ask(filled, f"{silent} ORDER BY name") == [("Hate_speech", 0, 4), ("Sextortion", 0, 4)]


def test_a_level_needs_both_labels_in_one_passage(filled: Connection) -> None:
    assert ask(
        filled,
        "SELECT level, level_name, framework_name, year, families, families_trusted, passages FROM levels ORDER BY ALL",
    ) == [
        ("national", "National", "Legal", 2021, 1, 1, 1),
        ("national", "National", "Legal", 2022, 1, 0, 1),
        ("regional", "Regional", "Legal", 2022, 1, 1, 1),
    ]
