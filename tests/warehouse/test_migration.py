"""The schema: it grows by numbers, and says of everything what it is."""

from hashlib import sha256
from pathlib import Path

import duckdb
import pytest

from warehouse.connection import Connection, open_warehouse
from warehouse.migration import migrate, number
from warehouse.sql import scripts

HASHES = Path(__file__).parents[1] / "data" / "warehouse" / "migrations.sha256"


def test_no_two_migrations_have_one_number() -> None:
    numbers = [number(script) for script in scripts("migrations")]
    assert numbers == sorted(set(numbers))


def test_a_migration_that_warehouses_have_been_through_is_never_changed() -> None:
    """A changed one would leave the old warehouses as they are: write another. A new one gets its line in the file."""
    known = dict(line.split()[::-1] for line in HASHES.read_text(encoding="utf-8").splitlines())
    found = {f"{one.name}.sql": sha256(one.text.encode()).hexdigest() for one in scripts("migrations")}
    assert found == known


@pytest.mark.parametrize("folder", ["migrations", "views", "macros"])
def test_every_file_opens_with_its_grain(folder: str) -> None:
    assert all(script.text.startswith("-- Grain") for script in scripts(folder))


def test_a_migrated_warehouse_needs_no_migration(connection: Connection) -> None:
    assert migrate(connection) == ()


def test_views_and_macros_of_before_are_replaced(path: Path) -> None:
    with open_warehouse(path) as connection:
        connection.execute("CREATE OR REPLACE VIEW labels AS SELECT 1 AS old")
        connection.execute("CREATE VIEW of_before AS SELECT 1 AS old")
        connection.execute("CREATE MACRO of_before(a, b) AS a + b, (a) AS a")
        connection.execute("CREATE MACRO table_of_before(a) AS TABLE SELECT a")
        connection.execute("CREATE OR REPLACE MACRO meeting_named(a) AS TABLE SELECT a AS old")
    with open_warehouse(path) as connection:
        views = connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
        macros = connection.execute("SELECT function_name FROM duckdb_functions() WHERE NOT internal").fetchall()
        assert not [name for (name,) in (*views, *macros) if name.endswith("of_before")]
        assert connection.execute("SELECT count(concept) FROM labels").fetchall() == [(0,)]
        assert connection.execute("SELECT number FROM meeting_named('19')").fetchall() == [(19,)]


def test_views_are_made_again_only_where_their_files_have_changed(connection: Connection) -> None:
    def labels() -> list[tuple[int]]:
        return connection.execute("SELECT view_oid FROM duckdb_views() WHERE view_name = 'labels'").fetchall()

    before = labels()
    migrate(connection)
    assert labels() == before
    connection.execute("UPDATE raw.schema_views SET scripts = 'of another version'")
    migrate(connection)
    assert labels() != before


def test_a_migration_that_fails_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with duckdb.connect() as connection:
        connection.execute("CREATE VIEW documents AS SELECT 1 AS a")
        connection.execute("CREATE MACRO labels(a) AS a")
        connection.execute("CREATE TYPE main.documents AS ENUM ('a')")
        connection.execute("CREATE SCHEMA raw")
        connection.execute("CREATE TYPE raw.outcome AS ENUM ('other')")
        with pytest.raises(duckdb.CatalogException):
            migrate(connection)
        assert connection.execute("SELECT count(*) FROM duckdb_tables()").fetchall() == [(0,)]


@pytest.mark.parametrize(
    "missing",
    [
        "SELECT table_name FROM duckdb_tables() WHERE comment IS NULL",
        "SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL",
        "SELECT function_name FROM duckdb_functions() WHERE NOT internal AND comment IS NULL",
        "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL",
    ],
)
def test_every_table_view_macro_and_column_has_a_comment(connection: Connection, missing: str) -> None:
    assert connection.execute(missing).fetchall() == []


def test_the_enums_hold_what_the_types_of_the_stages_hold(connection: Connection) -> None:
    from extractors.document import PassageKind, ProposalKind, RevisionKind
    from models.labels import Facet
    from warehouse.runs import RunState
    from warehouse.submissions import Outcome, Stage

    for name, kind in {
        "passage_kind": PassageKind,
        "proposal_kind": ProposalKind,
        "revision_kind": RevisionKind,
        "facet": Facet,
        "run_state": RunState,
        "outcome": Outcome,
        "stage": Stage,
    }.items():
        values = connection.execute(f"SELECT unnest(enum_range(NULL::raw.{name}))::VARCHAR").fetchall()
        assert [value for (value,) in values] == [str(member) for member in kind], name
