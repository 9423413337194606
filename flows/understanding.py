"""What was understood of a submission, for its receipt."""

from flows.receipts import Receipt
from warehouse.connection import Connection
from warehouse.decisions import Correction, corrections
from warehouse.digest import digest
from warehouse.families.relatives import Place, place
from warehouse.families.versions import Role
from warehouse.submissions import Outcome, Submission

_MOST = 5
"""Subjects on a receipt; the rest is in the warehouse."""


def receipt_of(connection: Connection, submission: Submission) -> Receipt:
    """Give the receipt of a settled submission as things stand now."""
    return Receipt(
        key=str(submission.id),
        name=submission.name,
        received=submission.received_at,
        outcome=str(submission.outcome),
        reason=submission.reason,
        understood=understanding(connection, submission),
        corrected=tuple(map(_told, corrections(connection, submission.sha256))),
    )


def understanding(connection: Connection, submission: Submission) -> tuple[tuple[str, str], ...]:
    """Give pairs of a word and what was read, without what was not found; nothing where no document was loaded."""
    if submission.outcome not in {Outcome.LOADED, Outcome.DUPLICATE}:
        return ()
    found = digest(connection, submission.sha256)
    if found is None:
        return ()
    family = place(connection, submission.sha256)
    pairs = (
        ("Symbol", found.symbol),
        ("Source", " / ".join(found.sources)),
        ("Title", found.title),
        ("Language", found.language),
        ("Counted with", ", ".join(one.name for one in family.relatives[:_MOST]) if family else ""),
        ("In force", _in_force(family) if family else ""),
        ("Frameworks", ", ".join(found.frameworks[:_MOST])),
        ("Risk themes", ", ".join(found.risks[:_MOST])),
    )
    return tuple((word, value) for word, value in pairs if value)


def _in_force(family: Place) -> str:
    if family.in_force or not family.relatives:
        return ""
    what = "the same text as" if family.role is Role.COPY else "replaced by"
    return f"no: {what} {family.relatives[0].name}"


def _told(one: Correction) -> str:
    return f"{one.field}: {one.value or 'none'}, not {one.read or 'none'} ({one.by}, {one.at:%d %B %Y}: {one.why})"
