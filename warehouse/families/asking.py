"""How the statements of the linking are told which documents they are for, and what they are to write."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.families.identity import Identity, key_hash

_ASKED = "asked_documents"
_KEYS = "asked_keys"
_INCOMING = "incoming_rows"


@contextmanager
def asked(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> Iterator[None]:
    """Let statements name the documents as the table `asked_documents`."""
    connection.register(_ASKED, pa.table({"document": pa.array(sorted(documents), pa.string())}))
    try:
        yield
    finally:
        connection.unregister(_ASKED)


@contextmanager
def keyed(connection: duckdb.DuckDBPyConnection, identities: Iterable[Identity]) -> Iterator[None]:
    """Let statements name the hashes of the documents' symbols and origins as the table `asked_keys`."""
    keys = sorted(
        {
            (kind, key)
            for one in identities
            for kind, key in (("symbol", key_hash(one.base)), ("origin", key_hash(one.origin)))
            if key is not None
        }
    )
    columns = {
        "kind": pa.array([kind for kind, _ in keys], pa.string()),
        "key": pa.array([key for _, key in keys], pa.uint32()),
    }
    connection.register(_KEYS, pa.table(columns))
    try:
        yield
    finally:
        connection.unregister(_KEYS)


def ask(
    connection: duckdb.DuckDBPyConnection,
    documents: Collection[str],
    script: str,
    values: Mapping[str, object] | None = None,
) -> list[tuple[Any, ...]]:
    """Run a statement on documents and return its rows."""
    with asked(connection, documents):
        return connection.execute(script, dict(values or {})).fetchall()


def put(connection: duckdb.DuckDBPyConnection, script: str, columns: Mapping[str, pa.Array]) -> None:
    """Run a statement that writes rows, which it names as the table `incoming_rows`."""
    rows = pa.table(dict(columns))
    if not rows.num_rows:
        return
    connection.register(_INCOMING, rows)
    try:
        connection.execute(script)
    finally:
        connection.unregister(_INCOMING)
