"""The numbered migrations of a warehouse, with the views and macros on top of them."""

from functools import cache
from hashlib import blake2b

import duckdb

from warehouse.errors import WarehouseError
from warehouse.sql import Script, scripts, statement


def migrate(connection: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    """Bring the warehouse to the newest schema, in one transaction, and return the names of the migrations applied.

    Raises WarehouseError for a database that is newer than the program or of another program; it is not changed.
    """
    check(connection)
    done = _applied(connection)
    pending = [script for script in scripts("migrations") if number(script) not in done]
    connection.begin()
    try:
        connection.execute(statement("create_schema_migrations"))
        for script in pending:
            connection.execute(script.text)
            connection.execute(statement("record_migration"), {"number": number(script), "name": script.name})
        if pending or not _shown_as_made(connection):
            _replace_views_and_macros(connection)
    except BaseException:
        connection.rollback()
        raise
    connection.commit()
    return tuple(script.name for script in pending)


def check(connection: duckdb.DuckDBPyConnection) -> None:
    """Raise WarehouseError for a database that is newer than the program, or of another program."""
    done = _applied(connection)
    newest = max(map(number, scripts("migrations")))
    if done and max(done) > newest:
        raise WarehouseError(
            f"The warehouse was written by a newer Rapporteur (its schema is number {max(done)}, this program knows "
            f"up to {newest}). Install the newer version, or use another workspace; nothing was changed."
        )
    if not done and connection.execute(statement("tables")).fetchone():
        raise WarehouseError(
            "This is a DuckDB database of another program: it holds tables but not those of Rapporteur. "
            "Name another file for the warehouse, or move this one away; nothing was changed."
        )


def number(script: Script) -> int:
    """Return a migration's number, the digits that its file name begins with."""
    return int(script.name.split("_", 1)[0])


def _applied(connection: duckdb.DuckDBPyConnection) -> set[int]:
    if not connection.execute(statement("has_schema_migrations")).fetchone():
        return set()
    return {row[0] for row in connection.execute(statement("applied_migrations")).fetchall()}


def _shown_as_made(connection: duckdb.DuckDBPyConnection) -> bool:
    # Making all views takes half a second, and most openings find them as they should be.
    row = connection.execute(statement("recorded_views")).fetchone()
    return row == (_fingerprint(), _made(connection))


def _replace_views_and_macros(connection: duckdb.DuckDBPyConnection) -> None:
    # Macros come last: they read the views, and no view calls a macro.
    for kind, name in connection.execute(statement("macros")).fetchall():
        connection.execute(f'DROP {kind} main."{name}"')
    for (name,) in connection.execute(statement("views")).fetchall():
        connection.execute(f'DROP VIEW main."{name}"')
    for script in (*scripts("views"), *scripts("macros")):
        connection.execute(script.text)
    connection.execute(statement("record_views"), {"scripts": _fingerprint(), "made": _made(connection)})


def _made(connection: duckdb.DuckDBPyConnection) -> str | None:
    row = connection.execute(statement("views_made")).fetchone()
    return row[0] if row else None


@cache
def _fingerprint() -> str:
    text = "\0".join(f"{script.name}\0{script.text}" for script in (*scripts("views"), *scripts("macros")))
    return blake2b(text.encode(), digest_size=16).hexdigest()
