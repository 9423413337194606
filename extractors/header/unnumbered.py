"""What a first page without a header block says: a letter, a questionnaire's cover, a paper with a by-line."""

import re

from extractors.document import Source, Span
from extractors.header.block import block_patterns
from extractors.header.dates import FoundDate, find_dates
from extractors.header.document_date import stands_alone
from extractors.header.front_text import Segment
from extractors.header.membership import source_of
from extractors.header.offices import state_of_office
from extractors.header.page import Page
from extractors.header.prose import next_line
from extractors.header.sources import all_states, read_sources
from extractors.header.titles import find_title, find_title_before, is_title, last_line
from extractors.header.unlabelled import read_by_line, read_member_line
from extractors.header.values import put_sources, put_title

_TOP = 14
"""Segments in which the head of such a page stands."""
_SHORT = 60
_YEAR_LINE = 30
_MOST_COVER_LINES = 5
_ADDRESS = re.compile(r"\s*[<(\[]?[\w.+-]+@[\w.-]+[>)\]]?\s*$")
_PART = re.compile(r"\s*[,،，(]\s*|\s+[–—-]\s+")
_SUBJECT = ("subject", "title")
_NEAR = 3
_BARE = 0.6
"""Confidence in a source that no word introduces."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def read_unnumbered(page: Page) -> None:
    """Read source, date and title of a page that is plainly one of these; of any other page nothing."""
    page.segments = page.segments[: max(_TOP, page.head + 2)]
    if _is_letter(page):
        _letter(page)
    elif any(value.field == "sender" for value in page.values):
        _message(page)
    elif any(value.field == "country" for value in page.values):
        _cover_of_questionnaire(page)
    else:
        _paper(page)


def _is_letter(page: Page) -> bool:
    for place, segment in enumerate(page.segments):
        if block_patterns().salutation.fullmatch(segment.text) and _date_before(page, place) is not None:
            return True
    subject = next((value.segment for value in page.values if value.field in _SUBJECT), None)
    date = _date_before(page, subject) if subject is not None else None
    if subject is None or date is None:
        return False
    addressed = any(block_patterns().addressee.fullmatch(segment.text) for segment in page.segments[:subject])
    return addressed or any(_sender_line(segment, page) for segment in page.segments[: date[0]])


def _sender_line(segment: Segment, page: Page) -> tuple[Source, ...]:
    return all_states(segment.text, page.names) or _office(segment, page)


def _letter(page: Page) -> None:
    date = _date_before(page, len(page.segments))
    if date is None:
        return
    place, found = date
    _put_date(page, place, found)
    _sender(page)
    for segment in page.segments[:place]:
        sources = _sender_line(segment, page)
        if sources and "sources" not in page.fields:
            page.put("sources", sources, segment.span, 0.7)
            break
    subject = next((value for value in page.values if value.field in _SUBJECT and value.segment < _TOP), None)
    if subject is not None:
        put_title(page, subject.lines, 0.8)


def _message(page: Page) -> None:
    # "From", "To", "Date" and "Subject", as a message is printed.
    subject = next((value for value in page.values if value.field == "subject"), None)
    date = _labelled_date(page) or _date_before(page, len(page.segments))
    if subject is None:
        return
    _sender(page)
    put_title(page, subject.lines, 0.8)
    if date is not None:
        _put_date(page, *date)


def _sender(page: Page) -> None:
    sender = next((value for value in page.values if value.field == "sender"), None)
    if sender is None:
        return
    start, end = sender.lines[0]
    text = _ADDRESS.sub("", page.text.text[start:end]).rstrip()
    for offset in [0, *(match.end() for match in _PART.finditer(text))]:
        sources = read_sources([text[offset:]], page.names)
        if sources and all(source.resolved for source in sources):
            page.put("sources", sources, (start + offset, start + len(text)), 0.7)
            return


def _office(segment: Segment, page: Page) -> tuple[Source, ...]:
    code = state_of_office(segment.text, page.names)
    return (source_of(segment.text, code, page.names),) if code else ()


def _cover_of_questionnaire(page: Page) -> None:
    country = next(value for value in page.values if value.field == "country")
    put_sources(page, country)
    date = _labelled_date(page) or _date_before(page, len(page.segments))
    if date is not None:
        _put_date(page, *date)
    first = next_line(page.segments, -1)
    if first is not None and first < country.segment and is_title(page.segments[first]):
        last = last_line(page.segments, first, frozenset(value.segment for value in page.values))
        if last is not None and block_patterns().questionnaire.search(page.text.text[: page.segments[last].span[1]]):
            put_title(page, ((page.segments[first].start, page.segments[last].span[1]),), 0.7)


def _paper(page: Page) -> None:
    labelled = frozenset(value.segment for value in page.values)
    by = _by(page)
    date = _labelled_date(page) or _date_before(page, len(page.segments))
    if by is None and date is not None:
        by = _member(page, date[0])
    if by is None:
        _cover(page, date)
        return
    if date is not None:
        _put_date(page, *date)
    title = next((value for value in page.values if value.field == "title"), None)
    if title is not None:
        put_title(page, title.lines, 0.9)
        return
    head = [by, *([date[0]] if date else [])]
    found = (
        find_title(page.segments, max(head), labelled, sure=False)
        or _first_title(page, min(head), labelled)
        or find_title_before(page.segments, min(head), max(head), labelled)
    )
    if found is not None:
        put_title(page, (found,), 0.6)
    elif page.provenance.get("sources") and page.provenance["sources"].confidence <= _BARE:
        page.clear()  # a State and a day alone say too little


def _member(page: Page, date: int) -> int | None:
    # A line with nothing but the name of a State, next to the date or to the title beside it.
    for place in range(max(0, date - _NEAR), min(date + _NEAR, page.head)):
        line = None if page.segments[place].furniture else read_member_line(place, page.segments[place], page.names)
        if line is not None:
            page.put("sources", line.sources, line.span, _BARE)
            return place
    return None


def _by(page: Page) -> int | None:
    """Put the sources of a by-line, or of a label, and give its segment."""
    for value in page.values:
        if value.field == "source" and value.segment < page.head:
            put_sources(page, value)
            sources = page.fields.get("sources", ())
            if sources and all(source.resolved or not source.name[0].islower() for source in sources):
                return value.segment
            page.clear()
            return None
    for place, segment in enumerate(page.segments[: page.head]):
        line = None if segment.furniture else read_by_line(place, segment, page.names)
        if line is not None:
            page.put("sources", line.sources, line.span, 0.7)
            return place
    return None


def _cover(page: Page, date: tuple[int, FoundDate] | None) -> None:
    # A title and short lines, one of them with a year, before the text; names among them are who it is by.
    lines = [place for place in range(page.head) if not page.segments[place].furniture]
    if not 1 < len(lines) <= _MOST_COVER_LINES or page.head >= len(page.segments):
        return
    names = [place for place in lines if read_member_line(place, page.segments[place], page.names) is not None]
    titles = [place for place in lines if place not in names and is_title(page.segments[place])]
    texts = [page.segments[place].text for place in lines]
    if not titles or not any(len(text) <= _YEAR_LINE and _YEAR.search(text) for text in texts):
        return
    labelled = frozenset({*(value.segment for value in page.values), *names})
    last = last_line(page.segments, titles[0], labelled)
    rest = [place for place in lines if not titles[0] <= place <= (last or titles[0])]
    if (
        last is None
        or titles[0] > lines[0] + len(names)
        or any(len(page.segments[each].text) > _SHORT for each in rest)
    ):
        return
    put_title(page, ((page.segments[titles[0]].start, page.segments[last].span[1]),), 0.6)
    line = read_member_line(names[0], page.segments[names[0]], page.names) if names else None
    if line is not None:
        page.put("sources", line.sources, line.span, _BARE)
    if date is not None and date[0] in lines:
        _put_date(page, *date)


def _first_title(page: Page, before: int, labelled: frozenset[int]) -> Span | None:
    return find_title_before(page.segments, -1, before, labelled)


def _labelled_date(page: Page) -> tuple[int, FoundDate] | None:
    for value in page.values:
        if value.field == "date":
            start, end = value.lines[0]
            found = find_dates(page.text.text[start:end], page.language)
            if found and found[0].last is None:
                place = next(number for number, each in enumerate(page.segments) if each.start <= start < each.span[1])
                shift = start - page.segments[place].start
                span = (found[0].span[0] + shift, found[0].span[1] + shift)
                return place, FoundDate(found[0].first, None, span)
    return None


def _date_before(page: Page, place: int) -> tuple[int, FoundDate] | None:
    """Give the first date above a line that stands alone on its line, behind a place or behind its label."""
    labelled = _labelled_date(page)
    if labelled is not None and labelled[0] < place:
        return labelled
    for number, segment in enumerate(page.segments[:place]):
        if len(segment.text) > _SHORT:
            continue
        for found in find_dates(segment.text, page.language):
            if found.last is None and stands_alone(segment.text, found.span):
                return number, found
    return None


def _put_date(page: Page, place: int, found: FoundDate) -> None:
    start = page.segments[place].start
    page.put("document_date", found.first, (start + found.span[0], start + found.span[1]), 0.75)
