"""Source and title of a page that has a header block."""

from collections.abc import Iterable

from extractors.document import Span
from extractors.header.block import block_patterns
from extractors.header.cover import read_rest
from extractors.header.labels import Value, value_without_colon
from extractors.header.meeting import MeetingLine
from extractors.header.membership import find_organisation, source_of
from extractors.header.minutes import read_minutes
from extractors.header.page import LABELS_BEHIND, Page
from extractors.header.prose import next_line
from extractors.header.symbol_grammar import grammar
from extractors.header.titles import find_title, find_title_before, last_line
from extractors.header.unlabelled import SourceLine, find_source
from extractors.header.values import put_sources, put_title
from extractors.header.vocabulary import Category

_MOST_WORDS_OF_NAME = 4
_SOURCES = ("source", "organisation", "country", "author", "sender")
"""Labels of the source, the surest first."""


def read_source_and_title(page: Page, meeting: MeetingLine | None, taken: Iterable[int]) -> None:
    """Read source and title, by their labels or by where they stand; `taken` are segments that say something else."""
    labels = [value for name in _SOURCES for value in page.labelled(name)]
    told = [value for value in labels if not _is_another_part(page, value) and put_sources(page, value)]
    for value in page.labelled("title"):
        if not _is_another_part(page, value):
            put_title(page, value.lines, 0.95)
    agenda = page.places_of("agenda_item")
    dated = page.places_of("document_date")
    last = max([*page.anchors, meeting.segment if meeting else -1, *dated, *page.places_of("meeting_date")])
    labelled = frozenset({*taken, *(value.segment for value in page.values), *page.anchors, *dated})
    block_end = last
    if meeting is not None and page.anchors and _stands_behind(page, meeting.segment, labelled):
        block_end = max([meeting.segment, *agenda])
    after = max([block_end, *(value.last for value in told)])
    if "sources" not in page.fields and not told:
        start = max([block_end, *agenda])
        line = find_source(page.segments[: page.head], start, page.names, by_place=not _of_united_nations(page))
        line = line or _letterhead(page)
        if line is not None:
            page.put("sources", line.sources, line.span, line.confidence)
            after = max(block_end, line.segment)
    if "title" not in page.fields and not page.labelled("title"):
        _title(page, labelled, max([after, *agenda]), (block_end, last))
        if "title" not in page.fields and not _of_united_nations(page):
            read_rest(page, block_end, labelled | frozenset(page.places_of("sources")))


def _title(page: Page, labelled: frozenset[int], after: int, ends: tuple[int, int]) -> None:
    """Read a title without a label: behind `after`, else behind the block; `ends` are where the block may end."""
    subject = next(iter(page.labelled("subject")), None)
    if subject is not None:
        put_title(page, subject.lines, 0.8)
        return
    if _title_without_colon(page, labelled):
        return
    sure = "sources" in page.fields
    agenda = page.places_of("agenda_item")
    title = find_title(page.segments, after, labelled, sure=sure)
    if title is None and ends[1] > after:
        title = find_title(page.segments, ends[1], labelled, sure=sure)
    if title is None and agenda and agenda[0] >= ends[0]:
        title = find_title_before(page.segments, agenda[0], _reported(page, agenda[0]), labelled)
    if title is None:
        title = _title_before_text(page, max([*ends, after, *agenda]), labelled)
    if title is not None:
        put_title(page, (title,), 0.75 if sure else 0.6)
    else:
        read_minutes(page)


def _title_before_text(page: Page, after: int, labelled: frozenset[int]) -> Span | None:
    """Give a title that is not the line right behind the block: below the name of a body, or of a source unknown."""
    segments = page.segments
    if _of_united_nations(page):
        reported = find_title_before(segments, after, _reported(page, after), labelled)
        return reported or find_title_before(segments, after, page.head, labelled)
    first = next_line(segments, after)
    if page.head >= len(segments) or first is None or first in labelled or "sources" in page.fields:
        return None
    name = len(segments[first].text.split()) <= _MOST_WORDS_OF_NAME and segments[first].cells == 1
    return find_title(segments, first, labelled, sure=False) if name else None


def _of_united_nations(page: Page) -> bool:
    return "symbol" in page.fields and grammar().united_nations.match(page.fields["symbol"]) is not None


def _letterhead(page: Page) -> SourceLine | None:
    # The name of an organisation above the block: a regional organisation's own paper.
    first = next((place for place, segment in enumerate(page.segments) if not segment.furniture), None)
    if first is None or not page.anchors or first >= min(page.anchors) or page.segments[first].cells > 1:
        return None
    segment = page.segments[first]
    organisation = find_organisation(segment.text, page.names, whole=True)
    if organisation is None or organisation.category in {Category.SECRETARIAT, Category.UN_BODY}:
        return None
    source = source_of(segment.text, None, page.names)
    return SourceLine(first, (source,), segment.span, 0.6, by=False)


def _stands_behind(page: Page, start: int, labelled: frozenset[int]) -> bool:
    # Where a page is read column by column, number and date may stand behind source and title.
    first = min(place for place in page.anchors)
    between = [place for place in range(start + 1, first) if place not in labelled]
    named = (find_source(page.segments[place : place + 1], -1, page.names) for place in between)
    return first > start and any(line is not None for line in named)


def _title_without_colon(page: Page, labelled: frozenset[int]) -> bool:
    if not any(value_without_colon(segment.text, "source") for segment in page.near(LABELS_BEHIND)):
        return False  # "Title IX and harassment" is a title
    for place, segment in enumerate(page.near(LABELS_BEHIND)):
        start = value_without_colon(segment.text, "title") or value_without_colon(segment.text, "subject")
        if start is not None and place not in labelled:
            last = last_line(page.segments, place, labelled)
            put_title(page, ((segment.start + start, page.segments[last or place].span[1]),), 0.7)
            return "title" in page.fields
    return False


def _reported(page: Page, after: int) -> int:
    # "Report of the Special Rapporteur" and the like stand behind the title of a document of the United Nations.
    report = block_patterns().report
    places = range(after + 1, min(page.head, len(page.segments)))
    return next((place for place in places if report.fullmatch(page.segments[place].text)), page.head)


def _is_another_part(page: Page, value: Value) -> bool:
    # A label without a value of its own, and the number or the original language on the next line.
    return value.segment not in page.anchors and value.last in page.anchors
