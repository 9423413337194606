"""Labels of the header block and the values that belong to them, in every layout."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.document import Span
from extractors.header.block import block_patterns
from extractors.header.continuation import continues, goes_on, is_open
from extractors.header.dates import find_dates
from extractors.header.folding import normalise
from extractors.header.front_text import Segment
from extractors.header.label_hits import Hit, label_hits
from extractors.header.label_words import first_label
from extractors.header.original import find_only
from extractors.header.prose import text_starts
from extractors.header.standing_words import says_standing
from extractors.header.symbol import find_symbol

_MOST_VALUE_LINES = 6
_LONGEST_LABEL = 40
_FEWEST_PAIRED = 2
_WRAPPED = frozenset({"title", "source", "subject", "author", "sender", "organisation", "country"})
"""Fields whose values may be longer than a line."""
_FULL_LINE = 0.6
"""Share of the longest line below which a line is the last of its value."""
_FULL_TITLE = 0.75
"""Share of the longest line of the text that a title's line reaches where it was broken; the rest is its label."""
_NUMBERED = re.compile(r"\d{1,2}\s?[.)]\s")
_DASH = re.compile(r"[-–—]\s+(?=\w)")
_LABEL_LIKE = re.compile(r"[^\W\d][^:：,،]{0,24}[:：]\s")
_YEARS = re.compile(r"[(（]?(?:19|20)\d\d\s?[-–—]\s?(?:19|20)\d\d[)）]?")
_BROKEN, _MOST_REST = 24, 2
"""Letters of the shortest line that a column's end broke, and the most lines that follow it."""
_BLOCK_FIELDS = frozenset({"document", "date", "original"})
_ENDS = ".:;!?。：；！？"


@dataclass(frozen=True, slots=True)
class Value:
    """What stands behind a label: one span of the front text for each line of it."""

    field: str
    label: Span
    lines: tuple[Span, ...]
    segment: int
    """Index of the segment with the label."""
    last: int
    """Index of the last segment that the value takes."""


def find_values(segments: Sequence[Segment], head: int | None = None) -> tuple[Value, ...]:
    """Find the labels in the first `head` segments and give each the text that it introduces."""
    hits = [hit for place, segment in enumerate(segments[:head]) for hit in label_hits(place, segment.text)]
    by_segment: dict[int, list[Hit]] = {}
    for hit in hits:
        by_segment.setdefault(hit.segment, []).append(hit)
    return tuple(_values(segments, hits, by_segment))


def value_without_colon(text: str, field: str) -> int | None:
    """Give where the value begins in a line such as "Source Kenya", whose colon is missing; None for other lines."""
    label = None if text[0].islower() or block_patterns().any_agenda.match(text) else first_label(text)
    if label is None or label.field != field or label.end >= len(text):
        return None
    dash = _DASH.match(text, label.end)
    return dash.end() if dash else label.end


def _values(segments: Sequence[Segment], hits: Sequence[Hit], by_segment: dict[int, list[Hit]]) -> Iterator[Value]:
    for hit in hits:
        segment = segments[hit.segment]
        label = (segment.start + hit.start, segment.start + hit.value)
        text = segment.text[hit.value : hit.end]
        if text.strip():
            start = segment.start + hit.value
            first = (start, start + len(text.rstrip()))
            more = _continued(segments, hit.segment, by_segment, hit) if hit.end == len(segment.text) else []
        else:
            places = _apart(segments, hit, by_segment)
            if not places:
                continue
            first, more = segments[places[0]].span, places[1:]
            if not more and not _has_pair(segments, hit, by_segment):
                more = _continued(segments, places[0], by_segment, hit)
            yield Value(hit.field, label, (first, *(segments[p].span for p in more)), hit.segment, (more or places)[-1])
            continue
        lines = (first, *(segments[place].span for place in more))
        yield Value(hit.field, label, lines, hit.segment, more[-1] if more else hit.segment)


def _apart(segments: Sequence[Segment], hit: Hit, by_segment: dict[int, list[Hit]]) -> list[int]:
    """Give the segments of a value that stands beside or below its label."""
    own = segments[hit.segment]
    if own.cells > 1 and _only_labels(segments, own.line, by_segment):
        return [p for p, s in _following(segments, hit.segment) if s.line == own.line + 1 and s.cell == own.cell]
    if own.cell + 1 < own.cells:
        paired = _paired(segments, hit, by_segment)
        if paired is not None:
            return paired
        beside = [p for p, s in _following(segments, hit.segment) if s.line == own.line and s.cell == own.cell + 1]
        return beside if not any(place in by_segment for place in beside) else []
    return _below(segments, hit, by_segment)


def _has_pair(segments: Sequence[Segment], hit: Hit, by_segment: dict[int, list[Hit]]) -> bool:
    return segments[hit.segment].cells > 1 and _paired(segments, hit, by_segment) is not None


def _paired(segments: Sequence[Segment], hit: Hit, by_segment: dict[int, list[Hit]]) -> list[int] | None:
    # Labels below one another in a cell, and as many values in the next one; the last takes what is left.
    own = segments[hit.segment]
    labels = [p for p in by_segment if segments[p].line == own.line and segments[p].cell == own.cell]
    values = [p for p, s in enumerate(segments) if s.line == own.line and s.cell == own.cell + 1]
    alone = all(not segments[p].text[by_segment[p][0].value : by_segment[p][0].end].strip() for p in labels)
    if len(labels) < _FEWEST_PAIRED or len(values) < len(labels) or not alone:
        return None
    place = labels.index(hit.segment)
    return values[place:] if hit.segment == labels[-1] else values[place : place + 1]


def _below(segments: Sequence[Segment], hit: Hit, by_segment: dict[int, list[Hit]]) -> list[int]:
    # One label or several on lines of their own, then as many values.
    first = hit.segment
    while first > 0 and _alone(segments, first - 1, by_segment):
        first -= 1
    last = hit.segment
    while last + 1 < len(segments) and (
        _alone(segments, last + 1, by_segment) or (last > first and _is_question(segments[last + 1]))
    ):
        last += 1
    begin = last + 1
    told = {by_segment[p][0].field for p in range(first, last + 1) if p in by_segment}
    if last > first and not told & _BLOCK_FIELDS:  # the block's other column was read between labels and values
        begin = next((p for p in range(begin, len(segments)) if not _is_of_block(segments, p, by_segment)), begin)
    groups = _groups(segments, begin, hit.segment - first + 1, by_segment)
    return groups[-1] if len(groups) > hit.segment - first else []


def _groups(segments: Sequence[Segment], begin: int, most: int, by_segment: dict[int, list[Hit]]) -> list[list[int]]:
    """Give the lines of the first values from `begin` on: one each, and what plainly goes on with it."""
    groups: list[list[int]] = []
    for place in range(begin, len(segments)):
        if place in by_segment:
            break
        before = segments[place - 1]
        closed = not groups or before.page is None or most == 1 or _is_of_block(segments, place - 1, by_segment)
        if not closed and segments[place].cells == 1 and goes_on(before.text, segments[place].text):
            groups[-1].append(place)
        elif len(groups) == most:
            break
        else:
            groups.append([place])
    return groups


def _is_of_block(segments: Sequence[Segment], place: int, by_segment: dict[int, list[Hit]]) -> bool:
    text = segments[place].text
    if len(text) > _LONGEST_LABEL:
        return False
    dates, number = find_dates(text), find_symbol(text)
    dated = bool(dates) and 2 * (dates[0].span[1] - dates[0].span[0]) > len(text)
    original = any(hit.field == "original" and hit.value < hit.end for hit in by_segment.get(place, ()))
    return dated or original or number is not None or find_only(text) is not None


def _is_question(segment: Segment) -> bool:
    return segment.cells == 1 and (segment.text[-1] in "?？؟" or _NUMBERED.match(segment.text) is not None)


def _alone(segments: Sequence[Segment], place: int, by_segment: dict[int, list[Hit]]) -> bool:
    hits = by_segment.get(place, [])
    return (
        len(hits) == 1 and segments[place].cells == 1 and not segments[place].text[hits[0].value : hits[0].end].strip()
    )


def _only_labels(segments: Sequence[Segment], line: int, by_segment: dict[int, list[Hit]]) -> bool:
    return all(place in by_segment for place, segment in enumerate(segments) if segment.line == line)


def _continued(segments: Sequence[Segment], place: int, by_segment: dict[int, list[Hit]], hit: Hit) -> list[int]:
    """Give the segments that go on with a value: lines of the same cell, or lines that plainly are not a new start."""
    more: list[int] = []
    if hit.field not in _WRAPPED:
        return more
    longest = len(segments[place].text)
    for following, segment in _following(segments, place):
        before = segments[more[-1] if more else place]
        longest = max(longest, len(before.text))
        same_cell = segment.line == before.line and segment.cell == before.cell and before.cells > 1
        full = len(before.text) > longest * _FULL_LINE or is_open(before.text)
        next_line = (
            segment.line == before.line + 1
            and segment.cells == 1
            and (
                (
                    goes_on(before.text, segment.text)
                    and full
                    and not (hit.field == "source" and continues(segment.text))
                )
                or (hit.field == "title" and _is_rest(segments, following))
            )
        )
        if following in by_segment or len(more) >= _MOST_VALUE_LINES or not (same_cell or next_line):
            return more or _up_to_label(segments, place, by_segment)
        more.append(following)
    return more


def _up_to_label(segments: Sequence[Segment], place: int, by_segment: dict[int, list[Hit]]) -> list[int]:
    # On a page, lines between a value and the label below are the rest of the value, broken where its column ends.
    rest: list[int] = []
    for following, segment in _following(segments, place):
        if following in by_segment:
            return rest
        full = len(segments[following - 1].text) >= _BROKEN and segments[following - 1].text[-1] not in _ENDS
        plain = (
            segment.page is not None and segment.cells == 1 and not segment.furniture and not find_dates(segment.text)
        )
        other = (
            says_standing(segment.text) or block_patterns().any_agenda.match(segment.text) or find_symbol(segment.text)
        )
        if not (plain and full) or other or len(rest) >= _MOST_REST:
            return []
        rest.append(following)
    return []


def _is_rest(segments: Sequence[Segment], place: int) -> bool:
    # On a page, a full line is broken where the column ends: a short line before the text may be the rest of a title.
    before, rest = segments[place - 1].text, segments[place].text
    if segments[place].page is None or place + 1 >= len(segments) or before[-1] in _ENDS or rest[-1] in _ENDS:
        return False
    width = max(len(segment.text) for segment in segments[place + 1 : place + 4])
    full = len(before) >= _FULL_TITLE * width and len(rest) < _FULL_LINE * len(before)
    plain = (not any(each.isdigit() for each in rest) or _YEARS.fullmatch(rest) is not None) and normalise(
        rest
    ) not in block_patterns().not_titles
    return full and plain and not says_standing(rest) and text_starts(segments, place + 1)


def _following(segments: Sequence[Segment], place: int) -> Iterator[tuple[int, Segment]]:
    return enumerate(segments[place + 1 : place + 12], start=place + 1)
