"""The front of a document: the visual lines of its first page, as cells from left to right."""

from itertools import accumulate
from operator import attrgetter

from extractors.pdf.columns import split_zones
from extractors.pdf.layout import Layout
from extractors.pdf.lines import Line, make_line
from extractors.pdf.rows import group_rows
from extractors.pdf.scripts import HAS_RTL, is_rtl
from extractors.pdf.words import Word
from extractors.reading import FrontLine

_MOST_WORDS = 400
"""Of a page with tables, from its top; a head is no longer."""


def front_rows(words: list[Word], layout: Layout) -> list[Line]:
    """Return the visual lines of a first page, one column after the other where text runs in columns.

    They are those of its layout, unless there are tables, whose rows are lines here.
    """
    lines = [item for item in layout.items if isinstance(item, Line)]
    if len(lines) == len(layout.items) and not any(word.rotated for word in words):
        return lines
    page = layout.page
    if sum([word.count for word in words]) > _MOST_WORDS:
        words = sorted(words, key=attrgetter("top"))
        ends = accumulate(word.count for word in words)
        words = [word for word, end in zip(words, ends, strict=True) if end <= _MOST_WORDS]
    joined = " ".join([word.text for word in words])
    rtl = is_rtl(joined) if HAS_RTL.search(joined) else None
    zones = split_zones(group_rows(word for word in words if not word.rotated), bool(rtl))
    rows = [make_line(row, page, rtl) for zone in zones for row in zone.rows]
    return rows + [make_line([word], page, rtl) for word in words if word.rotated]


def front_lines(rows: list[Line], furniture: set[tuple[int, str]]) -> tuple[FrontLine, ...]:
    """Make front lines of the visual lines of the first page; those whose text is furniture are marked."""
    return tuple(FrontLine(row.cells, row.page, _is_furniture(row, furniture)) for row in rows if row.text.strip())


def _is_furniture(row: Line, furniture: set[tuple[int, str]]) -> bool:
    return (row.page, row.text) in furniture or all((row.page, cell) in furniture for cell in row.cells)
