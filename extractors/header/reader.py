"""From the first lines of a document to its Header."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from extractors.document import Header
from extractors.header.block import block_patterns
from extractors.header.bookmarks import read_bookmarks
from extractors.header.document_date import find_document_dates
from extractors.header.front_text import front_text
from extractors.header.labels import find_values, value_without_colon
from extractors.header.letter import is_letter
from extractors.header.meeting import MeetingLine, find_body, find_meeting_line, find_number
from extractors.header.names import load_names
from extractors.header.naming import read_source_and_title
from extractors.header.original import ends_with_only, find_only, leading_languages, only_at_end, read_languages
from extractors.header.page import LABELS_BEHIND, LINES_BEHIND, Page
from extractors.header.prose import text_begins
from extractors.header.review import doubts_about, missing_number
from extractors.header.standing import find_action, find_status
from extractors.header.symbol_line import SymbolLine, find_symbol_line, other_symbol_lines
from extractors.header.unnumbered import read_unnumbered
from extractors.reading import FrontLine

_ZONE = 40
"""Segments at the top of a document in which its header block stands."""
_ONLY_ZONE = 8
_LONGEST_AGENDA_LINE = 150
_LONGEST_ORIGINAL = 80
_OTHER_NUMBER = {
    False: "The first page has a second document number.",
    True: "The running header has another document number than the page.",
}
_PROSE = frozenset({"title", "subject", "source", "other", "date"})
"""Labels whose values may name another meeting or another day."""


def read_header(
    front: Sequence[FrontLine], marked: Mapping[str, str], document_language: str, aliases: Path | None = None
) -> Header:
    """Read what the first page says of the document; a field that it does not say stays None or empty.

    `marked` is text by the name of the Word bookmark around it, for documents made from ITU's templates; `aliases` is
    the secretariat's file of further names (see `load_names`). A first page without a header block (a form, a novel)
    gives no field at all. What contradicts itself is kept in the header's doubts.
    """
    laid = front_text(front)
    segments = laid.segments[:_ZONE]
    head = text_begins(segments)
    page = Page(laid, segments, find_values(segments, head), document_language, load_names(aliases), head)
    line = _symbol(page)
    _originals(page)
    meeting = _meeting(page, line)
    if _has_block(page, meeting):
        _dates(page, line, meeting)
        _agenda(page)
        taken = _standing(page, line)
        read_source_and_title(page, meeting, taken)
    else:
        page.clear()
        read_unnumbered(page)
    text = laid.written
    for each in read_bookmarks(marked, text, document_language, page.names) if marked else ():
        if each.field not in page.fields:
            text = each.text
            page.put(each.field, each.value, each.span, 0.9)
    header = Header(text=text, **page.fields, provenance=tuple(page.provenance.values()), doubts=tuple(page.doubts))
    return replace(header, doubts=(*header.doubts, *doubts_about(header, document_language)))


def _symbol(page: Page) -> SymbolLine | None:
    first_labels: dict[int, int] = {}
    for value in page.values:
        offset = value.label[0] - page.segments[value.segment].start
        if offset > 0:
            first_labels.setdefault(value.segment, offset)
    line = find_symbol_line(page.segments, first_labels, page.head)
    if line is not None:
        page.put("symbol", line.printed, line.span, line.confidence)
        page.put("body", line.symbol.body, line.span, line.confidence)
        if line.symbol.meeting:
            meeting = str(line.symbol.year or line.symbol.meeting.lstrip("0"))
            page.put("meeting", meeting, line.span, line.confidence)
        if line.segment < page.head and not all(each.furniture for each in page.segments[line.segment :]):
            page.anchors.append(line.segment)
    else:
        missing_number(page)
    for other in other_symbol_lines(page.near(LINES_BEHIND), first_labels, line):
        page.doubt("symbol", _OTHER_NUMBER[page.segments[other.segment].furniture], other.printed, other.span)
    return line


def _originals(page: Page) -> None:
    for value in page.labelled("original"):
        start, end = value.lines[0]
        codes, length = leading_languages(page.text.text[start:end])
        if codes:
            page.put("original_languages", codes, (start, start + length), 0.97)
            page.anchors.append(value.segment)
    for place, segment in enumerate(page.segments[: page.head]):
        if len(segment.text) > _LONGEST_ORIGINAL and place not in page.anchors:
            continue
        begin = value_without_colon(segment.text, "original")
        codes = read_languages(segment.text[begin:].lstrip("-–— ")) if begin is not None else ()
        if begin is not None and codes:
            page.put("original_languages", codes, (segment.start + begin, segment.span[1]), 0.85)
            page.anchors.append(place)
        only = find_only(segment.text)
        if only is None and (place in page.anchors or (place < _ONLY_ZONE and ends_with_only(segment.text))):
            _only_behind(page, place)
        if only and (len(page.near(LABELS_BEHIND)) > place if page.anchors else place < _ONLY_ZONE):
            page.put("original_languages", only[0], segment.span, 0.85)
            page.anchors.append(place)


def _only_behind(page: Page, place: int) -> None:
    # "C20/57-E3 March 2020English onlySource: Kenya": glued to the number, before the first label.
    segment = page.segments[place]
    starts = (value.label[0] - segment.start for value in page.values if value.segment == place)
    end = min((start for start in starts if start > 0), default=len(segment.text))
    only = only_at_end(segment.text[:end])
    if only is not None:
        page.put("original_languages", only[0], (segment.start + only[1][0], segment.start + only[1][1]), 0.85)


def _meeting(page: Page, line: SymbolLine | None) -> MeetingLine | None:
    taken = {place for value in page.values if value.field in _PROSE for place in page.places_of_value(value)}
    lines = {place: segment for place, segment in enumerate(page.block) if place not in taken}
    meeting = find_meeting_line(lines, page.language)
    body = find_body(page.segments) if line is None else None
    if body is not None:
        page.put("body", body[0], body[1], 0.9)
        if meeting is not None:
            page.anchors.append(meeting.segment)
    if meeting is not None and line is None and (body is not None or meeting.sure):
        number = find_number(page.segments[: meeting.segment + 1])
        if number is not None:
            page.put("meeting", number[0], number[1], 0.85)
    if meeting is not None and line is not None:
        _compare_number(page, line, meeting)
    return meeting


def _compare_number(page: Page, line: SymbolLine, meeting: MeetingLine) -> None:
    # A number such as TDAG-23/48 has the year of the meeting; its number is printed beside its days.
    number = find_number(page.segments[: meeting.segment + 1])
    if number is None:
        return
    if line.symbol.year is not None or line.symbol.meeting is None:
        page.fields.pop("meeting", None)
        page.put("meeting", number[0], number[1], 0.85)
    elif number[0] != line.symbol.meeting.lstrip("0"):
        page.doubt("meeting", "The number of the meeting is not that in the document number.", *number)


def _has_block(page: Page, meeting: MeetingLine | None) -> bool:
    labels = {value.field for value in page.values}
    named = meeting is not None and ("body" in page.fields or (meeting.sure and "source" in labels))
    if {"symbol", "original_languages"} & page.fields.keys() or {"source", "title"} <= labels:
        return True
    return named and not is_letter(page)


def _dates(page: Page, line: SymbolLine | None, meeting: MeetingLine | None) -> None:
    anchors = page.anchors or [value.segment for value in page.values if value.field in {"source", "title"}]
    told = meeting if meeting is not None and meeting.sure else None
    days = find_document_dates(page.segments[: page.head], page.values, anchors, told, page.language)
    day = days[0] if days else None
    if meeting is not None and (meeting.sure or (day is not None and day.span != meeting.date.span)):
        page.put("meeting_date", meeting.date.first, meeting.date.span, 0.95 if meeting.sure else 0.6)
        if meeting.place is not None:
            place = page.text.text[slice(*meeting.place)]
            page.put("meeting_place", place, meeting.place, 0.9 if meeting.sure else 0.6)
    if day is not None:
        year = line.symbol.year if line else None
        agrees = year is None or abs(year - day.day.year) <= 1
        page.put("document_date", day.day, day.span, day.confidence if agrees else 0.5)
    for other in days[1:]:
        if "meeting_date" not in page.fields or other.day != page.fields["meeting_date"]:
            page.put("document_date", other.day, other.span, other.confidence)


def _standing(page: Page, line: SymbolLine | None) -> frozenset[int]:
    """Read action and status; give the segments that say nothing else."""
    near, text = page.near(LINES_BEHIND), page.text.text
    action = find_action(near, page.values, text)
    status = find_status(near, page.values, text, line)
    for name, found in (("action", action), ("status", status)):
        if found is not None:
            page.put(name, found.value, found.span, found.confidence)
    return frozenset(found.segment for found in (action, status) if found is not None)


def _agenda(page: Page) -> None:
    short = (segment for segment in page.near(LINES_BEHIND) if len(segment.text) <= _LONGEST_AGENDA_LINE)
    for segment in short:
        if not block_patterns().any_agenda.match(segment.text):
            continue
        match = next(filter(None, (pattern.match(segment.text) for pattern in block_patterns().agenda)), None)
        if match:
            start, end = (segment.start + offset for offset in match.span("n"))
            page.put("agenda_item", " ".join(match["n"].split()), (start, end), 0.9)
            return
    for value in page.labelled("agenda_item"):
        match = block_patterns().agenda_number.match(page.text.text, value.lines[0][0])
        if match:
            page.put("agenda_item", " ".join(match[0].split()), match.span(), 0.9)
