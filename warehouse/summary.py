"""What the warehouse holds and what needs attention, in a few figures."""

from dataclasses import dataclass

import duckdb

from models.labels import Facet
from warehouse.sql import statement
from warehouse.submissions import Outcome, Submission, outcome_counts, submissions


@dataclass(frozen=True, slots=True)
class Count:
    """How many documents there are of one kind; a family counts once."""

    id: str
    name: str
    documents: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Documents and passages of the whole warehouse; outcomes and attention of the run that was asked for."""

    documents: int
    """Families: a document with its language versions, revisions and copies counts once, here and below."""
    contents: int
    """Documents with all their versions and copies: different contents of files."""
    passages: int
    by_language: tuple[Count, ...]
    by_framework: tuple[Count, ...]
    by_risk: tuple[Count, ...]
    """Counts are of documents, most first; one document may count for several frameworks and risks."""
    outcomes: dict[Outcome, int]
    attention: tuple[Submission, ...]
    """The submissions that wait or are quarantined, with their reasons."""


def summary(connection: duckdb.DuckDBPyConnection, run_id: int | None = None) -> Summary:
    """Summarise the warehouse; without a run, outcomes and attention are of all submissions."""
    # A file that was published before there were families is read as it is, e.g. by `status` after an update.
    before = "" if connection.execute(statement("has_families")).fetchall() else "_unlinked"
    contents, documents, passages = connection.execute(statement(f"totals{before}")).fetchall()[0]
    return Summary(
        documents=documents,
        contents=contents,
        passages=passages,
        by_language=_counts(connection, "documents_by_language", {}),
        by_framework=_counts(connection, f"documents_by_concept{before}", {"facet": Facet.FRAMEWORK.value}),
        by_risk=_counts(connection, f"documents_by_concept{before}", {"facet": Facet.RISK.value}),
        outcomes=outcome_counts(connection, run_id=run_id),
        attention=tuple(
            submission
            for outcome in (Outcome.QUARANTINED, Outcome.WAITING)
            for submission in submissions(connection, outcome=outcome, run_id=run_id)
        ),
    )


def _counts(connection: duckdb.DuckDBPyConnection, name: str, values: dict[str, str]) -> tuple[Count, ...]:
    return tuple(Count(*row) for row in connection.execute(statement(name), values).fetchall())
