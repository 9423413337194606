"""The last stage: Documents and their Suggestions into the warehouse."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import duckdb
import pyarrow as pa

from extractors.document import Document
from extractors.signature import signature
from models.labels import Suggestion
from warehouse.columns import cell_columns, passage_columns
from warehouse.connection import transaction
from warehouse.entry import Entry, Versions, name_of
from warehouse.errors import WarehouseError
from warehouse.families.linking import link_loaded
from warehouse.labelled import labelled, suggestion_columns
from warehouse.questionnaires.linking import link_questionnaires
from warehouse.rows import SCHEMAS, Row, document_rows
from warehouse.search.indexing import index_loaded
from warehouse.sql import statement

__all__ = ["Entry", "Versions", "load", "load_batch"]

_INCOMING = "incoming_rows"


def load(
    connection: duckdb.DuckDBPyConnection, document: Document, suggestions: Sequence[Suggestion], *, versions: Versions
) -> None:
    """Put a document and its suggestions into the warehouse, in place of what it holds of that document.

    Raises WarehouseError as `load_batch` does.
    """
    load_batch(connection, [Entry(document, suggestions, versions)])


def load_batch(connection: duckdb.DuckDBPyConnection, entries: Iterable[Entry]) -> None:
    """Put many documents into the warehouse in one transaction; of two entries of one document the later one counts.

    The families and questionnaires that they belong to are made again with them.

    Within `transaction(connection)` it is a part of that transaction. Raises WarehouseError, with nothing loaded, for a
    suggestion of a passage or span that its document does not have, and for rows that the schema does not admit.
    """
    latest = {entry.document.sha256: entry for entry in entries}
    if not latest:
        return
    try:
        tables = _tables(list(latest.values()))
        with transaction(connection):
            replaced = _forget(connection, list(latest))
            for name, rows in tables.items():
                if rows.num_rows:
                    _insert(connection, name, rows)
            signatures = {key: entry.signature or signature(entry.document) for key, entry in latest.items()}
            link_loaded(connection, [entry.document for entry in latest.values()], signatures, replaced)
            link_questionnaires(connection, [entry.document for entry in latest.values()])
            index_loaded(connection, latest.values(), replaced)
    except (duckdb.Error, UnicodeEncodeError) as error:  # the latter: half a character, which UTF-8 cannot hold
        raise WarehouseError(f"{_names(latest)} could not be loaded, and nothing of it was: {error}") from error


def _tables(entries: Sequence[Entry]) -> dict[str, pa.Table]:
    now = datetime.now(UTC)
    documents = [entry.document for entry in entries]
    rows: dict[str, list[Row]] = {}
    for entry in entries:
        versions = (entry.versions.extractor, entry.versions.model, entry.versions.taxonomy)
        for name, more in document_rows(entry.document, versions, now).items():
            rows.setdefault(name, []).extend(more)
    made = {name: _arrow(name, some) for name, some in rows.items()}
    made["passages"] = passage_columns(documents)
    made["cells"] = cell_columns(documents)
    made["suggestions"] = suggestion_columns([labelled(entry) for entry in entries])
    return made


def _arrow(name: str, rows: list[Row]) -> pa.Table:
    schema = SCHEMAS[name]
    columns = zip(*rows, strict=True) if rows else ((),) * len(schema)
    return pa.table(
        [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema=schema
    )


def _forget(connection: duckdb.DuckDBPyConnection, keys: list[str]) -> list[str]:
    """Delete what there is of documents, and return which were there."""
    # Only documents that are there are deleted: each delete scans its table, and most documents are new.
    known = [row[0] for row in connection.execute(statement("known_documents"), {"keys": keys}).fetchall()]
    if known:
        for name in SCHEMAS:
            if name != "documents":
                connection.execute(statement("delete_rows").replace("$table", name), {"keys": known})
    return known


def _insert(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    script = "upsert_documents" if name == "documents" else "insert_rows"
    connection.register(_INCOMING, rows)
    try:
        connection.execute(statement(script).replace("$table", name))
    finally:
        connection.unregister(_INCOMING)


def _names(entries: dict[str, Entry]) -> str:
    first = name_of(next(iter(entries.values())).document)
    return (
        f"Document {first}" if len(entries) == 1 else f"A batch of {len(entries)} documents, the first of them {first},"
    )
