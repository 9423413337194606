"""Families in the warehouse, made again for the documents that came or changed and all that belong to them."""

from collections.abc import Collection, Iterable, Mapping

import duckdb

from extractors.signature import Signature
from warehouse.connection import transaction
from warehouse.families import reading, writing
from warehouse.families.evidence import judge
from warehouse.families.grouping import families
from warehouse.families.rules import rules
from warehouse.families.signing import sign_unsigned, write_signatures


def link_families(
    connection: duckdb.DuckDBPyConnection,
    documents: Iterable[str],
    signatures: Mapping[str, Signature] | None = None,
) -> None:
    """Compare these documents (by sha256) with those that are there, and make the families that they touch again.

    Signatures are written first; where there is none it is made from the passages.

    The families are the same in whatever order and batches the documents come. What is not touched is not read, so that
    a batch costs nearly the same however many documents there are.
    """
    new = set(documents)
    if not new:
        return
    with transaction(connection):
        if signatures:
            write_signatures(connection, signatures)
        sign_unsigned(connection, new)
        writing.write_identities(connection, reading.identities(connection, new).values())
        paired = new | reading.crowding(connection, new, rules()["crowd"])
        _pair(connection, paired)
        _group(connection, paired)


def link_changed(connection: duckdb.DuckDBPyConnection) -> int:
    """Link the documents again whose header in force or signature is another than they were linked by; return how many.

    Decisions on headers, other readers and warehouses of before families all come out here.
    """
    changed = reading.changed(connection)
    link_families(connection, changed)
    return len(changed)


def _pair(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> None:
    found = reading.candidates(connection, documents, rules()["crowd"])
    known = reading.identities(connection, {key for pair in found for key in pair}, signed=True)
    pairs = [pair for one, other in found for pair in judge(known[one], known[other])]
    writing.write_pairs(connection, documents, pairs)


def _group(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> None:
    crowd = rules()["crowd"]
    touched = reading.kin(connection, documents, crowd)
    made = families(
        reading.identities(connection, touched),
        reading.pairs(connection, touched),
        reading.rulings(connection, touched),
        reading.crowded(connection, touched, crowd),
    )
    writing.write_families(connection, touched, made)
