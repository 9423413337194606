"""The record of submissions."""

from datetime import UTC, datetime

import pytest

from tests.warehouse.made import VERSIONS, document
from warehouse.connection import Connection
from warehouse.errors import WarehouseError
from warehouse.load import load
from warehouse.runs import start_run
from warehouse.submissions import (
    Outcome,
    Stage,
    known_document,
    open_submissions,
    outcome_counts,
    record_failure,
    record_submission,
    retake_submission,
    set_outcome,
    settled_submission,
    submission,
    submissions,
    waiting_by_program,
)

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def run(connection: Connection) -> int:
    return start_run(connection, program_version="1")


def record(connection: Connection, run: int, name: str = "a.pdf", sign: str = "a") -> int:
    return record_submission(connection, name=name, sha256=sign * 64, size=7, received_at=NOON, run_id=run)


def test_a_submission_is_open_until_its_outcome_is_set(connection: Connection, run: int) -> None:
    number = record(connection, run)
    (opened,) = open_submissions(connection)
    assert (opened.id, opened.name, opened.received_at, opened.outcome) == (number, "a.pdf", NOON, None)
    set_outcome(connection, number, Outcome.LOADED)
    assert open_submissions(connection) == ()
    settled = submission(connection, number)
    assert settled.outcome is Outcome.LOADED
    assert settled.finished_at is not None


def test_a_duplicate_names_its_original(connection: Connection, run: int) -> None:
    first, second = record(connection, run), record(connection, run, "b.pdf")
    set_outcome(connection, first, Outcome.LOADED)
    set_outcome(connection, second, Outcome.DUPLICATE)
    assert submission(connection, second).duplicate_of == first


def test_two_equal_files_in_one_run_are_two_submissions(connection: Connection, run: int) -> None:
    assert record(connection, run) != record(connection, run)


def test_what_a_crashed_run_left_open_is_taken_over(connection: Connection, run: int) -> None:
    number = record(connection, run)
    later = start_run(connection, program_version="1")
    assert record(connection, later) == number
    assert submission(connection, number).run_id == later


def test_a_settled_drop_is_found_again_and_a_new_drop_is_not(connection: Connection, run: int) -> None:
    number = record(connection, run)
    set_outcome(connection, number, Outcome.LOADED)
    assert settled_submission(connection, name="a.pdf", sha256="a" * 64, received_at=NOON) == number
    assert settled_submission(connection, name="b.pdf", sha256="a" * 64, received_at=NOON) is None


def test_a_waiting_submission_is_listed_by_its_program_and_taken_up_again(connection: Connection, run: int) -> None:
    number = record(connection, run)
    other = record(connection, run, "b.doc", "b")
    for one in (number, other):
        set_outcome(connection, one, Outcome.WAITING, reason="Needs Tesseract.", program="tesseract")
    assert [one.id for one in waiting_by_program(connection)["tesseract"]] == [number, other]
    later = start_run(connection, program_version="1")
    retake_submission(connection, number, run_id=later)
    assert [one.id for one in open_submissions(connection)] == [number]
    set_outcome(connection, number, Outcome.LOADED)
    assert submission(connection, number).reason is None


def test_a_submission_that_failed_can_fail_again_and_be_settled(connection: Connection, run: int) -> None:
    number = record(connection, run)
    for _ in range(2):
        record_failure(
            connection, number, run_id=run, stage=Stage.EXTRACT, error_type="EncryptedDocument", reason="Locked."
        )
        set_outcome(connection, number, Outcome.QUARANTINED, reason="Locked.")
        retake_submission(connection, number, run_id=run)
    set_outcome(connection, number, Outcome.QUARANTINED, reason="Locked.")
    assert connection.execute("SELECT count(*) FROM raw.failures").fetchall() == [(2,)]
    assert [one.reason for one in submissions(connection, outcome=Outcome.QUARANTINED)] == ["Locked."]


@pytest.mark.parametrize("outcome", [Outcome.WAITING, Outcome.QUARANTINED])
def test_an_outcome_without_its_reason_is_refused(connection: Connection, run: int, outcome: Outcome) -> None:
    number = record(connection, run)
    with pytest.raises(WarehouseError, match="without reason"):
        set_outcome(connection, number, outcome)


def test_an_unknown_submission_is_told(connection: Connection, run: int) -> None:
    with pytest.raises(WarehouseError, match="no submission 7"):
        set_outcome(connection, 7, Outcome.LOADED)
    with pytest.raises(WarehouseError, match="no submission 7"):
        retake_submission(connection, 7, run_id=run)
    with pytest.raises(WarehouseError, match="no submission 7"):
        submission(connection, 7)


def test_outcomes_are_counted_by_run(connection: Connection, run: int) -> None:
    set_outcome(connection, record(connection, run), Outcome.LOADED)
    later = start_run(connection, program_version="1")
    set_outcome(connection, record(connection, later, "b.pdf"), Outcome.DUPLICATE)
    record(connection, later, "c.pdf", "c")
    assert outcome_counts(connection)[Outcome.LOADED] == 1
    assert outcome_counts(connection, run_id=later) == {
        Outcome.LOADED: 0,
        Outcome.DUPLICATE: 1,
        Outcome.WAITING: 0,
        Outcome.QUARANTINED: 0,
    }
    assert [one.name for one in submissions(connection, run_id=later)] == ["b.pdf", "c.pdf"]


def test_a_document_is_known_once_it_is_loaded(connection: Connection) -> None:
    assert not known_document(connection, "a" * 64)
    load(connection, document("a"), [], versions=VERSIONS)
    assert known_document(connection, "a" * 64)
