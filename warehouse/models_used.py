"""Which models labelled the documents of a warehouse, so that a figure can be traced to the weights behind it."""

from collections.abc import Iterable

import duckdb

from warehouse.sql import statement


def record_models(connection: duckdb.DuckDBPyConnection, versions: Iterable[str], fingerprint: str) -> None:
    """Keep that models of these versions were used, with the hash of their weights and rules, where it is not known."""
    connection.execute(statement("record_model"), {"versions": sorted(set(versions)), "fingerprint": fingerprint})
