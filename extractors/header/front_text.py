"""The first lines of a document as one text, and where in it each line and cell stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractors.cleaning import clean
from extractors.document import Span
from extractors.header.broken_lines import mend_lines
from extractors.header.column_order import block_first
from extractors.header.mending import mend_letters, mend_months
from extractors.reading import FrontLine

_MOST_LINES = 40
_MOST_CHARACTERS = 6_000
_LONGEST_CELL = 2_000
_HEADER_LINES, _LONGEST_HEADER_LINE = 16, 120
_SPACED = re.compile(r"\s*[\u4e00-\u9fff]\s[\u4e00-\u9fff](?:\s[\u4e00-\u9fff]){0,2}\s*[:：]")
"""A Chinese label whose characters are set apart: "文 件 :"."""
_APART, _TOGETHER = re.compile(r"[\u4e00-\u9fff]\s(?=[\u4e00-\u9fff])"), re.compile(r"[\u4e00-\u9fff]{2}")
_FEWEST_APART = 1
_SPACE_BETWEEN = re.compile(r"(?<=[\u4e00-\u9fff])\s(?=[\u4e00-\u9fff])")
_HYPHENS = str.maketrans("\u2010\u2011", "--")
_YEAR = re.compile(r"\d\s.{4,20}\d{4}")
_MIXED = re.compile(
    r"[АВСЕНКМОРТХ]-?\d|[^\W\d_][01]|[01][^\W\d_]|[-/][lI]\d|\d[lIOoОо]|[A-ZÀ-Ý]l[A-ZÀ-Ý]|\bl[nm][a-zà-ÿ]{3}"
)
"""Letters and digits side by side, as OCR mixes them up."""


class Segment(NamedTuple):
    """A line of a cell: the smallest piece of the front that was set on its own."""

    text: str
    start: int
    """Offset of the segment in the front text."""
    line: int
    cell: int
    cells: int
    """How many cells the line has that hold text."""
    page: int | None
    furniture: bool

    @property
    def span(self) -> Span:
        """Give the segment's place in the front text."""
        return self.start, self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class FrontText:
    """The front's text (cells parted by a tab, lines by a newline) and its segments in reading order."""

    text: str
    written: str
    """The same text with the letters as they stand in the file; offsets are the same in both."""
    segments: tuple[Segment, ...]


def front_text(front: Sequence[FrontLine]) -> FrontText:
    """Lay the first lines out as one text; no-break spaces and runs of spaces become one space, empty cells go."""
    parts: list[str] = []
    written: list[str] = []
    segments: list[Segment] = []
    offset = 0
    for number, line in enumerate(mend_lines(block_first(front[:_MOST_LINES]))):
        cells = [cell for cell in map(_cell_lines, line.cells) if cell]
        for place, rows in enumerate(cells):
            for row_number, original in enumerate(rows):
                row = _mended(original) if number < _HEADER_LINES else original
                written.append(original)
                parts.append(row)
                segments.append(Segment(row, offset, number, place, len(cells), line.page, line.furniture))
                last_row = row_number == len(rows) - 1
                last = last_row and place == len(cells) - 1
                mark = "\n" if last or not last_row else "\t"
                parts.append(mark)
                written.append(mark)
                offset += len(row) + 1
        if offset > _MOST_CHARACTERS:
            break
    return FrontText("".join(parts).rstrip("\n"), "".join(written).rstrip("\n"), tuple(segments))


def _mended(text: str) -> str:
    if len(text) > _LONGEST_HEADER_LINE:
        return text
    if not text.isascii():
        text = text.translate(_HYPHENS)
    if _MIXED.search(text):
        text = mend_letters(text)
    return mend_months(text) if _YEAR.search(text) else text


def _cell_lines(cell: str) -> list[str]:
    cell = clean(cell[:_LONGEST_CELL])
    if _SPACED.match(cell) or (len(_APART.findall(cell)) >= _FEWEST_APART and not _TOGETHER.search(cell)):
        cell = _SPACE_BETWEEN.sub("", cell)
    if "\n" not in cell:
        row = " ".join(cell.split())
        return [row] if row else []
    rows = (" ".join(row.split()) for row in cell.split("\n"))
    return [row for row in rows if row]
