"""The labels that wait for a person, as a work list in the order of the work."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

import duckdb
import pyarrow as pa

from extractors.document import Span
from models.labels import Facet
from warehouse.anchoring import Anchor, anchor_of
from warehouse.label_decisions import Suggested
from warehouse.label_places import read_texts
from warehouse.sql import statement

NEAR = 0.1
"""How far a suggestion may be below its threshold and still be asked for: a person may know better."""
_BANDS = (0.0, 0.005, 0.02, 0.05, 0.1, 0.2, 0.4, 1.01)
"""Distances from the threshold, nearest first: passages of one band are about as uncertain."""
_LISTED = "listed_passages"


@dataclass(frozen=True, slots=True)
class WaitingLabels:
    """How many labels of one language and facet wait for review."""

    language: str
    facet: Facet
    labels: int
    passages: int
    families: int


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A suggestion with what a person needs to decide on it."""

    document: str
    called: str
    """How people call the document: by its number, else its file."""
    sources: tuple[str, ...]
    page: int | None
    number: str | None
    heading_path: tuple[str, ...]
    language: str
    facet: Facet
    concept: str
    name: str
    settled: tuple[str, ...]
    """Names of the labels that the passage has already without review, or as decided."""
    evidence: tuple[Span, ...]
    suggested: Suggested
    taxonomy: str
    anchor: Anchor
    """With the passage's text, id and paragraph; it rests on the evidence."""


@dataclass(frozen=True, slots=True)
class NamedConcept:
    """A concept by the name that it has in one version of the taxonomy."""

    facet: Facet
    id: str
    name: str
    taxonomy: str


def label_work_list(
    connection: duckdb.DuckDBPyConnection,
    *,
    limit: int,
    language: str | None = None,
    facet: Facet | None = None,
    documents: Sequence[str] | None = None,
) -> tuple[WorkRow, ...]:
    """Return what a person should decide next: passages by closeness to a threshold, each document in its turn.

    Of these documents (by sha256) or of all. The labels of a passage stand together; the order is told in
    statements/label_passages.sql.
    """
    asked = {"limit": limit, "facet": facet and facet.value, "near": NEAR}
    passages = _passages(
        connection, asked | {"language": language, "documents": None if documents is None else list(documents)}, limit
    )
    with _listed(connection, passages):
        rows = connection.execute(statement("label_work_list"), asked).fetchall()
    texts = read_texts(connection, {row[0] for row in rows})
    anchors: dict[tuple[str, str], Anchor] = {}
    made = []
    for document, called, sources, key, page, number, path, code, group, concept, name, settled, *told in rows:
        score, threshold, model, evidence, taxonomy = told
        spans = tuple((span["start"], span["end"]) for span in evidence)
        if (document, key) not in anchors:
            anchors[document, key] = anchor_of(texts[document], texts[document].by_id[key])
        made.append(
            WorkRow(
                document, called, tuple(sources), page, number, tuple(path), code, Facet(group), concept, name,
                tuple(settled), spans, Suggested(score, threshold, model), taxonomy, anchors[document, key],
            )
        )  # fmt: skip
    return tuple(made)


@dataclass(frozen=True, slots=True)
class PassageNow:
    """A passage as it is read and labelled now."""

    anchor: Anchor
    language: str
    suggested: Mapping[tuple[Facet, str], tuple[Suggested, tuple[Span, ...]]]
    """What is suggested by facet and concept, with the evidence."""


def _passages(connection: duckdb.DuckDBPyConnection, asked: Mapping[str, object], limit: int) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    # Band by band: of a large warehouse only what is nearest to a threshold is read.
    for low, high in pairwise(_BANDS):
        if len(found) < limit:
            with _listed(connection, found):
                band = {**asked, "low": low, "high": high}
                found += connection.execute(statement("label_passages"), band).fetchall()
    return found


@contextmanager
def _listed(connection: duckdb.DuckDBPyConnection, passages: Sequence[tuple[str, int]]) -> Iterator[None]:
    """Let statements name passages, in their order, as the table `listed_passages`."""
    columns = {
        "document": pa.array([document for document, _ in passages], pa.string()),
        "paragraph": pa.array([paragraph for _, paragraph in passages], pa.int32()),
        "place": pa.array(range(len(passages)), pa.int32()),
    }
    connection.register(_LISTED, pa.table(columns))
    try:
        yield
    finally:
        connection.unregister(_LISTED)


def passage_now(connection: duckdb.DuckDBPyConnection, document: str, paragraph: int) -> PassageNow | None:
    """Return a passage by its place in the document (sha256), or None where the document has none of that number."""
    text = read_texts(connection, [document])[document]
    place = {one.number: index for index, one in enumerate(text.paragraphs)}.get(paragraph)
    if place is None:
        return None
    values = {"document": document, "paragraph": paragraph}
    rows = connection.execute(statement("passage_labels_now"), values).fetchall()
    found = {
        (Facet(facet), concept): (
            Suggested(score, threshold, model),
            tuple((span["start"], span["end"]) for span in evidence),
        )
        for facet, concept, score, threshold, model, evidence, _ in rows
        if facet
    }
    return PassageNow(anchor_of(text, place), rows[0][-1], found)


def waiting_labels(connection: duckdb.DuckDBPyConnection) -> tuple[WaitingLabels, ...]:
    """Count by language and facet the labels in force that wait for review."""
    return tuple(
        WaitingLabels(language, Facet(facet), *counts)
        for language, facet, *counts in connection.execute(statement("labels_waiting")).fetchall()
    )


def named_concepts(connection: duckdb.DuckDBPyConnection) -> tuple[NamedConcept, ...]:
    """Return the concepts with the names that they have or had, those of the newest taxonomy first."""
    rows = connection.execute(statement("named_concepts")).fetchall()
    return tuple(NamedConcept(Facet(facet), *rest) for facet, *rest in rows)
