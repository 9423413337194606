"""Where decisions on labels hold as the documents are read now: made again whenever these are loaded or linked."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import duckdb
import pyarrow as pa

from models.labels import Facet
from warehouse.anchoring import Anchor, Place, place
from warehouse.connection import transaction
from warehouse.families.asking import ask, asked, put
from warehouse.running_text import Paragraph, RunningText
from warehouse.sql import statement

Label = tuple[str, int, str, str]
"""Document, paragraph, facet and concept."""

_INCOMING = "incoming_rows"
_SPANS = pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32())]))
_SCHEMA = pa.schema(
    {
        "decision": pa.int64(), "document": pa.string(), "paragraph": pa.int32(), "facet": pa.string(),
        "concept": pa.string(), "verdict": pa.string(), "in_force": pa.bool_(), "placement": pa.string(),
        "likeness": pa.float64(), "reason": pa.string(), "language": pa.string(), "evidence": _SPANS,
        "score": pa.float64(), "threshold": pa.float64(), "model": pa.string(),
    }
)  # fmt: skip


class Verdict(StrEnum):
    """What a person says of a label."""

    ACCEPT = "accept"
    REJECT = "reject"
    ADD = "add"

    @property
    def holds(self) -> bool:
        """Tell whether the passage has the label."""
        return self is not Verdict.REJECT


@dataclass(frozen=True, slots=True)
class StandingDecision:
    """A decision that was not taken back."""

    number: int
    document: str
    facet: Facet
    concept: str
    verdict: Verdict
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class _Placed:
    decision: StandingDecision
    document: str
    place: Place | None
    reason: str = ""

    @property
    def label(self) -> Label:
        paragraph = self.place.paragraph if self.place else 0
        return self.document, paragraph, self.decision.facet.value, self.decision.concept

    @property
    def rank(self) -> tuple[bool, int]:
        """What was decided on the document itself counts before what another version lends it; then the latest."""
        return self.decision.document == self.document, self.decision.number


def place_decisions(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> None:
    """Find again where the decisions hold that were made on these documents or on others of their families.

    A decision holds for its own document, and for every other version in the same language that has the same words.
    """
    if not connection.execute(statement("has_label_decisions")).fetchall():
        return
    with transaction(connection):
        decisions = standing_decisions(connection, documents)
        placed = list(_placed(connection, decisions)) if decisions else []
        with asked(connection, documents):
            connection.execute(statement("delete_label_placements"))
        put(connection, statement("insert_rows").replace("$table", "label_placements"), _columns(connection, placed))


def standing_decisions(
    connection: duckdb.DuckDBPyConnection, documents: Collection[str]
) -> tuple[StandingDecision, ...]:
    """Return the decisions that stand on these documents and on all others of their families, first to last."""
    rows = ask(connection, documents, statement("standing_label_decisions"))
    return tuple(
        StandingDecision(
            number, document, Facet(facet), concept, Verdict(verdict),
            Anchor(passage, paragraph, text, prefix, suffix, _spans(quotes), copies, alike),
        )
        for number, document, facet, concept, verdict, passage, paragraph, text, prefix, suffix, quotes, copies, alike
        in rows
    )  # fmt: skip


def read_texts(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> Mapping[str, RunningText]:
    """Return the documents' passages as they are read now; a document without any has an empty text."""
    passages: dict[str, list[Paragraph]] = defaultdict(list)
    for document, number, key, text in ask(connection, documents, statement("anchor_passages")):
        passages[document].append(Paragraph(number, key, text))
    return {document: RunningText(tuple(passages[document])) for document in documents}


def _placed(connection: duckdb.DuckDBPyConnection, decisions: Iterable[StandingDecision]) -> Iterator[_Placed]:
    made: dict[str, list[StandingDecision]] = defaultdict(list)
    for one in decisions:
        made[one.document].append(one)
    versions = ask(connection, made, statement("versions_in_language"))
    texts = read_texts(connection, {*made, *(version for _, version in versions)})
    pairs = {*((document, document) for document in made), *versions}
    for document, version in sorted(pairs):
        for one in made[document]:
            own = document == version
            found = place(one.anchor, texts[version], parts=not one.verdict.holds, mended=own)
            yield from (_Placed(one, version, each) for each in found.places)
            if own and not found.places:
                yield _Placed(one, version, None, found.reason)


def _columns(connection: duckdb.DuckDBPyConnection, placed: Collection[_Placed]) -> dict[str, pa.Array]:
    latest: dict[Label, _Placed] = {}
    for one in placed:
        if one.place and (one.label not in latest or one.rank > latest[one.label].rank):
            latest[one.label] = one
    now = _now(connection, sorted(latest))
    rows = [_row(one, now, in_force=latest.get(one.label) is one) for one in placed]
    return {each.name: pa.array([row[each.name] for row in rows], each.type) for each in _SCHEMA}


def _now(connection: duckdb.DuckDBPyConnection, labels: Collection[Label]) -> dict[Label, tuple[Any, ...]]:
    """Return language, score, threshold, model and evidence of labels as they are suggested now."""
    if not labels:
        return {}
    types = (pa.string(), pa.int32(), pa.string(), pa.string())
    columns = [pa.array(column, kind) for column, kind in zip(zip(*labels, strict=True), types, strict=True)]
    connection.register(_INCOMING, pa.table(columns, names=["document", "paragraph", "facet", "concept"]))
    try:
        rows = connection.execute(statement("labels_now")).fetchall()
    finally:
        connection.unregister(_INCOMING)
    return {(document, paragraph, facet, concept): tuple(rest) for document, paragraph, facet, concept, *rest in rows}


def _row(one: _Placed, now: Mapping[Label, tuple[Any, ...]], *, in_force: bool) -> dict[str, Any]:
    decision, where = one.decision, one.place
    language, score, threshold, model, evidence = now.get(one.label, (None,) * 5)
    spans = where.evidence if where and decision.verdict.holds else ()
    if not decision.anchor.quotes and spans and evidence:
        spans = _spans(evidence)
    return {
        "decision": decision.number,
        "document": one.document,
        "paragraph": where and where.paragraph,
        "facet": decision.facet.value,
        "concept": decision.concept,
        "verdict": decision.verdict.value,
        "in_force": in_force,
        "placement": where and where.kind.value,
        "likeness": where and where.likeness,
        "reason": None if where else one.reason,
        "language": language,
        "evidence": [{"start": start, "end": end} for start, end in spans],
        "score": score,
        "threshold": threshold,
        "model": model,
    }


def _spans(stored: Iterable[Mapping[str, int]]) -> tuple[tuple[int, int], ...]:
    return tuple((one["start"], one["end"]) for one in stored)
