"""The files beside the snapshot, Parquet and CSV, each set with a manifest of what it is and what is in it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from warehouse.export import write_csv
from warehouse.quoting import identifier, literal
from warehouse.snapshot.comments import comments_of
from warehouse.snapshot.replacing import flush
from warehouse.sql import statement

MANIFEST = "manifest.json"
_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class _File:
    mart: str
    path: Path
    rows: int


def write_parquet_set(
    snapshot: duckdb.DuckDBPyConnection, folder: Path, marts: Sequence[str], facts: Mapping[str, Any]
) -> None:
    """Write the marts as Parquet, and last the manifest, into a new folder."""
    folder.mkdir()
    files = []
    for mart in marts:
        file = folder / f"{mart}.parquet"
        row = snapshot.execute(
            statement("copy_to_parquet")
            .replace("$mart", identifier(mart))
            .replace("$file", literal(str(file)))
            .replace("$run", literal(str(facts["run"])))
            .replace("$state", literal(facts["state"]))
        ).fetchone()
        files.append(_File(mart, file, row[0] if row else 0))
    _write_manifest(snapshot, folder, files, facts)


def write_csv_set(
    snapshot: duckdb.DuckDBPyConnection, folder: Path, marts: Sequence[str], facts: Mapping[str, Any], *, most_rows: int
) -> None:
    """Write the marts as CSV for spreadsheets, and last the manifest, into a new folder.

    The rows are those of the Parquet files in the folder `parquet` beside it, where a mart is there: slow ones are made
    once. A mart with more rows than a spreadsheet holds is left out, and the manifest says so.
    """
    folder.mkdir()
    files, left_out = [], {}
    for mart in marts:
        parquet = folder.with_name("parquet") / f"{mart}.parquet"
        relation = snapshot.read_parquet(str(parquet)) if parquet.exists() else snapshot.table(identifier(mart))
        number = relation.count("*").fetchall()[0][0]
        if number > most_rows:
            left_out[mart] = (
                f"{number} rows are more than a spreadsheet holds; export it with a filter, or use Parquet."
            )
            continue
        file = folder / f"{mart}.csv"
        with file.open("wb") as stream:
            files.append(_File(mart, file, write_csv(relation.to_arrow_reader(_ROWS), stream)))
    _write_manifest(snapshot, folder, files, {**facts, "left_out": left_out})


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """Read the manifest of a set, or give None where there is none that can be read."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _write_manifest(
    snapshot: duckdb.DuckDBPyConnection, folder: Path, files: Sequence[_File], facts: Mapping[str, Any]
) -> None:
    told = [_entry(snapshot, one) for one in files]
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({**facts, "files": told}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for path in (*(one.path for one in files), manifest, folder):
        flush(path)


def _entry(snapshot: duckdb.DuckDBPyConnection, one: _File) -> dict[str, Any]:
    with one.path.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    comments = comments_of(snapshot, one.mart)
    relation = snapshot.table(identifier(one.mart))
    return {
        "file": one.path.name,
        "mart": one.mart,
        "comment": comments.get(None),
        "rows": one.rows,
        "bytes": one.path.stat().st_size,
        "sha256": sha256,
        "columns": [
            {"name": name, "type": str(kind), "comment": comments.get(name)}
            for name, kind in zip(relation.columns, relation.types, strict=True)
        ],
    }
