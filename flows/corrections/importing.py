"""From the rows that people filled in to changes: all of them, or a list of all that is wrong."""

from collections.abc import Mapping, Sequence

from extractors.header.names import Names
from flows.corrections.applying import Change
from flows.corrections.fields import field
from flows.corrections.sheet import SheetRow, state_of
from flows.corrections.texts import plain
from flows.corrections.values import read_value
from flows.errors import CorrectionError
from warehouse.connection import Connection
from warehouse.decisions import standing
from warehouse.review import ReviewRow, header_review

NONE, WITHDRAW = "(none)", "(withdraw)"
"""Corrections that are no values: the document has none, and what was decided is taken back."""


def changes_of_rows(
    connection: Connection, rows: Sequence[SheetRow], *, why: str, names: Names | None = None
) -> list[Change]:
    """Check every row against the warehouse and return the changes; rows that were imported before give none.

    `why` stands for empty cells of that column. Raises CorrectionError that tells all that is wrong, by row.
    """
    documents = sorted({row.document for row in rows})
    known = {(one.document, one.field): one for one in header_review(connection, documents)}
    decided = standing(connection)
    changes: dict[tuple[str, str], tuple[SheetRow, Change]] = {}
    wrong = []
    for row in rows:
        try:
            change = _change(row, known, plain(row.why) or plain(why), names)
            key = change.document, change.field
            if decided.get(key) == change.value:
                continue  # imported before
            _require_unchanged(row, known[key])
            _require_once(change, changes)
            changes[key] = row, change
        except CorrectionError as error:
            wrong.append(f"Row {row.number}: {error}")
    if wrong:
        raise CorrectionError("\n".join([*wrong, "Nothing was changed. Mend these rows and import the sheet again."]))
    return [change for _, change in changes.values()]


def _change(row: SheetRow, known: Mapping[tuple[str, str], ReviewRow], why: str, names: Names | None) -> Change:
    name = field(row.field).name
    found = known.get((row.document, name))
    if found is None:
        raise CorrectionError(
            f"there is no document {row.document or 'without a hash'} in this warehouse. Leave the column document as "
            "it was exported, and import the sheet into the workspace that it was exported from."
        )
    if not why:
        raise CorrectionError(f"{name}: the column why is empty. Say why in a few words, or give --why for all rows.")
    written = plain(row.correction)
    called = f"{found.symbol} ({found.name})" if found.symbol else found.name or row.document[:12]
    if written.casefold() == WITHDRAW:
        return Change(row.document, called, name, None, why)
    value = read_value(field(name), "" if written.casefold() == NONE else written, names)
    return Change(row.document, called, name, value.text, why, value.implied)


def _require_unchanged(row: SheetRow, found: ReviewRow) -> None:
    if row.as_exported == state_of(found):
        return
    who = (
        f"decided by {found.decided_by}: {found.why}"
        if found.decided_by
        else "nobody decided that, or it was taken back"
    )
    raise CorrectionError(
        f"{found.field} of {found.symbol or found.name} has changed since the sheet was exported. It is now "
        f"{found.value or 'none'} ({who}). Look at it in a new export, or delete this row."
    )


def _require_once(change: Change, others: Mapping[tuple[str, str], tuple[SheetRow, Change]]) -> None:
    other = others.get((change.document, change.field))
    if other is not None and other[1].value != change.value:
        raise CorrectionError(f"{change.field} is corrected otherwise in row {other[0].number}. Keep one of the two.")
