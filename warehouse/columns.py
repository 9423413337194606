"""What passages, cells and suggestions are as columns: they are many, and are made column by column, not row by row."""

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter

import numpy as np
import pyarrow as pa

from extractors.document import Document
from models.labels import Suggestion
from warehouse.entry import Entry, name_of
from warehouse.errors import WarehouseError
from warehouse.rows import SCHEMAS

_AS_IN_CELL = {"row_index": "row", "column_index": "column"}
_AS_IN_PASSAGE = {"table_index": "table", "table_row": "row"}


def passage_columns(documents: Sequence[Document]) -> pa.Table:
    """Make the columns of raw.passages; raises WarehouseError where two passages have one id or one place."""
    for document in documents:
        for what, values in (
            ("id", {p.id for p in document.passages}),
            ("place", {p.paragraph for p in document.passages}),
        ):
            if len(values) != len(document.passages):
                raise WarehouseError(
                    f"Two passages of document {name_of(document)} have the same {what}; it was not loaded."
                )
    passages = [passage for document in documents for passage in document.passages]
    columns = {"document": _repeated(documents, [len(document.passages) for document in documents])}
    for field in SCHEMAS["passages"]:
        if field.name == "heading_path":
            columns[field.name] = _lists([passage.heading_path for passage in passages], pa.string())
        elif field.name != "document":
            columns[field.name] = _column(passages, _AS_IN_PASSAGE.get(field.name, field.name), field.type)
    return pa.table(columns)


def cell_columns(documents: Sequence[Document]) -> pa.Table:
    """Make the columns of raw.cells; raises WarehouseError where two cells of a table have one place."""
    for document in documents:
        for table in document.tables:
            if len({(cell.row, cell.column) for cell in table.cells}) != len(table.cells):
                raise WarehouseError(
                    f"Two cells of a table of document {name_of(document)} have the same place; it was not loaded."
                )
    tables = [table for document in documents for table in document.tables]
    cells = [cell for table in tables for cell in table.cells]
    counts = [len(table.cells) for table in tables]
    columns = {
        "document": _repeated(documents, [sum(len(one.cells) for one in document.tables) for document in documents]),
        "table_index": pa.array(np.repeat(np.array([table.index for table in tables], np.int32), counts)),
    }
    for field in SCHEMAS["cells"]:
        if field.name not in columns:
            columns[field.name] = _column(cells, _AS_IN_CELL.get(field.name, field.name), field.type)
    return pa.table(columns)


def suggestion_columns(entries: Sequence[Entry]) -> pa.Table:
    """Make the columns of raw.suggestions; raises WarehouseError as `load_batch` does."""
    suggestions = [one for entry in entries for one in entry.suggestions]
    counts = [len(entry.suggestions) for entry in entries]
    places, lengths = _places(entries)
    columns = {
        "document": _repeated([entry.document for entry in entries], counts),
        "paragraph": pa.array(places),
    }
    for field in SCHEMAS["suggestions"]:
        if field.name not in {*columns, "evidence"}:
            columns[field.name] = _column(suggestions, field.name, field.type)
    _reject_doubles(entries, columns)
    columns["evidence"] = _evidence(entries, suggestions, lengths)
    return pa.table(columns)


def _places(entries: Iterable[Entry]) -> tuple["np.ndarray[tuple[int], np.dtype[np.int32]]", list[int]]:
    """Give the paragraph of each suggestion, and the length of its text."""
    places: list[int] = []
    lengths: list[int] = []
    for entry in entries:
        known = {passage.id: (passage.paragraph, len(passage.text)) for passage in entry.document.passages}
        try:
            found = [known[one.passage_id] for one in entry.suggestions]
        except KeyError as missing:
            raise WarehouseError(
                f"A label of document {name_of(entry.document)} is for passage {missing.args[0]}, which that document "
                "does not have; it was not loaded."
            ) from missing
        places += [place for place, _ in found]
        lengths += [length for _, length in found]
    return np.array(places, np.int32), lengths


def _reject_doubles(entries: Sequence[Entry], columns: "dict[str, pa.Array]") -> None:
    key = np.zeros(len(columns["paragraph"]), np.int64)
    for name in ("document", "paragraph", "facet", "concept", "model"):
        column = columns[name]
        codes = (column if name == "document" else column.dictionary_encode()).indices.to_numpy()
        key = np.unique(key * (int(codes.max(initial=0)) + 1) + codes, return_inverse=True)[1]
    _, first = np.unique(key, return_index=True)
    if len(first) == len(key):
        return
    twice = int(np.setdiff1d(np.arange(len(key)), first)[0])
    raise WarehouseError(
        f"Document {name_of(_owner(entries, twice).document)} has the label {columns['concept'][twice]} twice on one "
        "passage; it was not loaded."
    )


def _evidence(entries: Sequence[Entry], suggestions: Sequence[Suggestion], lengths: Sequence[int]) -> pa.Array:
    counts = [len(one.evidence) for one in suggestions]
    spans = list(chain.from_iterable(one.evidence for one in suggestions))
    starts, ends = (np.fromiter(map(attrgetter(name), spans), np.int32, len(spans)) for name in ("start", "end"))
    beyond = np.flatnonzero(ends > np.repeat(np.array(lengths, np.int32), counts))
    if len(beyond):
        owner = _owner(entries, int(np.searchsorted(np.cumsum(counts), beyond[0], side="right")))
        raise WarehouseError(
            f"The evidence of a label of document {name_of(owner.document)} ends after its passage; it was not loaded."
        )
    return pa.ListArray.from_arrays(
        pa.array(np.concatenate(([0], np.cumsum(counts, dtype=np.int64))).astype(np.int32)),
        pa.StructArray.from_arrays([pa.array(starts), pa.array(ends)], names=["start", "end"]),
    )


def _owner(entries: Sequence[Entry], suggestion: int) -> Entry:
    return entries[int(np.searchsorted(np.cumsum([len(one.suggestions) for one in entries]), suggestion, side="right"))]


def _repeated(documents: Sequence[Document], counts: Sequence[int]) -> pa.Array:
    places = np.repeat(np.arange(len(documents), dtype=np.int32), counts)
    return pa.DictionaryArray.from_arrays(pa.array(places), pa.array([one.sha256 for one in documents], pa.string()))


def _column(things: Sequence[object], attribute: str, kind: pa.DataType) -> pa.Array:
    return pa.array(list(map(attrgetter(attribute), things)), kind)


def _lists(values: Sequence[Sequence[str]], kind: pa.DataType) -> pa.Array:
    offsets = np.concatenate(([0], np.cumsum([len(each) for each in values], dtype=np.int64))).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), pa.array(list(chain.from_iterable(values)), kind))
