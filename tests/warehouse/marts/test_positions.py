"""Who contributed what to which meeting, and what has changed since one."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Source
from tests.warehouse.marts.contributed import CLUB, FRANCE, KENYA, MET, Contribution, contribute
from warehouse.connection import Connection, open_warehouse

GROOMING = {"grooming": "risk"}
LAW = {**GROOMING, "legal": "framework", "national": "level"}


def rows(connection: Connection, sql: str, *values: object) -> list[tuple[Any, ...]]:
    return connection.execute(sql, values).fetchall()


def changes(connection: Connection, meeting: object = "19") -> list[tuple[Any, ...]]:
    return rows(connection, "SELECT delegation, theme, change FROM positions_since(?) ORDER BY ALL", meeting)


def test_a_joint_contribution_is_one_of_each_of_its_delegations(connection: Connection) -> None:
    offices = (KENYA, Source("Communications Authority of Kenya", "KEN"), FRANCE, CLUB)
    contribute(connection, Contribution("CWG-COP-19/1-E", [GROOMING], offices))
    assert rows(
        connection, "SELECT delegation, iso3, body, meeting, meeting_number, first_day FROM contributions ORDER BY 1"
    ) == [(who, code, "CWG-COP", "19", 19, MET[19]) for who, code in _JOINT]


def test_the_region_is_that_of_the_member_state_even_where_a_person_named_the_source(connection: Connection) -> None:
    connection.execute("INSERT INTO raw.member_states VALUES ('KEN', 'AFR')")
    contribute(connection, Contribution("CWG-COP-19/1-E", [GROOMING]))
    assert rows(connection, "SELECT delegation, region FROM contributions") == [("Kenya", "AFR")]


_JOINT = [("A club", None), ("France", "FRA"), ("Kenya", "KEN")]


def test_a_family_without_a_known_source_stays_in_the_list(connection: Connection) -> None:
    contribute(connection, Contribution("CWG-COP-19/1-E", [GROOMING], ()))
    assert rows(connection, "SELECT symbol, delegation FROM contributions") == [("CWG-COP-19/1-E", None)]
    assert rows(connection, "FROM positions") == []


def test_a_first_page_without_a_number_is_placed_by_its_days(connection: Connection) -> None:
    contribute(
        connection,
        Contribution("CWG-COP-19/1-E"),
        Contribution("LETTER/1-E", sources=(FRANCE,), meeting=None, body=None, met=MET[19]),
        Contribution("LETTER/2-E", sources=(CLUB,), meeting=None, body=None, met=date(2019, 1, 1)),
    )
    assert rows(connection, "SELECT delegation, body, meeting FROM contributions ORDER BY 1") == [
        ("A club", None, None),
        ("France", "CWG-COP", "19"),
        ("Kenya", "CWG-COP", "19"),
    ]


def test_a_meeting_has_the_day_that_most_of_its_documents_name(connection: Connection) -> None:
    contribute(
        connection,
        Contribution("CWG-COP-19/1-E"),
        Contribution("CWG-COP-19/2-E", sources=(FRANCE,)),
        Contribution("CWG-COP-19/3-E", sources=(CLUB,), met=date(2025, 1, 22)),
    )
    assert rows(connection, "FROM meetings") == [("CWG-COP", "19", 19, MET[19], 3)]


def test_a_position_is_what_stands_beside_the_theme(connection: Connection) -> None:
    contribute(
        connection,
        Contribution("CWG-COP-19/1-E", [LAW, {**GROOMING, "technical": "framework"}, {"policy": "framework"}]),
        Contribution("CWG-COP-19/2-F", [{**GROOMING, "challenge": "purpose"}], language="fr"),
    )
    connection.execute("INSERT INTO raw.trusted_labels VALUES ('rules-1', 'en', 'risk', 'grooming')")
    assert rows(
        connection,
        "SELECT delegation, meeting, theme, frameworks, levels, purposes, families, families_trusted FROM positions",
    ) == [("Kenya", "19", "grooming", ["legal", "technical"], ["national"], ["challenge"], 2, 1)]
    assert rows(
        connection, "SELECT o.symbol, text[:19] FROM positions AS o JOIN passages AS p USING (document, paragraph)"
    ) == [("CWG-COP-19/1-E", "What CWG-COP-19/1-E")]


def test_what_is_new_changed_and_dropped_since_a_meeting(connection: Connection) -> None:
    contribute(
        connection,
        Contribution("CWG-COP-18/1-E", [{"csam": "risk"}], meeting="18"),
        Contribution("CWG-COP-19/1-E", [LAW, {"sextortion": "risk"}, {"hate_speech": "risk"}]),
        Contribution("CWG-COP-20/1-E", [GROOMING, {"csam": "risk"}, {"deepfakes_ai": "risk"}], meeting="20"),
        Contribution("CWG-COP-20/2-E", [{**GROOMING, "regional": "level"}, {"hate_speech": "risk"}], meeting="20"),
    )
    assert rows(
        connection,
        "SELECT theme, change, added, gone, meeting_before, meetings_since, families_before, families_since, "
        "symbol_before, symbol_since IS NULL FROM positions_since('19') ORDER BY 1",
    ) == [
        ("deepfakes_ai", "new", [], [], None, ["20"], 0, 1, None, False),
        ("grooming", "changed", ["regional"], ["legal", "national"], "19", ["20"], 1, 2, "CWG-COP-19/1-E", False),
        ("sextortion", "dropped", [], [], "19", [], 1, 0, "CWG-COP-19/1-E", True),
    ]


def test_what_was_dropped_before_the_meeting_is_not_dropped_again(connection: Connection) -> None:
    contribute(
        connection,
        Contribution("CWG-COP-18/1-E", [{"csam": "risk"}], meeting="18"),
        Contribution("CWG-COP-19/1-E", [GROOMING]),
        Contribution("CWG-COP-20/1-E", [GROOMING], meeting="20"),
    )
    assert changes(connection) == []
    assert changes(connection, "18") == [("Kenya", "csam", "dropped"), ("Kenya", "grooming", "new")]


def test_who_has_not_contributed_since_has_dropped_nothing(connection: Connection) -> None:
    contribute(
        connection,
        Contribution("CWG-COP-19/1-E", [GROOMING]),
        Contribution("CWG-COP-20/1-E", [GROOMING], (FRANCE,), "20"),
    )
    assert changes(connection) == [("France", "grooming", "new")]


def test_meetings_of_another_body_are_not_compared(connection: Connection) -> None:
    contribute(
        connection,
        Contribution("CWG-COP-19/1-E", [GROOMING]),
        Contribution("CWG-COP-20/1-E", [GROOMING], meeting="20"),
        Contribution("CWG-FHR-21/1-E", [{"csam": "risk"}], (FRANCE,), "21", date(2026, 1, 20), "CWG-FHR"),
    )
    assert changes(connection) == []
    assert changes(connection, "CWG-FHR-20") == [("France", "csam", "new")]


@pytest.mark.parametrize("name", ["19", 19, "19th", "CWG-COP-19", "CWG-COP 19", "cwg cop 19th meeting"])
def test_a_meeting_may_be_named_in_several_ways(connection: Connection, name: object) -> None:
    contribute(connection, Contribution("CWG-COP-19/1-E"))
    assert rows(connection, "FROM meeting_named(?)", name) == [("CWG-COP", 19, MET[19])]


@pytest.fixture(scope="module")
def met(tmp_path_factory: pytest.TempPathFactory, empty_warehouse: Path) -> Iterator[Connection]:
    path = tmp_path_factory.mktemp("met") / "w.duckdb"
    shutil.copyfile(empty_warehouse, path)
    with open_warehouse(path) as connection:
        contribute(connection, Contribution("CWG-COP-19/1-E"))
        yield connection


@given(
    number=st.integers(0, 10**6),
    before=st.sampled_from(["", "CWG-COP-", "cwg-cop ", "CWG COP / ", " CWG–COP_"]),
    after=st.sampled_from(["", "th", "th meeting", "e réunion", "-е собрание", "次会议", "/"]),
)
@settings(max_examples=60, deadline=None)
def test_whatever_stands_around_a_number_it_is_the_meeting_of_that_number(
    met: Connection, number: int, before: str, after: str
) -> None:
    named = rows(met, "SELECT body, number FROM meeting_named(?)", f"{before}{number}{after}")
    assert named == [("CWG-COP", number)]


@pytest.mark.parametrize("name", ["", None, "the last meeting", "CWG-FHR-19"])
def test_a_name_that_names_no_meeting_is_an_error_and_not_an_empty_answer(connection: Connection, name: object) -> None:
    contribute(connection, Contribution("CWG-COP-19/1-E", [GROOMING]))
    with pytest.raises(duckdb.InvalidInputException, match=r"No meeting is called .*: write 19, or CWG-COP-19"):
        changes(connection, name)


def test_an_empty_warehouse_has_no_changes(connection: Connection) -> None:
    assert changes(connection) == []


def test_a_meeting_without_documents_is_known_by_its_number(connection: Connection) -> None:
    contribute(connection, Contribution("CWG-COP-20/1-E", [GROOMING], meeting="20"))
    assert rows(connection, "FROM meeting_named('19')") == [("CWG-COP", 19, None)]
    assert changes(connection) == [("Kenya", "grooming", "new")]
    assert changes(connection, "20") == []


def test_two_ways_to_write_one_meeting_are_one_meeting_to_compare_with(connection: Connection) -> None:
    contribute(
        connection,
        Contribution("CWG-COP-19/1-E", [GROOMING]),
        Contribution("CWG-COP-19/2-E", [GROOMING], (FRANCE,), meeting="CWG-COP 19", met=MET[19]),
        Contribution("CWG-COP-20/1-E", [GROOMING, {"csam": "risk"}], (FRANCE,), "20"),
    )
    assert rows(connection, "FROM meeting_named('19')") == [("CWG-COP", 19, MET[19])]
    assert changes(connection) == [("France", "csam", "new")]
