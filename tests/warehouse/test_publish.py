"""The snapshot: whole, complete, and never in a reader's way."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse.made import VERSIONS, document, full_document
from warehouse.connection import Connection, open_snapshot
from warehouse.errors import WarehouseError
from warehouse.load import load
from warehouse.publish import publish
from warehouse.snapshot.plan import load_plan
from warehouse.snapshot.sets import read_manifest

READ = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1], read_only=True)
for line in sys.stdin:
    if line.strip() == "reopen":
        connection.close()
        connection = duckdb.connect(sys.argv[1], read_only=True)
    print(*connection.execute("SELECT count(*), sum(length(text)) FROM passages").fetchone(), flush=True)
"""

SHOWN = """
SELECT view_name, comment FROM duckdb_views() WHERE database_name = current_database() AND NOT internal
UNION ALL
SELECT table_name, comment FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = 'main'
ORDER BY ALL
"""
CATALOG = (
    SHOWN,
    "SELECT table_name, comment FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = 'raw' "
    "ORDER BY ALL",
    "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() "
    "WHERE database_name = current_database() AND NOT internal ORDER BY ALL",
    "SELECT function_name, macro_definition, comment FROM duckdb_functions() "
    "WHERE database_name = current_database() AND NOT internal ORDER BY ALL",
)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "published" / "contributions.duckdb"


def rows(connection: Connection, sql: str) -> list[tuple[Any, ...]]:
    return connection.execute(sql).fetchall()


def test_a_snapshot_holds_all_that_the_warehouse_shows(connection: Connection, target: Path) -> None:
    load(connection, full_document(), [], versions=VERSIONS)
    assert publish(connection, target)
    assert sorted(entry.name for entry in target.parent.iterdir()) == [
        ".sets",
        "contributions.duckdb",
        "csv",
        "parquet",
    ]
    with open_snapshot(target) as snapshot:
        for sql in CATALOG:
            assert rows(snapshot, sql) == rows(connection, sql)
        for name, _ in rows(connection, SHOWN):
            if name != "snapshot":
                sql = f"FROM {name} ORDER BY ALL"
                assert rows(snapshot, sql) == rows(connection, sql), name


def test_a_snapshot_says_what_it_was_made_from(connection: Connection, target: Path) -> None:
    load(connection, full_document(), [], versions=VERSIONS)
    publish(connection, target)
    assert rows(connection, "FROM snapshot") == []
    with open_snapshot(target) as snapshot:
        (told,) = rows(
            snapshot,
            "SELECT run, extractor_versions, taxonomy_versions, model_versions, documents, passages FROM snapshot",
        )
    assert told == (None, ["reader-1"], ["2026.1"], ["rules-1"], 1, 2)


def test_the_plan_names_only_what_is_there(connection: Connection) -> None:
    plan = load_plan()
    raw = {name for (name,) in rows(connection, "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'raw'")}
    shown = {name for name, _ in rows(connection, SHOWN)}
    assert {*plan.order, *plan.empty, *plan.without_keys, *plan.followers} - raw == set()
    assert {*plan.tables, *plan.parquet, *plan.csv} - shown == set()


def test_a_reader_keeps_the_old_snapshot_and_finds_the_new_one(connection: Connection, target: Path) -> None:
    load(connection, document("a", ["x"]), [], versions=VERSIONS)
    publish(connection, target)
    with subprocess.Popen(
        [sys.executable, "-c", READ, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as reader:

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
        assert reader.stdin
        reader.stdin.close()


def test_what_has_not_changed_is_not_published_again(connection: Connection, target: Path) -> None:
    load(connection, document("a"), [], versions=VERSIONS)
    assert publish(connection, target)
    before = target.stat().st_ino
    assert not publish(connection, target)
    assert target.stat().st_ino == before
    connection.execute("COMMENT ON VIEW labels IS 'another'")
    assert publish(connection, target)
    load(connection, document("a", ["other"]), [], versions=VERSIONS)
    assert publish(connection, target)
    (target.parent / "csv" / "manifest.json").unlink()
    assert publish(connection, target)


def test_nobody_can_open_the_snapshot_for_writing_and_lock_the_others_out(connection: Connection, target: Path) -> None:
    publish(connection, target)
    assert target.stat().st_mode & 0o222 == 0
    target.with_name("contributions.duckdb.wal").write_bytes(b"of somebody who could")
    load(connection, document("a"), [], versions=VERSIONS)
    publish(connection, target)
    with open_snapshot(target) as snapshot:
        assert rows(snapshot, "SELECT count(*) FROM passages") == [(2,)]


def test_what_a_killed_publishing_left_is_cleared(connection: Connection, target: Path) -> None:
    (target.parent / ".sets" / "unfinished" / "csv").mkdir(parents=True)
    (target.parent / ".contributions.duckdb.unfinished").write_bytes(b"half")
    (target.parent / ".contributions.duckdb.unfinished.wal").write_bytes(b"half")
    publish(connection, target)
    assert [entry.name for entry in target.parent.rglob("*unfinished*")] == []


def test_a_snapshot_that_cannot_be_written_leaves_the_old_one(connection: Connection, target: Path) -> None:
    target.mkdir(parents=True)
    with pytest.raises(WarehouseError, match="could not be published"):
        publish(connection, target)
    assert [entry.name for entry in target.parent.rglob("*unfinished*")] == []
    load(connection, document("a"), [], versions=VERSIONS)


def test_a_path_with_a_quote_is_no_trouble(connection: Connection, tmp_path: Path) -> None:
    target = tmp_path / "l'année" / "contributions.duckdb"
    publish(connection, target)
    assert target.exists()
    assert read_manifest(target.with_name("parquet"))


def test_old_sets_stay_for_their_readers_and_go_in_the_end(connection: Connection, target: Path) -> None:
    publish(connection, target)
    first = target.with_name("parquet").resolve()
    for sign in "ab":
        load(connection, document(sign), [], versions=VERSIONS)
        publish(connection, target)
    assert read_manifest(first)
    long_ago = time.time() - 3600
    for entry in (target.parent / ".sets").iterdir():
        os.utime(entry, (long_ago, long_ago))
    load(connection, document("c"), [], versions=VERSIONS)
    publish(connection, target)
    kept = {target.with_name("parquet").resolve().parent.name}
    assert kept < {entry.name for entry in (target.parent / ".sets").iterdir()}
    assert not first.exists()


def test_folders_are_replaced_too_where_there_are_no_links(
    connection: Connection, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError("Operation not supported")

    monkeypatch.setattr(Path, "symlink_to", no_links)
    for sign in "ab":
        load(connection, document(sign), [], versions=VERSIONS)
        publish(connection, target)
        assert not target.with_name("csv").is_symlink()
    manifest = json.loads((target.parent / "csv" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["documents"] == 2
