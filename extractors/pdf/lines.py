"""Lines of text from words: who stands on one line, in which order, with spaces where the page has them."""

from dataclasses import dataclass, replace

from extractors.pdf.rows import RAISED, group_rows
from extractors.pdf.scripts import HAS_RTL, IS_CJK, is_rtl, mend_brackets, normalise, read_row
from extractors.pdf.words import Word

_CELL_GAP = 1.8
"""A gap of so many letter sizes parts two cells of a line."""
_GUTTER = 4.0
"""A gap of so many letter sizes parts the columns of a table that no line is drawn of."""
_GLUE = 0.09
_ALL = 0.9
_TOUCHING = 0.05
_STOPS = frozenset(".،؛:!؟")
_FIRST_CJK = "\u2e80"
_SIGNS = frozenset({"*", "**", "***", "†", "‡"})


@dataclass(slots=True)
class Line:
    """One visual line of a column."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    page: int = 0
    cells: tuple[str, ...] = ()
    gutter: float | None = None
    """Where the second cell begins, where far more than a wide space parts it from the first."""
    references: tuple[tuple[int, str], ...] = ()
    """Raised numbers in the line: offset in the text and the number, with its bracket if it has one."""
    leading_reference: str | None = None
    """The raised number that the line begins with, as footnotes do."""
    confidence: float | None = None
    zone: int = 0
    """Lines of one column or box of a page share their zone."""
    zone_box: tuple[float, float] = (0.0, 0.0)
    """Left and right edge of the zone."""
    words: int = 0
    rtl: bool = False


def make_line(row: list[Word], page: int, rtl: bool | None = None) -> Line:
    """Make a line of the words of a row, given from left to right; `rtl` is the direction of its surroundings."""
    if len(row) == 1 and (row[0].text.isascii() or not HAS_RTL.search(row[0].text)):
        return _line_of_one(row[0], page)
    texts = [word.text for word in row]
    joined = " ".join(texts)
    size = _size(row)
    right = False
    if not joined.isascii() and HAS_RTL.search(joined):
        right = is_rtl(joined) if rtl is None else rtl
        row = [_reworded(row[index], text) for index, text in read_row(texts, right)]
    text, references, cells, gutter = _join(row, size)
    text = normalise(text)
    cells = [normalise(cell) for cell in cells] if len(cells) > 1 else [text]
    if right:
        text, cells = mend_brackets(text), [mend_brackets(cell) for cell in cells]
    printed = [word for word in row if word.size >= RAISED * size] or row
    letters = len(joined) - len(row) + 1
    leading = row[0].text if len(row) > 1 and _is_reference(row[0], size) else None
    return Line(
        text,
        min([word.x0 for word in row]),
        min([word.top for word in printed]),
        max([word.x1 for word in row]),
        max([word.bottom for word in printed]),
        size,
        sum([len(word.text) for word in row if word.bold]) > _ALL * letters,
        sum([len(word.text) for word in row if word.italic]) > _ALL * letters,
        page,
        tuple(cells),
        gutter,
        references,
        leading,
        _confidence(row),
        words=sum([word.count for word in row]),
        rtl=right,
    )


def _line_of_one(word: Word, page: int) -> Line:
    text = normalise(word.text)
    return Line(
        text,
        word.x0,
        word.top,
        word.x1,
        word.bottom,
        _size([word]),
        word.bold,
        word.italic,
        page,
        (text,),
        confidence=word.confidence,
        words=word.count,
    )


def _confidence(row: list[Word]) -> float | None:
    confident = [(word.confidence, len(word.text)) for word in row if word.confidence is not None]
    if not confident:
        return None
    return sum(confidence * length for confidence, length in confident) / sum(length for _, length in confident)


def _reworded(word: Word, text: str) -> Word:
    return word if word.text == text else replace(word, text=text)


def _size(row: list[Word]) -> float:
    """Return the size of most letters, or a larger one that a good part of them has."""
    first = row[0].size
    if len(row) == 1 or len({word.size for word in row}) == 1:
        return round(first * 2) / 2
    weights: dict[float, int] = {}
    for word in row:
        key = round(word.size * 2) / 2
        weights[key] = weights.get(key, 0) + len(word.text)
    best = max(weights.items(), key=lambda item: (item[1], item[0]))[0]
    largest = max(weights)
    return largest if weights[largest] >= 0.3 * weights[best] else best


def _is_reference(word: Word, size: float) -> bool:
    return word.size < RAISED * size and (
        word.text.strip("()[],").isdigit() or word.text in {"*", "**", "***", "†", "‡"}
    )


def _join(row: list[Word], size: float) -> tuple[str, tuple[tuple[int, str], ...], list[str], float | None]:
    text = ""
    references: list[tuple[int, str]] = []
    cells: list[str] = [""]
    gutter: float | None = None
    last: Word | None = None
    small = RAISED * size
    for word in row:
        if last is None:
            text = cells[0] = word.text
            last = word
            continue
        gap = word.x0 - last.x1 if word.x0 >= last.x0 else last.x0 - word.x1
        space = "" if _glued(last, word, gap, size) else " "
        if gap > _CELL_GAP * size:
            if len(cells) == 1 and gap > _GUTTER * size:
                gutter = word.x0 if word.x0 >= last.x0 else word.x1
            cells.append("")
            space = " "
        else:
            cells[-1] += space
        if word.size < small and _is_reference(word, size):
            references.append((len(text), word.text.strip(",")))
        text += space + word.text
        cells[-1] += word.text
        last = word
    return text, tuple(references), cells, gutter


def _glued(last: Word, word: Word, gap: float, size: float) -> bool:
    if gap >= size or (gap >= _GLUE * size and last.text[-1] < _FIRST_CJK):
        return False
    if IS_CJK.match(last.text[-1]) and IS_CJK.match(word.text[0]):
        return True
    if (word.spaced and word.place == last.place + 1) or (last.spaced and last.place == word.place + 1):
        # In right-to-left text the space may stand on the other side of the word.
        return word.text in _STOPS and gap < _TOUCHING * size and bool(HAS_RTL.match(last.text[-1]))
    return gap < _GLUE * size


def line_texts(words: list[Word]) -> list[str]:
    """Return the texts of the lines of words that stand in one cell or box."""
    if len(words) == 1 and not HAS_RTL.search(words[0].text):
        return [normalise(words[0].text)]
    rows = group_rows(words)
    joined = " ".join([word.text for word in words])
    if joined.isascii() or not HAS_RTL.search(joined):
        return [normalise(_join(row, _size(row))[0]) for row in rows]
    rtl = is_rtl(joined)
    return [make_line(row, 0, rtl).text for row in rows]
