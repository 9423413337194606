"""The record of every file that was dropped: when, what became of it, and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import duckdb

from warehouse.errors import WarehouseError
from warehouse.sql import statement


class Outcome(StrEnum):
    """What became of a submission."""

    LOADED = "loaded"
    DUPLICATE = "duplicate"
    WAITING = "waiting"
    QUARANTINED = "quarantined"


class Stage(StrEnum):
    """Where a submission failed."""

    TAKE = "take"
    EXTRACT = "extract"
    CLASSIFY = "classify"
    LOAD = "load"


@dataclass(frozen=True, slots=True)
class Submission:
    """One file as somebody dropped it."""

    id: int
    name: str
    sha256: str
    size: int
    received_at: datetime
    taken_at: datetime
    finished_at: datetime | None
    outcome: Outcome | None
    """None while it is open."""
    reason: str | None
    program: str | None
    """The optional program that a waiting submission needs."""
    duplicate_of: int | None
    """The earlier submission of the same bytes."""
    run_id: int


def record_submission(
    connection: duckdb.DuckDBPyConnection, *, name: str, sha256: str, size: int, received_at: datetime, run_id: int
) -> int:
    """Record a file that was taken from the inbox and return the submission's id.

    A file of that name and content that a crashed run took and did not settle is the same submission: it is taken over.
    """
    same = {"name": name, "sha256": sha256, "run_id": run_id}
    found = connection.execute(statement("open_submission"), same).fetchone()
    if found:
        retake_submission(connection, found[0], run_id=run_id)
        return int(found[0])
    values = {"name": name, "sha256": sha256, "size": size, "received_at": received_at, "run_id": run_id}
    row = connection.execute(statement("record_submission"), values).fetchone()
    return int(row[0]) if row else 0


def settled_submission(
    connection: duckdb.DuckDBPyConnection, *, name: str, sha256: str, received_at: datetime
) -> int | None:
    """Return the id of the submission of this very drop (name, bytes, time) where it has its outcome already."""
    values = {"name": name, "sha256": sha256, "received_at": received_at}
    row = connection.execute(statement("settled_submission"), values).fetchone()
    return int(row[0]) if row else None


def submission(connection: duckdb.DuckDBPyConnection, number: int) -> Submission:
    """Return one submission; raises WarehouseError for an id that does not exist."""
    row = connection.execute(statement("submission"), {"id": number}).fetchone()
    if row is None:
        raise WarehouseError(f"The warehouse has no submission {number}.")
    return _submission(row)


def retake_submission(connection: duckdb.DuckDBPyConnection, submission: int, *, run_id: int) -> None:
    """Open a submission again in this run, e.g. one that waited for a program that is now installed."""
    connection.execute(statement("retake_submission"), {"id": submission, "run_id": run_id})
    _require_updated(connection, submission)


def set_outcome(
    connection: duckdb.DuckDBPyConnection,
    submission: int,
    outcome: Outcome,
    *,
    reason: str | None = None,
    program: str | None = None,
) -> None:
    """Settle a submission; waiting needs a program and a reason, quarantined a reason.

    The original of a duplicate is found by its hash. Raises WarehouseError for an id that does not exist, and for an
    outcome without what it needs.
    """
    values = {"id": submission, "outcome": outcome.value, "reason": reason, "program": program}
    try:
        connection.execute(statement("set_outcome"), values)
    except duckdb.ConstraintException as error:
        raise WarehouseError(
            f"Submission {submission} cannot be {outcome} without reason or program: {error}"
        ) from error
    _require_updated(connection, submission)


def record_failure(
    connection: duckdb.DuckDBPyConnection, submission: int, *, run_id: int, stage: Stage, error_type: str, reason: str
) -> None:
    """Record that a submission failed in a run, at which stage and why."""
    values = {"submission": submission, "run_id": run_id, "stage": stage.value, "error_type": error_type}
    connection.execute(statement("record_failure"), values | {"reason": reason})


def known_document(connection: duckdb.DuckDBPyConnection, sha256: str) -> bool:
    """Tell whether the warehouse holds a document of that content."""
    return connection.execute(statement("known_document"), {"sha256": sha256}).fetchone() is not None


def submissions(
    connection: duckdb.DuckDBPyConnection, *, outcome: Outcome | None = None, run_id: int | None = None
) -> tuple[Submission, ...]:
    """Return the submissions, first to last; with an outcome or run, only those."""
    return _select(connection, outcome, run_id, is_open=None)


def open_submissions(connection: duckdb.DuckDBPyConnection) -> tuple[Submission, ...]:
    """Return the submissions without an outcome: those in work, or left by a run that crashed."""
    return _select(connection, None, None, is_open=True)


def waiting_by_program(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[Submission, ...]]:
    """Return the waiting submissions by the program that they wait for."""
    found: dict[str, tuple[Submission, ...]] = {}
    for submission in submissions(connection, outcome=Outcome.WAITING):
        if submission.program is not None:
            found[submission.program] = (*found.get(submission.program, ()), submission)
    return found


def outcome_counts(connection: duckdb.DuckDBPyConnection, *, run_id: int | None = None) -> dict[Outcome, int]:
    """Return how many submissions had each outcome, of one run or of all; zero is told too."""
    counts = dict(connection.execute(statement("outcome_counts"), {"run_id": run_id}).fetchall())
    return {outcome: counts.get(outcome.value, 0) for outcome in Outcome}


def _select(
    connection: duckdb.DuckDBPyConnection, outcome: Outcome | None, run_id: int | None, *, is_open: bool | None
) -> tuple[Submission, ...]:
    values = {"outcome": outcome and outcome.value, "run_id": run_id, "is_open": is_open}
    rows = connection.execute(statement("submissions"), values).fetchall()
    return tuple(map(_submission, rows))


def _submission(row: tuple[Any, ...]) -> Submission:
    outcome = Outcome(row[7]) if row[7] else None
    return Submission(*(*row[:7], outcome, *row[8:]))


def _require_updated(connection: duckdb.DuckDBPyConnection, submission: int) -> None:
    if connection.fetchone() == (0,):
        raise WarehouseError(f"The warehouse has no submission {submission}.")
