"""The file's own outline, matched to the lines that it points at: who is a heading, and how deep."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class OutlineTitle:
    """An entry of an outline as it is looked for on its page: by its words, and by those without its number."""

    page: int
    level: int
    whole: str
    rest: str


def outline_titles(outline: Iterable[OutlineEntry]) -> tuple[OutlineTitle, ...]:
    """Return what to look for of the entries that name a page."""
    return tuple(_title(entry, entry.page) for entry in outline if entry.page is not None)


def _title(entry: OutlineEntry, page: int) -> OutlineTitle:
    whole, rest = _key(entry.title), _NUMBER.sub("", entry.title)
    return OutlineTitle(page, entry.level, whole, _UNNUMBERED + (whole if rest == entry.title else _key(rest)))


def match_outline(drafts: Iterable[Draft], titles: Sequence[OutlineTitle]) -> None:
    """Make headings of the paragraphs that an outline names on their page, or on the next, each with its level."""
    if not titles:
        return
    named: dict[str, list[tuple[int, Draft]]] = {}
    for place, draft in enumerate(drafts):
        short = draft.lines <= _MOST_LINES and len(draft.text.split()) <= _MOST_WORDS
        free = draft.table is None and draft.outline_level is None and not draft.of_contents
        if draft.kind in _KINDS and free and short:
            for key in _keys(draft):
                named.setdefault(key, []).append((place, draft))
    for title in titles:
        candidates = named.get(title.whole, []) + (named.get(title.rest, []) if title.rest[1:] != title.whole else [])
        for page in (title.page, title.page + 1, title.page - 1) if candidates else ():
            free_there = [each for each in candidates if each[1].page == page and each[1].outline_level is None]
            if free_there:
                found = min(free_there, key=itemgetter(0))[1]
                found.kind, found.outline_level = PassageKind.HEADING, title.level
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
