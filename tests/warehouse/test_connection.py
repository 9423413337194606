"""Opening: what is ours opens, everything else is told in plain words and left alone."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from warehouse.connection import Connection, open_snapshot, open_warehouse, transaction
from warehouse.errors import WarehouseError

HOLD = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1])
print("open", flush=True)
sys.stdin.readline()
"""


def refused(path: Path, message: str) -> None:
    before = path.read_bytes()
    for opening in (open_warehouse, open_snapshot):
        with pytest.raises(WarehouseError, match=message), opening(path):
            pass
    assert path.read_bytes() == before


def test_a_new_warehouse_is_made_with_its_folder(tmp_path: Path) -> None:
    with open_warehouse(tmp_path / "new" / "w.duckdb") as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchall() == [(0,)]


def test_the_message_names_the_process_that_holds_the_file(path: Path) -> None:
    with open_warehouse(path):
        pass
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(WarehouseError, match=rf"in use by process {holder.pid} \(.*python"), open_warehouse(path):
            pass
        holder.communicate(b"\n")
    with open_warehouse(path):
        pass


def test_a_second_opening_in_the_same_process_is_refused(path: Path) -> None:
    with (
        open_warehouse(path),
        pytest.raises(WarehouseError, match="in use by this or another process"),
        open_warehouse(path),
    ):
        pass


def test_a_newer_warehouse_is_refused(path: Path) -> None:
    with open_warehouse(path) as connection:
        connection.execute("INSERT INTO raw.schema_migrations VALUES (999, '0999_later', now())")
    refused(path, "newer Rapporteur .*number 999")


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE orders (id INTEGER)")
    refused(path, "another program")


@pytest.mark.parametrize("content", [b"", b"hello", b"hello" * 5000])
def test_a_file_that_is_no_database_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    refused(path, "is not a DuckDB file")


def test_an_sqlite_file_is_refused_without_a_download(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE a (b)")
    refused(path, "is not a DuckDB file")


def test_a_damaged_file_is_refused(path: Path) -> None:
    with open_warehouse(path):
        pass
    content = bytearray(path.read_bytes())
    content[4096:20000] = bytes(byte ^ 0x55 for byte in content[4096:20000])
    path.write_bytes(content)
    refused(path, "may be damaged")


def test_a_truncated_file_is_refused(path: Path) -> None:
    with open_warehouse(path):
        pass
    path.write_bytes(path.read_bytes()[:6000])
    refused(path, "may be damaged")


def test_a_folder_in_its_place_is_refused(path: Path) -> None:
    path.mkdir()
    with pytest.raises(WarehouseError, match="cannot be opened"), open_warehouse(path):
        pass


def test_a_missing_snapshot_is_told(path: Path) -> None:
    with pytest.raises(WarehouseError, match="no warehouse"), open_snapshot(path):
        pass
    assert not path.exists()


def test_a_snapshot_cannot_be_written(path: Path) -> None:
    with open_warehouse(path):
        pass
    with open_snapshot(path) as connection, pytest.raises(duckdb.InvalidInputException):
        connection.execute("DELETE FROM raw.documents")


def test_an_inner_transaction_is_a_part_of_the_outer(connection: Connection) -> None:
    connection.execute("CREATE TABLE t (a INTEGER)")
    with transaction(connection):
        with transaction(connection):
            connection.execute("INSERT INTO t VALUES (1)")
        connection.execute("INSERT INTO t VALUES (2)")

    def insert_and_fail() -> None:
        with transaction(connection):
            with transaction(connection):
                connection.execute("INSERT INTO t VALUES (3)")
            raise KeyError

    with pytest.raises(KeyError):
        insert_and_fail()
    assert connection.execute("SELECT a FROM t ORDER BY a").fetchall() == [(1,), (2,)]
