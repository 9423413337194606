"""What people decide on labels: kept apart from what was suggested, in force before it, and never deleted."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

import duckdb

from models.labels import Facet
from warehouse.anchoring import Anchor, Place, Placement, place
from warehouse.connection import transaction
from warehouse.errors import WarehouseError
from warehouse.label_places import StandingDecision, Verdict, place_decisions, read_texts, standing_decisions
from warehouse.sql import statement


@dataclass(frozen=True, slots=True)
class Suggested:
    """What a model said of a label when a person decided on it."""

    score: float
    threshold: float
    model: str


@dataclass(frozen=True, slots=True)
class LabelDecision:
    """A person's decision on one label of one passage."""

    document: str
    facet: Facet
    concept: str
    concept_name: str
    """As the person saw it."""
    taxonomy: str
    verdict: Verdict
    anchor: Anchor
    language: str
    """Of the passage."""
    suggested: Suggested | None
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a decision."""

    number: int
    """Its own, or that of the decision that says the same and stood already."""
    recorded: bool
    """False where the same one stood already."""
    replaced: tuple[int, ...] = ()
    """Earlier decisions on the same label of the same passage."""
    unplaced: str = ""
    """Why it counts for no passage now; empty where it does."""


@dataclass(frozen=True, slots=True)
class RecordedLabelDecision:
    """A decision that stands, as it is told to people."""

    number: int
    document: str
    symbol: str | None
    facet: Facet
    concept: str
    name: str
    verdict: Verdict
    text: str
    by: str
    at: datetime
    why: str
    paragraphs: tuple[int, ...]
    unplaced: str | None
    """Why it counts for no passage now."""


def decide_labels(connection: duckdb.DuckDBPyConnection, decisions: Sequence[LabelDecision]) -> tuple[Decided, ...]:
    """Record decisions, all or none, put them where they hold, and return what became of each.

    Of contrary decisions the later counts, and the earlier is taken back. Raises WarehouseError for a document that
    the warehouse does not hold, and where nobody or no reason is named.
    """
    documents = {one.document for one in decisions}
    _check(connection, decisions, documents)
    with transaction(connection):
        standing = _Standing(connection, documents)
        made = [_decide(connection, one, standing) for one in decisions]
        place_decisions(connection, documents)
    return tuple(made)


def standing_on(
    connection: duckdb.DuckDBPyConnection, decisions: Sequence[LabelDecision]
) -> tuple[tuple[StandingDecision, ...], ...]:
    """Return for each decision those that stand on the same label of the same passage already."""
    standing = _Standing(connection, {one.document for one in decisions})
    return tuple(tuple(standing.on(one, standing.place(one).places)) for one in decisions)


def withdraw_label_decision(connection: duckdb.DuckDBPyConnection, number: int, *, by: str, why: str) -> str:
    """Take a decision back, so that what is suggested counts again, and return the document (sha256).

    Raises WarehouseError where there is no such decision, or it does not stand any more.
    """
    with transaction(connection):
        rows = connection.execute(statement("standing_label_decision"), {"id": number}).fetchall()
        if not rows:
            raise WarehouseError(f"No decision number {number} on labels stands; nothing was changed.")
        _withdraw(connection, number, by, why)
        place_decisions(connection, [rows[0][0]])
    return str(rows[0][0])


def recorded_label_decisions(connection: duckdb.DuckDBPyConnection) -> tuple[RecordedLabelDecision, ...]:
    """Return the decisions that stand, first to last."""
    rows = connection.execute(statement("recorded_label_decisions")).fetchall()
    return tuple(
        RecordedLabelDecision(
            number, document, symbol, Facet(facet), concept, name, Verdict(verdict), text, by, at, why,
            tuple(paragraphs), unplaced,
        )
        for number, document, symbol, facet, concept, name, verdict, text, by, at, why, paragraphs, unplaced in rows
    )  # fmt: skip


def taken_back(connection: duckdb.DuckDBPyConnection, documents: Iterable[str]) -> Mapping[tuple[str, ...], datetime]:
    """Return when decisions on labels of these documents were last taken back.

    The keys are document, id and text of the passage, facet and concept.
    """
    rows = connection.execute(statement("withdrawn_label_decisions"), {"documents": sorted(set(documents))}).fetchall()
    return {tuple(key): at for *key, at in rows}


def _check(connection: duckdb.DuckDBPyConnection, decisions: Sequence[LabelDecision], documents: Iterable[str]) -> None:
    keys = sorted(documents)
    known = {row[0] for row in connection.execute(statement("known_documents"), {"keys": keys}).fetchall()}
    for document in keys:
        if document not in known:
            raise WarehouseError(f"The warehouse has no document {document}, so nothing of it can be decided.")
    if not all(one.by.strip() and one.why.strip() for one in decisions):
        raise WarehouseError("A decision needs who decides and why; none was recorded.")


class _Standing:
    """The decisions that stand on some documents, and where each of them is."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> None:
        self._texts = read_texts(connection, documents)
        self._decisions: dict[tuple[str, str, str], dict[int, StandingDecision]] = defaultdict(dict)
        self._paragraphs: dict[int, frozenset[int]] = {}
        for one in standing_decisions(connection, documents):
            if one.document in self._texts:
                self.add(one, self.place(one).places)

    def place(self, one: LabelDecision | StandingDecision) -> Placement:
        return place(one.anchor, self._texts[one.document], parts=not one.verdict.holds)

    def on(self, decision: LabelDecision, places: Iterable[Place]) -> list[StandingDecision]:
        here = {one.paragraph for one in places}
        return [
            one
            for number, one in self._decisions[_label(decision)].items()
            if here & self._paragraphs[number] or _same_words(one.anchor, decision.anchor)
        ]

    def add(self, one: StandingDecision, places: Iterable[Place]) -> None:
        self._decisions[_label(one)][one.number] = one
        self._paragraphs[one.number] = frozenset(each.paragraph for each in places)

    def remove(self, one: StandingDecision) -> None:
        del self._decisions[_label(one)][one.number]


def _label(one: LabelDecision | StandingDecision) -> tuple[str, str, str]:
    return one.document, one.facet, one.concept


def _decide(connection: duckdb.DuckDBPyConnection, decision: LabelDecision, standing: _Standing) -> Decided:
    placement = standing.place(decision)
    earlier = standing.on(decision, placement.places)
    for one in earlier:
        if one.verdict.holds is decision.verdict.holds:
            return Decided(one.number, recorded=False, unplaced=placement.reason)
    number = _record(connection, decision)
    for one in earlier:
        _withdraw(connection, one.number, decision.by, f"Replaced by decision {number}.")
        standing.remove(one)
    made = StandingDecision(
        number, decision.document, decision.facet, decision.concept, decision.verdict, decision.anchor
    )
    standing.add(made, placement.places)
    return Decided(number, recorded=True, replaced=tuple(one.number for one in earlier), unplaced=placement.reason)


def _same_words(one: Anchor, other: Anchor) -> bool:
    return (one.passage, one.text, one.prefix, one.suffix) == (other.passage, other.text, other.prefix, other.suffix)


def _record(connection: duckdb.DuckDBPyConnection, decision: LabelDecision) -> int:
    anchor, suggested = asdict(decision.anchor), decision.suggested
    values = anchor | {
        "quotes": [{"start": start, "end": end} for start, end in decision.anchor.quotes],
        "document": decision.document,
        "facet": decision.facet.value,
        "concept": decision.concept,
        "concept_name": decision.concept_name,
        "taxonomy": decision.taxonomy,
        "verdict": decision.verdict.value,
        "score": suggested and suggested.score,
        "threshold": suggested and suggested.threshold,
        "model": suggested and suggested.model,
        "language": decision.language,
        "by": decision.by,
        "why": decision.why,
    }
    (row,) = connection.execute(statement("record_label_decision"), values).fetchall()
    return int(row[0])


def _withdraw(connection: duckdb.DuckDBPyConnection, number: int, by: str, why: str) -> None:
    connection.execute(statement("withdraw_label_decision"), {"id": number, "by": by, "why": why})
