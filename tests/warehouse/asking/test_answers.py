"""Answers come from a process of its own, which a bad query cannot make the server's trouble."""

import os
import shutil
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from tests.warehouse.made import VERSIONS, document
from warehouse.asking.answers import ask
from warehouse.asking.question import Limits, Question
from warehouse.connection import open_warehouse
from warehouse.errors import QueryError, WarehouseError
from warehouse.load import load
from warehouse.publish import publish


def answer(snapshot: Path, sql: str, limits: Limits = Limits(30, 256)) -> pa.Table:  # noqa: B008 - it is frozen
    with ask(snapshot, [Question(sql)], limits) as answers:
        return answers.next().read_all()


def test_an_answer_has_its_rows_in_order_and_the_comments_of_its_columns(snapshot: Path) -> None:
    question = Question("FROM documents WHERE symbol = $symbol", {"symbol": "C/b-E"}, "documents")
    numbers = Question("SELECT a FROM range(50000) AS t(a) ORDER BY a DESC")
    with ask(snapshot, [question, numbers], Limits()) as answers:
        rows = answers.next().read_all()
        assert [row["sources"] for row in rows.to_pylist()] == [["Kenya", "@club"]]
        assert b"comment" in rows.schema.field("symbol").metadata
        assert answers.next().read_all()["a"].to_pylist() == list(range(49_999, -1, -1))


def test_two_answers_are_from_one_snapshot_though_it_is_replaced_meanwhile(tmp_path: Path) -> None:
    target = tmp_path / "contributions.duckdb"
    with open_warehouse(tmp_path / "w.duckdb") as connection:
        load(connection, document("a"), [], versions=VERSIONS)
        publish(connection, target)
        with ask(target, [Question("SELECT count(*) AS n FROM documents")] * 2, Limits()) as answers:
            first = answers.next().read_all()
            load(connection, document("b"), [], versions=VERSIONS)
            publish(connection, target)
            assert answers.next().read_all() == first
    assert answer(target, "SELECT count(*) AS n FROM documents").to_pylist() == [{"n": 2}]


@pytest.mark.parametrize(
    ("sql", "limits", "says"),
    [
        ("SELECT sum(a.range) FROM range(1000000) a, range(1000000) b", Limits(1, 256), "after 1 seconds"),
        # One call that DuckDB does not interrupt.
        ("SELECT levenshtein(repeat('a', 90000), repeat('b', 90000))", Limits(1, 512), "after 1 seconds"),
        # Memory that DuckDB does not count.
        ("SELECT list_sum(range(2000000000))", Limits(30, 64), "memory"),
        ("SELECT length(repeat('x', 4000000000))", Limits(30, 64), "memory"),
    ],
)
def test_a_query_is_stopped_that_takes_too_much(snapshot: Path, sql: str, limits: Limits, says: str) -> None:
    with pytest.raises(QueryError, match=says):
        answer(snapshot, sql, limits)


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("SELECT a, if(a < 200000, 1, 'x'::INTEGER) AS b FROM range(200001) AS t(a)", "'x' cannot be read as INT"),
        ("FROM labls", "no table or view labls"),
    ],
)
def test_an_answer_that_breaks_off_is_no_answer(snapshot: Path, sql: str, says: str) -> None:
    with ask(snapshot, [Question(sql)], Limits()) as answers, pytest.raises(QueryError, match=says):
        answers.next().read_all()


def test_who_locks_a_snapshot_and_who_is_newer_is_told(snapshot: Path, tmp_path: Path) -> None:
    file = tmp_path / "contributions.duckdb"
    shutil.copyfile(snapshot, file)
    with duckdb.connect(file) as writer:
        with pytest.raises(WarehouseError, match=f"in use by process {os.getpid()} "):
            answer(file, "FROM documents")
        writer.execute("INSERT INTO raw.schema_migrations VALUES (999, '0999_later', now())")
    before = file.read_bytes()
    with pytest.raises(WarehouseError, match=r"newer Rapporteur .*number 999"):
        answer(file, "FROM documents")
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "says"),
    [(None, "There is no warehouse"), (b"hello" * 5000, "is not a DuckDB file")],
)
def test_a_snapshot_that_cannot_be_opened_is_told(tmp_path: Path, content: bytes | None, says: str) -> None:
    file = tmp_path / "contributions.duckdb"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(WarehouseError, match=says) as caught:
        answer(file, "FROM documents")
    assert not isinstance(caught.value, QueryError)
    assert (file.read_bytes() if content is not None else None) == content
