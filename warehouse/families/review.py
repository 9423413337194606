"""Families as a work list for people, and who is touched by what they decide."""

from collections.abc import Iterable
from dataclasses import dataclass

import duckdb

from warehouse.sql import statement


@dataclass(frozen=True, slots=True)
class FamilyDoubt:
    """Two documents that may be one, each by hash, number of its first submission and name."""

    document: str
    submission: int | None
    name: str | None
    other: str
    other_submission: int | None
    other_name: str | None
    doubt: str
    similarity: float
    note: str


def families_to_review(connection: duckdb.DuckDBPyConnection) -> tuple[FamilyDoubt, ...]:
    """Return the pairs that a person should look at, the likeliest first."""
    return tuple(FamilyDoubt(*row) for row in connection.execute(statement("families_to_review")).fetchall())


def relatives_of(connection: duckdb.DuckDBPyConnection, documents: Iterable[str]) -> frozenset[str]:
    """Return these documents and all others of their families, by hash."""
    asked = list(documents)
    rows = connection.execute(statement("families_of"), {"documents": asked}).fetchall()
    return frozenset(asked) | {row[0] for row in rows}
