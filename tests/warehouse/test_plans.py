"""A question on one document, family or concept reads no table that it need not, and of large ones no other's rows."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from models.labels import Facet
from tests.warehouse.made import document, entry, full_document, suggestion
from warehouse.connection import Connection
from warehouse.load import load_batch
from warehouse.migration import migrate

RULES = tomllib.loads((Path(__file__).parents[1] / "data" / "warehouse" / "plans.toml").read_text("utf-8"))
Scan = tuple[str, str]
"""Table and filters."""


@pytest.fixture(scope="module")
def filled() -> Iterator[Connection]:
    with duckdb.connect() as connection:
        migrate(connection)
        labels = {sign: suggestion(f"{sign * 8}-1", Facet.RISK, "csam") for sign in "abcde"}
        load_batch(connection, [entry(document(sign), label) for sign, label in labels.items()])
        load_batch(connection, [entry(full_document(), suggestion("f-1", Facet.RISK, "grooming"))])
        yield connection


def views(connection: Connection, column: str) -> list[str]:
    """The views with such a column."""
    rows = connection.execute(
        "SELECT v.view_name FROM duckdb_views() AS v JOIN duckdb_columns() AS c ON c.table_name = v.view_name "
        "WHERE v.schema_name = 'main' AND c.schema_name = 'main' AND NOT v.internal AND c.column_name = $column "
        "ORDER BY ALL",
        {"column": column},
    )
    return [name for (name,) in rows.fetchall()]


def large_scans(connection: Connection, view: str, column: str, value: str) -> list[Scan]:
    question = f"EXPLAIN (FORMAT JSON) FROM \"{view}\" WHERE {column} = '{value}'"
    ((_, plan),) = connection.execute(question).fetchall()
    return [scan for node in json.loads(plan) for scan in scans(node) if scan[0] in RULES["large"]]


def scans(node: dict[str, Any]) -> Iterator[Scan]:
    told = node.get("extra_info", {})
    if "Table" in told:
        yield told["Table"].rsplit(".", 1)[-1], str(told.get("Filters", ""))
    for child in node.get("children", []):
        yield from scans(child)


@pytest.mark.parametrize("column", ["document", "sha256", "family", "concept"])
def test_only_views_on_passages_read_the_large_tables(filled: Connection, column: str) -> None:
    value = some_value(filled, column)
    found = {view for view in views(filled, column) if large_scans(filled, view, column, value)}
    assert found <= set(RULES["reading"])


def test_every_view_that_may_read_the_large_tables_does(filled: Connection) -> None:
    found = {
        view
        for column in ("document", "family", "concept")
        for view in views(filled, column)
        if large_scans(filled, view, column, some_value(filled, column))
    }
    assert found == set(RULES["reading"])


def test_for_one_document_the_rows_of_no_other_are_read(filled: Connection) -> None:
    key = some_value(filled, "document")
    wholly = {
        view
        for view in views(filled, "document")
        if any(key not in filters for _, filters in large_scans(filled, view, "document", key))
    }
    assert wholly == set(RULES["wholly"])


def test_for_one_concept_the_suggestions_of_no_other_are_read(filled: Connection) -> None:
    found = [
        (view, filters)
        for view in views(filled, "concept")
        for table, filters in large_scans(filled, view, "concept", "csam")
        if table == "suggestions"
    ]
    assert found
    assert [view for view, filters in found if "concept" not in filters] == []


def some_value(connection: Connection, column: str) -> str:
    if column == "concept":
        return "csam"
    if column == "family":
        return str(connection.execute("SELECT family FROM documents ORDER BY symbol").fetchall()[0][0])
    return "a" * 64
