"""The file's own outline, matched to the lines that it points at: who is a heading, and how deep."""

import re
from collections.abc import Iterable, Sequence

from extractors.document import OutlineEntry, PassageKind
from extractors.pdf.numbering import MarkerKind
from extractors.pdf.paragraphs import Draft

_MOST_WORDS = 40
_MOST_LINES = 4
_NUMBER = re.compile(r"^[\d\W_]+")
_KINDS = (PassageKind.PARAGRAPH, PassageKind.HEADING)


def match_outline(drafts: Iterable[Draft], outline: Sequence[OutlineEntry]) -> None:
    """Make headings of the paragraphs that an outline names on their page, or on the next, each with its level."""
    if not outline:
        return
    pages: dict[int, list[Draft]] = {}
    for draft in drafts:
        short = draft.lines <= _MOST_LINES and len(draft.text.split()) <= _MOST_WORDS
        free = draft.table is None and draft.outline_level is None and not draft.of_contents
        if draft.kind in _KINDS and free and short:
            pages.setdefault(draft.page, []).append(draft)
    for entry in outline:
        if entry.page is None:
            continue
        for page in (entry.page, entry.page + 1, entry.page - 1):
            found = next((draft for draft in pages.get(page, ()) if _names(entry.title, draft)), None)
            if found is not None:
                found.kind, found.outline_level = PassageKind.HEADING, entry.level
                pages[page].remove(found)
                break


def _names(title: str, draft: Draft) -> bool:
    wanted, text = _key(title), _key(draft.text)
    if not wanted or not text:
        return False
    number = (
        _key(draft.marker.number) if draft.marker is not None and draft.marker.kind is not MarkerKind.BULLET else ""
    )
    if wanted in (text, number + text):
        return True
    # A number that is printed another way than the outline has it, as in right-to-left documents.
    rest = _key(_NUMBER.sub("", title))
    return bool(rest) and rest != wanted and rest == (text if number else _key(_NUMBER.sub("", draft.text)))


def _key(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
