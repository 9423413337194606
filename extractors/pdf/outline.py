"""The file's own outline, matched to the lines that it points at: who is a heading, and how deep."""

import re
from collections.abc import Iterable, Sequence
from operator import itemgetter

from extractors.document import OutlineEntry, PassageKind
from extractors.pdf.numbering import MarkerKind
from extractors.pdf.paragraphs import Draft

_MOST_WORDS = 40
_MOST_LINES = 4
_NUMBER = re.compile(r"^[\d\W_]+")
_SIGNS = re.compile(r"[\W_]+")
_UNNUMBERED = "#"
"""Marks the key of a title without its number."""
_KINDS = (PassageKind.PARAGRAPH, PassageKind.HEADING)


def match_outline(drafts: Iterable[Draft], outline: Sequence[OutlineEntry]) -> None:
    """Make headings of the paragraphs that an outline names on their page, or on the next, each with its level."""
    if not outline:
        return
    named: dict[tuple[int, str], list[tuple[int, Draft]]] = {}
    for place, draft in enumerate(drafts):
        short = draft.lines <= _MOST_LINES and len(draft.text.split()) <= _MOST_WORDS
        free = draft.table is None and draft.outline_level is None and not draft.of_contents
        if draft.kind in _KINDS and free and short:
            for key in _keys(draft):
                named.setdefault((draft.page, key), []).append((place, draft))
    for entry in outline:
        if entry.page is None:
            continue
        wanted, rest = _key(entry.title), _UNNUMBERED + _key(_NUMBER.sub("", entry.title))
        for page in (entry.page, entry.page + 1, entry.page - 1):
            candidates = named.get((page, wanted), []) + (named.get((page, rest), []) if rest[1:] != wanted else [])
            found = min((each for each in candidates if each[1].outline_level is None), default=None, key=itemgetter(0))
            if found is not None:
                found[1].kind, found[1].outline_level = PassageKind.HEADING, entry.level
                break


def _keys(draft: Draft) -> set[str]:
    """Return what an outline may call a paragraph: with and without its number.

    Without it also for a title with a number: it may be printed another way, as in right-to-left documents.
    """
    text = _key(draft.text)
    if not text:
        return set()
    numbered = draft.marker is not None and draft.marker.kind is not MarkerKind.BULLET
    number = _key(draft.marker.number) if draft.marker is not None and numbered else ""
    rest = text if number else _key(_NUMBER.sub("", draft.text))
    return {text, number + text, _UNNUMBERED + rest} if rest else {text, number + text}


def _key(text: str) -> str:
    return _SIGNS.sub("", text.casefold())
