"""What people decide on families: it wins over every computed link, and is never deleted."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import duckdb

from warehouse.connection import transaction
from warehouse.errors import WarehouseError
from warehouse.families.linking import link_families
from warehouse.sql import statement
from warehouse.submissions import known_document


class Action(StrEnum):
    """What a person decides: that two documents are one, or that a document is not one with another."""

    MERGE = "merge"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class FamilyDecision:
    """A person's decision on one document or two (by sha256)."""

    action: Action
    document: str
    other: str | None
    """None only for a split: the document is then one with none of those that it was linked to."""
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class RecordedDecision:
    """A decision that stands."""

    id: int
    decision: FamilyDecision
    at: datetime


def decide_family(connection: duckdb.DuckDBPyConnection, decision: FamilyDecision) -> int:
    """Record a decision, make the families again that it touches, and return its number.

    Of contrary decisions the later counts. Raises WarehouseError for documents that the warehouse does not hold, for
    one that is to be merged with itself or with none, and where nobody or no reason is named.
    """
    ends = [decision.document] if decision.other is None else [decision.document, decision.other]
    for document in ends:
        if not known_document(connection, document):
            raise WarehouseError(f"The warehouse has no document {document}, so nothing can be decided of it.")
    if len(set(ends)) == 1 and (decision.action is Action.MERGE or len(ends) == 2):
        raise WarehouseError(f"To {decision.action} takes two documents; only {decision.document} was named.")
    if not decision.by.strip() or not decision.why.strip():
        raise WarehouseError("A decision needs who decides and why; it was not recorded.")
    values = {
        "action": decision.action.value,
        "document": decision.document,
        "other": decision.other,
        "by": decision.by,
        "why": decision.why,
    }
    with transaction(connection):
        (row,) = connection.execute(statement("record_family_decision"), values).fetchall()
        link_families(connection, ends)
    return int(row[0])


def withdraw_family_decision(connection: duckdb.DuckDBPyConnection, number: int, *, by: str, why: str) -> None:
    """Take a decision back, so that earlier ones and computed links count again.

    Raises WarehouseError where there is no such decision, or it does not stand any more.
    """
    with transaction(connection):
        rows = connection.execute(statement("standing_family_decision"), {"id": number}).fetchall()
        if not rows:
            raise WarehouseError(f"No decision number {number} on families stands; nothing was changed.")
        connection.execute(statement("withdraw_family_decision"), {"id": number, "by": by, "why": why})
        link_families(connection, [document for document in rows[0] if document])


def family_decisions(connection: duckdb.DuckDBPyConnection) -> tuple[RecordedDecision, ...]:
    """Return the decisions that stand, first to last."""
    rows = connection.execute(statement("family_decisions")).fetchall()
    return tuple(
        RecordedDecision(number, FamilyDecision(Action(action), document, other, by, why), at)
        for number, action, document, other, by, why, at in rows
    )
