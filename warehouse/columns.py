"""What passages and cells are as columns: they are many, and are made column by column, not row by row."""

from collections.abc import Sequence
from itertools import chain
from operator import attrgetter

import numpy as np
import pyarrow as pa

from extractors.document import Document
from warehouse.entry import name_of
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
    keys = [document.sha256 for document in documents]
    columns = {"document": repeated(keys, [len(document.passages) for document in documents])}
    for field in SCHEMAS["passages"]:
        if field.name == "heading_path":
            columns[field.name] = _lists([passage.heading_path for passage in passages], pa.string())
        elif field.name != "document":
            columns[field.name] = column(passages, _AS_IN_PASSAGE.get(field.name, field.name), field.type)
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
        "document": repeated(
            [document.sha256 for document in documents],
            [sum(len(one.cells) for one in document.tables) for document in documents],
        ),
        "table_index": pa.array(np.repeat(np.array([table.index for table in tables], np.int32), counts)),
    }
    for field in SCHEMAS["cells"]:
        if field.name not in columns:
            columns[field.name] = column(cells, _AS_IN_CELL.get(field.name, field.name), field.type)
    return pa.table(columns)


def repeated(keys: Sequence[str], counts: Sequence[int]) -> pa.Array:
    """Give each key so many times."""
    places = np.repeat(np.arange(len(keys), dtype=np.int32), counts)
    return pa.DictionaryArray.from_arrays(pa.array(places), pa.array(keys, pa.string()))


def column(things: Sequence[object], attribute: str, kind: pa.DataType) -> pa.Array:
    """Give one attribute of each thing."""
    return pa.array(list(map(attrgetter(attribute), things)), kind)


def _lists(values: Sequence[Sequence[str]], kind: pa.DataType) -> pa.Array:
    offsets = np.concatenate(([0], np.cumsum([len(each) for each in values], dtype=np.int64))).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), pa.array(list(chain.from_iterable(values)), kind))
