"""The compacted copy of a warehouse: its tables anew, in an order that is good to read, with views and macros."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb

from warehouse.quoting import identifier, literal
from warehouse.snapshot.comments import comment_as, comments_of
from warehouse.snapshot.plan import Plan
from warehouse.sql import statement

_SCHEMA = "raw"


@contextmanager
def compacted_copy(
    connection: duckdb.DuckDBPyConnection, target: Path, plan: Plan
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Copy the open warehouse, in the state of its last commit, into the new file `target`.

    Gives a connection of its own, whose current database is the copy, so that the copy can be completed within the
    limits of memory of the open warehouse, and whatever transaction the caller is in. At the end the file is whole.
    """
    with connection.cursor() as cursor:
        row = cursor.execute(statement("current_database")).fetchone()
        source = identifier(str(row[0] if row else ""))
        cursor.execute(statement("attach_snapshot").replace("$path", literal(str(target))))
        try:
            cursor.execute(statement("copy_to_snapshot").replace("$source", source))
            _copy_rows(cursor, source, plan)
            cursor.execute(statement("use_database").replace("$name", "unfinished_snapshot"))
            yield cursor
        finally:
            cursor.execute(statement("use_database").replace("$name", source))
            cursor.execute(statement("detach_snapshot"))


def _copy_rows(cursor: duckdb.DuckDBPyConnection, source: str, plan: Plan) -> None:
    cursor.begin()
    try:
        for table in _parents_first(cursor):
            if table not in plan.empty:
                _copy_table(cursor, source, table, plan)
    except BaseException:
        cursor.rollback()
        raise
    cursor.commit()


def _copy_table(cursor: duckdb.DuckDBPyConnection, source: str, table: str, plan: Plan) -> None:
    name, order = f"{_SCHEMA}.{identifier(table)}", plan.order.get(table)
    cursor.execute(
        statement("copy_table" if table in plan.without_keys else "copy_rows")
        .replace("$source", source)
        .replace("$table", name)
        .replace("$order", f"ORDER BY {order}" if order else "")
    )
    if table in plan.without_keys:
        comment_as(cursor, f"unfinished_snapshot.{name}", comments_of(cursor, table, schema=_SCHEMA))


def _parents_first(cursor: duckdb.DuckDBPyConnection) -> Sequence[str]:
    parents: dict[str, set[str]] = {}
    for table, parent in cursor.execute(statement("tables_and_parents")).fetchall():
        parents.setdefault(table, set()).update([parent] if parent else [])
    return list(TopologicalSorter(parents).static_order())
