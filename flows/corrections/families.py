"""What people decide on families: that two documents are one, or are not, or that an earlier decision was wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flows.corrections.applying import held_warehouse, tell
from flows.corrections.targets import Target, find_target
from flows.corrections.texts import plain
from flows.errors import CorrectionError
from flows.workspace import Workspace
from warehouse.connection import Connection
from warehouse.families.decisions import (
    Action,
    FamilyDecision,
    decide_family,
    family_decisions,
    withdraw_family_decision,
)
from warehouse.families.relatives import place
from warehouse.families.review import relatives_of


@dataclass(frozen=True, slots=True)
class Ruling:
    """What became of a decision on families."""

    decision: int
    """Its number, by which it can be taken back."""
    documents: tuple[Target, ...]
    outcome: str
    """decided, withdrawn, or standing: the same decision stood already."""
    counted_with: tuple[str, ...]
    """The other documents of the first one's family now."""


def merge(workspace: Workspace, word: str, other: str, *, by: str, why: str) -> Ruling:
    """Decide that two documents are one; raises CorrectionError for words that name none, or the same one twice."""
    return _decide(workspace, Action.MERGE, (word, other), by, why)


def split(workspace: Workspace, word: str, other: str | None, *, by: str, why: str) -> Ruling:
    """Decide that a document is not one with another, or with none that it was linked to; raises as `merge` does."""
    return _decide(workspace, Action.SPLIT, (word,) if other is None else (word, other), by, why)


def withdraw(workspace: Workspace, number: int, *, by: str, why: str) -> Ruling:
    """Take a decision back by its number; raises CorrectionError where none of that number stands."""
    reason = _reason(why)
    with held_warehouse(workspace) as connection:
        standing = {one.id: one.decision for one in family_decisions(connection)}
        if number not in standing:
            known = ", ".join(map(str, standing)) or "none"
            raise CorrectionError(f"No decision number {number} on families stands. Those that stand: {known}.")
        decision = standing[number]
        targets = _targets(connection, [each for each in (decision.document, decision.other) if each])
        with _told(connection, workspace, targets):
            withdraw_family_decision(connection, number, by=by, why=reason)
        return Ruling(number, targets, "withdrawn", _counted_with(connection, targets))


def _decide(workspace: Workspace, action: Action, words: tuple[str, ...], by: str, why: str) -> Ruling:
    reason = _reason(why)
    with held_warehouse(workspace) as connection:
        targets = _targets(connection, words)
        ends = [target.document for target in targets]
        if len(set(ends)) < len(ends):
            raise CorrectionError(f"{words[0]} and {words[1]} are the same document; name two.")
        decision = FamilyDecision(action, ends[0], ends[1] if len(ends) == 2 else None, by, reason)
        same = _standing(connection, decision)
        with _told(connection, workspace, targets):
            number = decide_family(connection, decision) if same is None else same
        return Ruling(number, targets, "decided" if same is None else "standing", _counted_with(connection, targets))


def _reason(why: str) -> str:
    reason = plain(why)
    if not reason:
        raise CorrectionError('Say why in a few words, for those who come after you: --why "The same text".')
    return reason


def _targets(connection: Connection, words: tuple[str, ...] | list[str]) -> tuple[Target, ...]:
    return tuple(find_target(connection, word) for word in words)


def _standing(connection: Connection, wanted: FamilyDecision) -> int | None:
    # Of contrary decisions the later counts: the same one again is a new one where another came after it.
    about = [
        one
        for one in family_decisions(connection)
        if {one.decision.document, one.decision.other} == {wanted.document, wanted.other}
    ]
    return about[-1].id if about and about[-1].decision.action is wanted.action else None


@contextmanager
def _told(connection: Connection, workspace: Workspace, targets: tuple[Target, ...]) -> Iterator[None]:
    documents = [target.document for target in targets]
    before = relatives_of(connection, documents)
    yield
    tell(connection, workspace, before | relatives_of(connection, documents))


def _counted_with(connection: Connection, targets: tuple[Target, ...]) -> tuple[str, ...]:
    found = place(connection, targets[0].document)
    return tuple(one.name for one in found.relatives) if found else ()
