"""Families in the warehouse, made again for the documents that came or changed and all that belong to them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

import duckdb

from extractors.document import Document
from extractors.signature import Signature
from warehouse.connection import transaction
from warehouse.families import reading, writing
from warehouse.families.evidence import judge
from warehouse.families.grouping import families
from warehouse.families.identity import Identity, identity_of
from warehouse.families.rules import rules
from warehouse.families.signing import sign_unsigned, write_signatures
from warehouse.label_places import place_decisions


def link_loaded(
    connection: duckdb.DuckDBPyConnection,
    documents: Iterable[Document],
    signatures: Mapping[str, Signature],
    replaced: Collection[str],
) -> None:
    """Link documents that were just loaded, as `link_families` does; `replaced` are those that were there before.

    What is new has nothing to be looked up or deleted, and nobody has decided anything of it yet.
    """
    with transaction(connection):
        write_signatures(connection, signatures, replaced)
        fresh = {one.sha256: identity_of(one) for one in documents if one.sha256 not in replaced}
        _link(connection, fresh, set(replaced), signatures)


def link_families(connection: duckdb.DuckDBPyConnection, documents: Iterable[str]) -> None:
    """Compare these documents (by sha256) with those that are there, and make the families that they touch again.

    The families are the same in whatever order and batches the documents come. What is not touched is not read, so that
    a batch costs nearly the same however many documents there are.
    """
    asked = set(documents)
    if not asked:
        return
    with transaction(connection):
        sign_unsigned(connection, asked)
        _link(connection, {}, asked, None)


def link_changed(connection: duckdb.DuckDBPyConnection) -> int:
    """Link the documents again whose header in force or signature is another than they were linked by; return how many.

    Decisions on headers, other readers and warehouses of before families all come out here.
    """
    changed = reading.changed(connection)
    link_families(connection, changed)
    return len(changed)


def _link(
    connection: duckdb.DuckDBPyConnection,
    fresh: Mapping[str, Identity],
    there: Collection[str],
    signatures: Mapping[str, Signature] | None,
) -> None:
    known = dict(fresh)
    if there:
        known |= reading.identities(connection, there)
    new = set(known)
    writing.write_identities(connection, known, there)
    with reading.met(connection, known, signatures):
        crowding = reading.crowding(connection, new, rules()["crowd"])
        found = reading.candidates(connection, new, rules()["crowd"])
    if crowding - new:
        _learn(connection, crowding, known)
        with reading.met(connection, {key: known[key] for key in crowding}):
            found += reading.candidates(connection, crowding, rules()["crowd"])
    _pair(connection, {*there, *crowding}, sorted(set(found)), known)
    # All that a fresh document can belong to is among its candidates; what is there has families, decisions and links.
    _group(connection, fresh.keys(), {*there, *crowding, *(key for pair in found for key in pair)}, known)


def _pair(
    connection: duckdb.DuckDBPyConnection,
    there: Collection[str],
    found: Collection[tuple[str, str]],
    known: dict[str, Identity],
) -> None:
    ends = {key for pair in found for key in pair}
    _learn(connection, ends, known)
    signatures = reading.signatures(connection, ends) if ends else {}
    signed = {key: replace(known[key], signature=signatures.get(key)) for key in ends}
    pairs = [pair for one, other in found for pair in judge(signed[one], signed[other])]
    writing.write_pairs(connection, there, pairs)


def _group(
    connection: duckdb.DuckDBPyConnection,
    fresh: Collection[str],
    touching: Collection[str],
    known: dict[str, Identity],
) -> None:
    crowd = rules()["crowd"]
    touched = set(fresh)
    more = set(touching) - touched
    while more:
        touched |= more
        _learn(connection, more, known)
        more = reading.kin(connection, {key: known[key] for key in more}, crowd) - touched
    asked = {key: known[key] for key in touched}
    found = families(
        asked,
        reading.pairs(connection, touched),
        reading.rulings(connection, touched),
        reading.crowded(connection, asked, crowd),
    )
    writing.write_families(connection, touched.difference(fresh), found)
    place_decisions(connection, touched)


def _learn(connection: duckdb.DuckDBPyConnection, documents: Collection[str], known: dict[str, Identity]) -> None:
    missing = set(documents) - known.keys()
    if missing:
        known |= reading.kept_identities(connection, missing)
