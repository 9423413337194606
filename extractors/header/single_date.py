"""The one date of a page without a header block."""

from extractors.header.dates import FoundDate, find_dates
from extractors.header.document_date import stands_alone
from extractors.header.page import Page

_SHORT = 60


def labelled_date(page: Page) -> tuple[int, FoundDate] | None:
    """Give the first date behind a label for it, and its segment."""
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


def date_before(page: Page, place: int) -> tuple[int, FoundDate] | None:
    """Give the first date above a line that stands alone on its line, behind a place or behind its label."""
    labelled = labelled_date(page)
    if labelled is not None and labelled[0] < place:
        return labelled
    for number, segment in enumerate(page.segments[:place]):
        if len(segment.text) > _SHORT:
            continue
        for found in find_dates(segment.text, page.language):
            if found.last is None and stands_alone(segment.text, found.span):
                return number, found
    return None


def closing_date(page: Page) -> tuple[int, FoundDate] | None:
    """Give the date that stands alone below the text, as letters in Chinese and others are dated."""
    for number in range(page.head + 1, len(page.segments)):
        text = page.segments[number].text
        for found in find_dates(text, page.language) if len(text) <= _SHORT else ():
            if found.last is None and stands_alone(text, found.span):
                return number, found
    return None


def put_date(page: Page, place: int, found: FoundDate) -> None:
    """Keep a date as that of the document."""
    start = page.segments[place].start
    page.put("document_date", found.first, (start + found.span[0], start + found.span[1]), 0.75)
