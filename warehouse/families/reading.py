"""What the linking reads from the warehouse."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import duckdb
import pyarrow as pa

from extractors.signature import Signature, signature_version
from warehouse.families.asking import ask, keyed
from warehouse.families.evidence import Pair, PairKind
from warehouse.families.grouping import Rulings
from warehouse.families.identity import Identity, SourceName
from warehouse.sql import statement

_BANDS = "asked_bands"
_ALL = "(SELECT sha256 AS document FROM raw.documents)"


def identities(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> dict[str, Identity]:
    """Return what is known of documents by the headers that are in force, without their signatures."""
    rows = ask(connection, documents, statement("family_headers").replace("$scope", "asked_documents"))
    return {row[0]: _identity(row) for row in rows}


def kept_identities(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> dict[str, Identity]:
    """Return what documents were linked by last, without a look at their headers."""
    return {row[0]: _identity(row) for row in ask(connection, documents, statement("kept_identities"))}


def signatures(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> dict[str, Signature]:
    """Return the signatures of documents, without their bands."""
    rows = ask(connection, documents, statement("signatures"))
    return {
        document: Signature(version, shingles, tuple(minhash), tuple(figures), kinds, tuple(lengths), ())
        for document, version, shingles, minhash, figures, kinds, lengths in rows
    }


def changed(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Return the documents that were never linked, or by another header or signature than what they have now."""
    script = statement("changed_families").replace("$headers", statement("family_headers").replace("$scope", _ALL))
    return _first(connection.execute(script, {"version": signature_version()}).fetchall())


@contextmanager
def met(
    connection: duckdb.DuckDBPyConnection,
    asked: Mapping[str, Identity],
    signatures: Mapping[str, Signature] | None = None,
) -> Iterator[None]:
    """Let statements name all that share a band, symbol or origin with these as `met_bands` and `met_identities`.

    Where all signatures are at hand their bands are taken from there.
    """
    if signatures and signatures.keys() >= asked.keys():
        bands = {band for document in asked for band in signatures[document].bands}
    else:
        bands = _first(ask(connection, asked, statement("asked_bands")))
    connection.register(_BANDS, pa.table({"band": pa.array(sorted(bands), pa.uint32())}))
    try:
        ask(connection, asked, statement("meet_bands"))
        with keyed(connection, asked.values()):
            ask(connection, asked, statement("meet_identities"))
        yield
    finally:
        connection.unregister(_BANDS)
    connection.execute(statement("forget_met"))


def crowding(connection: duckdb.DuckDBPyConnection, documents: Collection[str], crowd: int) -> set[str]:
    """Return the documents of every band, symbol and origin that these documents have made a crowd of."""
    return _first(ask(connection, documents, statement("crowding_documents"), {"crowd": crowd}))


def candidates(connection: duckdb.DuckDBPyConnection, documents: Collection[str], crowd: int) -> list[tuple[str, str]]:
    """Return pairs, each once, of these documents with any that share a band, symbol or origin that is no crowd's."""
    rows = ask(connection, documents, statement("candidate_pairs"), {"crowd": crowd})
    return sorted((row[0], row[1]) for row in rows)


def kin(connection: duckdb.DuckDBPyConnection, asked: Mapping[str, Identity], crowd: int) -> set[str]:
    """Return the documents that are one step from these: of their families, links, decisions or symbols."""
    with keyed(connection, asked.values()):
        return _first(ask(connection, asked, statement("family_kin"), {"crowd": crowd}))


def pairs(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> list[Pair]:
    """Return the links and collisions among these documents."""
    rows = ask(connection, documents, statement("family_pairs"))
    return [Pair(row[0], row[1], PairKind(row[2]), row[3], row[4]) for row in rows]


def rulings(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> Rulings:
    """Return what people decided on these documents: of contrary decisions the later counts."""
    together: set[frozenset[str]] = set()
    apart: set[frozenset[str]] = set()
    alone: set[str] = set()
    for action, document, other in ask(connection, documents, statement("family_rulings")):
        ends = frozenset((document, other))
        if action == "merge":
            apart.discard(ends)
            together.add(ends)
        elif other is None:
            alone.add(document)
            together = {pair for pair in together if document not in pair}
        else:
            together.discard(ends)
            apart.add(ends)
    return Rulings(frozenset(together), frozenset(apart), frozenset(alone))


def crowded(connection: duckdb.DuckDBPyConnection, asked: Mapping[str, Identity], crowd: int) -> set[str]:
    """Return the symbols of these documents that too many documents bear."""
    with keyed(connection, asked.values()):
        return _first(connection.execute(statement("crowded_symbols"), {"crowd": crowd}).fetchall())


def _first(rows: list[tuple[Any, ...]]) -> set[Any]:
    return {row[0] for row in rows}


def _identity(row: tuple[Any, ...]) -> Identity:
    document, symbol, confidence, language, originals, dated, met, media_type, sources = row
    return Identity(
        document=document,
        language=language,
        symbol=symbol,
        symbol_confidence=confidence,
        sources=tuple(SourceName(one["name"], one["iso3"], one["organisation"]) for one in sources),
        document_date=dated,
        meeting_date=met,
        original_languages=tuple(originals),
        media_type=media_type,
    )
