"""What people decide on header fields: kept apart from what was read, in force before it, and never deleted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import duckdb

from warehouse.connection import transaction
from warehouse.errors import WarehouseError
from warehouse.sql import statement
from warehouse.submissions import known_document

_REPLACED = "Replaced by a new decision."


@dataclass(frozen=True, slots=True)
class HeaderDecision:
    """A person's decision on a header field; an empty value says that the document has none."""

    document: str
    field: str
    value: str
    """As text: dates in ISO 8601, sources and original languages as JSON lists."""
    by: str
    why: str
    implied: tuple[tuple[str, str], ...] = ()
    """Values of other fields that follow from it, where nobody decides them on their own: the body from a symbol."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A decision in force beside what was read."""

    document: str
    symbol: str | None
    field: str
    read: str | None
    value: str | None
    by: str
    at: datetime
    why: str


def decide(connection: duckdb.DuckDBPyConnection, decision: HeaderDecision) -> bool:
    """Record a decision; return False, with nothing recorded, where the same one stands already.

    Raises WarehouseError for a document that the warehouse does not hold.
    """
    place = {"document": decision.document, "field": decision.field}
    if not known_document(connection, decision.document):
        raise WarehouseError(f"The warehouse has no document {decision.document}, so nothing of it can be decided.")
    if standing(connection, decision.document).get((decision.document, decision.field)) == decision.value:
        return False
    who = {"by": decision.by, "why": decision.why}
    with transaction(connection):
        connection.execute(statement("withdraw_following_decisions"), place | who | {"why": _REPLACED})
        number = _record(connection, place | who | {"value": decision.value, "follows": None})
        for name, value in decision.implied:
            _record(connection, place | who | {"field": name, "value": value, "follows": number})
    return True


def withdraw(connection: duckdb.DuckDBPyConnection, document: str, name: str, *, by: str, why: str) -> bool:
    """Take back what was decided on a field, so that what was read counts again; return False where nothing stood."""
    values = {"document": document, "field": name, "by": by, "why": why}
    return connection.execute(statement("withdraw_header_decisions"), values).fetchone() != (0,)


def standing(connection: duckdb.DuckDBPyConnection, document: str | None = None) -> dict[tuple[str, str], str]:
    """Return the decided values in force by document and field, without those that only follow from another."""
    rows = connection.execute(statement("standing_header_decisions"), {"document": document}).fetchall()
    return {(sha256, name): value for sha256, name, value in rows}


def corrections(connection: duckdb.DuckDBPyConnection, document: str | None = None) -> tuple[Correction, ...]:
    """Return the decisions in force, newest first, of one document or of all; none of a file of before decisions."""
    if connection.execute(statement("has_header_decisions")).fetchone() is None:
        return ()
    rows = connection.execute(statement("corrections"), {"document": document}).fetchall()
    return tuple(Correction(*row) for row in rows)


def header_values(connection: duckdb.DuckDBPyConnection, document: str) -> dict[str, str | None]:
    """Return what counts in each header field of a document, as text."""
    return dict(connection.execute(statement("header_values"), {"document": document}).fetchall())


def _record(connection: duckdb.DuckDBPyConnection, values: Mapping[str, object]) -> int:
    row = connection.execute(statement("record_header_decision"), values).fetchone()
    return int(row[0]) if row else 0
