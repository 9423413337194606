"""What is counted: one row per family, with its States, and the texts that its passages are listed from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.warehouse.marts.reported import BRAZIL, CLUB, FRANCE, KENYA, SENEGAL, ask, report, reported, says
from warehouse.connection import Connection


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, empty_warehouse: Path) -> Iterator[Connection]:
    """A plan in two languages, revised, with an addendum in three; a joint letter; a letter of nobody."""
    with reported(
        tmp_path_factory.mktemp("documents"),
        empty_warehouse,
        report("1", says("grooming"), title="Old plan", by=[KENYA, CLUB]),
        report("1(Rev.1)", says("legal"), says("sextortion"), title="Plan"),
        report("1(Rev.1)", says("legal"), language="fr", by=[KENYA, FRANCE]),
        report("1(Add.1)", says("hate_speech"), language="ru"),
        report("1(Add.1)", says("hate_speech"), language="fr"),
        report("2", says("legal"), by=[SENEGAL, BRAZIL, CLUB], year=None, meeting=None),
        report("3", by=[], year=2024),
    ) as connection:
        yield connection


def test_a_document_is_one_row_whatever_its_versions(filled: Connection) -> None:
    assert ask(filled, "SELECT symbol, title, year, languages, versions, passages FROM documents ORDER BY symbol") == [
        ("CWG-COP-0/2-E", None, None, ["en"], 1, 1),
        ("CWG-COP-17/1(Rev.1)-E", "Plan", 2023, ["en", "fr", "ru"], 5, 2),
        ("CWG-COP-17/3-E", None, 2024, ["en"], 1, 0),
    ]
    assert ask(filled, "SELECT count(*) FROM document_versions") == [(7,)]


def test_its_states_are_those_of_all_that_is_in_force(filled: Connection) -> None:
    assert ask(filled, "SELECT states, countries, organisations, categories FROM documents ORDER BY symbol") == [
        (["BRA", "SEN"], ["Brazil", "Senegal"], ["A club"], ["member_state", "ngo"]),
        (["FRA", "KEN"], ["France", "Kenya"], [], ["member_state"]),
        ([], [], [], []),
    ]


def test_each_text_is_listed_in_one_language(filled: Connection) -> None:
    listed = (
        "SELECT t.symbol, t.part FROM texts_in_force AS t JOIN documents AS d USING (family) "
        "WHERE t.listed AND d.title = 'Plan' ORDER BY t.symbol"
    )
    assert ask(filled, listed) == [("CWG-COP-17/1(Add.1)-F", "Add.1"), ("CWG-COP-17/1(Rev.1)-E", "")]
    assert ask(filled, "SELECT count(*) FROM texts_in_force WHERE symbol = 'CWG-COP-17/1-E'") == [(0,)]


def test_a_joint_document_has_a_row_for_each_state_and_one_for_the_others(filled: Connection) -> None:
    assert ask(filled, "SELECT country, region, year, count(*) FROM family_states GROUP BY ALL ORDER BY ALL") == [
        ("Brazil", "AMS", None, 1),
        ("France", "EUR", 2023, 1),
        ("Kenya", "AFR", 2023, 1),
        ("Senegal", "AFR", None, 1),
        (None, None, 2024, 1),
        (None, None, None, 1),
    ]


def test_a_document_is_about_what_any_of_its_versions_in_force_says(filled: Connection) -> None:
    sql = (
        "SELECT concept, name, concept_group, trusted, l.passages FROM family_concepts AS l "
        "JOIN documents AS d USING (family) WHERE d.title = 'Plan' ORDER BY concept"
    )
    assert ask(filled, sql) == [
        ("hate_speech", "Hate_speech", "content", True, 1),
        ("legal", "Legal", None, True, 1),
        ("sextortion", "Sextortion", "contact", True, 1),
    ]


def test_a_member_that_never_contributed_is_there(filled: Connection) -> None:
    assert ask(filled, "SELECT country, region, contributions, first_year, last_year FROM members ORDER BY 1") == [
        ("Brazil", "AMS", 1, None, None),
        ("France", "EUR", 1, 2023, 2023),
        ("Kenya", "AFR", 1, 2023, 2023),
        ("Senegal", "AFR", 1, None, None),
        ("Tonga", "ASP", 0, None, None),
    ]


def test_a_concept_is_called_as_the_newest_taxonomy_calls_it(filled: Connection) -> None:
    filled.execute("BEGIN")
    filled.execute("INSERT INTO raw.taxonomies VALUES ('2030.1', now() + INTERVAL 1 DAY)")
    filled.execute(
        "INSERT INTO raw.concepts VALUES ('2030.1', 'risk', 'grooming', 'Solicitation', 'contact', 'New.', 1)"
    )
    assert ask(filled, "SELECT name, definition, taxonomy FROM concepts WHERE concept = 'grooming'") == [
        ("Solicitation", "New.", "2030.1")
    ]
    assert ask(filled, "SELECT count(*) FROM concepts") == [(12,)]
    filled.execute("ROLLBACK")
