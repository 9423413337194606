"""Running headers, footers and page numbers, recognised by their coming back at the same height."""

import re
from collections import deque
from collections.abc import Iterator

from extractors.pdf.layout import Layout
from extractors.pdf.lines import Line
from extractors.pdf.lone_lines import PAGE_NUMBER, lone_numbers, own_symbols

_MARGIN = 0.16
"""Share of the page's height, at the top and at the bottom, in which furniture stands."""
_MOST_LINES = 5
_FEW_NUMBERS = 2
"""Of more numbers than this in a line, half come back on other pages; else it is a row of figures."""
_AHEAD = 6
"""Pages read ahead before a page is judged."""
_SAME_HEIGHT = 8.0
_SHORT = 60
_UPRIGHT, _TALL = 3, 3.0
"""A line of more signs than these that is so many times taller than wide runs up or down the page."""
_APART = 1.5
"""Letter sizes between furniture and the text."""
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"\b[ivxl]{1,6}\b")


class FurnitureFilter:
    """Takes pages one by one and hands them back, a few later, without their furniture."""

    def __init__(self, pages: int) -> None:
        self._pages = pages
        self._waiting: deque[Layout] = deque()
        self._seen: dict[str, list[tuple[int, float, list[str]]]] = {}
        self._found: dict[str, str] = {}
        self._symbols: set[str] = set()
        self.first_pages: set[tuple[int, str]] = set()
        """The furniture of the first two pages, with its page."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the furniture found so far, each once."""
        return tuple(self._found.values())

    def push(self, layout: Layout) -> Iterator[Layout]:
        """Take the next page; give back those that can be judged now."""
        for line in _margin_lines(layout) + _side_lines(layout):
            places = self._seen.setdefault(_key(line, layout), [])
            places.append((layout.page, _height(line, layout), _DIGITS.findall(line.text)))
            del places[: -3 * _AHEAD]
        if layout.page == 1:
            self._symbols = own_symbols(layout)
        self._waiting.append(layout)
        if len(self._waiting) > _AHEAD:
            yield self._judge(self._waiting.popleft())

    def flush(self) -> Iterator[Layout]:
        """Give back the last pages."""
        while self._waiting:
            yield self._judge(self._waiting.popleft())

    def _judge(self, layout: Layout) -> Layout:
        candidates, sides = _margin_lines(layout), _side_lines(layout)
        gone = {id(line) for line in candidates + sides if self._returns(line, layout)}
        outermost = _outermost(candidates)
        gone |= {id(line) for line in outermost if PAGE_NUMBER.fullmatch(line.text) and _alone(line, layout)}
        gone |= _companions(candidates, gone, layout)
        alone = lone_numbers(layout)
        if self._symbols:
            alone += [line for line in outermost if self._repeats_symbol(line, layout)]
        gone |= {id(line) for line in alone}
        for line in candidates + sides + alone:
            if id(line) in gone:
                self._found.setdefault(_DIGITS.sub("#", line.text), line.text)
                if layout.page <= 2:
                    self.first_pages.add((layout.page, line.text))
        for text in layout.watermark:
            self._found.setdefault(text, text)
        layout.items = [item for item in layout.items if id(item) not in gone]
        return layout

    def _repeats_symbol(self, line: Line, layout: Layout) -> bool:
        """Tell whether a line says no more than the document's number, which the head of page 1 says as well."""
        if layout.page == 1 and line.top < layout.height / 2:
            return False
        symbol = next((symbol for symbol in self._symbols if symbol in line.text), None)
        rest = line.text.replace(symbol, "", 1) if symbol else line.text
        return symbol is not None and (not any(map(str.isalnum, rest)) or bool(PAGE_NUMBER.fullmatch(rest)))

    def _returns(self, line: Line, layout: Layout) -> bool:
        height = _height(line, layout)
        places = self._seen.get(_key(line, layout), [])
        numbers = _DIGITS.findall(line.text)
        pages = {
            page
            for page, other, others in places
            if abs(other - height) <= _SAME_HEIGHT and _numbers_return(numbers, others, page - layout.page)
        }
        enough = 2 if self._pages <= 4 else 3
        return len(pages) >= enough and len(line.text) <= 200


def _numbers_return(numbers: list[str], others: list[str], pages: int) -> bool:
    """Tell page numbers and what stays the same from the numbers of headings, which go their own way."""
    same = sum(a == b for a, b in zip(numbers, others, strict=False))
    if len(numbers) > _FEW_NUMBERS:
        return 2 * same >= len(numbers)
    counted = any(int(b) - int(a) == pages for a, b in zip(numbers, others, strict=False))
    return bool(same) or counted or not numbers


def _margin_lines(layout: Layout) -> list[Line]:
    lines = sorted((item for item in layout.items if isinstance(item, Line)), key=lambda line: line.top)
    top = [line for line in lines[: 2 * _MOST_LINES] if line.bottom <= _MARGIN * layout.height][:_MOST_LINES]
    bottom = [line for line in lines[-2 * _MOST_LINES :] if line.top >= (1 - _MARGIN) * layout.height][-_MOST_LINES:]
    return top + [line for line in bottom if all(line is not other for other in top)]


def _side_lines(layout: Layout) -> list[Line]:
    """Find what is printed up or down along the page."""
    lines = [item for item in layout.items if isinstance(item, Line) and len(item.text) > _UPRIGHT]
    return [line for line in lines if line.bottom - line.top > _TALL * (line.x1 - line.x0)]


def _outermost(lines: list[Line]) -> list[Line]:
    if not lines:
        return []
    first, last = min(line.top for line in lines), max(line.bottom for line in lines)
    return [line for line in lines if line.top <= first + line.size or line.bottom >= last - line.size]


def _companions(candidates: list[Line], gone: set[int], layout: Layout) -> set[int]:
    """Find what stands with a page number, in the same letters and apart from the text: a document's number, say."""
    numbers = [line for line in candidates if id(line) in gone and PAGE_NUMBER.fullmatch(line.text)]
    lines = [item for item in layout.items if isinstance(item, Line) and id(item) not in gone]
    found = set()
    for line in candidates:
        beside = any(_stands_with(line, number) for number in numbers)
        if not beside or id(line) in gone or line.bold or len(line.text) > _SHORT:
            continue
        apart = min((_distance(line, other) for other in lines if other is not line), default=layout.height)
        if apart > _APART * line.size:
            found.add(id(line))
    return found


def _stands_with(line: Line, number: Line) -> bool:
    alike = line.size <= 1.1 * number.size
    centred = abs(line.x0 + line.x1 - number.x0 - number.x1) < 2 * line.size
    aligned = centred or abs(line.x0 - number.x0) < 2 or abs(line.x1 - number.x1) < 2
    return alike and aligned and _distance(line, number) < line.size


def _distance(line: Line, other: Line) -> float:
    return max(other.top - line.bottom, line.top - other.bottom)


def _alone(line: Line, layout: Layout) -> bool:
    """Tell whether no other line touches this one from above and below at its left edge, as in a column of figures."""
    near = [
        other
        for other in layout.items
        if isinstance(other, Line)
        and other is not line
        and min(abs(other.top - line.bottom), abs(line.top - other.bottom)) < 0.5 * line.size
        and other.size == line.size
        and abs(other.x0 - line.x0) < 2
    ]
    return not near


def _height(line: Line, layout: Layout) -> float:
    return line.top if line.top < layout.height / 2 else line.bottom - layout.height


def _key(line: Line, layout: Layout) -> str:
    end = "t" if line.top < layout.height / 2 else "b"
    text = _DIGITS.sub("#", line.text)
    return end + (_ROMAN.sub("#", text) if len(text) < 12 else text)
