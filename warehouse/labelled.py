"""What suggestions are as columns, checked against the passages that they are for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

import numpy as np
import pyarrow as pa

from models.labels import Suggestion
from warehouse.columns import column, repeated
from warehouse.entry import Entry, name_of
from warehouse.errors import WarehouseError
from warehouse.rows import SCHEMAS


@dataclass(frozen=True, slots=True)
class Labelled:
    """The suggestions of one document, and all of its passages by id: paragraph and length of the text."""

    document: str
    name: str
    """What people call it."""
    passages: Mapping[str, tuple[int, int]]
    suggestions: Sequence[Suggestion]


def labelled(entry: Entry) -> Labelled:
    """Give the suggestions of a document that is at hand."""
    passages = {one.id: (one.paragraph, len(one.text)) for one in entry.document.passages}
    return Labelled(entry.document.sha256, name_of(entry.document), passages, entry.suggestions)


def suggestion_columns(entries: Sequence[Labelled]) -> pa.Table:
    """Make the columns of raw.suggestions.

    Raises WarehouseError for a suggestion of a passage or span that its document does not have, and for one that comes
    twice.
    """
    suggestions = [one for entry in entries for one in entry.suggestions]
    counts = [len(entry.suggestions) for entry in entries]
    places, lengths = _places(entries)
    columns = {
        "document": repeated([entry.document for entry in entries], counts),
        "paragraph": pa.array(places),
    }
    for field in SCHEMAS["suggestions"]:
        if field.name not in {*columns, "evidence"}:
            columns[field.name] = column(suggestions, field.name, field.type)
    _reject_doubles(entries, columns)
    columns["evidence"] = _evidence(entries, suggestions, lengths)
    return pa.table(columns)


def _places(entries: Iterable[Labelled]) -> tuple["np.ndarray[tuple[int], np.dtype[np.int32]]", list[int]]:
    """Give the paragraph of each suggestion, and the length of its text."""
    places: list[int] = []
    lengths: list[int] = []
    for entry in entries:
        try:
            found = [entry.passages[one.passage_id] for one in entry.suggestions]
        except KeyError as missing:
            raise WarehouseError(
                f"A label of document {entry.name} is for passage {missing.args[0]}, which that document "
                "does not have; it was not loaded."
            ) from missing
        places += [place for place, _ in found]
        lengths += [length for _, length in found]
    return np.array(places, np.int32), lengths


def _reject_doubles(entries: Sequence[Labelled], columns: "dict[str, pa.Array]") -> None:
    key = np.zeros(len(columns["paragraph"]), np.int64)
    for name in ("document", "paragraph", "facet", "concept", "model"):
        values = columns[name]
        codes = (values if name == "document" else values.dictionary_encode()).indices.to_numpy()
        key = np.unique(key * (int(codes.max(initial=0)) + 1) + codes, return_inverse=True)[1]
    _, first = np.unique(key, return_index=True)
    if len(first) == len(key):
        return
    twice = int(np.setdiff1d(np.arange(len(key)), first)[0])
    raise WarehouseError(
        f"Document {_owner(entries, twice).name} has the label {columns['concept'][twice]} twice on one "
        "passage; it was not loaded."
    )


def _evidence(entries: Sequence[Labelled], suggestions: Sequence[Suggestion], lengths: Sequence[int]) -> pa.Array:
    counts = [len(one.evidence) for one in suggestions]
    spans = list(chain.from_iterable(one.evidence for one in suggestions))
    starts, ends = (np.fromiter(map(attrgetter(name), spans), np.int32, len(spans)) for name in ("start", "end"))
    beyond = np.flatnonzero(ends > np.repeat(np.array(lengths, np.int32), counts))
    if len(beyond):
        owner = _owner(entries, int(np.searchsorted(np.cumsum(counts), beyond[0], side="right")))
        raise WarehouseError(
            f"The evidence of a label of document {owner.name} ends after its passage; it was not loaded."
        )
    return pa.ListArray.from_arrays(
        pa.array(np.concatenate(([0], np.cumsum(counts, dtype=np.int64))).astype(np.int32)),
        pa.StructArray.from_arrays([pa.array(starts), pa.array(ends)], names=["start", "end"]),
    )


def _owner(entries: Sequence[Labelled], suggestion: int) -> Labelled:
    return entries[int(np.searchsorted(np.cumsum([len(one.suggestions) for one in entries]), suggestion, side="right"))]
