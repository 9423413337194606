"""What a document says of itself and what it is about, in one line."""

from dataclasses import dataclass

import duckdb

from warehouse.sql import statement


@dataclass(frozen=True, slots=True)
class Digest:
    """The header fields that a person looks for first, and the document's frameworks and risks, most passages first."""

    symbol: str | None
    title: str | None
    language: str
    sources: tuple[str, ...]
    frameworks: tuple[str, ...]
    risks: tuple[str, ...]


def digest(connection: duckdb.DuckDBPyConnection, sha256: str) -> Digest | None:
    """Give the digest of a document, or None where the warehouse does not hold it."""
    row = connection.execute(statement("digest"), {"sha256": sha256}).fetchone()
    if row is None:
        return None
    symbol, title, language, *lists = row
    sources, frameworks, risks = (tuple(values) for values in lists)
    return Digest(symbol, title, language, sources, frameworks, risks)
