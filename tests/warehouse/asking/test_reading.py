"""SQL that is given can only read the snapshot, and is told in plain words what is wrong with it."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from warehouse.asking.question import Limits, Question
from warehouse.asking.reading import open_for_reading, read
from warehouse.connection import Connection
from warehouse.errors import QueryError

HIDDEN = "not for analysts"
ATTEMPTS = """
ATTACH '$dir/other.duckdb'
ATTACH '$snapshot' AS again (READ_WRITE)
ATTACH ':memory:' AS m
DETACH contributions
USE memory
COPY passages TO '$dir/stolen.csv'
COPY (SELECT 1) TO '$snapshot'
COPY (PIVOT labels ON facet USING count(*) GROUP BY model) TO '$dir/stolen.csv'
COPY FROM DATABASE contributions TO memory
EXPORT DATABASE '$dir/stolen'
IMPORT DATABASE '$dir/stolen'
INSTALL httpfs
LOAD httpfs
LOAD '$dir/evil.duckdb_extension'
PRAGMA enable_external_access
PRAGMA database_list
SET enable_external_access = true
SET memory_limit = '1TB'
SET lock_configuration = false
RESET memory_limit
CALL pragma_version()
CALL enable_logging()
CREATE TABLE mine (a INTEGER)
CREATE TEMP TABLE mine AS SELECT 1
CREATE TABLE mine AS PIVOT labels ON facet USING count(*) GROUP BY model
CREATE MACRO mine(a) AS a
CREATE SECRET mine (TYPE s3)
INSERT INTO raw.runs (program_version, process) VALUES ('1', 1)
UPDATE raw.documents SET language = 'xx'
DELETE FROM raw.passages
WITH gone AS (DELETE FROM raw.passages RETURNING *) FROM gone
DROP VIEW labels
ALTER TABLE raw.runs RENAME TO walks
COMMENT ON VIEW labels IS 'mine'
TRUNCATE raw.passages
VACUUM
CHECKPOINT
BEGIN
PREPARE mine AS SELECT 1
SELECT 1; SELECT 2
SELECT 1; DROP VIEW labels
EXPLAIN ANALYZE COPY (SELECT 1) TO '$dir/stolen.csv'
EXPLAIN ANALYZE DELETE FROM raw.passages
FROM '$dir/secret.csv'
FROM 'secret.csv'
FROM "$dir/secret.csv"
FROM read_csv('$dir/secret.csv')
FROM read_text('$dir/secret.csv')
FROM read_blob('/etc/hostname')
FROM read_json_auto('$dir/secret.csv')
FROM read_parquet('$dir/parquet/documents.parquet')
FROM parquet_metadata('$dir/parquet/documents.parquet')
FROM sniff_csv('$dir/secret.csv')
FROM glob('/*')
FROM read_csv('https://example.com/x.csv')
FROM 'https://example.com/x.parquet'
FROM sqlite_scan('$dir/other.db', 'a')
FROM query('DELETE FROM raw.passages')
FROM local_variable
SELECT getenv('HOME')
"""


@pytest.fixture
def local_folder(tmp_path: Path, snapshot: Path) -> Path:
    (tmp_path / "secret.csv").write_text(f"a\n{HIDDEN}\n", encoding="utf-8")
    (tmp_path / "parquet").symlink_to(snapshot.with_name("parquet"))
    return tmp_path


@pytest.fixture
def reading(snapshot: Path, tmp_path: Path) -> Iterator[Connection]:
    with open_for_reading(snapshot, Limits(10, 256), tmp_path / "temporary") as connection:
        yield connection


def test_sql_can_only_read(
    reading: Connection, snapshot: Path, local_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(local_folder)
    local_variable = reading.sql("SELECT 'of this program' AS a").to_arrow_table()
    assert local_variable.num_rows == 1
    before, there = hashlib.sha256(snapshot.read_bytes()).digest(), sorted(local_folder.rglob("*"))
    attempts = ATTEMPTS.replace("$dir", str(local_folder)).replace("$snapshot", str(snapshot)).strip().splitlines()
    assert len(attempts) > 50
    for attempt in attempts:
        with pytest.raises((QueryError, duckdb.Error)):  # the latter where it shows only when the rows are read
            print(attempt, read(reading, Question(attempt)).fetchall())  # noqa: T201 - which one it was
    assert hashlib.sha256(snapshot.read_bytes()).digest() == before
    assert sorted(local_folder.rglob("*")) == there


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("SELECT count(*) FROM passages", [(3,)]),
        ("FROM documents SELECT symbol ORDER BY symbol; -- a comment", [("C/a-E",), ("C/b-E",)]),
        ("WITH a AS (SELECT 1 AS b) FROM a", [(1,)]),
        ("VALUES (1), (2)", [(1,), (2,)]),
        (
            "PIVOT passages ON language USING count(*) GROUP BY document ORDER BY ALL",
            [("a" * 64, 2, 0), ("b" * 64, 0, 1)],
        ),
        ("FROM (PIVOT passages ON language USING count(*) GROUP BY kind) SELECT en, fr", [(2, 1)]),
        ("SELECT count(*) FROM (DESCRIBE passages)", [(12,)]),
    ],
)
def test_what_reads_is_answered(reading: Connection, sql: str, rows: list[tuple[object, ...]]) -> None:
    assert read(reading, Question(sql)).fetchall() == rows


@pytest.mark.parametrize(
    "sql", ["EXPLAIN FROM labels", "EXPLAIN ANALYZE FROM labels", "SHOW TABLES", "SUMMARIZE labels"]
)
def test_what_tells_of_the_snapshot_is_answered(reading: Connection, sql: str) -> None:
    assert read(reading, Question(sql)).fetchall()


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("FROM labls", "no table or view labls in the snapshot. Did you mean labels"),
        ("SELECT symbl FROM documents", "no column symbl in what is read. Did you mean symbol"),
        ("FROM documents AS d WHERE d.yeer = 1", "d has no column yeer. Did you mean year"),
        ("SELECT x.title FROM documents", "x does not stand after FROM or JOIN"),
        ("SELECT cuont(*) FROM documents", "no function cuont. Did you mean contains, count"),
        ("SELECT title FORM documents", "cannot be understood at documents"),
        ("SELECT (", "cannot be understood"),
        ("SELECT title, count(*) FROM documents", "title must stand in GROUP BY"),
        ("FROM read_text('/etc/hostname')", "Only what is in the snapshot can be read, and no file"),
        ("SELECT $a", "parameters (a)"),
        ("DROP VIEW labels", "DROP is not allowed"),
        ("SELECT 1; SELECT 2", "one statement, not 2"),
        ("  ; ", "no SQL"),
    ],
)
def test_errors_are_told_in_plain_words(reading: Connection, sql: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        read(reading, Question(sql)).fetchall()
    assert says in str(caught.value)
    assert "Error" not in str(caught.value)


def test_the_place_of_an_error_is_shown(reading: Connection) -> None:
    with pytest.raises(QueryError) as caught:
        read(reading, Question("SELECT 'é',\n       symbl\nFROM documents"))
    assert str(caught.value).splitlines()[1:] == ["  line 2:         symbl", "                  ^^^^^"]


def test_views_named_like_files_are_views(tmp_path: Path) -> None:
    from warehouse.connection import open_warehouse

    (tmp_path / "x.csv").write_text(f"a\n{HIDDEN}\n", encoding="utf-8")
    file = tmp_path / "w.duckdb"
    with open_warehouse(file) as connection:
        connection.execute("CREATE VIEW \"x.csv\" AS SELECT 'the view' AS a")
    with open_for_reading(file, Limits(), tmp_path / "temporary") as connection:
        assert read(connection, Question("FROM 'x.csv'")).fetchall() == [("the view",)]
        assert read(connection, Question('FROM "x.csv"')).fetchall() == [("the view",)]
