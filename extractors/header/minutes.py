"""Minutes: their title, and when and where the meeting was held."""

from extractors.header.block import block_patterns
from extractors.header.continuation import goes_on
from extractors.header.dates import find_dates
from extractors.header.page import Page
from extractors.header.prose import next_line
from extractors.header.values import put_title

_TOP = 3
_HELD = 4
"""Lines behind the title in which it is said when the meeting was held."""


def read_minutes(page: Page) -> bool:
    """Read title, date and place of minutes; False for a page whose first lines do not say that it is minutes."""
    first = next((place for place, line in enumerate(page.segments[:_TOP]) if not line.furniture), None)
    if first is None or not block_patterns().minutes.match(page.segments[first].text):
        return False
    last = _last_line(page, first)
    if "title" not in page.fields:
        put_title(page, ((page.segments[first].start, page.segments[last].span[1]),), 0.7)
    _labelled(page)
    _held(page, first, last)
    return True


def _last_line(page: Page, first: int) -> int:
    last = first
    while (following := next_line(page.segments, last)) is not None and following < page.head:
        segment = page.segments[following]
        if segment.cells > 1 or find_dates(segment.text) or not goes_on(page.segments[last].text, segment.text):
            break
        last = following
    return last


def _labelled(page: Page) -> None:
    for value in page.values:
        name = {"date": "document_date", "meeting_date": "meeting_date"}.get(value.field)
        start, end = value.lines[0]
        found = find_dates(page.text.text[start:end], page.language)
        if name is not None and name not in page.fields and found:
            page.put(name, found[0].first, (start + found[0].span[0], start + found[0].span[1]), 0.85)


def _held(page: Page, first: int, last: int) -> None:
    # "held in Geneva on 14 March 2023": the day is the meeting's.
    for segment in page.segments[first : last + _HELD]:
        match = block_patterns().held.search(segment.text)
        found = find_dates(segment.text, page.language)
        if match is None or not found:
            continue
        if "meeting_date" not in page.fields:
            span = segment.start + found[0].span[0], segment.start + found[0].span[1]
            page.put("meeting_date", found[0].first, span, 0.8)
        name = next((name for name, place in match.groupdict().items() if place), None)
        if name is not None and "meeting_place" not in page.fields and match.end(name) <= found[0].span[0]:
            span = segment.start + match.start(name), segment.start + match.end(name)
            page.put("meeting_place", match[name], span, 0.8)
        return
