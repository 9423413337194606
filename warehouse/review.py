"""The header fields of all documents as a work list for people: the most doubtful first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import duckdb

from warehouse.sql import statement

UNSURE = 0.8
"""Confidence below which a reading is doubtful; the reader gives labelled fields more, guesses from layout less."""

_AT_ONCE = 10_000
_ALL, _THESE = "(SELECT sha256 FROM raw.documents)", "(SELECT unnest($documents::VARCHAR[]))"


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A header field with what a person needs to check it."""

    document: str
    submission: int | None
    """The first submission of the document."""
    name: str | None
    symbol: str | None
    field: str
    value: str | None
    """What counts, as text."""
    read: str | None
    page: int | None
    quote: str | None
    confidence: float | None
    decided_by: str | None
    decided_at: datetime | None
    why: str | None
    missing: bool
    """Whether the document has no value where one matters."""
    last_decision: int | None
    """Number of the newest decision on it, also where it was taken back."""
    unresolved: tuple[str, ...]
    """Sources of whom nothing is known but the name."""
    doubts: tuple[str, ...]
    doubt: float
    """How doubtful the value is, 0 to 1; 0 where a person decided."""

    @property
    def unsure(self) -> bool:
        """Tell whether the reading is less sure than it should be."""
        return self.value is not None and self.confidence is not None and self.confidence < UNSURE


def header_review(
    connection: duckdb.DuckDBPyConnection, documents: Sequence[str] | None = None, *, doubtful: bool = False
) -> Iterator[ReviewRow]:
    """Give one row per document and field, the most doubtful first, of these documents or of all.

    With `doubtful` only rows that a person should look at. The connection runs no other statement until the last row
    is taken.
    """
    values: dict[str, object] = {"unsure": UNSURE, "doubtful": doubtful}
    if documents is not None:
        values["documents"] = list(documents)
    scope = _ALL if documents is None else _THESE
    found = connection.execute(statement("header_review").replace("$scope", scope), values)
    while rows := found.fetchmany(_AT_ONCE):
        for row in rows:
            yield ReviewRow(*(*row[:-3], tuple(row[-3]), tuple(row[-2]), row[-1]))
