"""The snapshot: whole, complete, and never in a reader's way."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.warehouse.made import VERSIONS, document, full_document
from warehouse.connection import Connection, open_snapshot
from warehouse.errors import WarehouseError
from warehouse.load import load
from warehouse.publish import publish

READ = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1], read_only=True)
for line in sys.stdin:
    if line.strip() == "reopen":
        connection.close()
        connection = duckdb.connect(sys.argv[1], read_only=True)
    print(*connection.execute("SELECT count(*), sum(length(text)) FROM passages").fetchone(), flush=True)
"""

CATALOG = (
    "SELECT schema_name, table_name, comment FROM duckdb_tables() WHERE database_name = current_database() "
    "ORDER BY ALL",
    "SELECT view_name, sql, comment FROM duckdb_views() WHERE database_name = current_database() AND NOT internal "
    "ORDER BY ALL",
    "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() "
    "WHERE database_name = current_database() AND NOT internal ORDER BY ALL",
    "SELECT table_name, constraint_text FROM duckdb_constraints() WHERE database_name = current_database() "
    "ORDER BY ALL",
)


def test_a_snapshot_holds_rows_views_comments_and_constraints(connection: Connection, tmp_path: Path) -> None:
    load(connection, full_document(), [], versions=VERSIONS)
    target = tmp_path / "published" / "contributions.duckdb"
    publish(connection, target)
    assert [entry.name for entry in target.parent.iterdir()] == ["contributions.duckdb"]
    expected = [connection.execute(sql).fetchall() for sql in CATALOG]
    documents = connection.execute("FROM document_versions").fetchall()
    with open_snapshot(target) as snapshot:
        assert [snapshot.execute(sql).fetchall() for sql in CATALOG] == expected
        assert snapshot.execute("FROM document_versions").fetchall() == documents


def test_a_reader_keeps_the_old_snapshot_and_finds_the_new_one(connection: Connection, tmp_path: Path) -> None:
    target = tmp_path / "contributions.duckdb"
    load(connection, document("a", ["x"]), [], versions=VERSIONS)
    publish(connection, target)
    with subprocess.Popen(
        [sys.executable, "-c", READ, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdin
        assert reader.stdout

        def ask(what: str) -> str:
            assert reader.stdin
            assert reader.stdout
            reader.stdin.write(f"{what}\n")
            reader.stdin.flush()
            return reader.stdout.readline().strip()

        assert ask("read") == "1 1"
        load(connection, document("b", ["y" * 1000] * 500), [], versions=VERSIONS)
        publish(connection, target)
        assert ask("read") == "1 1"
        assert ask("reopen") == "501 500001"
        reader.stdin.close()


def test_what_a_killed_publishing_left_is_cleared(connection: Connection, tmp_path: Path) -> None:
    (tmp_path / ".contributions.duckdb.unfinished").write_bytes(b"half")
    (tmp_path / ".contributions.duckdb.unfinished.wal").write_bytes(b"half")
    publish(connection, tmp_path / "contributions.duckdb")
    assert {entry.name for entry in tmp_path.iterdir() if "contributions" in entry.name} == {"contributions.duckdb"}


def test_a_snapshot_that_cannot_be_written_leaves_the_old_one(connection: Connection, tmp_path: Path) -> None:
    target = tmp_path / "contributions.duckdb"
    target.mkdir()
    with pytest.raises(WarehouseError, match="could not be published"):
        publish(connection, target)
    assert [entry.name for entry in tmp_path.iterdir() if "unfinished" in entry.name] == []
    load(connection, document("a"), [], versions=VERSIONS)


def test_a_path_with_a_quote_is_no_trouble(connection: Connection, tmp_path: Path) -> None:
    target = tmp_path / "l'année" / "contributions.duckdb"
    publish(connection, target)
    assert target.exists()
