"""Source and title where no label introduces them: the lines that follow the header block."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Source, Span
from extractors.header.block import block_patterns
from extractors.header.folding import normalise
from extractors.header.front_text import Segment
from extractors.header.labels import goes_on, value_without_colon
from extractors.header.names import Names
from extractors.header.sources import all_states, read_sources

_SEARCHED = 8
"""Lines behind the block in which the source may stand."""
_TITLE_LENGTH = range(8, 300)
_SHORTEST_CHINESE = 4
_MOST_MORE_LINES = 3


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line that names who submitted the document."""

    segment: int
    sources: tuple[Source, ...]
    span: Span
    confidence: float


def find_source(segments: Sequence[Segment], after: int, names: Names) -> SourceLine | None:
    """Find the line behind the block that says by whom the document is, or that consists of names of States."""
    for place in range(after + 1, min(after + 1 + _SEARCHED, len(segments))):
        segment = segments[place]
        if segment.furniture:
            continue
        line = _by(place, segment, names)
        if line:
            return line
        start = value_without_colon(segment.text, "source") or 0
        states = all_states(segment.text[start:], names)
        if states:
            return SourceLine(place, states, (segment.start + start, segment.span[1]), 0.85)
    return None


def find_title(segments: Sequence[Segment], after: int, labelled: frozenset[int], *, sure: bool) -> Span | None:
    """Find the title on the line behind `after`, with the lines that it goes on.

    `sure` tells that a source stands before it; else only a line in capitals is taken for a title. A line that is a
    sentence, has a label or a number is none.
    """
    place = after + 1
    while place < len(segments) and segments[place].furniture:
        place += 1
    if place >= len(segments) or place in labelled or not _is_title(segments[place], sure=sure):
        return None
    last = place
    while (
        last + 1 < len(segments)
        and last + 1 not in labelled
        and segments[last + 1].cells == 1
        and goes_on(segments[last].text, segments[last + 1].text)
    ):
        last += 1
    if segments[last].text.rstrip()[-1] in ".;" or last - place > _MOST_MORE_LINES:
        return None
    start = value_without_colon(segments[place].text, "title") or 0
    return segments[place].start + start, segments[last].span[1]


def _by(place: int, segment: Segment, names: Names) -> SourceLine | None:
    for pattern in block_patterns().source_lines:
        match = pattern.fullmatch(segment.text.rstrip("*† "))
        if match and len(match["by"]) < 160:
            sources = read_sources([match["by"]], names)
            start, end = (segment.start + offset for offset in match.span("by"))
            return SourceLine(place, sources, (start, end), 0.85) if sources else None
    return None


def _is_title(segment: Segment, *, sure: bool) -> bool:
    text = segment.text
    length = len(text) if text.isascii() or len(text) < _SHORTEST_CHINESE else max(len(text), _TITLE_LENGTH.start)
    if segment.cells > 1 or length not in _TITLE_LENGTH or text[-1] in ".:;" or text[0].isdigit():
        return False
    if (
        normalise(text) in block_patterns().not_titles
        or block_patterns().placeholder.fullmatch(text)
        or (" " not in text and text.isascii())
    ):
        return False
    return sure or (text.isupper() and len(text.split()) >= 2)
