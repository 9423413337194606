"""A published snapshot that many tests ask and none can change."""

from pathlib import Path

import pytest

from extractors.document import Source
from models.labels import Facet
from tests.warehouse.made import document, entry, suggestion
from warehouse.concepts import ConceptRow, load_concepts
from warehouse.connection import open_warehouse
from warehouse.load import load_batch
from warehouse.publish import publish

CONCEPTS = (
    ConceptRow(Facet.FRAMEWORK, "legal", "Legal framework", None, "Binding rules."),
    ConceptRow(Facet.RISK, "grooming", "Grooming", "contact"),
    ConceptRow(Facet.RISK, "sextortion", "Sexual extortion", "contact"),
)


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    with open_warehouse(folder / "rapporteur.duckdb") as connection:
        load_concepts(connection, "2026.1", CONCEPTS)
        load_batch(
            connection,
            [
                entry(
                    document("a", ["=1+1 is no formula against grooming.", "A filter."]),
                    suggestion("aaaaaaaa-1", Facet.RISK, "grooming", 0.9, (27, 35)),
                ),
                entry(document("b", ["Loi"], sources=[Source("Kenya", "KEN"), Source("@club")], language="fr")),
            ],
        )
        publish(connection, folder / "contributions.duckdb")
    return folder / "contributions.duckdb"
