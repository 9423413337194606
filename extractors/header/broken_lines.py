"""Lines as they were meant: values that a narrow column broke over two lines."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extractors.header.dates import month_names, month_pattern
from extractors.header.label_words import labels_before_colons, whole_label
from extractors.header.symbol import find_symbol
from extractors.reading import FrontLine

_YEAR_ALONE = re.compile(r"\s*(?:del?\s+)?[12]\d{3}\s*(?:г\.?|года?|م)?\s*[.)]?\s*")
_YEAR_FIRST = re.compile(r"\s*(?:del?\s+)?[12]\d{3}(?!\d)\s*(?:г\.?(?!\w)|года?(?![а-я])|م(?!\w))?")
_DAY_AT_END = re.compile(r"(?<!\d)\d{1,2}\s*$")
_LONGEST = 200
_LONGEST_WORD, _LONGEST_LABEL = 20, 40

_ARABIC = re.compile(r"\s*[\u0621-\u064a]")
_CUT = re.compile(r"(?:\S+\s+){5,}(?:و?(?:إلى|في|من|على)\s+)?(?:ال)?وثيقة\s*$")
"""Words of a sentence up to that for a document, whose number stands in the next cell."""
_SHORTEST_CUT = 20
_OPEN_DAY = re.compile(r"(?<![\d/.:])\d{1,2}(?:\s?[-–—]\s?\d{1,2})?(?:er|º|\.)?(?:\s+(?:de|من))?(?=\s|$)")
_OPEN_NUMBER = re.compile(r"[A-Za-zА-я]{1,12}[A-Za-z0-9&()./-]*[-/]$")
_REST_OF_NUMBER = re.compile(r"[A-Za-z0-9(][A-Za-z0-9&()./-]*")


def mend_lines(front: Sequence[FrontLine]) -> Sequence[FrontLine]:
    """Put what a narrow column broke off behind what it belongs to: half a date, half a label, half a number."""
    lines = [_with_number(_with_month(line)) for line in front]
    for place in range(len(lines) - 1, 0, -1):
        above, line = lines[place - 1], lines[place]
        if above.furniture or line.furniture:
            continue
        cells = above.cells, line.cells
        while mended := _with_year(*cells) or _with_label(*cells) or _with_half(*cells):
            cells = mended
        if cells[0] is not above.cells:
            lines[place - 1] = replace(above, cells=cells[0])
            lines[place : place + 1] = [replace(line, cells=cells[1])] if any(cells[1]) else []
    return lines


def _with_month(line: FrontLine) -> FrontLine:
    # "CWG-COP-15/7-A20" and "سبتمبر 2019" in the next cell: the gap stands between a day and its month.
    if len(line.cells) == 1:
        return line
    cells = list(line.cells)
    for place in range(len(cells) - 1, 0, -1):
        if _DAY_AT_END.search(cells[place - 1]) and _month_first().match(cells[place]):
            cells[place - 1 : place + 1] = [f"{cells[place - 1]} {cells[place]}"]
    return line if len(cells) == len(line.cells) else replace(line, cells=tuple(cells))


def _with_number(line: FrontLine) -> FrontLine:
    # In right-to-left text on a page, gaps stand around a number in the middle of a sentence or of a bracket.
    first = line.cells[0] if line.cells else ""
    if len(line.cells) <= 1 or len(first) < _SHORTEST_CUT or not _ARABIC.match(first):
        return line
    open_bracket = first.count("(") > first.count(")")
    alone = any(cell.strip() and not any(map(str.isalnum, cell)) for cell in line.cells)
    if not open_bracket and not alone and not (line.page is not None and _CUT.search(first)):
        return line
    return replace(line, cells=(" ".join(cell.strip() for cell in line.cells if cell.strip()),))


def _with_year(above: tuple[str, ...], cells: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    for number, cell in enumerate(cells):
        year = _YEAR_FIRST.match(cell)
        if not year or len(cell) > _LONGEST:
            continue
        targets = [place for place, text in enumerate(above) if _open_date().search(text[-_LONGEST:])]
        beside = number in targets and len(cells) == len(above)
        alone = _YEAR_ALONE.fullmatch(cell) or any(
            label.start == 0 for label in labels_before_colons(cell[year.end() :])
        )
        if not targets or not (alone or beside):
            continue
        target = number if number in targets else targets[0]
        joined = (*above[:target], f"{above[target].rstrip()} {year[0].strip()}", *above[target + 1 :])
        rest = cell[year.end() :].lstrip(" ,،")
        return joined, (*cells[:number], rest, *cells[number + 1 :])
    return None


def _with_half(above: tuple[str, ...], cells: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Put the rest of a document number behind its beginning, or a month and year behind their day."""
    broken = any(text.rstrip()[-1:] in {"-", "/"} for text in above)
    dated = any(_begins_with_month(cell) for cell in cells) and any(map(_OPEN_DAY.search, above))
    for number, cell in enumerate(cells if broken or dated else ()):
        if not cell or len(cell) > _LONGEST or not above:
            continue
        # The cell above in the same column; else the last, where numbers stand, or the first, where meetings stand.
        order = [number] if len(cells) == len(above) > 1 else [len(above) - 1, 0]
        month = _month_and_year().match(cell) if dated else None
        rest = _REST_OF_NUMBER.match(cell) if broken else None
        for target in order:
            text = above[target].rstrip()
            if month:
                place = _open_day(text)
            elif rest and text[-1:] in {"-", "/"}:
                place = len(text) if _is_number(text, rest[0]) else None
            else:
                continue
            taken = month or rest
            if place is not None and taken:
                joined = f"{text[:place]}{' ' if month else ''}{taken[0].strip()}{text[place:]}"
                left = cell[taken.end() :].lstrip(" ,،")
                return (*above[:target], joined, *above[target + 1 :]), (*cells[:number], left, *cells[number + 1 :])
    return None


def _begins_with_month(cell: str) -> bool:
    words = cell[:_LONGEST_WORD].casefold().split(None, 2)
    return any(word.rstrip(".,") in _month_words() for word in words[:2])


def _is_number(text: str, rest: str) -> bool:
    # "Document CWG-COP-" and "17/14(Rev.1)-E" below it.
    begun = _OPEN_NUMBER.search(text)
    whole = find_symbol(begun[0] + rest) if begun else None
    return whole is not None and begun is not None and whole.span[0] == 0 and whole.span[1] > len(begun[0])


def _open_day(text: str) -> int | None:
    # "Geneva, 13-14" at the end of the line, or before the date or the label of the next column.
    match = next((each for each in _OPEN_DAY.finditer(text) if _is_end(text[each.end() :])), None)
    return match.end() if match else None


def _is_end(behind: str) -> bool:
    return not behind.strip() or _full_date().match(behind) is not None or bool(labels_before_colons(behind.strip()))


def _with_label(above: tuple[str, ...], cells: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    if len(above) == 1:
        return None
    for number, cell in enumerate(cells):
        if not 0 < len(cell) <= _LONGEST_WORD or " " in cell or (whole_label(cell) and not cell[0].islower()):
            continue
        for place, text in enumerate(above):
            joined = f"{text} {cell}"
            if len(joined) <= _LONGEST_LABEL and whole_label(joined) and not _ends_value(above, place):
                return (*above[:place], joined, *above[place + 1 :]), (*cells[:number], "", *cells[number + 1 :])
    return None


def _ends_value(above: tuple[str, ...], place: int) -> bool:
    # The last cell of a row is a value, even where it is spelled like a label.
    return place == len(above) - 1


@cache
def _month_first() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:de\s+)?(?:{month_pattern()})(?!\w)", re.IGNORECASE)


@cache
def _open_date() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\d)\d{{1,2}}(?:er|º|\.)?\s*(?:de\s+|من\s+)?(?:{month_pattern()})\.?,?(?:\s+de(?:l)?)?\s*$", re.IGNORECASE
    )


@cache
def _month_words() -> frozenset[str]:
    return frozenset(name.split()[0].rstrip(".") for name in month_names())


@cache
def _month_and_year() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:de\s+|of\s+)?(?:{month_pattern()})\.?,?\s+(?:del?\s+)?[12]\d{{3}}(?!\d)\s*(?:г\.?(?!\w)|года?(?![а-я])|م(?!\w))?",
        re.IGNORECASE,
    )


@cache
def _full_date() -> re.Pattern[str]:
    return re.compile(rf"\s+\d{{1,2}}(?:er|º|\.)?\s+(?:de\s+)?(?:{month_pattern()})", re.IGNORECASE)
