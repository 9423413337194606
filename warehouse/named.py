"""Submissions by the names that people call them."""

from dataclasses import dataclass

import duckdb

from warehouse.sql import statement


@dataclass(frozen=True, slots=True)
class NamedSubmission:
    """A submission with the numbers of its document: the one that counts, and the one that was read."""

    number: int
    name: str
    document: str
    outcome: str | None
    loaded: bool
    """Whether the warehouse holds its document."""
    symbol: str | None
    read_symbol: str | None


def named_submissions(connection: duckdb.DuckDBPyConnection) -> tuple[NamedSubmission, ...]:
    """Return all submissions, first to last."""
    return tuple(NamedSubmission(*row) for row in connection.execute(statement("named_submissions")).fetchall())
