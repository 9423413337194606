"""What people decide on families wins, stays, and can be taken back."""

from typing import Any

import pytest

from tests.warehouse.families.test_grouping import BASE, PLAN
from tests.warehouse.families.test_linking import load_made, rows
from warehouse.connection import Connection
from warehouse.errors import WarehouseError
from warehouse.families.decisions import (
    Action,
    FamilyDecision,
    decide_family,
    family_decisions,
    withdraw_family_decision,
)

FRENCH = BASE.but("fr", language="fr", symbol="CWG-COP-20/4-F")
OTHER = PLAN.but("other", text="survey")


def decision(action: Action, document: str, other: str | None = None, **changes: Any) -> FamilyDecision:
    return FamilyDecision(
        **{"action": action, "document": document, "other": other, "by": "Ann", "why": "Read."} | changes
    )


def sizes(connection: Connection) -> list[int]:
    return [row[0] for row in rows(connection, "SELECT members FROM raw.families ORDER BY members DESC")]


@pytest.fixture
def filled(connection: Connection) -> Connection:
    load_made(connection, [BASE, FRENCH, OTHER])
    assert sizes(connection) == [2, 1]
    return connection


def test_a_merge_joins_families_until_it_is_taken_back(filled: Connection) -> None:
    number = decide_family(filled, decision(Action.MERGE, OTHER.sha256, BASE.sha256))
    assert sizes(filled) == [3]
    assert rows(filled, f"SELECT reason FROM family_members WHERE document = '{OTHER.sha256}'") == [("decision",)]  # noqa: S608
    withdraw_family_decision(filled, number, by="Bob", why="No.")
    assert sizes(filled) == [2, 1]
    assert rows(filled, "SELECT in_force, withdrawn_by, withdrawn_why FROM family_decisions") == [(False, "Bob", "No.")]


def test_a_split_takes_a_document_out_of_its_family(filled: Connection) -> None:
    decide_family(filled, decision(Action.SPLIT, FRENCH.sha256))
    assert sizes(filled) == [1, 1, 1]


def test_a_split_from_one_document_voids_the_link_between_the_two(filled: Connection) -> None:
    decide_family(filled, decision(Action.SPLIT, FRENCH.sha256, BASE.sha256))
    assert sizes(filled) == [1, 1, 1]
    decide_family(filled, decision(Action.MERGE, BASE.sha256, FRENCH.sha256))
    assert sizes(filled) == [2, 1]


def test_of_contrary_decisions_the_later_counts(filled: Connection) -> None:
    decide_family(filled, decision(Action.MERGE, OTHER.sha256, BASE.sha256))
    decide_family(filled, decision(Action.SPLIT, OTHER.sha256, BASE.sha256))
    assert sizes(filled) == [2, 1]
    decide_family(filled, decision(Action.MERGE, OTHER.sha256, BASE.sha256))
    decide_family(filled, decision(Action.SPLIT, OTHER.sha256))
    assert sizes(filled) == [2, 1]
    decide_family(filled, decision(Action.MERGE, OTHER.sha256, FRENCH.sha256))
    assert sizes(filled) == [3]
    assert [one.decision.action for one in family_decisions(filled)] == ["merge", "split", "merge", "split", "merge"]


def test_decisions_survive_a_load_of_their_documents(filled: Connection) -> None:
    decide_family(filled, decision(Action.MERGE, OTHER.sha256, BASE.sha256))
    decide_family(filled, decision(Action.SPLIT, FRENCH.sha256))
    before = rows(filled, "SELECT * FROM family_members ORDER BY ALL")
    load_made(filled, [OTHER, FRENCH])
    assert rows(filled, "SELECT * FROM family_members ORDER BY ALL") == before


def test_what_was_decided_is_no_doubt_any_more(connection: Connection) -> None:
    collides = BASE.but("collides", text="survey")
    load_made(connection, [BASE, collides])
    assert rows(connection, "SELECT count(*) FROM families_to_review") == [(1,)]
    decide_family(connection, decision(Action.SPLIT, collides.sha256))
    assert rows(connection, "SELECT count(*) FROM families_to_review") == [(0,)]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (decision(Action.MERGE, OTHER.sha256, "0" * 64), "has no document 0000"),
        (decision(Action.MERGE, OTHER.sha256), "takes two documents"),
        (decision(Action.SPLIT, OTHER.sha256, OTHER.sha256), "takes two documents"),
        (decision(Action.SPLIT, OTHER.sha256, by=" "), "needs who decides and why"),
    ],
)
def test_what_cannot_be_decided_is_refused(filled: Connection, wrong: FamilyDecision, message: str) -> None:
    with pytest.raises(WarehouseError, match=message):
        decide_family(filled, wrong)
    assert family_decisions(filled) == ()


def test_a_decision_that_does_not_stand_cannot_be_taken_back(filled: Connection) -> None:
    with pytest.raises(WarehouseError, match="No decision number 7"):
        withdraw_family_decision(filled, 7, by="Bob", why="No.")
