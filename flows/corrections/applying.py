"""Corrections into the warehouse, and from there into the snapshot and the receipts, while the workspace is held."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from flows.errors import WorkspaceError
from flows.receipts import write_receipt
from flows.understanding import receipt_of
from flows.workspace import Workspace, hold
from warehouse.connection import Connection, open_warehouse, transaction
from warehouse.decisions import HeaderDecision, decide, header_values, withdraw
from warehouse.families.linking import link_changed, link_families
from warehouse.families.review import relatives_of
from warehouse.publish import publish
from warehouse.search.upkeep import update_index
from warehouse.submissions import submissions


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be done to one field of a document."""

    document: str
    name: str
    """How people call the document."""
    field: str
    value: str | None
    """As the warehouse keeps it; None takes back what was decided."""
    why: str
    implied: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a change: the values that counted before and count now, as text."""

    change: Change
    before: str | None
    now: str | None
    done: bool
    """False where it was so already."""


def apply_changes(
    workspace: Workspace, plan: Callable[[Connection], Sequence[Change]], *, by: str
) -> tuple[Applied, ...]:
    """Ask for the changes, make all of them or none, write the receipts again and publish the snapshot.

    Raises WorkspaceError where another process holds the workspace or there is no warehouse yet, and what `plan`
    raises; nothing is changed then.
    """
    with held_warehouse(workspace) as connection:
        changes = plan(connection)
        documents = dict.fromkeys(change.document for change in changes)
        before = {document: header_values(connection, document) for document in documents}
        relatives = relatives_of(connection, documents)
        with transaction(connection):
            done = [_apply(connection, change, by) for change in changes]
            link_families(connection, [change.document for change, made in zip(changes, done, strict=True) if made])
        now = {document: header_values(connection, document) for document in documents}
        # Also where all was so already: an earlier call may have been killed before it came to this.
        tell(connection, workspace, relatives | relatives_of(connection, documents))
        return tuple(
            Applied(change, before[change.document][change.field], now[change.document][change.field], made)
            for change, made in zip(changes, done, strict=True)
        )


@contextmanager
def held_warehouse(workspace: Workspace) -> Iterator[Connection]:
    """Hold the workspace and open its warehouse; raise WorkspaceError where it is in use or there is none yet."""
    if not workspace.warehouse.exists():
        raise WorkspaceError(
            f"There is no warehouse in {workspace.root} yet, so nothing to correct. `rapporteur run` makes it."
        )
    with hold(workspace), open_warehouse(workspace.warehouse) as connection:
        link_changed(connection)  # a warehouse of before families has none of its documents linked
        update_index(connection)
        yield connection


def tell(connection: Connection, workspace: Workspace, documents: Collection[str]) -> None:
    """Write the receipts of these documents again, and publish the snapshot."""
    for submission in submissions(connection):
        if submission.sha256 in documents and submission.outcome is not None:
            write_receipt(receipt_of(connection, submission), workspace.receipts)
    publish(connection, workspace.snapshot)


def _apply(connection: Connection, change: Change, by: str) -> bool:
    if change.value is None:
        return withdraw(connection, change.document, change.field, by=by, why=change.why)
    return decide(
        connection, HeaderDecision(change.document, change.field, change.value, by, change.why, change.implied)
    )
