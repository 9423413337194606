"""Paragraphs from lines: joined over lines, columns and pages, with hyphenation undone."""

import re
from dataclasses import dataclass, field

from extractors.document import PassageKind
from extractors.pdf.lines import Line
from extractors.pdf.numbering import Marker
from extractors.pdf.scripts import IS_CJK
from extractors.pdf.structure import structure

PARTED = "\x1f"
"""Stands in a parted word until it is known whether the word has a hyphen."""
BROKEN = "\x1e"
"""Stands between two Korean syllables where a line ended, until it is known whether a word did."""
_TIGHT = "/\u2011\u2013\u2014@_"
"""Signs after which a line may break inside a word or address."""
HYPHENS = "-\u2010\u00ad\u0002\ufffe"
"""Signs that part a word at the end of a line."""
ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
"""An internet address at the end of a line."""
_ADDRESS_LENGTH = 200
_ROOM = 1.5
_FLUSH = 0.5
"""Points that the ends of justified lines differ by at most."""
_CAPITALISED = re.compile(r"[^\W\d_a-z][^\W\d_]*\s")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+$")
_GOES_ON_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]")


@dataclass(slots=True)
class Draft:
    """A paragraph in the making; kind and level are settled once the whole document is known."""

    text: str
    page: int
    size: float
    bold: bool
    italic: bool
    lines: int = 1
    marker: Marker | None = None
    kind: PassageKind = PassageKind.PARAGRAPH
    number: str | None = None
    level: int | None = None
    centred: bool = False
    table: int | None = None
    row: int | None = None
    confidence: float | None = None
    caps: bool = False
    last: Line | None = field(default=None, repr=False)
    aside: bool = False
    """Whether its first line begins in the far half of its column, as dates and symbols of a letterhead do."""
    flush: int = 0
    """How many of its last lines end exactly where the line before them does."""
    gap_before: float = 0.0
    of_contents: bool = False
    """Whether it is an entry of a table of contents, with dots before its page."""
    anchor: "Draft | None" = field(default=None, repr=False)
    """For a note: the paragraph with its mark."""
    outline_level: int | None = None
    """The level that the file's own outline gives it."""


def start(line: Line, marker: Marker | None = None) -> Draft:
    """Begin a paragraph with a line."""
    whole = marker.rest if marker else line.text
    text = structure().without_leader(whole)
    return Draft(
        text,
        line.page,
        line.size,
        line.bold,
        line.italic,
        1,
        marker,
        confidence=line.confidence,
        centred=is_centred(line),
        last=line,
        aside=indent(line) > 0.45 * (line.zone_box[1] - line.zone_box[0]) and not is_centred(line),
        of_contents=text != whole,
    )


def extend(draft: Draft, line: Line) -> None:
    """Add a line to a paragraph."""
    text = structure().without_leader(line.text)
    draft.of_contents = draft.of_contents or text != line.text
    joined, end = join(draft.text, text), len(draft.text)
    if joined[end : end + 1] == BROKEN and _has_room(draft.last):
        joined = f"{joined[:end]} {joined[end + 1 :]}"
    draft.text = joined
    if draft.confidence is not None and line.confidence is not None:
        draft.confidence += (line.confidence - draft.confidence) / (draft.lines + 1)
    draft.lines += 1
    draft.bold = draft.bold and line.bold
    draft.flush = draft.flush + 1 if draft.last is not None and ends_flush(draft.last, line) else 0
    draft.last = line


def join(text: str, more: str) -> str:
    """Join two lines of a paragraph; a word that was parted at the line's end is put together again.

    A hyphen stays where the word before it has another one, after a figure, and where the next line begins with a
    capital or a figure. Any other that may be a compound's leaves `PARTED` behind, and the end of a line between two
    Korean syllables `BROKEN`.
    """
    if not text or not more:
        return text or more
    last, before = text[-1], text[-2:-1]
    if last in "-\u2010" and before.isdigit() and more[0].isalnum():
        return text + more
    if last in HYPHENS and before.isalpha():
        return _rejoined(text, more)
    if last in _TIGHT and before and not before.isspace() and not text.endswith("——"):
        tight = not (_CAPITALISED.match(more) and ADDRESS.search(text, max(len(text) - _ADDRESS_LENGTH, 0)))
    else:
        tight = bool(IS_CJK.match(last) and IS_CJK.match(more[0]))
    if tight:
        return text + more
    korean = "\uac00" <= last <= "\ud7a3" and "\uac00" <= more[0] <= "\ud7a3"
    return f"{text}{BROKEN if korean else ' '}{more}"


def _rejoined(text: str, more: str) -> str:
    """Join a line that ends in a hyphen after a letter with the next one."""
    last = text[-1]
    if structure().suspended.match(more):
        return f"{text} {more}"
    tail = text[:-1].rsplit(maxsplit=1)[-1]
    hard = not more[0].islower() or _COMPOUND.search(tail) or _GOES_ON_COMPOUND.match(more)
    if last in "-\u2010" and hard:
        return text + more
    return text[:-1] + (PARTED if last == "-" else "") + more


def ends_flush(last: Line, line: Line) -> bool:
    """Tell whether two lines end at one upright edge, as justified text does."""
    return last.zone == line.zone and abs(last.x0 - line.x0 if line.rtl else last.x1 - line.x1) < _FLUSH


def is_centred(line: Line) -> bool:
    """Tell whether a line stands in the middle of its column."""
    left, right = line.x0 - line.zone_box[0], line.zone_box[1] - line.x1
    return abs(left - right) < 2 * line.size and left > 2 * line.size


def _has_room(line: Line | None) -> bool:
    """Tell whether a line ends before its column does, so that it ends with a word."""
    return line is not None and line.zone_box[1] - line.x1 > _ROOM * line.size


def indent(line: Line) -> float:
    """Return how far from the edge of its column a line begins."""
    return line.zone_box[1] - line.x1 if line.rtl else line.x0 - line.zone_box[0]
