"""Lines as they were meant: values that a narrow column broke over two lines, and letters that OCR read as digits."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extractors.header.confusables import skeleton
from extractors.header.dates import month_names, month_pattern
from extractors.header.label_words import whole_label
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
_ONE = re.compile(
    r"(?<=[A-Za-zÀ-ÿ]{2})(?<!\bSG)1(?=[A-Za-zÀ-ÿ])|(?<=[A-Za-zÀ-ÿ]{5})1(?![\w/-])|(?<=[-/])[lI](?=\d)|(?<=\d)[lI](?=[-/])"
)
_NAUGHT = re.compile(
    r"(?<![\w/-])0(?=[A-Za-zÀ-ÿА-яё]{3})|(?<=[A-Za-zÀ-ÿА-яё])0(?=[A-Za-zÀ-ÿА-яё])|(?<=[A-Za-zÀ-ÿА-яё]{5})0(?![\w/-])"
)
_CAPITAL_I = re.compile(r"(?<=[A-ZÀ-Ý])l(?=[A-ZÀ-Ý])|(?<!\w)l(?=[nm][a-zà-ÿ]{3})")
_NAUGHT_IN_NUMBER = re.compile(r"(?<=\d)[OoОо](?=[-/])|(?<=[-/])[OО](?=\d)")
_LETTERS_OF_NUMBER = re.compile(
    r"(?<!\w)[A-ZАВСЕНКМОРТХ]{1,4}(?:-[A-ZАВСЕНКМОРТХ]{2,4})?(?=[-/]?\d{1,4}/)|(?<=\d-)[АСЕ](?!\w)"
)
_LATIN = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")
_MONTH_PLACE = re.compile(
    r"(?<=\d\s)[^\W_]{4,12}(?=\.?,?\s+(?:del?\s+)?\d{4})|(?<=\d\sde\s)[^\W_]{4,12}(?=\s+del?\s+\d{4})"
)
_SHORTEST_MONTH = 4
_YEAR = re.compile(r"(?<![A-Za-z0-9/-])[12][0-9OoОоlI]{3}(?![A-Za-z0-9/-])")
_DAY = re.compile(r"(?<!\w)(?:[1-3][OoОоlI]|[lI][0-9])(?=\s+[^\W\d_]{3})")
_DIGITS = str.maketrans({"O": "0", "o": "0", "О": "0", "о": "0", "l": "1", "I": "1"})


def mend_letters(text: str) -> str:
    """Put back letters and digits that OCR confuses ("Origina1", "0rigen", "2O17"); no offset changes."""
    text = _LETTERS_OF_NUMBER.sub(_as_latin, _YEAR.sub(_as_digits, text))
    text = _DAY.sub(_as_digits, text)
    text = _CAPITAL_I.sub("I", _NAUGHT_IN_NUMBER.sub("0", text))
    if "0" in text:
        text = _NAUGHT.sub(_as_o, text)
    if "1" in text or "/" in text:
        text = _ONE.sub(lambda match: "l" if match[0] == "1" else "1", text)
    return text


def mend_lines(front: Sequence[FrontLine]) -> Sequence[FrontLine]:
    """Put what a narrow column broke off behind what it belongs to: a year behind its day and month, half a label."""
    lines = [_with_number(_with_month(line)) for line in front]
    for place in range(len(lines) - 1, 0, -1):
        above, line = lines[place - 1], lines[place]
        if above.furniture or line.furniture:
            continue
        cells = above.cells, line.cells
        while mended := _with_year(*cells) or _with_label(*cells):
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
        if not targets or not (_YEAR_ALONE.fullmatch(cell) or beside):
            continue
        target = number if number in targets else targets[0]
        joined = (*above[:target], f"{above[target].rstrip()} {year[0].strip()}", *above[target + 1 :])
        rest = cell[year.end() :].lstrip(" ,،")
        return joined, (*cells[:number], rest, *cells[number + 1 :])
    return None


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


def mend_months(text: str) -> str:
    """Put back names of months that OCR misread letter by letter ("janvler"); no offset changes."""
    return _MONTH_PLACE.sub(_as_month, text)


def _as_month(match: re.Match[str]) -> str:
    name = match[0].casefold()
    month = None if name in month_names() else _months_alike().get(skeleton(name))
    return month.ljust(len(name)) if month and len(month) <= len(name) else match[0]


@cache
def _months_alike() -> dict[str, str]:
    return {skeleton(name): name for name in month_names() if len(name) >= _SHORTEST_MONTH}


def _as_latin(match: re.Match[str]) -> str:
    return match[0].translate(_LATIN)


def _as_digits(match: re.Match[str]) -> str:
    return match[0].translate(_DIGITS)


def _as_o(match: re.Match[str]) -> str:
    after = match.string[match.end() : match.end() + 1]
    start = match.start() == 0 or not match.string[match.start() - 1].isalpha()
    return "O" if after.isupper() or (start and after) else "o"


@cache
def _month_first() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:de\s+)?(?:{month_pattern()})(?!\w)", re.IGNORECASE)


@cache
def _open_date() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\d)\d{{1,2}}(?:er|º|\.)?\s*(?:de\s+|من\s+)?(?:{month_pattern()})\.?,?(?:\s+de(?:l)?)?\s*$", re.IGNORECASE
    )
