"""The record of every run of the ingest flow."""

import os
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import duckdb

from warehouse.errors import WarehouseError
from warehouse.sql import statement


class RunState(StrEnum):
    """How a run went; crashed is one that ended without saying so."""

    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"
    CRASHED = "crashed"


@dataclass(frozen=True, slots=True)
class Run:
    """One start of the ingest flow, with how many submissions had which outcome."""

    id: int
    started_at: datetime
    finished_at: datetime | None
    state: RunState
    program_version: str
    process: int
    loaded: int
    duplicates: int
    waiting: int
    quarantined: int


def start_run(connection: duckdb.DuckDBPyConnection, *, program_version: str) -> int:
    """Record that this process starts a run, and return the run's id; runs that never ended are marked as crashed."""
    mark_crashed_runs(connection)
    values = {"program_version": program_version, "process": os.getpid()}
    row = connection.execute(statement("start_run"), values).fetchone()
    return int(row[0]) if row else 0


def finish_run(connection: duckdb.DuckDBPyConnection, run: int, state: RunState = RunState.COMPLETED) -> None:
    """Record that a run ended, and count its submissions by outcome; raises WarehouseError for an unknown run."""
    if connection.execute(statement("finish_run"), {"id": run, "state": state.value}).fetchone() == (0,):
        raise WarehouseError(f"The warehouse has no run {run}.")


def last_run(connection: duckdb.DuckDBPyConnection) -> Run | None:
    """Return the run that started last, or None before the first."""
    row = connection.execute(statement("last_run")).fetchone()
    return _run(row) if row else None


def mark_crashed_runs(connection: duckdb.DuckDBPyConnection) -> int:
    """Mark the runs that count as running as crashed, and return how many; only before this process starts its own."""
    row = connection.execute(statement("mark_crashed_runs")).fetchone()
    return int(row[0]) if row else 0


def _run(row: tuple[Any, ...]) -> Run:
    return Run(*(*row[:3], RunState(row[3]), *row[4:]))
