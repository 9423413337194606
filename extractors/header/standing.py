"""What the first page asks the meeting to do with the document, and what it says of the state of its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Span
from extractors.header.dates import find_dates
from extractors.header.front_text import Segment
from extractors.header.labels import Value
from extractors.header.standing_words import may_say_standing, standing_data, standing_patterns
from extractors.header.symbol_line import SymbolLine
from extractors.header.vocabulary import Action, Status

_LONGEST = 90
_BOX = re.compile(r"[\[\u2610-\u2612\u25a0-\u25ff\u2713-\u2718\u22a0\u274f]")


@dataclass(frozen=True, slots=True)
class Standing:
    """An action or a status with its span in the front text."""

    value: Action | Status
    segment: int
    span: Span
    confidence: float


def find_action(segments: Sequence[Segment], values: Sequence[Value], text: str) -> Standing | None:
    """Find "For information" or "For action" on a line of its own, behind a label, or at a ticked box.

    A form that offers both and ticks none says nothing.
    """
    labelled = {value.segment: value for value in values if value.field == "action"}
    for place, segment in enumerate(segments):
        if len(segment.text) > _LONGEST or segment.furniture:
            continue
        found = _boxes(place, segment)
        if not found and place in labelled:
            start, end = labelled[place].lines[0]
            found = _phrase(standing_patterns().behind_label.match(text[:end], start), place, 0, 0.9)
        if not found and may_say_standing(segment.text):
            alone = standing_patterns().alone.fullmatch(_without_date(segment.text))
            found = _phrase(alone, place, segment.start, 0.9)
        if found:
            return found
    return None


def find_status(
    segments: Sequence[Segment], values: Sequence[Value], text: str, line: SymbolLine | None
) -> Standing | None:
    """Find "Draft" or "Revised" on a line of its own or behind a label; else the mark behind the document number."""
    labelled = {value.segment: value for value in values if value.field == "status"}
    for place, segment in enumerate(segments):
        if len(segment.text) > _LONGEST or segment.furniture:
            continue
        found = _status(standing_patterns().status_alone.match(segment.text), place, segment.start)
        if not found and place in labelled:
            start, end = labelled[place].lines[0]
            found = _status(standing_patterns().status.match(text[:end], start), place, 0)
        if found:
            return found
    if line is not None and line.symbol.suffixes:
        return Standing(
            Status(standing_data()["suffixes"][line.symbol.suffixes[-1].kind]), line.segment, line.span, 0.9
        )
    return None


def _without_date(text: str) -> str:
    # "For action 19 December 2025": two columns of the block as one line.
    dates = find_dates(text) if text[-1:].isdigit() else ()
    return text[: dates[-1].span[0]] if dates and dates[-1].span[1] == len(text) else text


def _boxes(place: int, segment: Segment) -> Standing | None:
    patterns = standing_patterns()
    if not _BOX.search(segment.text):
        return None
    ticked = list(patterns.ticked.finditer(segment.text))
    return _phrase(ticked[0], place, segment.start, 0.9) if len(ticked) == 1 else None


def _phrase(match: re.Match[str] | None, place: int, offset: int, confidence: float) -> Standing | None:
    if match is None or match.lastgroup is None:
        return None
    start, end = match.span(match.lastgroup)
    return Standing(Action(match.lastgroup), place, (offset + start, offset + end), confidence)


def _status(match: re.Match[str] | None, place: int, offset: int) -> Standing | None:
    if match is None or match.lastgroup is None:
        return None
    start, end = match.span(match.lastgroup)
    return Standing(Status(match.lastgroup.removeprefix("in_")), place, (offset + start, offset + end), 0.9)
