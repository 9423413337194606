"""The last stage: Documents and their Suggestions into the warehouse."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb
import pyarrow as pa

from extractors.document import Document
from extractors.signature import Signature, signature
from models.labels import Suggestion
from warehouse.connection import transaction
from warehouse.errors import WarehouseError
from warehouse.families.linking import link_loaded
from warehouse.questionnaires.linking import link_questionnaires
from warehouse.rows import SCHEMAS, Row, document_rows
from warehouse.sql import statement

_INCOMING = "incoming_rows"


@dataclass(frozen=True, slots=True)
class Versions:
    """What made a document and its suggestions."""

    extractor: str
    model: str
    taxonomy: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A document with its suggestions and what made them: the unit that is loaded."""

    document: Document
    suggestions: Sequence[Suggestion]
    versions: Versions
    signature: Signature | None = None
    """Made here where it was not made with the document."""


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
        tables = _tables(latest.values())
        with transaction(connection):
            replaced = _forget(connection, list(latest))
            for name, rows in tables.items():
                if rows.num_rows:
                    _insert(connection, name, rows)
            signatures = {key: entry.signature or signature(entry.document) for key, entry in latest.items()}
            link_loaded(connection, [entry.document for entry in latest.values()], signatures, replaced)
            link_questionnaires(connection, latest)
    except (duckdb.Error, UnicodeEncodeError) as error:  # the latter: half a character, which UTF-8 cannot hold
        raise WarehouseError(f"{_names(latest)} could not be loaded, and nothing of it was: {error}") from error


def _tables(entries: Iterable[Entry]) -> dict[str, pa.Table]:
    now = datetime.now(UTC)
    rows: dict[str, list[Row]] = {name: [] for name in SCHEMAS}
    for entry in entries:
        _check(entry)
        versions = (entry.versions.extractor, entry.versions.model, entry.versions.taxonomy)
        made = document_rows(entry.document, entry.suggestions, versions, now)
        for name, more in made.items():
            rows[name] += more
    return {name: _arrow(name, some) for name, some in rows.items()}


def _arrow(name: str, rows: list[Row]) -> pa.Table:
    schema = SCHEMAS[name]
    columns = zip(*rows, strict=True) if rows else ((),) * len(schema)
    return pa.table(
        [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema=schema
    )


def _check(entry: Entry) -> None:
    name = _name(entry.document)
    lengths = {passage.id: len(passage.text) for passage in entry.document.passages}
    if len(lengths) != len(entry.document.passages):
        raise WarehouseError(f"Two passages of document {name} have the same id; it was not loaded.")
    seen = set()
    for one in entry.suggestions:
        length = lengths.get(one.passage_id)
        if length is None:
            raise WarehouseError(
                f"A label of document {name} is for passage {one.passage_id}, which that document does not have; "
                "it was not loaded."
            )
        if any(span.end > length for span in one.evidence):
            raise WarehouseError(
                f"The evidence of a label of document {name} ends after its passage; it was not loaded."
            )
        key = (one.passage_id, one.facet, one.concept, one.model)
        if key in seen:
            raise WarehouseError(
                f"Document {name} has the label {one.concept} twice on one passage; it was not loaded."
            )
        seen.add(key)


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
    first = _name(next(iter(entries.values())).document)
    return (
        f"Document {first}" if len(entries) == 1 else f"A batch of {len(entries)} documents, the first of them {first},"
    )


def _name(document: Document) -> str:
    return document.header.symbol or document.sha256[:12]
