"""Tracked changes as Word writes them, one inside another or alone."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from extractors.document import RevisionKind
from extractors.word.names import DEL, INS, MOVE_FROM, MOVE_TO, w
from extractors.word.wording import Change

VOID: Final = Change(RevisionKind.DELETION, None, "void")
"""Text that one person put in and another took out again: neither in force nor there before."""
KINDS: Final[Mapping[str, RevisionKind]] = {
    INS: RevisionKind.INSERTION,
    DEL: RevisionKind.DELETION,
    MOVE_FROM: RevisionKind.MOVE_FROM,
    MOVE_TO: RevisionKind.MOVE_TO,
}


def change_of(element: etree._Element, outer: Change | None) -> Change:
    """Read a tracked change that stands inside another one, or in none."""
    own = Change(KINDS[element.tag], element.get(w("author")), element.get(w("date")))
    if outer is None:
        return own
    if outer.gone:
        return outer if own.gone else VOID
    return VOID if own.gone else own
