"""Page numbers and the document's own number at the edge of a page, which need not come back to be furniture."""

import re

from extractors.pdf.layout import Layout
from extractors.pdf.lines import Line
from extractors.pdf.structure import structure

PAGE_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|p\.|página|pagina|страница|стр\.|صفحة|第)?\s*\d{1,4}\s*(?:页|頁)?"
    r"(?:\s*(?:of|de|sur|/|из|من|共)\s*\d{1,4}\s*(?:页|頁)?)?|[ivxl]{1,6})[\W_]*|\S+\.(?:pdf|docx?)",
    re.IGNORECASE,
)
_PLAIN_NUMBER = re.compile(r"[\W_]*\d{1,3}[\W_]*")
_SYMBOL = re.compile(r"(?=\S*\d)(?=\S*[^\W\d_]{2})[^\s:]*[^\s:.][-/][^\s:]*\w")
_LEAST_SYMBOL = 6
_LONGEST = 300
_HEAD, _EDGE = 0.4, 0.25
"""Shares of the page's height that its head and its edges may fill."""
_LARGEST = 14.0
_SHORT = 60
_MOST_BEYOND = 2
_MOST_NUMBERS = 20
_APART = 1.5


def own_symbols(layout: Layout) -> set[str]:
    """Return the numbers of the document that the head of a page gives after a label: `Document CWG-COP-20/30-E`."""
    found: set[str] = set()
    for line in layout.items[:40]:
        if not isinstance(line, Line) or line.bottom > _HEAD * layout.height:
            continue
        for cell in line.cells:
            if structure().heading_labels.match(cell):
                found.update(symbol for symbol in _SYMBOL.findall(cell[:_LONGEST]) if len(symbol) >= _LEAST_SYMBOL)
    return found


def lone_numbers(layout: Layout) -> list[Line]:
    """Return a page number that stands apart at the edge of a page, and the lines between it and that edge."""
    found: list[Line] = []
    numbers = [
        item
        for item in layout.items
        if isinstance(item, Line) and len(item.text) <= 9 and item.size <= _LARGEST and _at_edge(item, layout)
    ]
    for number in numbers[:_MOST_NUMBERS]:
        if _PLAIN_NUMBER.fullmatch(number.text):
            beyond = _beyond(number, layout)
            if beyond is not None:
                found += [number, *beyond]
    return found if len(found) <= 2 * (_MOST_BEYOND + 1) else []


def _at_edge(line: Line, layout: Layout) -> bool:
    return line.top > (1 - _EDGE) * layout.height or (line.bottom < _EDGE * layout.height and layout.page > 1)


def _beyond(number: Line, layout: Layout) -> list[Line] | None:
    """Return the lines between a number and the nearest edge; None where more stands there, or anything near it."""
    low = number.top > layout.height / 2
    beyond: list[Line] = []
    for item in layout.items:
        if item is number:
            continue
        top, bottom = (item.top, item.bottom) if isinstance(item, Line) else (item.box[1], item.box[3])
        if (top >= number.bottom - 1) if low else (bottom <= number.top + 1):
            if not isinstance(item, Line) or len(item.text) > _SHORT or item.size > _LARGEST:
                return None
            beyond.append(item)
        elif max(number.top - bottom, top - number.bottom) < _APART * number.size:
            return None
    return beyond if len(beyond) <= _MOST_BEYOND else None
