"""What a snapshot is made from: the run, the versions, and a fingerprint by which one sees that nothing has changed."""

import hashlib
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

import duckdb

from warehouse.quoting import identifier, literal
from warehouse.snapshot.plan import Plan
from warehouse.sql import statement

_LEFT_OUT = {"runs", "snapshot"}
"""A run that changes nothing else need not be published."""


def warehouse_state(connection: duckdb.DuckDBPyConnection, plan: Plan) -> str:
    """Give a fingerprint of the rows, views and macros of the open warehouse, and of how it is published."""
    told = _LEFT_OUT.union(plan.followers)
    names = [row[0] for row in connection.execute(statement("raw_tables")).fetchall() if row[0] not in told]
    parts = (
        statement("table_state").replace("$name", literal(name)).replace("$table", f"raw.{identifier(name)}")
        for name in names
    )
    rows = connection.execute(" UNION ALL ".join(parts)).fetchall()
    catalog = connection.execute(statement("catalog_state")).fetchall()
    seen = repr((version("rapporteur"), duckdb.__version__, plan, sorted(rows), catalog))
    return hashlib.sha256(seen.encode()).hexdigest()


def describe_snapshot(snapshot: duckdb.DuckDBPyConnection, state: str) -> dict[str, Any]:
    """Write into a new snapshot what it was made from, and give that as the manifests tell it."""
    values = {"state": state, "program_version": version("rapporteur"), "published_at": datetime.now(UTC)}
    snapshot.execute(statement("describe_snapshot"), values)
    cursor = snapshot.execute(statement("snapshot_facts"))
    names = [column[0] for column in cursor.description or ()]
    row = cursor.fetchone() or ()
    return dict(zip(names, row, strict=True))
