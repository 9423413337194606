"""The snapshot that analysts open, replaced as a whole so that no reader is locked out or sees half a run."""

import os
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseError
from warehouse.sql import statement


def publish(connection: duckdb.DuckDBPyConnection, destination: Path) -> None:
    """Write a compacted copy of the open warehouse to `destination`, in place of what is there.

    The copy is made in the same folder and renamed when it is whole and on disk; readers that have the old file open
    keep it. Raises WarehouseError where the folder cannot be written or the disk is full; the old snapshot then stays.
    """
    unfinished = destination.with_name(f".{destination.name}.unfinished")
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        _remove(unfinished)
        _copy(connection, unfinished)
        _flush(unfinished)
        unfinished.replace(destination)
        _flush(destination.parent)
    except (duckdb.Error, OSError) as error:
        raise WarehouseError(
            f"The snapshot {destination} could not be published; the one from before stays. Check that the folder "
            f"can be written and the disk is not full. ({error})"
        ) from error
    finally:
        _remove(unfinished)


def _copy(connection: duckdb.DuckDBPyConnection, target: Path) -> None:
    row = connection.execute(statement("current_database")).fetchone()
    source = '"{}"'.format(str(row[0] if row else "").replace('"', '""'))
    path = str(target).replace("'", "''")
    connection.execute(statement("attach_snapshot").replace("$path", f"'{path}'"))
    try:
        connection.execute(statement("copy_to_snapshot").replace("$source", source))
    finally:
        connection.execute(statement("detach_snapshot"))


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}.wal").unlink(missing_ok=True)


def _flush(path: Path) -> None:
    if os.name == "nt" and path.is_dir():  # Windows cannot open a folder; its rename needs no flush
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
