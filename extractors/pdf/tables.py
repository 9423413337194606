"""Tables with ruling lines: grids found by pdfplumber's functions, filled with the page's words."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from pdfplumber import table as plumber

from extractors.document import Cell, Table
from extractors.pdf.lines import joined_words
from extractors.pdf.rulings import Box
from extractors.pdf.table_rows import split_rows
from extractors.pdf.words import Word

_SNAP = 3.0
_LEAST_EDGE = 4.0
_MOST_EDGES = 1_500
_AT_ONCE = 500
"""Words sorted into cells in one go, so that a page of small print takes no great memory."""


@dataclass(slots=True)
class Grid:
    """A table on one page: its cells by place in the grid, and the box that it fills."""

    box: Box
    cells: list[Cell]
    rows: int
    columns: int
    edges: tuple[float, ...]
    page: int = 0
    bold_rows: frozenset[int] = frozenset()
    row_pages: tuple[tuple[int, int], ...] = ()
    """For a table that goes on: the first row on each later page, and the page."""


def find_grids(lines: Sequence[Box], boxes: Sequence[Box], width: float, height: float) -> list[list[Box]]:
    """Find the cells of each table from the ruling lines of a page."""
    edges = [edge for box in lines for edge in _line_edge(box)]
    edges += [edge for box in boxes if _inside(box, width, height) for edge in _box_edges(box)]
    if not edges or len(edges) > _MOST_EDGES:
        return []
    merged = plumber.merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP)
    merged = [edge for edge in merged if max(edge["x1"] - edge["x0"], edge["bottom"] - edge["top"]) >= _LEAST_EDGE]
    crossings = plumber.edges_to_intersections(merged, _SNAP, _SNAP)
    cells = plumber.intersections_to_cells(crossings)
    tables: list[list[Box]] = plumber.cells_to_tables(cells)
    return [cells for cells in tables if _is_table(cells)]


def fill_grid(cells: list[Box], words: list[Word], page: int, rtl: bool = False) -> tuple[Grid, list[Word]]:
    """Put words into the cells that their middles lie in; also return the words that are in none.

    The columns of right-to-left tables are counted from the right.
    """
    held, outside = _sort_into(cells, words)
    cells, held = split_rows(cells, held)
    xs = _lines([cell[0] for cell in cells] + [cell[2] for cell in cells])
    ys = _lines([cell[1] for cell in cells] + [cell[3] for cell in cells])
    placed = []
    bold: dict[int, bool] = {}
    for cell, inside in zip(cells, held, strict=True):
        row, column = _nearest(ys, cell[1]), _nearest(xs, cell[0])
        spans = max(_nearest(ys, cell[3]) - row, 1), max(_nearest(xs, cell[2]) - column, 1)
        if rtl:
            column = len(xs) - 1 - column - spans[1]
        placed.append(Cell(row, max(column, 0), cell_text(inside), spans[0], spans[1]))
        if inside:
            bold[row] = bold.get(row, True) and all(word.bold for word in inside)
    placed.sort(key=lambda cell: (cell.row, cell.column))
    rows = frozenset(row for row, all_bold in bold.items() if all_bold)
    box = (xs[0], ys[0], xs[-1], ys[-1])
    return Grid(box, placed, len(ys) - 1, len(xs) - 1, tuple(xs), page, rows), outside


def _sort_into(cells: list[Box], words: list[Word]) -> tuple[list[list[Word]], list[Word]]:
    held: list[list[Word]] = [[] for _ in cells]
    outside: list[Word] = []
    x0, top, x1, bottom = np.asarray(cells, np.float64).reshape(-1, 4).T
    for start in range(0, len(words), _AT_ONCE):
        part = words[start : start + _AT_ONCE]
        x = np.asarray([[(word.x0 + word.x1) / 2] for word in part], np.float64)
        y = np.asarray([[(word.top + word.bottom) / 2] for word in part], np.float64)
        within = (x0 <= x) & (x <= x1) & (top <= y) & (y <= bottom)
        first: list[int] = within.argmax(axis=1).tolist()
        found: list[bool] = np.any(within, axis=1).tolist()
        for word, cell, is_in in zip(part, first, found, strict=True):
            (held[cell] if is_in else outside).append(word)
    return held, outside


def cell_text(words: list[Word]) -> str:
    """Return the text of a cell in one line."""
    text = ""
    for line in joined_words(words):
        if text.endswith("-") and line.text[:1].islower() and len(text) > 1 and text[-2].isalpha():
            text = text[:-1] + line.text
        else:
            text = f"{text} {line.text}" if text else line.text
    return text.strip()


def _line_edge(box: Box) -> list[dict[str, Any]]:
    x0, top, x1, bottom = box
    if x1 - x0 >= bottom - top:
        middle = (top + bottom) / 2
        return [_edge(x0, middle, x1, middle, "h")]
    middle = (x0 + x1) / 2
    return [_edge(middle, top, middle, bottom, "v")]


def _box_edges(box: Box) -> list[dict[str, Any]]:
    x0, top, x1, bottom = box
    return [
        _edge(x0, top, x1, top, "h"),
        _edge(x0, bottom, x1, bottom, "h"),
        _edge(x0, top, x0, bottom, "v"),
        _edge(x1, top, x1, bottom, "v"),
    ]


def _edge(x0: float, top: float, x1: float, bottom: float, orientation: str) -> dict[str, Any]:
    return {
        "object_type": "line",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "doctop": top,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": orientation,
    }


def _inside(box: Box, width: float, height: float) -> bool:
    return not (box[2] - box[0] > 0.97 * width and box[3] - box[1] > 0.97 * height)


def _is_table(cells: list[Box]) -> bool:
    columns = {round(cell[0] / _SNAP) for cell in cells}
    return len(cells) >= 2 and len(columns) >= 2


def _lines(values: list[float]) -> list[float]:
    result: list[float] = []
    for value in sorted(values):
        if not result or value - result[-1] > _SNAP:
            result.append(value)
    return result


def _nearest(lines: list[float], value: float) -> int:
    place = bisect_left(lines, value)
    if place == 0:
        return 0
    if place == len(lines) or value - lines[place - 1] <= lines[place] - value:
        return place - 1
    return place


def page_of_row(grid: Grid, row: int) -> int:
    """Return the page that a row stands on."""
    return max((page for first, page in grid.row_pages if first <= row), default=grid.page)


def header_rows(grid: Grid) -> int:
    """Return how many rows at the top name the columns: bold ones, else a first row of short words without figures."""
    if grid.rows < 2:
        return 0
    count = 0
    while count < min(3, grid.rows - 1) and count in grid.bold_rows:
        count += 1
    if count:
        return count
    first = [cell for cell in grid.cells if cell.row == 0]
    filled = [cell.text for cell in first if cell.text]
    plain = len(filled) == len(first) and all(len(text) <= 60 and not any(c.isdigit() for c in text) for text in filled)
    return int(plain and len(first) >= 2)


def append_grid(table: Grid, more: Grid) -> None:
    """Continue a table by the grid of the next page, without its repeated header rows."""
    skip = 0
    while (
        skip < min(3, more.rows, table.rows)
        and _row_texts(more, skip) == _row_texts(table, skip)
        and any(_row_texts(more, skip))
    ):
        skip += 1
    offset = table.rows - skip
    table.cells += [
        Cell(cell.row + offset, cell.column, cell.text, cell.row_span, cell.column_span)
        for cell in more.cells
        if cell.row >= skip
    ]
    table.bold_rows |= frozenset(row + offset for row in more.bold_rows if row >= skip)
    table.row_pages += ((table.rows, more.page),)
    table.rows += more.rows - skip


def continues(table: Grid, more: Grid) -> bool:
    """Tell whether two grids have the same columns in the same places."""
    return len(table.edges) == len(more.edges) and all(
        abs(a - b) <= 3 * _SNAP for a, b in zip(table.edges, more.edges, strict=True)
    )


def _row_texts(grid: Grid, row: int) -> list[str]:
    return [cell.text for cell in grid.cells if cell.row == row]


def finish_table(grid: Grid, index: int, caption: str | None) -> tuple[Table, list[tuple[int, str]]]:
    """Make the Table and, for each row with text, its number and its text with the column names in front."""
    heads = header_rows(grid)
    cells = tuple(
        Cell(cell.row, cell.column, cell.text, cell.row_span, cell.column_span, cell.row < heads) for cell in grid.cells
    )
    names: dict[int, list[str]] = {}
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        # A cell that spans rows belongs to the text of each of them.
        for row in range(cell.row, cell.row + (1 if cell.row < heads else cell.row_span)):
            rows.setdefault(row, []).append(cell)
        if cell.header and cell.text:
            for column in range(cell.column, cell.column + cell.column_span):
                if cell.text not in names.setdefault(column, []):
                    names[column].append(cell.text)
    texts = [(row, _row_text(sorted(rows[row], key=lambda cell: cell.column), names)) for row in sorted(rows)]
    table = Table(index, grid.page, caption, grid.rows, grid.columns, cells)
    return table, [(row, text) for row, text in texts if text]


def _row_text(cells: list[Cell], names: dict[int, list[str]]) -> str:
    parts = []
    for cell in cells:
        if not cell.text:
            continue
        name = " / ".join(names.get(cell.column, []))
        parts.append(f"{name}: {cell.text}" if name and not cell.header else cell.text)
    return "; ".join(parts)
