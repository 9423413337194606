"""The signatures of documents in the warehouse; what was loaded without one gets it from its passages."""

from collections import defaultdict
from collections.abc import Collection, Mapping

import duckdb
import pyarrow as pa

from extractors.signature import Signature, signature_version, text_signature
from warehouse.families.asking import asked, put
from warehouse.sql import statement

_AT_ONCE = 200
"""Documents whose passages are in memory together."""
_HASHES = pa.list_(pa.uint32())


def write_signatures(
    connection: duckdb.DuckDBPyConnection, signatures: Mapping[str, Signature], there: Collection[str]
) -> None:
    """Write signatures (by the sha256 of their documents); `there` are those that may have one already."""
    # Most documents are new, and a delete scans its table.
    with asked(connection, there):
        for table in ("signatures", "signature_bands") if there else ():
            connection.execute(statement("delete_asked").replace("$table", table))
    texts = pa.string()
    made = signatures.values()
    columns = {
        "document": pa.array(list(signatures), texts),
        "version": pa.array([one.version for one in made], texts),
        "shingles": pa.array([one.shingles for one in made], pa.int32()),
        "minhash": pa.array([one.minhash for one in made], _HASHES),
        "figures": pa.array([one.figures for one in made], _HASHES),
        "kinds": pa.array([one.kinds for one in made], texts),
        "lengths": pa.array([one.lengths for one in made], pa.list_(pa.int32())),
    }
    put(connection, statement("insert_rows").replace("$table", "signatures"), columns)
    bands = [(document, band) for document, one in signatures.items() for band in one.bands]
    columns = {
        "document": pa.array([document for document, _ in bands], texts),
        "band": pa.array([band for _, band in bands], pa.uint32()),
    }
    put(connection, statement("insert_rows").replace("$table", "signature_bands"), columns)


def sign_unsigned(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> None:
    """Make the signatures that are missing or of another version; no file is read for it."""
    with asked(connection, documents):
        rows = connection.execute(statement("unsigned_documents"), {"version": signature_version()}).fetchall()
    missing = sorted(row[0] for row in rows)
    for start in range(0, len(missing), _AT_ONCE):
        some = missing[start : start + _AT_ONCE]
        passages: dict[str, list[tuple[str, str]]] = defaultdict(list)
        with asked(connection, some):
            blocks = dict(connection.execute(statement("header_blocks")).fetchall())
            for document, kind, text in connection.execute(statement("passages_to_sign")).fetchall():
                passages[document].append((kind, text))
        write_signatures(connection, {one: text_signature(passages[one], blocks.get(one, "")) for one in some}, some)
