"""From the filled-in work list to decisions on labels: all of them, or a list of all that is wrong, by cell."""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flows.corrections.label_names import ConceptNames
from flows.corrections.label_reading import FilledRow
from flows.corrections.label_sheet import wording
from flows.corrections.label_state import ExportedLabel, from_mark
from flows.corrections.texts import plain
from flows.errors import CorrectionError
from warehouse.connection import Connection
from warehouse.label_decisions import LabelDecision, recorded_label_decisions, standing_on, taken_back
from warehouse.label_places import Verdict
from warehouse.label_review import named_concepts
from warehouse.named import named_submissions

_LEAVE = "leave"
_SEPARATOR = ";"


@dataclass(frozen=True, slots=True)
class _Said:
    """What a person said in one cell."""

    address: str
    exported: ExportedLabel
    decision: LabelDecision

    @property
    def label(self) -> tuple[str, str, str, str]:
        one = self.decision
        return one.document, one.anchor.passage, one.facet.value, one.concept


def decisions_of_rows(
    connection: Connection, rows: Sequence[FilledRow], *, by: str, why: str
) -> tuple[LabelDecision, ...]:
    """Check every row against the warehouse and return the decisions.

    `by` and `why` stand for empty cells. Raises CorrectionError that tells all that is wrong, by cell.
    """
    names = ConceptNames(named_concepts(connection))
    known = {one.document for one in named_submissions(connection) if one.loaded}
    wrong: list[str] = []
    said = [each for row in rows for each in _row(row, names, known, (plain(by), plain(why)), wrong)]
    wrong += _contradictions(said)
    if not wrong:
        wrong += _changed_since(connection, said)
    if wrong:
        raise CorrectionError("\n".join([*wrong, "Nothing was changed. Mend these cells and import the sheet again."]))
    return tuple(one.decision for one in said)


def _row(
    row: FilledRow, names: ConceptNames, known: set[str], default: tuple[str, str], wrong: list[str]
) -> list[_Said]:
    try:
        exported = _exported(row, known)
    except CorrectionError as error:
        wrong.append(f"{row.address('as_exported')}: {error}")
        return []
    by, why = (plain(row[column]) or other for column, other in zip(("who", "why"), default, strict=True))
    said: list[_Said] = []
    for column, read in (("decision", _verdict), ("add", _added), ("words", _words)):
        try:
            found = read(row, names, exported)
        except CorrectionError as error:
            wrong.append(f"{row.address(column)}: {error}")
            continue
        said += [_Said(row.address(column), exported, replace(one, by=by, why=why)) for one in found]
    if said and not why:
        wrong.append(f"{row.address('why')}: it is empty. Say why in a few words, or give --why for all rows without.")
    return said


def _exported(row: FilledRow, known: set[str]) -> ExportedLabel:
    exported = from_mark(row["as_exported"])
    if exported.document not in known:
        raise CorrectionError(
            f"there is no document {exported.called} ({exported.document[:12]}) in this warehouse. Import the sheet "
            "into the workspace that it was exported from."
        )
    return exported


def _verdict(row: FilledRow, _: ConceptNames, exported: ExportedLabel) -> list[LabelDecision]:
    word = plain(row["decision"]).casefold()
    allowed = wording()["decisions"]
    if word in {"", _LEAVE}:
        return []
    if word not in allowed:
        near = difflib.get_close_matches(word, allowed, n=1)
        guess = f" Did you mean {near[0]}?" if near else ""
        raise CorrectionError(
            f'"{plain(row["decision"])}" is no decision.{guess} Write {", ".join(allowed)}, or nothing.'
        )
    verdict = Verdict(word)
    quotes = exported.evidence if verdict is Verdict.ACCEPT else ()
    return [
        LabelDecision(
            exported.document, exported.facet, exported.concept, exported.name, exported.taxonomy, verdict,
            replace(exported.anchor, quotes=quotes), exported.language, exported.suggested, "", "",
        )
    ]  # fmt: skip


def _added(row: FilledRow, names: ConceptNames, exported: ExportedLabel) -> list[LabelDecision]:
    written = [each for each in map(plain, row["add"].split(_SEPARATOR)) if each]
    found = [names.find(each, exported.facet) for each in written]
    start = exported.anchor.text.find(row["words"].strip())
    length = len(row["words"].strip())
    quotes = ((start, start + length),) if start >= 0 and length else ()
    return [
        LabelDecision(
            exported.document, one.facet, one.id, one.name, one.taxonomy, Verdict.ADD,
            replace(exported.anchor, quotes=quotes), exported.language, None, "", "",
        )
        for one in found
    ]  # fmt: skip


def _words(row: FilledRow, _: ConceptNames, exported: ExportedLabel) -> list[LabelDecision]:
    words = row["words"].strip()
    if words and not row["add"].strip():
        raise CorrectionError("these are the words that an added label rests on, and the column add is empty.")
    if words not in exported.anchor.text:
        raise CorrectionError(f'"{words}" does not stand in the text of this row. Copy the words from there.')
    return []


def _contradictions(said: Sequence[_Said]) -> Iterator[str]:
    first: dict[tuple[str, str, str, str], _Said] = {}
    for one in said:
        other = first.setdefault(one.label, one)
        if other.decision.verdict.holds is not one.decision.verdict.holds:
            yield (
                f"{one.address}: {one.decision.concept_name} is to be {_told(one.decision.verdict)} here, and "
                f"{_told(other.decision.verdict)} in {other.address}. Keep one of the two."
            )


def _changed_since(connection: Connection, said: Sequence[_Said]) -> Iterator[str]:
    recorded = {one.number: one for one in recorded_label_decisions(connection)}
    withdrawn = taken_back(connection, {one.decision.document for one in said})
    standing = standing_on(connection, [one.decision for one in said])
    for one, others in zip(said, standing, strict=True):
        name = one.decision.concept_name
        if any(each.verdict.holds is one.decision.verdict.holds for each in others):
            continue  # imported before
        for each in (recorded[other.number] for other in others):
            if each.at > one.exported.at:
                yield (
                    f"{one.address}: {name} was {_told(each.verdict)} on this passage after the sheet was exported, by "
                    f"{each.by}: {each.why} (decision {each.number}). Take that back first with --withdraw, or empty "
                    "this cell."
                )
        at = withdrawn.get((*one.label[:2], one.decision.anchor.text, *one.label[2:]))
        if not others and at is not None and at > one.exported.at:
            yield (
                f"{one.address}: what was decided on {name} was taken back after the sheet was exported. Look at it in "
                "a new export, or empty this cell."
            )


def _told(verdict: Verdict) -> str:
    return {Verdict.ACCEPT: "accepted", Verdict.REJECT: "rejected", Verdict.ADD: "added"}[verdict]
