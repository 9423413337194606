"""The record of runs."""

import os
from datetime import UTC, datetime

import pytest

from warehouse.connection import Connection
from warehouse.errors import WarehouseError
from warehouse.runs import RunState, finish_run, last_run, mark_crashed_runs, start_run
from warehouse.submissions import Outcome, Stage, record_failure, record_submission, set_outcome


def test_there_is_no_last_run_before_the_first(connection: Connection) -> None:
    assert last_run(connection) is None


def test_a_finished_run_tells_how_it_went(connection: Connection) -> None:
    run = start_run(connection, program_version="0.1.0")
    now = datetime.now(UTC)
    for name, outcome in (("a", Outcome.LOADED), ("b", Outcome.DUPLICATE), ("c", Outcome.QUARANTINED)):
        number = record_submission(connection, name=name, sha256="a" * 64, size=1, received_at=now, run_id=run)
        record_failure(connection, number, run_id=run, stage=Stage.LOAD, error_type="E", reason="r")
        set_outcome(connection, number, outcome, reason="r")
    started = last_run(connection)
    assert started is not None
    assert (started.id, started.state, started.process) == (run, RunState.RUNNING, os.getpid())
    finish_run(connection, run)
    done = last_run(connection)
    assert done is not None
    assert (done.state, done.loaded, done.duplicates, done.waiting, done.quarantined) == (
        RunState.COMPLETED,
        1,
        1,
        0,
        1,
    )
    assert done.finished_at is not None


def test_a_run_that_never_ended_is_marked_when_the_next_starts(connection: Connection) -> None:
    start_run(connection, program_version="1")
    second = start_run(connection, program_version="1")
    finish_run(connection, second, RunState.FAILED)
    states = connection.execute("SELECT state FROM raw.runs ORDER BY id").fetchall()
    assert states == [("crashed",), ("failed",)]
    assert mark_crashed_runs(connection) == 0


def test_an_unknown_run_is_told(connection: Connection) -> None:
    with pytest.raises(WarehouseError, match="no run 9"):
        finish_run(connection, 9)
