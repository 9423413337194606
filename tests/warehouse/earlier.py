"""Warehouses as earlier versions of the program left them: the first migrations, with rows in every table of then."""

import re
from pathlib import Path
from typing import Any

from warehouse.connection import Connection
from warehouse.migration import number
from warehouse.sql import scripts, statement

ROWS = Path(__file__).parents[1] / "data" / "warehouse" / "rows"
_RANGE = re.compile(r"(?P<first>\d{4})(?:-(?P<last>\d{4}))?_")

Row = dict[str, Any]
"""The values of a row by column."""


def make_warehouse(connection: Connection, newest: int) -> dict[str, list[Row]]:
    """Make what a program with the migrations up to `newest` would have left, views of then too, and give its rows."""
    connection.execute(statement("create_schema_migrations"))
    connection.execute("DROP TABLE raw.schema_views")
    for script in scripts("migrations"):
        if number(script) <= newest:
            connection.execute(script.text)
            connection.execute(statement("record_migration"), {"number": number(script), "name": script.name})
    for file in sorted(ROWS.iterdir()):
        found = _RANGE.match(file.name)
        assert found
        if int(found["first"]) <= newest <= int(found["last"] or 9999):
            connection.execute(file.read_text(encoding="utf-8"))
    rows = contents(connection)
    for name in rows:
        connection.execute(f'CREATE VIEW "{name}" AS FROM raw."{name}"')
    return rows


def contents(connection: Connection) -> dict[str, list[Row]]:
    """Give the rows of all raw tables, in the order of their text."""
    names = connection.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'raw'").fetchall()
    found = {}
    for (name,) in names:
        rows = connection.execute(f'FROM raw."{name}"')
        columns = [column[0] for column in rows.description]
        found[name] = sorted((dict(zip(columns, row, strict=True)) for row in rows.fetchall()), key=str)
    return found
