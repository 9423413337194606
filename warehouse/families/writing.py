"""What the linking writes into the warehouse."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict

import duckdb
import pyarrow as pa

from warehouse.families.asking import asked, put
from warehouse.families.evidence import Pair
from warehouse.families.grouping import Family
from warehouse.families.identity import Identity, key_hash
from warehouse.sql import statement

_TEXT = pa.string()


def write_identities(
    connection: duckdb.DuckDBPyConnection, identities: Mapping[str, Identity], there: Collection[str]
) -> None:
    """Keep what documents are linked by; `there` are those of which something may be kept already."""
    if there:
        with asked(connection, there):
            connection.execute(statement("delete_asked").replace("$table", "family_identities"))
    known = identities.values()
    source = pa.struct([("name", _TEXT), ("iso3", _TEXT), ("organisation", _TEXT)])
    columns = {
        "document": pa.array([one.document for one in known], _TEXT),
        "base": pa.array([one.base for one in known], _TEXT),
        "origin": pa.array([one.origin for one in known], _TEXT),
        "base_hash": pa.array([key_hash(one.base) for one in known], pa.uint32()),
        "origin_hash": pa.array([key_hash(one.origin) for one in known], pa.uint32()),
        "symbol": pa.array([one.symbol for one in known], _TEXT),
        "confidence": pa.array([one.symbol_confidence for one in known], pa.float64()),
        "language": pa.array([one.language for one in known], _TEXT),
        "originals": pa.array([one.original_languages for one in known], pa.list_(_TEXT)),
        "document_date": pa.array([one.document_date for one in known], pa.date32()),
        "meeting_date": pa.array([one.meeting_date for one in known], pa.date32()),
        "media_type": pa.array([one.media_type for one in known], _TEXT),
        "sources": pa.array([[asdict(one) for one in each.sources] for each in known], pa.list_(source)),
    }
    put(connection, statement("insert_rows").replace("$table", "family_identities"), columns)


def write_pairs(connection: duckdb.DuckDBPyConnection, there: Collection[str], pairs: Sequence[Pair]) -> None:
    """Write pairs; `there` are the documents of which all pairs that there are go first."""
    if there:
        with asked(connection, there):
            connection.execute(statement("delete_document_pairs"))
    columns = {
        "document": pa.array([one.document for one in pairs], _TEXT),
        "other": pa.array([one.other for one in pairs], _TEXT),
        "kind": pa.array([one.kind.value for one in pairs], _TEXT),
        "similarity": pa.array([one.similarity for one in pairs], pa.float64()),
        "note": pa.array([one.note for one in pairs], _TEXT),
    }
    put(connection, statement("insert_rows").replace("$table", "document_pairs"), columns)


def write_families(connection: duckdb.DuckDBPyConnection, there: Collection[str], families: Sequence[Family]) -> None:
    """Write families; those that the documents `there` were in go first."""
    members = [(family.id, member) for family in families for member in family.members]
    columns = {
        "document": pa.array([one.standing.document for _, one in members], _TEXT),
        "family": pa.array([family for family, _ in members], _TEXT),
        "role": pa.array([one.standing.role.value for _, one in members], _TEXT),
        "part": pa.array([one.standing.part for _, one in members], _TEXT),
        "revision": pa.array([one.standing.revision for _, one in members], pa.int32()),
        "in_force": pa.array([one.standing.in_force for _, one in members], pa.bool_()),
        "lead": pa.array([one.standing.lead for _, one in members], pa.bool_()),
        "reason": pa.array([one.reason.value if one.reason else None for _, one in members], _TEXT),
        "linked_to": pa.array([one.linked_to for _, one in members], _TEXT),
    }
    if there:
        with asked(connection, there):
            connection.execute(statement("delete_families"))
    put(connection, statement("upsert_family_members"), columns)
    columns = {
        "id": pa.array([one.id for one in families], _TEXT),
        "symbol": pa.array([one.symbol for one in families], _TEXT),
        "lead": pa.array([one.lead for one in families], _TEXT),
        "members": pa.array([len(one.members) for one in families], pa.int32()),
    }
    put(connection, statement("upsert_families"), columns)
