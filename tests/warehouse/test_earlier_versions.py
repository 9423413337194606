"""A warehouse of any earlier version is brought up to date with all that is in it."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.earlier import Row, contents, make_warehouse
from tests.warehouse.made import document, entry
from warehouse.connection import Connection, open_warehouse
from warehouse.families.linking import link_changed
from warehouse.load import load_batch
from warehouse.migration import migrate, number
from warehouse.sql import scripts

VERSIONS = [number(script) for script in scripts("migrations")]
DECISIONS, FAMILIES, LABEL_DECISIONS = 5, 6, 10
"""The versions since which there are decisions on headers, families, and decisions on labels."""
FILLED_LATER = {"snapshot", "member_states", "crosswalk", "crosswalk_categories"}
"""Tables that only a snapshot fills, or each run anew; and the index of the search, which is made of the passages."""
MADE_AGAIN = {"family_identities"}
"""Tables whose rows follow from others: the next run makes them, where a migration does not keep them."""


@pytest.fixture
def memory() -> Iterator[Connection]:
    with duckdb.connect() as connection:
        yield connection


def test_every_table_has_rows_to_keep(memory: Connection) -> None:
    empty = {name for name, rows in make_warehouse(memory, VERSIONS[-1]).items() if not rows}
    assert {name for name in empty if not name.startswith("search_")} == FILLED_LATER


@pytest.mark.parametrize("version", VERSIONS)
def test_all_rows_of_an_earlier_version_are_kept_and_shown(memory: Connection, version: int) -> None:
    before = make_warehouse(memory, version)
    assert [int(name[:4]) for name in migrate(memory)] == [one for one in VERSIONS if one > version]
    after = contents(memory)
    for table, rows in before.items():
        if table not in MADE_AGAIN:
            assert [row for row in rows if not any(row.items() <= new.items() for new in after[table])] == [], table
    assert shown(memory) == {
        "documents": 1 if version >= FAMILIES else 2,
        "labels": 2 if version >= LABEL_DECISIONS else 1,
        "title": "一项计划" if version >= DECISIONS else None,
    }


@pytest.mark.parametrize("version", [VERSIONS[0], VERSIONS[-1]])
def test_every_view_answers(memory: Connection, version: int) -> None:
    make_warehouse(memory, version)
    migrate(memory)
    for (view,) in memory.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall():
        memory.execute(f"FROM {view}").fetchall()


@pytest.mark.parametrize("version", [VERSIONS[0], FAMILIES])
def test_an_earlier_version_goes_on_working(path: Path, version: int) -> None:
    with duckdb.connect(path) as connection:
        make_warehouse(connection, version)
    with open_warehouse(path) as connection:
        link_changed(connection)
        load_batch(connection, [entry(document("c")), entry(document("a", ["Read again."]))])
    with open_warehouse(path) as connection:
        assert connection.execute("SELECT text FROM passages ORDER BY document, paragraph").fetchall() == [
            ("Read again.",),
            ("保护上网儿童",),
            ("A law against grooming.",),
            ("A filter.",),
        ]
        assert shown(connection)["documents"] == (2 if version >= FAMILIES else 3)


def shown(connection: Connection) -> Row:
    ((documents,),) = connection.execute("SELECT count(*) FROM documents").fetchall()
    ((labels,),) = connection.execute("SELECT count(*) FROM labels").fetchall()
    ((title,),) = connection.execute("SELECT title FROM document_versions WHERE sha256[1] = 'b'").fetchall()
    return {"documents": documents, "labels": labels, "title": title}
