"""Suggestions of documents that are in the warehouse, replaced without reading any file again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import duckdb
import pyarrow as pa

from models.labels import Suggestion
from warehouse.connection import transaction
from warehouse.errors import WarehouseError
from warehouse.families.asking import ask, asked, put
from warehouse.label_places import place_decisions
from warehouse.labelled import Labelled, suggestion_columns
from warehouse.sql import statement


def replace_suggestions(
    connection: duckdb.DuckDBPyConnection,
    suggestions: Mapping[str, Sequence[Suggestion]],
    *,
    model: str,
    taxonomy: str,
) -> None:
    """Put suggestions (by the sha256 of their documents) in place of those that there are, in one transaction.

    `model` and `taxonomy` are the versions that they were made with, which the documents then name. Nothing else of the
    documents changes, and what people decided stays. Raises WarehouseError, with nothing changed, for a document that
    the warehouse does not hold, and for a suggestion of a passage or span that its document does not have.
    """
    if not suggestions:
        return
    names = dict(ask(connection, suggestions, statement("document_names")))
    if unknown := sorted(suggestions.keys() - names.keys()):
        raise WarehouseError(f"The warehouse has no document {unknown[0]}, so its labels cannot be replaced.")
    passages: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for document, passage, paragraph, length in ask(connection, suggestions, statement("passage_places")):
        passages[document][passage] = (paragraph, length)
    rows = suggestion_columns(
        [Labelled(key, names[key], passages[key], some) for key, some in suggestions.items()],
    )
    _replace(connection, suggestions, rows, {"model": model, "taxonomy": taxonomy})


def _replace(
    connection: duckdb.DuckDBPyConnection, documents: Iterable[str], rows: pa.Table, versions: Mapping[str, str]
) -> None:
    keys = set(documents)
    with transaction(connection):
        with asked(connection, keys):
            connection.execute(statement("delete_asked").replace("$table", "suggestions"))
            connection.execute(statement("set_label_versions"), dict(versions))
        put(connection, statement("insert_rows").replace("$table", "suggestions"), _by_name(rows))
        place_decisions(connection, keys)


def _by_name(rows: pa.Table) -> dict[str, pa.Array]:
    return dict(zip(rows.column_names, rows.columns, strict=True))
