"""The cookbook: thirty questions that run as they stand, on a small warehouse that has an answer to each."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractors.document import Passage, PassageKind, ProposalKind, Source
from extractors.header.members import member_states
from extractors.header.vocabulary import Region
from flows.concepts import concept_rows
from models.crosswalk import crosswalk
from models.scheme import load_taxonomy
from tests.warehouse.made import entry, full_document
from tests.warehouse.marts.contributed import Contribution, Labels, contribute
from warehouse.concepts import load_concepts
from warehouse.connection import Connection, open_warehouse
from warehouse.load import load_batch
from warehouse.queries import Query, queries, starter_queries
from warehouse.reference import replace_crosswalk, replace_member_states

PAGE = Path(__file__).parents[2] / "docs" / "analysts.md"
PEOPLE = Path(__file__).parents[1] / "data" / "warehouse" / "people.sql"
KENYA = Source("Kenya (Republic of)", "KEN", region=Region.AFR)
SENEGAL = Source("Sénégal", "SEN", region=Region.AFR)
TONGA = Source("Tonga", "TON", region=Region.ASP)
HOTLINE = "A national hotline takes reports of sextortion from children by night."


def on(risk: str, *others: str) -> Labels:
    facets = {"legal": "framework", "technical": "framework", "national": "level", "industry": "stakeholder"}
    return {risk: "risk"} | {one: facets.get(one, "purpose") for one in others}


CONTRIBUTIONS = (
    Contribution("CWG-COP-17/1-E", [on("grooming", "legal", "national")], (KENYA, SENEGAL), "17"),
    Contribution("CWG-COP-17/2-E", [on("cyberbullying", "technical", "challenge")], (KENYA,), "17"),
    Contribution("CWG-COP-17/3-E", [on("age_assurance_access", "legal")], (TONGA,), "17"),
    Contribution("CWG-COP-19/1-E", [on("sextortion", "legal", "challenge"), on("grooming")], (KENYA,)),
    Contribution(
        "CWG-COP-19/2-E", [on("sextortion", "technical", "good_practice")], (TONGA,), texts={1: HOTLINE}
    ),
    Contribution("CWG-COP-20/1-E", [on("sextortion", "technical", "national")], (KENYA,), "20"),
    Contribution(
        "CWG-COP-20/2-E",
        [on("cyberbullying", "industry", "recommendation"), on("grooming", "good_practice")],
        (SENEGAL,),
        "20",
        texts={2: "Each night the hotline of the regulator takes reports that children make of sextortion."},
    ),
    Contribution("CWG-COP-20/2-F", [on("cyberbullying", "industry", "recommendation"), {}], (SENEGAL,), "20",
                 language="fr"),
    Contribution(
        "CWG-COP-20/7-E",
        sources=(TONGA, KENYA),
        meeting="20",
        passages=(
            Passage(
                "p-1", None, 1, PassageKind.LIST_ITEM, ("Resolution 179", "considering"), "en",
                "that children are exposed to sextortion;", "c)", proposal=ProposalKind.ADD,
            ),
        ),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory, empty_warehouse: Path) -> Iterator[Connection]:
    path = tmp_path_factory.mktemp("queries") / "w.duckdb"
    shutil.copyfile(empty_warehouse, path)
    with open_warehouse(path) as connection:
        taxonomy = load_taxonomy()
        load_concepts(connection, taxonomy.version, concept_rows(taxonomy))
        replace_member_states(connection, member_states())
        replace_crosswalk(connection, crosswalk())
        contribute(connection, *CONTRIBUTIONS)
        load_batch(connection, [entry(full_document())])
        connection.execute(PEOPLE.read_text(encoding="utf-8"))
        yield connection


def answer(connection: Connection, name: str) -> list[tuple[Any, ...]]:
    (query,) = (one for one in queries() if one.name == name)
    return connection.execute(query.sql).fetchall()


def test_there_are_thirty_questions_and_three_of_them_to_start_with() -> None:
    assert len(queries()) == 30
    assert len({one.name for one in queries()}) == 30
    assert [one.name for one in starter_queries()] == [one.name for one in queries()[:3]]


@pytest.mark.parametrize("query", queries(), ids=lambda query: query.name)
def test_every_question_has_an_answer(asked: Connection, query: Query) -> None:
    assert query.title.endswith("?")
    assert "SET VARIABLE" not in query.sql
    assert asked.execute(query.sql).fetchall()


@pytest.mark.parametrize("sql", re.findall(r"^```sql\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL))
def test_the_questions_of_the_page_for_analysts_have_answers(asked: Connection, sql: str) -> None:
    assert asked.execute(sql.replace("2026", "2023")).fetchall()


def test_the_page_for_analysts_names_what_there_is(asked: Connection) -> None:
    named = set(
        re.findall(
            r"`\"?(\w+)\"?(?:\([^`]*\))?`", PAGE.read_text("utf-8").partition("## Where to look")[2].partition("##")[0]
        )
    )
    assert len(named) > 30
    views = asked.execute("SELECT view_name FROM duckdb_views() UNION ALL SELECT function_name FROM duckdb_functions()")
    assert named - {name for (name,) in views.fetchall()} == set()


def test_which_frameworks_did_african_members_report_on_in_2023(asked: Connection) -> None:
    assert answer(asked, "frameworks_of_african_members") == [
        ("Kenya", "Legal framework", 1, 0),
        ("Kenya", "Technical framework", 1, 0),
        ("Senegal", "Legal framework", 1, 0),
    ]


def test_who_raises_sextortion_and_who_has_a_good_practice_on_it(asked: Connection) -> None:
    assert answer(asked, "who_raises_and_who_answers") == [
        ("Tonga", 1, 0, ["CWG-COP-19/2-E"], ["CWG-COP-19/2-E, paragraph 1"], HOTLINE),
        ("Kenya", 2, 0, ["CWG-COP-19/1-E", "CWG-COP-20/1-E"], None, None),
    ]


def test_what_changed_since_the_19th_meeting(asked: Connection) -> None:
    assert [row[:5] for row in answer(asked, "changes_since_a_meeting")] == [
        ("Kenya", "Sexual extortion and blackmail", "changed", ["national", "technical"], ["challenge", "legal"]),
        ("Kenya", "Grooming and sexual solicitation", "dropped", [], []),
        ("Senegal", "Grooming and sexual solicitation", "changed", ["good_practice"], ["legal", "national"]),
        ("Senegal", "Cyberbullying and peer aggression", "new", ["recommendation"], []),
        ("Tonga", "Sexual extortion and blackmail", "dropped", [], ["good_practice", "technical"]),
    ]


def test_who_proposes_to_change_which_paragraph_of_resolution_179(asked: Connection) -> None:
    assert [row[:6] for row in answer(asked, "redlines_of_a_resolution")] == [
        (["Kenya", "Tonga"], None, "considering c)", "ADD", "insertion", "that children are exposed to sextortion;")
    ]


def test_which_members_have_never_mentioned_age_assurance(asked: Connection) -> None:
    silent = answer(asked, "members_silent_on_a_risk")
    assert silent[:2] == [("Kenya", "AFR", 5), ("Senegal", "AFR", 2)]
    assert ("Afghanistan", "ASP", 0) in silent
    assert len(silent) == len(member_states()) - 1
    assert "Tonga" not in {country for country, _, _ in silent}
