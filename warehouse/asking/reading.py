"""A snapshot opened so that whatever SQL is given can only read it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.asking.question import Limits, Question
from warehouse.asking.sql_errors import in_plain_words
from warehouse.connection import Settings, open_snapshot
from warehouse.errors import QueryError
from warehouse.sql import statement

_ALLOWED = "SELECT, FROM, WITH, VALUES, PIVOT, DESCRIBE, SHOW, SUMMARIZE, and EXPLAIN before SELECT"
_EXPLAIN = re.compile(r"\s*EXPLAIN\s+(?:ANALYZE\s+|\([^()]*\)\s*)?", re.IGNORECASE)
_PIVOT = re.compile(r"\s*(?:PIVOT|FROM|WITH|SELECT|\()", re.IGNORECASE)
"""How a statement begins that DuckDB runs in several steps since it makes columns of values."""


@contextmanager
def open_for_reading(path: Path, limits: Limits, temporary: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a snapshot with no way to other files, to extensions, to Python or to other settings.

    Sorting may use twice the memory's room on disk in the folder `temporary`. Raises WarehouseError as `open_snapshot`.
    """
    settings: Settings = {
        "enable_external_access": False,
        "allow_community_extensions": False,
        "python_enable_replacements": False,  # a table name would else also mean a variable of this program
        "memory_limit": f"{limits.megabytes}MB",
        "temp_directory": str(temporary),
        "max_temp_directory_size": f"{2 * limits.megabytes}MB",
    }
    with open_snapshot(path, settings) as connection:
        connection.execute(statement("lock_down"))
        yield connection


def read(connection: duckdb.DuckDBPyConnection, question: Question) -> duckdb.DuckDBPyRelation:
    """Give the answer as a relation that is not worked out yet.

    Raises QueryError for SQL that does more than read, and for SQL that is wrong, with the place.
    """
    sql = _only_statement(connection, question.sql)
    parameters = dict(question.parameters) or None
    try:
        return connection.sql(sql, params=parameters)
    except duckdb.Error as error:
        raise QueryError(in_plain_words(connection, _with_place(connection, sql, parameters, error))) from error


def _only_statement(connection: duckdb.DuckDBPyConnection, sql: str) -> str:
    try:
        statements = connection.extract_statements(sql)
    except duckdb.Error as error:
        raise QueryError(in_plain_words(connection, error)) from error
    if len(statements) != 1:
        raise QueryError(
            "There is no SQL to run." if not statements else f"Give one statement, not {len(statements)}: without ;"
        )
    (only,) = statements
    text = only.query.strip().rstrip(";")
    if not _reads(connection, only.type, text):
        raise QueryError(f"{only.type.name} is not allowed, as the snapshot can only be read. Allowed are {_ALLOWED}.")
    return text


def _reads(connection: duckdb.DuckDBPyConnection, kind: duckdb.StatementType, text: str) -> bool:
    if kind == duckdb.StatementType.SELECT:
        return True
    if kind == duckdb.StatementType.MULTI:
        return bool(_PIVOT.match(text))
    if kind == duckdb.StatementType.EXPLAIN and (explained := _EXPLAIN.match(text)):
        # EXPLAIN ANALYZE runs what it explains.
        inner = connection.extract_statements(text[explained.end() :])
        return len(inner) == 1 and inner[0].type == duckdb.StatementType.SELECT
    return False


def _with_place(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: dict[str, str | int] | None, error: duckdb.Error
) -> duckdb.Error:
    # A relation does not tell where an error is; running the statement as such does, and fails as soon.
    try:
        connection.execute(sql, parameters)
    except duckdb.Error as told:
        return told
    return error
