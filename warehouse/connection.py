"""How a warehouse and its published snapshot are opened."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseError
from warehouse.migration import check, migrate
from warehouse.sql import statement

Connection = duckdb.DuckDBPyConnection
"""What the other stages of the house call an open warehouse, since only this folder imports duckdb."""

Settings = Mapping[str, str | bool | int | float | list[str]]
"""Settings of DuckDB."""

_LOCAL: Settings = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
"""DuckDB would else download an extension to read a file that it takes for one of another program."""
_WRITING: Settings = {"checkpoint_threshold": "256MB"}
"""A commit is on disk in the log; it is worked into the tables when so much has gathered, not after every batch."""
_MAGIC = slice(8, 12), b"DUCK"
"""Where a DuckDB file says what it is: after the checksum of its first block."""
_LOCKED = re.compile(r"Could not set lock|already open|being used by another process|different configuration")
_HOLDER = re.compile(r"held in (?P<program>.+?) \(PID (?P<pid>\d+)\)|\(PID (?P<other>\d+)\)")
_NEWER = re.compile(r"version number|newer version|storage version", re.IGNORECASE)


@contextmanager
def open_warehouse(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the warehouse for writing, bring its schema up to date, and close it at the end.

    A file that does not exist yet is made. Raises WarehouseError for a file that is locked by another process, corrupt,
    newer or of another program; such a file is not touched, since it is first opened for reading only.
    """
    if path.exists():
        with _open(path, read_only=True) as connection:
            check(connection)
    with _open(path, read_only=False, settings=_WRITING) as connection:
        migrate(connection)
        yield connection


@contextmanager
def open_snapshot(path: Path, settings: Settings | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a warehouse or published snapshot for reading only, with these settings of DuckDB, and close it at the end.

    Raises WarehouseError as `open_warehouse` does, and where there is no such file.
    """
    if not path.exists():
        raise WarehouseError(f"There is no warehouse at {path} yet; `rapporteur run` makes it.")
    with _open(path, read_only=True, settings=settings or {}) as connection:
        check(connection)
        yield connection


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Commit all statements of the block together, or none of them if it raises.

    Within another transaction the block is a part of that one. Raises WarehouseError where the commit fails, e.g. on a
    full disk; the warehouse is then as before.
    """
    if _in_transaction(connection):
        yield
        return
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    try:
        connection.commit()
    except duckdb.Error as error:
        raise WarehouseError(
            f"The warehouse could not be written and is as it was before; is the disk full? "
            f"Make room and try again. ({error})"
        ) from error


@contextmanager
def _open(path: Path, *, read_only: bool, settings: Settings = _LOCAL) -> Iterator[duckdb.DuckDBPyConnection]:
    _require_duckdb(path)
    try:
        connection = duckdb.connect(path, read_only=read_only, config={**_LOCAL, **settings})
    except duckdb.Error as error:
        raise WarehouseError(_explanation(path, str(error))) from error
    try:
        yield connection
    finally:
        connection.close()


def _require_duckdb(path: Path) -> None:
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            return
        with path.open("rb") as file:
            start = file.read(16)
    except OSError as error:
        raise WarehouseError(
            f"The warehouse {path} cannot be opened: {error.strerror}. Nothing was changed."
        ) from error
    place, magic = _MAGIC
    if start[place] != magic:
        raise WarehouseError(
            f"{path} is not a DuckDB file: it is damaged or of another program. Move it away (`rapporteur run` then "
            "makes a new, empty one; every file is still in archive/) or put back a copy. Nothing was changed."
        )


def _explanation(path: Path, message: str) -> str:
    if _LOCKED.search(message):
        return (
            f"The warehouse {path} is in use by {_holder(message)}. Wait until it has ended, or end it, and try again. "
            "To read while it runs, open the published snapshot instead."
        )
    if _NEWER.search(message):
        return (
            f"The warehouse {path} was written by a newer DuckDB than the one installed ({duckdb.__version__}). "
            f"Install the newer one; nothing was changed. ({message})"
        )
    return (
        f"The warehouse {path} cannot be opened, it may be damaged. Put back a copy of it, or move it away: "
        f"`rapporteur run` then makes a new, empty one. Nothing was changed. ({message})"
    )


def _holder(message: str) -> str:
    found = _HOLDER.search(message)
    if not found:
        return "this or another process"
    if found["program"]:
        return f"process {found['pid']} ({found['program']})"
    return f"process {found['other']}"


def _in_transaction(connection: duckdb.DuckDBPyConnection) -> bool:
    # DuckDB does not tell; but outside of a transaction each statement is one of its own and has a new number.
    first, second = (connection.execute(statement("transaction_number")).fetchall() for _ in range(2))
    return first == second
