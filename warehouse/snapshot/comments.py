"""The comments of a view or table, which go with it where it is made anew."""

from collections.abc import Mapping

import duckdb

from warehouse.quoting import identifier, literal
from warehouse.sql import statement


def comments_of(connection: duckdb.DuckDBPyConnection, name: str, schema: str = "main") -> dict[str | None, str]:
    """Give the comments of a view or table of the current database: its own under None, the others by column."""
    return dict(connection.execute(statement("comments_of"), {"schema": schema, "name": name}).fetchall())


def comment_as(connection: duckdb.DuckDBPyConnection, table: str, comments: Mapping[str | None, str]) -> None:
    """Put comments on a table, whose name is given as SQL writes it."""
    for column, comment in comments.items():  # COMMENT takes no parameters
        what = f"TABLE {table}" if column is None else f"COLUMN {table}.{identifier(column)}"
        connection.execute(f"COMMENT ON {what} IS {literal(comment)}")
