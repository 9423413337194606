"""Which labels count without review, and how many wait for one."""

from dataclasses import dataclass

import duckdb
import pyarrow as pa

from models.labels import Facet
from models.trust import Trust
from warehouse.connection import transaction
from warehouse.sql import statement

_INCOMING = "incoming_rows"


@dataclass(frozen=True, slots=True)
class Standing:
    """Labels in force of one facet, of documents in force."""

    facet: Facet
    trusted: int
    to_review: int


def replace_trust(connection: duckdb.DuckDBPyConnection, trust: Trust) -> None:
    """Keep what passed the trust gate in place of what there is of that model; without a model, nothing has passed."""
    rows = sorted(trust.labels)
    text = pa.string()
    table = pa.table(
        {
            "model": pa.array([trust.model] * len(rows), text),
            "language": pa.array([one.language for one in rows], text),
            "facet": pa.array([one.facet.value for one in rows], text),
            "concept": pa.array([one.concept for one in rows], text),
        }
    )
    with transaction(connection):
        connection.execute(statement("delete_trusted_labels"), {"model": trust.model})
        connection.register(_INCOMING, table)
        try:
            connection.execute(statement("insert_trusted_labels"))
        finally:
            connection.unregister(_INCOMING)


def label_standings(connection: duckdb.DuckDBPyConnection) -> tuple[Standing, ...]:
    """Count by facet the labels that count and those that wait; none of a file published before there was a gate."""
    if not connection.execute(statement("has_trusted_labels")).fetchall():
        return ()
    rows = connection.execute(statement("label_standings")).fetchall()
    return tuple(Standing(Facet(facet), trusted, to_review) for facet, trusted, to_review in rows)
