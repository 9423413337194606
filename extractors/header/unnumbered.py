"""What a first page without a header block says: a letter, a questionnaire's cover, a paper with a by-line."""

import re

from extractors.document import Span
from extractors.header.dates import FoundDate
from extractors.header.front_text import Segment
from extractors.header.letter import is_letter, read_letter, read_message
from extractors.header.minutes import read_minutes
from extractors.header.organisation_name import is_organisation_name
from extractors.header.page import Page
from extractors.header.questionnaire_cover import read_questionnaire
from extractors.header.single_date import date_before, labelled_date, put_date
from extractors.header.submission import read_submission
from extractors.header.titles import find_title, find_title_before, is_title, last_line
from extractors.header.unlabelled import read_by_line, read_member_line
from extractors.header.values import put_sources, put_title

_TOP = 14
"""Segments in which the head of such a page stands."""
_SHORT = 60
_YEAR_LINE = 30
_MOST_COVER_LINES = 5
_NEAR = 3
_BARE = 0.6
"""Confidence in a source that no word introduces."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def read_unnumbered(page: Page) -> None:
    """Read source, date and title of a page that is plainly one of these; of any other page nothing."""
    page.segments = page.segments[: max(_TOP, page.head + 2)]
    if is_letter(page):
        read_letter(page)
    elif any(value.field == "sender" for value in page.values):
        read_message(page)
    elif not (read_minutes(page) or read_questionnaire(page) or read_submission(page)):
        _paper(page)


def _paper(page: Page) -> None:
    labelled = frozenset(value.segment for value in page.values)
    by = _by(page)
    date = labelled_date(page) or date_before(page, len(page.segments))
    if by is None and date is not None:
        by = _member(page, date[0])
    if by is None:
        _cover(page, date)
        return
    if date is not None:
        put_date(page, *date)
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
    titles = [place for place in lines if place not in names and _is_title(page.segments[place])]
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
        put_date(page, *date)


def _is_title(segment: Segment) -> bool:
    return is_title(segment) and not is_organisation_name(segment.text)


def _first_title(page: Page, before: int, labelled: frozenset[int]) -> Span | None:
    return find_title_before(page.segments, -1, before, labelled)
