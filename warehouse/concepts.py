"""The taxonomy's concepts in the warehouse, so that labels have names."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from models.labels import Facet
from warehouse.connection import transaction
from warehouse.sql import statement

_INCOMING = "incoming_rows"


@dataclass(frozen=True, slots=True)
class ConceptRow:
    """What the warehouse keeps of a concept; `group` is that of a risk theme (content, contact, ...)."""

    facet: Facet
    id: str
    name: str
    group: str | None = None
    definition: str | None = None


def load_concepts(connection: duckdb.DuckDBPyConnection, version: str, concepts: Sequence[ConceptRow]) -> None:
    """Put a version of the taxonomy into the warehouse, in place of what it holds of that version."""
    with transaction(connection):
        connection.execute(statement("upsert_taxonomy"), {"version": version})
        connection.execute(statement("delete_concepts"), {"version": version})
        connection.register(_INCOMING, _arrow(version, concepts))
        try:
            connection.execute(statement("insert_concepts"))
        finally:
            connection.unregister(_INCOMING)


def _arrow(version: str, concepts: Sequence[ConceptRow]) -> pa.Table:
    places: dict[Facet, int] = {}
    for concept in concepts:
        places[concept.facet] = places.get(concept.facet, 0)
    positions = []
    for concept in concepts:
        places[concept.facet] += 1
        positions.append(places[concept.facet])
    text = pa.string()
    return pa.table(
        {
            "taxonomy": pa.array([version] * len(concepts), text),
            "facet": pa.array([concept.facet.value for concept in concepts], text),
            "id": pa.array([concept.id for concept in concepts], text),
            "name": pa.array([concept.name for concept in concepts], text),
            "concept_group": pa.array([concept.group for concept in concepts], text),
            "definition": pa.array([concept.definition for concept in concepts], text),
            "position": pa.array(positions, pa.int32()),
        }
    )
