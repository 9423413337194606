"""From the first lines of a document to its Header."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extractors.document import Header, Provenance, Source, Span
from extractors.header.block import block_patterns
from extractors.header.bookmarks import read_bookmarks
from extractors.header.document_date import find_document_date
from extractors.header.front_text import FrontText, Segment, front_text
from extractors.header.labels import Value, find_values, value_without_colon
from extractors.header.meeting import MeetingLine, find_body, find_meeting_line, find_number
from extractors.header.original import find_only, leading_languages, read_languages
from extractors.header.sources import all_states, read_sources
from extractors.header.symbol_line import SymbolLine, find_symbol_line
from extractors.header.unlabelled import find_source, find_title
from extractors.reading import FrontLine

_ZONE = 40
"""Segments at the top of a document in which its header block stands."""
_ONLY_ZONE = 8
_LINES_BEHIND, _LABELS_BEHIND = 6, 12
"""Segments behind the last certain part of the block in which lines, and labels, still belong to it."""
_LONGEST_AGENDA_LINE = 150
_PROSE = frozenset({"title", "subject", "source", "other", "date"})
"""Labels whose values may name another meeting or another day."""
_BETWEEN_IDEOGRAPHS = re.compile(r"(?<=[一-鿿，。、：；》”）])\n(?=[一-鿿《“（])")
_AFTER_HYPHEN = re.compile(r"(?<=\w-)\n")


@dataclass(slots=True)
class _Page:
    """A first page and the fields found on it so far, each with where it was read."""

    text: FrontText
    segments: Sequence[Segment]
    values: Sequence[Value]
    language: str
    fields: dict[str, Any] = field(default_factory=dict)
    provenance: dict[str, Provenance] = field(default_factory=dict)
    anchors: list[int] = field(default_factory=list)
    """Segments that prove a header block: number, original language, body and meeting."""

    def put(self, name: str, value: object, span: Span, confidence: float) -> None:
        """Keep the first value found for a field."""
        if name not in self.fields:
            page = next((each.page for each in self.segments if each.start <= span[0] < each.span[1]), None)
            self.fields[name] = value
            self.provenance[name] = Provenance(name, page, span, confidence)

    def near(self, distance: int) -> Sequence[Segment]:
        """Give the segments up to so many behind the last anchor; all where there is no anchor."""
        return self.segments[: max(self.anchors) + distance + 1] if self.anchors else self.segments

    @property
    def block(self) -> Sequence[Segment]:
        """Give the segments before the text: near the anchors, and not behind a source or title that follows them."""
        last = max(self.anchors, default=-1)
        ends = [value.segment for value in self.values if value.field in {"source", "title"} and value.segment > last]
        return self.near(_LINES_BEHIND)[: min(ends)] if self.anchors and ends else self.near(_LINES_BEHIND)

    def labelled(self, name: str) -> list[Value]:
        """Give the values behind the labels of a field, but not of a caption further down the page."""
        last = len(self.near(_LABELS_BEHIND))
        return [value for value in self.values if value.field == name and value.segment < last]


def read_header(front: Sequence[FrontLine], marked: Mapping[str, str], document_language: str) -> Header:
    """Read what the first page says of the document; a field that it does not say stays None or empty.

    `marked` is text by the name of the Word bookmark around it, for documents made from ITU's templates. A first page
    without a header block (a form, a novel) gives no field at all.
    """
    laid = front_text(front)
    segments = laid.segments[:_ZONE]
    page = _Page(laid, segments, find_values(segments), document_language)
    line = _symbol(page)
    _originals(page)
    meeting = _meeting(page, line)
    if _has_block(page, meeting):
        _dates(page, line, meeting)
        _agenda(page)
        _source_and_title(page, meeting)
    else:
        page.fields.clear()
        page.provenance.clear()
    text = laid.text
    for each in read_bookmarks(marked, text, document_language):
        if each.field not in page.fields:
            text = each.text
            page.put(each.field, each.value, each.span, 0.9)
    return Header(text=text, **page.fields, provenance=tuple(page.provenance.values()))


def _symbol(page: _Page) -> SymbolLine | None:
    first_labels: dict[int, int] = {}
    for value in page.values:
        offset = value.label[0] - page.segments[value.segment].start
        if offset > 0:
            first_labels.setdefault(value.segment, offset)
    line = find_symbol_line(page.segments, first_labels)
    if line is not None:
        page.put("symbol", line.printed, line.span, line.confidence)
        page.put("body", line.symbol.body, line.span, line.confidence)
        if line.symbol.meeting:
            meeting = str(line.symbol.year or line.symbol.meeting.lstrip("0"))
            page.put("meeting", meeting, line.span, line.confidence)
        page.anchors.append(line.segment)
    return line


def _originals(page: _Page) -> None:
    for value in page.labelled("original"):
        start, end = value.lines[0]
        codes, length = leading_languages(page.text.text[start:end])
        if codes:
            page.put("original_languages", codes, (start, start + length), 0.97)
            page.anchors.append(value.segment)
    for place, segment in enumerate(page.segments):
        begin = value_without_colon(segment.text, "original")
        codes = read_languages(segment.text[begin:].lstrip("-–— ")) if begin is not None else ()
        if begin is not None and codes:
            page.put("original_languages", codes, (segment.start + begin, segment.span[1]), 0.85)
            page.anchors.append(place)
        only = find_only(segment.text)
        if only and (len(page.near(_LINES_BEHIND)) > place if page.anchors else place < _ONLY_ZONE):
            page.put("original_languages", only[0], segment.span, 0.85)
            page.anchors.append(place)


def _meeting(page: _Page, line: SymbolLine | None) -> MeetingLine | None:
    taken = {place for value in page.values if value.field in _PROSE for place in range(value.segment, value.last + 1)}
    lines = {place: segment for place, segment in enumerate(page.block) if place not in taken}
    meeting = find_meeting_line(lines, page.language)
    body = find_body(page.segments) if line is None else None
    if body is not None:
        page.put("body", body[0], body[1], 0.9)
        if meeting is not None:
            page.anchors.append(meeting.segment)
    if meeting is not None and body is not None:
        number = find_number(page.segments[: meeting.segment + 1])
        if number is not None:
            page.put("meeting", number[0], number[1], 0.85)
    return meeting


def _has_block(page: _Page, meeting: MeetingLine | None) -> bool:
    labels = {value.field for value in page.values}
    named = "body" in page.fields and meeting is not None
    return bool({"symbol", "original_languages"} & page.fields.keys()) or {"source", "title"} <= labels or named


def _dates(page: _Page, line: SymbolLine | None, meeting: MeetingLine | None) -> None:
    anchors = page.anchors or [value.segment for value in page.values if value.field in {"source", "title"}]
    told = meeting if meeting is not None and meeting.sure else None
    day = find_document_date(page.segments, page.values, anchors, told, page.language)
    if meeting is not None and (meeting.sure or (day is not None and day.span != meeting.date.span)):
        page.put("meeting_date", meeting.date.first, meeting.date.span, 0.95 if meeting.sure else 0.6)
        if meeting.place is not None:
            place = page.text.text[slice(*meeting.place)]
            page.put("meeting_place", place, meeting.place, 0.9 if meeting.sure else 0.6)
    if day is not None:
        year = line.symbol.year if line else None
        agrees = year is None or abs(year - day.day.year) <= 1
        page.put("document_date", day.day, day.span, day.confidence if agrees else 0.5)


def _agenda(page: _Page) -> None:
    short = (segment for segment in page.near(_LINES_BEHIND) if len(segment.text) <= _LONGEST_AGENDA_LINE)
    for segment in short:
        match = next(filter(None, (pattern.match(segment.text) for pattern in block_patterns().agenda)), None)
        if match:
            start, end = (segment.start + offset for offset in match.span("n"))
            page.put("agenda_item", " ".join(match["n"].split()), (start, end), 0.9)
            return
    for value in page.labelled("agenda_item"):
        match = block_patterns().agenda_number.match(page.text.text, value.lines[0][0])
        if match:
            page.put("agenda_item", " ".join(match[0].split()), match.span(), 0.9)


def _source_and_title(page: _Page, meeting: MeetingLine | None) -> None:
    for value in page.labelled("source"):
        if not _is_another_part(page, value):
            _put_sources(page, value)
    for value in page.labelled("title"):
        if not _is_another_part(page, value):
            _put_title(page, value.lines, 0.95)
    block_end = max([*page.anchors, meeting.segment if meeting else -1, *_segments_of(page, "document_date")])
    labelled = frozenset(value.segment for value in page.values)
    after = max([block_end, *(value.last for value in page.labelled("source"))])
    sure = "sources" in page.fields
    if not sure and not page.labelled("source"):
        line = find_source(page.segments, block_end)
        if line is not None:
            page.put("sources", line.sources, line.span, line.confidence)
            after, sure = line.segment, True
    if "title" not in page.fields and not page.labelled("title"):
        title = find_title(page.segments, after, labelled, sure=sure)
        subject = next(iter(page.labelled("subject")), None)
        if title is not None:
            _put_title(page, (title,), 0.75 if sure else 0.6)
        elif subject is not None:
            _put_title(page, subject.lines, 0.8)


def _is_another_part(page: _Page, value: Value) -> bool:
    # A label without a value of its own, and the number or the original language on the next line.
    return value.segment not in page.anchors and value.last in page.anchors


def _put_sources(page: _Page, value: Value) -> None:
    spans = list(value.lines)
    lines = [page.text.text[start:end] for start, end in spans]
    if block_patterns().placeholder.fullmatch(lines[0]):
        return
    labelled = {each.segment for each in page.values}
    for place in range(value.last + 1, len(page.segments)):
        segment = page.segments[place]
        if place in labelled or not (all_states(lines[-1]) and all_states(segment.text)):
            break
        spans.append(segment.span)  # a list of States, one to a line
        lines.append(segment.text)
    sources: tuple[Source, ...] = read_sources(lines)
    if sources:
        page.put("sources", sources, (spans[0][0], spans[-1][1]), 0.95)


def _put_title(page: _Page, lines: Sequence[Span], confidence: float) -> None:
    words = [page.text.text[start:end].strip() for start, end in lines]
    title = join_lines("\n".join(words)).rstrip("*†‡¹ ")
    if title and not block_patterns().placeholder.fullmatch(title):
        page.put("title", title, (lines[0][0], lines[-1][1]), confidence)


def join_lines(text: str) -> str:
    """Join the lines of a title: with a space, but not between Chinese characters or after a hyphen."""
    text = _BETWEEN_IDEOGRAPHS.sub("", text)
    return " ".join(_AFTER_HYPHEN.sub("", text).split())


def _segments_of(page: _Page, name: str) -> list[int]:
    if name not in page.provenance:
        return []
    start = page.provenance[name].span[0]
    return [place for place, segment in enumerate(page.segments) if segment.start <= start < segment.span[1]]
