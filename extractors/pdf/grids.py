"""The tables of a page as grids: their lines filled with the page's words."""

import re
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from extractors.document import Cell
from extractors.pdf.aligned_tables import aligned_tables
from extractors.pdf.edges import SNAP
from extractors.pdf.frames import is_form, is_frame, is_highlight
from extractors.pdf.gutters import measures
from extractors.pdf.lines import line_texts
from extractors.pdf.nesting import CellGroup
from extractors.pdf.open_rows import nearest, split_open
from extractors.pdf.open_tables import OpenTable, apart, cells_of, columns_in, open_tables
from extractors.pdf.overlap import apart_cells
from extractors.pdf.rulings import Box
from extractors.pdf.seams import close_seams
from extractors.pdf.sheet import Sheet
from extractors.pdf.side_lists import part_lists
from extractors.pdf.stacked import join_stacked
from extractors.pdf.table_lines import TableLines
from extractors.pdf.table_rows import split_rows
from extractors.pdf.tables import Grid
from extractors.pdf.words import Word

_LEADERS = "...."
_AT_ONCE = 500
"""Words sorted into cells in one go, so that a page of small print takes no great memory."""


class _Held(NamedTuple):
    """The words of a cell and its place in the grid."""

    row: int
    column: int
    row_span: int
    column_span: int
    words: list[Word]


def take_grids(words: list[Word], tables: TableLines, page: int, rtl: bool = False) -> tuple[list[Word], list[Grid]]:
    """Fill the tables of a page with the words in them; also return the words that stand in none.

    The columns of right-to-left tables are counted from the right.
    """
    if not words or not tables:
        return words, []
    sheet = Sheet(words, page, rtl)
    grids = [grid for group in join_stacked(tables.groups, sheet) for grid in _take(group, sheet)]
    for rules in apart(tables.rules, [grid.box for grid in grids]):
        grids += [_take_open(table, sheet) for table in open_tables(rules, sheet.left())]
    return (sheet.left(), grids) if grids else (words, [])


def take_aligned(rows: list[list[Word]], page: int, rtl: bool = False) -> tuple[list[list[Word]], list[Grid]]:
    """Find the tables without any line among the lines of a page; also return the other lines."""
    tables = aligned_tables(rows)
    if not tables:
        return rows, []
    taken = {id(word) for table in tables for word in table.words}
    sheet = Sheet([], page, rtl)
    return [row for row in rows if id(row[0]) not in taken], [_open_grid(table, sheet) for table in tables]


def _take(group: CellGroup, sheet: Sheet) -> list[Grid]:
    """Make the grid of a group of cells, or those of the tables in it where it is none itself."""
    inner = [grid for each in group.inner for grid in _take(each, sheet)]
    if len(group.cells) < 2:
        return inner
    inside = sheet.within(group.box)
    if not len(inside):
        return inner
    if len({round(cell[0] / SNAP) for cell in group.cells}) == 1:
        grid, taken = _one_column(group, sheet, inside)
    else:
        grid, taken = _ruled(group.cells, sheet, inside)
    if grid is None:
        return inner
    sheet.free[taken] = False
    grid.inner = tuple(inner)
    for each in inner:
        each.within = True
    return [grid]


def _ruled(cells: list[Box], sheet: Sheet, inside: npt.NDArray[np.int64]) -> tuple[Grid | None, list[int]]:
    held, taken = _sort_into(cells, sheet, inside)
    if is_highlight(cells, held):
        return None, []
    known = set(taken)
    loose = {id(sheet.words[index]): index for index in inside.tolist() if index not in known}
    filled, used = split_open(cells, held, [sheet.words[index] for index in loose.values()])
    taken += [loose[id(word)] for word in used]
    cells, held = split_rows([cell for cell, _ in filled], [words for _, words in filled])
    xs, ys, cells, held = close_seams(*part_lists(cells, held))
    placed = []
    for cell, words in zip(cells, held, strict=True):
        row, column = nearest(ys, cell[1]), nearest(xs, cell[0])
        spans = max(nearest(ys, cell[3]) - row, 1), max(nearest(xs, cell[2]) - column, 1)
        placed.append(_Held(row, column, *spans, words))
    grid = _grid(placed, (xs, ys), sheet)
    count = int(sheet.counts[inside].sum())
    if sum(bool(cell.text) for cell in grid.cells) < 2 or is_frame(grid, count):
        return None, []
    if is_form(grid, count, sheet.beside(grid.box)):
        return None, []
    return grid, taken


def _one_column(group: CellGroup, sheet: Sheet, inside: npt.NDArray[np.int64]) -> tuple[Grid | None, list[int]]:
    """Make a grid of cells that lie under each other: of the columns in them, or else of one column."""
    settings = measures()["box"]
    cells = sorted(group.cells, key=lambda cell: cell[1])
    held, taken = _sort_into(cells, sheet, inside)
    heights = [cells[0][1], *(cell[3] for cell in cells)]
    if not any(word.rotated for words in held for word in words):
        table = columns_in(held, group.box, heights)
        if table is not None:
            return _open_grid(table, sheet), taken
    filled = [words for words in held if words]
    if (
        len(filled) < max(settings["least_rows"], settings["filled"] * len(cells))
        or max(sum([word.count for word in words]) for words in filled) > settings["most_words"]
    ):
        return None, []
    placed = [_Held(row, 0, 1, 1, words) for row, words in enumerate(held)]
    return _grid(placed, ([group.box[0], group.box[2]], heights), sheet), taken


def _take_open(table: OpenTable, sheet: Sheet) -> Grid:
    own = set(map(id, table.words))
    for index, word in enumerate(sheet.words):
        if id(word) in own:
            sheet.free[index] = False
    return _open_grid(table, sheet)


def _open_grid(table: OpenTable, sheet: Sheet) -> Grid:
    count = len(table.cuts) + 1
    placed: list[_Held] = []
    for number, row in enumerate(table.rows):
        column = 0
        for first, last, words in cells_of(row):
            placed += [_Held(number, empty, 1, 1, []) for empty in range(column, first)]
            placed.append(_Held(number, first, 1, last - first + 1, words))
            column = last + 1
        placed += [_Held(number, empty, 1, 1, []) for empty in range(column, count)]
    return _grid(placed, ([table.box[0], *table.cuts, table.box[2]], table.heights), sheet)


def _grid(placed: Iterable[_Held], lines: tuple[list[float], list[float]], sheet: Sheet) -> Grid:
    """Make a grid of cells between the lines at `lines`, across and down."""
    xs, ys = lines
    cells: list[Cell] = []
    bold: dict[int, bool] = {}
    for row, left, row_span, column_span, words in placed:
        column = max(len(xs) - 1 - left - column_span, 0) if sheet.rtl else left
        cells.append(Cell(row, column, cell_text(words) if words else "", row_span, column_span))
        if words:
            bold[row] = bold.get(row, True) and all(word.bold for word in words)
    cells = apart_cells(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    rows = frozenset(row for row, all_bold in bold.items() if all_bold)
    box = (xs[0], ys[0], xs[-1], ys[-1])
    return Grid(box, cells, len(ys) - 1, len(xs) - 1, tuple(xs), sheet.page, rows)


def _sort_into(cells: list[Box], sheet: Sheet, inside: npt.NDArray[np.int64]) -> tuple[list[list[Word]], list[int]]:
    """Put words into the first cell that their middle lies in; also return which words those are."""
    held: list[list[Word]] = [[] for _ in cells]
    taken: list[int] = []
    x0, top, x1, bottom = np.asarray(cells, np.float64).T
    for start in range(0, len(inside), _AT_ONCE):
        part = inside[start : start + _AT_ONCE]
        x, y = sheet.x[part, None], sheet.y[part, None]
        within = (x0 <= x) & (x <= x1) & (top <= y) & (y <= bottom)
        found = within.any(axis=1)
        own: list[int] = part[found].tolist()
        taken += own
        for index, cell in zip(own, within.argmax(axis=1)[found].tolist(), strict=True):
            held[cell].append(sheet.words[index])
    return held, taken


def cell_text(words: list[Word]) -> str:
    """Return the text of a cell in one line."""
    text = ""
    for line in line_texts(words):
        if text.endswith("-") and line[:1].islower() and len(text) > 1 and text[-2].isalpha():
            text = text[:-1] + line
        else:
            text = f"{text} {line}" if text else line
    # Leaders that fill a cell up to its side say nothing.
    return re.sub(r"\s*\.{4,}$", "", text) if text.endswith(_LEADERS) else text.strip()
