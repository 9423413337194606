"""The passages of the warehouse as they are classified, and what is in force of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import duckdb

from extractors.document import PassageKind
from models.labels import Facet, PassageText
from warehouse.sql import statement

Place = tuple[str, int]
"""Document (sha256) and paragraph."""
Label = tuple[Facet, str]
_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class CountedAs:
    """What a document in force counts for."""

    symbol: str | None
    language: str
    year: int | None
    states: tuple[str, ...]
    """ISO 3166-1 alpha-3 codes."""


def documents_with(connection: duckdb.DuckDBPyConnection, labels: Iterable[Label]) -> frozenset[str]:
    """Return the documents in which a model suggests one of the labels, in force or not."""
    keys = [f"{facet.value}\t{concept}" for facet, concept in labels]
    rows = connection.execute(statement("documents_with_labels"), {"labels": keys}).fetchall() if keys else []
    return frozenset(row[0] for row in rows)


def texts(
    connection: duckdb.DuckDBPyConnection, documents: Iterable[str] | None = None
) -> Iterator[tuple[Place, PassageText]]:
    """Yield the passages of documents, or of all, document by document in sequence.

    Nothing else may be asked of the connection meanwhile.
    """
    keys = None if documents is None else sorted(documents)
    result = connection.execute(statement("texts_to_classify"), {"documents": keys})
    while rows := result.fetchmany(_AT_ONCE):
        for document, paragraph, id_, kind, heading_path, language, text in rows:
            yield (document, paragraph), PassageText(id_, text, language, tuple(heading_path), PassageKind(kind))


def labels_in_force(connection: duckdb.DuckDBPyConnection, documents: Iterable[str]) -> dict[Place, frozenset[Label]]:
    """Return by passage what is in force; decisions of people included."""
    made: dict[Place, set[Label]] = {}
    for document, paragraph, facet, concept in connection.execute(
        statement("labels_of_documents"), {"documents": sorted(documents)}
    ).fetchall():
        made.setdefault((document, paragraph), set()).add((Facet(facet), concept))
    return {place: frozenset(some) for place, some in made.items()}


def counted_as(connection: duckdb.DuckDBPyConnection, documents: Iterable[str]) -> dict[str, CountedAs]:
    """Return what the documents in force among these count for."""
    rows = connection.execute(statement("counted_as"), {"documents": sorted(documents)}).fetchall()
    return {sha256: CountedAs(symbol, language, year, tuple(states)) for sha256, symbol, language, year, states in rows}
