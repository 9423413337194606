"""Figures by State, region and meeting: families are counted, a joint contribution for each of its States."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.warehouse.marts.reported import BRAZIL, CLUB, FRANCE, KENYA, SENEGAL, ask, report, reported, says
from warehouse.connection import Connection


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, empty_warehouse: Path) -> Iterator[Connection]:
    """Kenya alone (in two languages, revised); Kenya with Senegal and a club; Brazil, unsure; France a year later."""
    with reported(
        tmp_path_factory.mktemp("by_country"),
        empty_warehouse,
        report("1", says("technical")),
        report("1(Rev.1)", says("legal", "grooming"), says("legal")),
        report("1(Rev.1)", says("legal", "grooming"), says("legal"), language="fr"),
        report("2", says("legal", "grooming"), says("grooming", unsure=["grooming"]), by=[KENYA, SENEGAL, CLUB]),
        report("3", says("legal", "grooming", unsure=["legal", "grooming"]), by=[BRAZIL]),
        report("4", by=[BRAZIL]),
        report("5", says("legal"), by=[FRANCE], year=2024, meeting="18"),
        report("6", says("legal"), by=[], year=None, meeting=None),
    ) as connection:
        yield connection


def test_frameworks_count_families_by_state_and_year(filled: Connection) -> None:
    assert ask(
        filled,
        "SELECT concept, country, region, year, families, families_trusted, contributions, passages "
        "FROM framework_by_country ORDER BY ALL",
    ) == [
        ("legal", "Brazil", "AMS", 2023, 1, 0, 2, 1),
        ("legal", "France", "EUR", 2024, 1, 1, 1, 1),
        ("legal", "Kenya", "AFR", 2023, 2, 2, 2, 3),
        ("legal", "Senegal", "AFR", 2023, 1, 1, 1, 1),
        ("legal", None, None, 2023, 1, 1, 1, 1),
        ("legal", None, None, None, 1, 1, 1, 1),
    ]


def test_risks_count_families_by_state_and_year(filled: Connection) -> None:
    assert ask(
        filled,
        "SELECT concept, concept_group, iso3, year, families, families_trusted FROM risk_by_country ORDER BY ALL",
    ) == [
        ("grooming", "contact", "BRA", 2023, 1, 0),
        ("grooming", "contact", "KEN", 2023, 2, 2),
        ("grooming", "contact", "SEN", 2023, 1, 1),
        ("grooming", "contact", None, 2023, 1, 1),
    ]


def test_a_region_counts_a_joint_contribution_of_its_states_once(filled: Connection) -> None:
    assert ask(
        filled,
        "SELECT region, families, mentions_by_states, countries FROM concepts_by_region "
        "WHERE facet = 'framework' AND year = 2023 ORDER BY region",
    ) == [("AFR", 2, 3, ["Kenya", "Senegal"]), ("AMS", 1, 1, ["Brazil"])]


def test_risks_count_families_by_meeting(filled: Connection) -> None:
    assert ask(
        filled,
        "SELECT concept, meeting, first_day::VARCHAR, families, families_trusted, contributions, share "
        "FROM risk_by_meeting ORDER BY ALL",
    ) == [("grooming", "17", "2023-01-18", 3, 2, 4, 0.75)]


def test_the_older_tables_say_the_same(filled: Connection) -> None:
    assert ask(filled, "SELECT country, documents, documents_trusted FROM documents_by_risk ORDER BY ALL") == [
        ("Brazil", 1, 0),
        ("Kenya", 2, 2),
        ("Senegal", 1, 1),
        (None, 1, 1),
    ]
    assert ask(filled, "SELECT concept, language, documents, documents_trusted FROM documents_by_framework") == [
        ("legal", "en", 5, 4)
    ]


def test_a_figure_leads_back_to_the_words(filled: Connection) -> None:
    assert ask(
        filled,
        "SELECT e.symbol, e.page, e.paragraph, e.quote "
        "FROM family_concepts AS l JOIN family_states AS s USING (family) "
        "JOIN label_evidence AS e USING (family, facet, concept) "
        "WHERE s.iso3 = 'KEN' AND s.year = 2023 AND l.concept = 'legal' AND e.in_force AND e.language = 'en' "
        "ORDER BY ALL",
    ) == [
        ("CWG-COP-17/1(Rev.1)-E", 1, 1, "Para"),
        ("CWG-COP-17/1(Rev.1)-E", 1, 2, "Para"),
        ("CWG-COP-17/2-E", 1, 1, "Para"),
    ]
