"""The names of sources that no list has: a person adds them to the file of aliases, or leaves them."""

from dataclasses import dataclass

import duckdb

from warehouse.sql import statement


@dataclass(frozen=True, slots=True)
class UnresolvedName:
    """A name as written on first pages, and in how many documents it is a source."""

    name: str
    documents: int


def unresolved_names(connection: duckdb.DuckDBPyConnection) -> tuple[UnresolvedName, ...]:
    """Give the names that are not resolved, most frequent first; none of a file published before there was a list."""
    if not connection.execute(statement("has_unresolved_sources")).fetchall():
        return ()
    return tuple(UnresolvedName(*row) for row in connection.execute(statement("unresolved_sources")).fetchall())
