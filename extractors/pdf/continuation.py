"""Tables that go on over pages: told by their columns, joined without repeated headers and with cut rows made whole."""

import re
from dataclasses import replace

from extractors.document import Cell
from extractors.pdf.edges import SNAP
from extractors.pdf.gutters import measures
from extractors.pdf.tables import Grid

_MOST_HEADERS = 3
_ENDS = tuple(".;:!?。！？；：؟؛…»”\"')")
_GOES_ON = tuple(",-–—،、，")


def continues(table: Grid, more: Grid) -> bool:
    """Tell whether two grids have the same columns: as wide, wherever they stand, or under the same header row."""
    if table.columns != more.columns:
        return False
    shift = more.edges[0] - table.edges[0]
    as_wide = all(abs(a + shift - b) <= 3 * SNAP for a, b in zip(table.edges, more.edges, strict=True))
    return as_wide or (more.columns > 1 and more.rows > 1 and _repeated(table, more) > 0)


def says_continued(text: str) -> bool:
    """Tell whether a line only says that the table above goes on."""
    return bool(re.search(measures()["continued"]["words"], text)) and len(text) <= measures()["continued"]["longest"]


def append_grid(table: Grid, more: Grid) -> None:
    """Continue a table by the grid of the next page, without its repeated header rows."""
    skip = _repeated(table, more)
    last = table.rows
    cells = [cell for cell in more.cells if cell.row >= skip]
    if skip < more.rows and _is_rest(table, [cell for cell in cells if cell.row == skip]):
        cells = _join_row(table, cells, skip)
        skip += 1
    cells = _lengthen(table, cells, skip)
    offset = last - skip
    table.cells += [replace(cell, row=cell.row + offset) for cell in cells]
    table.bold_rows |= frozenset(row + offset for row in more.bold_rows if row >= skip)
    table.row_pages += ((last, more.page),)
    table.rows += more.rows - skip


def _repeated(table: Grid, more: Grid) -> int:
    """Count the rows at the top of the later grid that stand at the top of the table as well."""
    count = 0
    while (
        count < min(_MOST_HEADERS, more.rows, table.rows)
        and _row_texts(more, count) == _row_texts(table, count)
        and any(_row_texts(more, count))
    ):
        count += 1
    return count


def _row_texts(grid: Grid, row: int) -> list[str]:
    return [cell.text for cell in grid.cells if cell.row == row]


def _above(table: Grid, cell: Cell) -> Cell | None:
    """Return the cell of the table's last row that stands in the same columns."""
    for other in table.cells:
        if other.row + other.row_span == table.rows and other.column == cell.column:
            return other if other.column_span == cell.column_span else None
    return None


def _is_rest(table: Grid, row: list[Cell]) -> bool:
    """Tell whether a row is the rest of the last one, cut by the end of the page: its sentences go on."""
    if any(cell.row_span > 1 for cell in row):
        return False
    pairs = [(_above(table, cell), cell) for cell in row if cell.text]
    going = [above is not None and _goes_on(above.text, cell.text) for above, cell in pairs]
    if not pairs or any(above is None or not above.text for above, _ in pairs):
        return False
    if any(not any(char.isalpha() for char in cell.text) for _, cell in pairs):
        return False
    return all(going) or (any(going) and len(pairs) < len(row))


def _goes_on(text: str, rest: str) -> bool:
    if text.endswith(_ENDS):
        return False
    return rest[0].islower() or text.endswith(_GOES_ON)


def _join_row(table: Grid, cells: list[Cell], row: int) -> list[Cell]:
    """Give the texts of a row to the table's last one; return the other cells."""
    for cell in cells:
        above = _above(table, cell) if cell.row == row and cell.text else None
        if above is not None:
            table.cells[table.cells.index(above)] = replace(above, text=_joined(above.text, cell.text))
    return [cell for cell in cells if cell.row != row]


def _joined(text: str, rest: str) -> str:
    if text.endswith("-") and rest[:1].islower() and text[-2:-1].isalpha():
        return text[:-1] + rest
    return f"{text} {rest}"


def _lengthen(table: Grid, cells: list[Cell], row: int) -> list[Cell]:
    """Let a cell that spans rows up to the end of the page span the empty one below it as well."""
    kept: list[Cell] = []
    for cell in cells:
        above = _above(table, cell) if cell.row == row and not cell.text else None
        if above is None or not above.text or max(above.row_span, cell.row_span) < 2:
            kept.append(cell)
        else:
            table.cells[table.cells.index(above)] = replace(above, row_span=above.row_span + cell.row_span)
    return kept
