"""The data dictionary says of everything what it is, and is as new as the database."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from warehouse.connection import Connection
from warehouse.dictionary.__main__ import PAGE, main
from warehouse.dictionary.catalog import Catalog, Column, Macro, Relation, read_catalog
from warehouse.dictionary.diagram import diagram
from warehouse.dictionary.grains import grains
from warehouse.dictionary.page import dictionary, references
from warehouse.migration import migrate


@pytest.fixture(scope="module")
def new() -> Iterator[Connection]:
    with duckdb.connect() as connection:
        migrate(connection)
        yield connection


@pytest.fixture(scope="module")
def catalog(new: Connection) -> Catalog:
    return read_catalog(new)


def test_the_page_is_as_new_as_the_database(new: Connection) -> None:
    assert PAGE.read_text(encoding="utf-8") == dictionary(new), (
        "run `python -m warehouse.dictionary` and commit its page"
    )


def test_every_table_view_and_table_macro_says_what_one_row_is(catalog: Catalog) -> None:
    told = grains()
    assert [name for name in catalog.tables if f"raw.{name}" not in told] == []
    assert [name for name in catalog.views if name not in told] == []


def test_every_view_macro_and_table_is_on_the_page_once(catalog: Catalog) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in catalog.views if f"\n### `{name}`\n" not in page] == []
    assert [name for name in catalog.macros if f"\n### `{name}(" not in page] == []
    assert [name for name in catalog.tables if page.count(f"\n#### `raw.{name}`\n") != 1] == []


def test_every_reference_without_a_foreign_key_names_what_there_is(catalog: Catalog) -> None:
    for table, columns, parent in references():
        assert set(columns) <= {column.name for column in catalog.tables[table].columns}, table
        assert parent in catalog.tables


def test_a_column_without_a_comment_is_seen(connection: Connection) -> None:
    connection.execute("CREATE TABLE raw.bare (a INTEGER PRIMARY KEY, b VARCHAR NOT NULL, c raw.facet)")
    connection.execute("CREATE MACRO bare(a) AS TABLE SELECT a AS b, 1 AS c")
    found = read_catalog(connection)
    facets = "ENUM('framework', 'risk', 'level', 'purpose', 'stakeholder')"
    columns = (Column("a", "INTEGER", ""), Column("b", "VARCHAR", ""), Column("c", facets, ""))
    assert found.tables["bare"] == Relation("raw", "bare", "", columns, ("a",), frozenset({"a", "b"}))
    assert found.macros["bare"] == Macro("bare", ("a",), "", ("b", "c"))


def test_a_diagram_has_keys_and_the_lines_between_them(catalog: Catalog) -> None:
    assert diagram(catalog, ["documents", "headers", "passages", "revisions"], references()).splitlines() == [
        "```mermaid",
        "erDiagram",
        "    documents {",
        "        VARCHAR sha256 PK",
        "    }",
        "    headers {",
        "        VARCHAR document PK, FK",
        "    }",
        "    passages",
        "    revisions {",
        "        VARCHAR document PK, FK",
        "        INTEGER paragraph PK",
        "        INTEGER position PK",
        "    }",
        '    documents ||--o| headers : "document"',
        '    documents ||..o{ passages : "document"',
        '    documents ||--o{ revisions : "document"',
        '    passages ||..o{ revisions : "document, paragraph"',
        "```",
    ]


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    target = tmp_path / "page.md"
    main(target)
    assert "### `positions_since(last_meeting)`" in target.read_text(encoding="utf-8")
