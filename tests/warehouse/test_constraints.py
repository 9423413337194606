"""What the tables refuse, whoever writes into them."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from models.labels import Facet
from tests.warehouse.made import VERSIONS, full_document, suggestion
from warehouse.concepts import ConceptRow, load_concepts
from warehouse.connection import Connection, open_warehouse
from warehouse.load import load

DATA = Path(__file__).parents[1] / "data" / "warehouse"
REFUSED = [
    one.query.strip() for one in duckdb.extract_statements((DATA / "refused_rows.sql").read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """A warehouse with at least one row in every table that a bad row is tried on."""
    with open_warehouse(tmp_path_factory.mktemp("constraints") / "w.duckdb") as connection:
        load_concepts(connection, "2026.1", [ConceptRow(Facet.RISK, "csam", "CSAM")])
        load(connection, full_document(), [suggestion("f-1", Facet.RISK, "csam")], versions=VERSIONS)
        connection.execute((DATA / "rows" / "0014_models_and_editions.sql").read_text(encoding="utf-8"))
        yield connection


@pytest.mark.parametrize("statement", REFUSED)
def test_a_row_that_cannot_be_is_refused(full: Connection, statement: str) -> None:
    with pytest.raises((duckdb.ConstraintException, duckdb.ConversionException)):
        full.execute(statement)


def test_an_edition_tells_what_it_was_made_from(full: Connection) -> None:
    assert full.execute("SELECT name, scope, documents, families, model FROM editions").fetchall() == [
        ("2025", "year 2025", 1, 1, "rules-1")
    ]
