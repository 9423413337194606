"""Decisions on labels into the warehouse, and from there into the snapshot and the receipts."""

from collections.abc import Callable, Collection, Sequence

from flows.corrections.applying import held_warehouse, tell
from flows.corrections.texts import plain
from flows.errors import CorrectionError
from flows.workspace import Workspace
from warehouse.connection import Connection
from warehouse.families.review import relatives_of
from warehouse.label_decisions import (
    Decided,
    LabelDecision,
    RecordedLabelDecision,
    decide_labels,
    recorded_label_decisions,
    withdraw_label_decision,
)


def apply_decisions(
    workspace: Workspace, plan: Callable[[Connection], Sequence[LabelDecision]]
) -> tuple[tuple[LabelDecision, Decided], ...]:
    """Ask for the decisions, record all of them or none, write the receipts again and publish the snapshot.

    Raises WorkspaceError where another process holds the workspace or there is no warehouse yet, and what `plan`
    raises; nothing is changed then.
    """
    with held_warehouse(workspace) as connection:
        decisions = plan(connection)
        decided = decide_labels(connection, decisions)
        _tell(connection, workspace, {one.document for one in decisions})
        return tuple(zip(decisions, decided, strict=True))


def withdraw(workspace: Workspace, number: int, *, by: str, why: str) -> RecordedLabelDecision:
    """Take a decision back by its number and return it; raises CorrectionError where none of that number stands."""
    reason = plain(why)
    if not reason:
        raise CorrectionError('Say why in a few words, for those who come after you: --why "Read too fast".')
    with held_warehouse(workspace) as connection:
        standing = {one.number: one for one in recorded_label_decisions(connection)}
        if number not in standing:
            raise CorrectionError(
                f"No decision number {number} on labels stands. Those that stand: rapporteur review labels --decisions."
            )
        document = withdraw_label_decision(connection, number, by=by, why=reason)
        _tell(connection, workspace, {document})
        return standing[number]


def _tell(connection: Connection, workspace: Workspace, documents: Collection[str]) -> None:
    tell(connection, workspace, relatives_of(connection, documents))
