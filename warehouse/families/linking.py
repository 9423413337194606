"""Families in the warehouse, made again for the documents that came or changed and all that belong to them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

import duckdb

from extractors.signature import Signature
from warehouse.connection import transaction
from warehouse.families import reading, writing
from warehouse.families.evidence import judge
from warehouse.families.grouping import families
from warehouse.families.identity import Identity
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
        known = reading.identities(connection, new)
        writing.write_identities(connection, known)
        with reading.met(connection, new, signatures):
            crowding = reading.crowding(connection, new, rules()["crowd"])
            found = reading.candidates(connection, new, rules()["crowd"])
        if crowding - new:
            with reading.met(connection, crowding):
                found += reading.candidates(connection, crowding, rules()["crowd"])
        paired = new | crowding
        _pair(connection, paired, sorted(set(found)), known)
        _group(connection, paired, known)


def link_changed(connection: duckdb.DuckDBPyConnection) -> int:
    """Link the documents again whose header in force or signature is another than they were linked by; return how many.

    Decisions on headers, other readers and warehouses of before families all come out here.
    """
    changed = reading.changed(connection)
    link_families(connection, changed)
    return len(changed)


def _pair(
    connection: duckdb.DuckDBPyConnection,
    documents: Collection[str],
    found: Collection[tuple[str, str]],
    known: dict[str, Identity],
) -> None:
    ends = {key for pair in found for key in pair}
    _learn(connection, ends, known)
    signatures = reading.signatures(connection, ends) if ends else {}
    signed = {key: replace(known[key], signature=signatures.get(key)) for key in ends}
    pairs = [pair for one, other in found for pair in judge(signed[one], signed[other])]
    writing.write_pairs(connection, documents, pairs)


def _group(connection: duckdb.DuckDBPyConnection, documents: Collection[str], known: dict[str, Identity]) -> None:
    crowd = rules()["crowd"]
    touched = reading.kin(connection, documents, crowd)
    _learn(connection, touched, known)
    made = families(
        {key: known[key] for key in touched},
        reading.pairs(connection, touched),
        reading.rulings(connection, touched),
        reading.crowded(connection, touched, crowd),
    )
    writing.write_families(connection, touched, made)


def _learn(connection: duckdb.DuckDBPyConnection, documents: Collection[str], known: dict[str, Identity]) -> None:
    missing = set(documents) - known.keys()
    if missing:
        known |= reading.kept_identities(connection, missing)
