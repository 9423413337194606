"""The snapshot that analysts open, and files beside it, replaced so that no reader is locked out or sees half a run."""

import os
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from warehouse.connection import transaction
from warehouse.errors import WarehouseError
from warehouse.snapshot.copying import compacted_copy
from warehouse.snapshot.plan import Plan, load_plan
from warehouse.snapshot.replacing import clear, flush, point, remove
from warehouse.snapshot.sets import read_manifest, write_csv_set, write_parquet_set
from warehouse.snapshot.state import describe_snapshot, warehouse_state
from warehouse.snapshot.tables import make_tables

_SETS = ".sets"
_READ_ONLY, _WRITABLE = 0o444, 0o644


def publish(connection: duckdb.DuckDBPyConnection, destination: Path, plan: Plan | None = None) -> bool:
    """Write a compacted copy of the open warehouse to `destination`, with `parquet/` and `csv/` beside it.

    All is made under other names, and put in place by renaming when it is whole and on disk; readers that have the old
    file or set open keep it. False, and nothing done, where nothing has changed since the last time. Raises
    WarehouseError where the folder cannot be written or the disk is full; what was published before then stays.
    """
    plan = plan or load_plan()
    unfinished = destination.with_name(f".{destination.name}.unfinished")
    sets = destination.with_name(_SETS)
    made = sets / "unfinished"
    try:
        state = warehouse_state(connection, plan)
        if _is_published(destination, state):
            return False
        sets.mkdir(parents=True, exist_ok=True)
        _remove_unfinished(unfinished, made)
        with compacted_copy(connection, unfinished, plan) as snapshot:
            _complete(snapshot, made, plan, state)
        _replace(unfinished, destination)
        _replace_sets(made, destination, plan.kept_seconds)
    except (duckdb.Error, OSError) as error:
        raise WarehouseError(
            f"The snapshot {destination} could not be published; the one from before stays. Check that the folder "
            f"can be written and the disk is not full. ({error})"
        ) from error
    finally:
        _remove_unfinished(unfinished, made)
    return True


def _is_published(destination: Path, state: str) -> bool:
    manifests = (read_manifest(destination.with_name(name)) for name in ("parquet", "csv"))
    return destination.is_file() and all(found is not None and found.get("state") == state for found in manifests)


def _complete(snapshot: duckdb.DuckDBPyConnection, made: Path, plan: Plan, state: str) -> None:
    """Make what is slow into tables, and the files of the set from them."""
    with transaction(snapshot):  # one, since each waits for the disk
        make_tables(snapshot, plan)
        facts = describe_snapshot(snapshot, state)
    made.mkdir()
    write_parquet_set(snapshot, made / "parquet", plan.parquet, facts)
    write_csv_set(snapshot, made / "csv", plan.csv, facts, most_rows=plan.most_csv_rows)


def _replace(unfinished: Path, destination: Path) -> None:
    # Who opens it for writing would lock out all others: such an opening is to fail.
    unfinished.chmod(_READ_ONLY)
    flush(unfinished)
    _wal(destination).unlink(missing_ok=True)  # of somebody who wrote into the old file; the new one is not its own
    try:
        unfinished.replace(destination)
    except PermissionError:  # a share of Windows does not replace what may not be written
        destination.chmod(_WRITABLE)
        unfinished.replace(destination)
    flush(destination.parent)


def _replace_sets(made: Path, destination: Path, kept_seconds: int) -> None:
    current = made.with_name(f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}")
    made.replace(current)
    for name in ("parquet", "csv"):
        link = destination.with_name(name)
        if link.is_symlink() and link.exists():
            os.utime(link.resolve().parent)  # from now on nobody new comes to it
        point(link, current / name)
    flush(destination.parent)
    clear(current.parent, keep=current, seconds=kept_seconds)


def _remove_unfinished(unfinished: Path, made: Path) -> None:
    for path in (unfinished, _wal(unfinished), unfinished.with_name(f"{unfinished.name}.tmp"), made):
        remove(path)


def _wal(path: Path) -> Path:
    return path.with_name(f"{path.name}.wal")
