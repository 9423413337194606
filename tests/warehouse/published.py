"""Whether what is published is whole, and from which run each part of it is."""

import csv
import hashlib
import json
import os
import time
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from tests.warehouse.loader import MARTS, PASSAGES

ROWS = {"document_versions": 1, "labels": PASSAGES, "passages": PASSAGES, "sources": 0}
"""Rows of each mart for one document: the number of documents is the marker that each run leaves in all of them."""


def documents_in_snapshot(snapshot: Path) -> int:
    with duckdb.connect(snapshot, read_only=True) as connection:
        ((number,),) = connection.execute("SELECT documents FROM snapshot").fetchall()
        for mart in MARTS:
            assert connection.table(mart).count("*").fetchall() == [(number * ROWS[mart],)], mart
    return int(number)


def documents_in_set(link: Path) -> int:
    folder = link.resolve()  # once: from here on the reader stays with this set
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert [entry["mart"] for entry in manifest["files"]] == list(MARTS)
    for entry in manifest["files"]:
        file, number = folder / entry["file"], manifest["documents"] * ROWS[entry["mart"]]
        assert hashlib.sha256(file.read_bytes()).hexdigest() == entry["sha256"], file
        assert (entry["rows"], rows(file)) == (number, number), file
    return int(manifest["documents"])


def rows(file: Path) -> int:
    if file.suffix == ".parquet":
        return int(pq.read_metadata(file).num_rows)
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return sum(1 for _ in csv.reader(stream)) - 1


def read_until_told(snapshot: Path, end: Any, failures: Any) -> None:
    """Read all parts again and again; say how often, and what was wrong."""
    os.nice(10)  # eight of them would else leave nothing to who publishes
    seen, reads = [0, 0, 0], 0
    try:
        while not end.is_set():
            now = [
                documents_in_snapshot(snapshot),
                documents_in_set(snapshot.with_name("parquet")),
                documents_in_set(snapshot.with_name("csv")),
            ]
            assert all(before <= after for before, after in zip(seen, now, strict=True)), (seen, now)
            seen, reads = now, reads + 1
            time.sleep(0.2)
    except (AssertionError, OSError, ValueError, duckdb.Error) as error:
        failures.put(f"{type(error).__name__}: {error}")
    failures.put(reads)
