"""What people decided on labels, passage by passage, for the models to learn from."""

import duckdb

from models.decided import Decided
from models.labels import Facet
from warehouse.sql import statement


def decided_labels(connection: duckdb.DuckDBPyConnection) -> tuple[Decided, ...]:
    """Return the decisions that count, first to last; one that holds for several passages once for each."""
    rows = connection.execute(statement("decided_labels")).fetchall()
    return tuple(
        Decided(number, document, text, language, (Facet(facet), concept), holds, at, by)
        for number, document, text, language, facet, concept, holds, at, by in rows
    )
