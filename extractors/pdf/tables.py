"""Tables from grids: continued over pages, with the names of their columns before the text of each row."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.document import Cell, Table
from extractors.pdf.rulings import Box

_MANY_ROWS = 5


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
    inner: tuple["Grid", ...] = ()
    """Tables that stand within cells of this one."""
    within: bool = False
    """Whether it stands within a cell itself."""

    @property
    def last_page(self) -> int:
        """Return the page that the table ends on."""
        return self.row_pages[-1][1] if self.row_pages else self.page

    def nested(self) -> Iterator["Grid"]:
        """Give this grid and all that stand within it, outermost first."""
        yield self
        for grid in self.inner:
            yield from grid.nested()


def page_of_row(grid: Grid, row: int) -> int:
    """Return the page that a row stands on."""
    return max((page for first, page in grid.row_pages if first <= row), default=grid.page)


def header_rows(grid: Grid) -> int:
    """Return how many rows at the top name the columns: bold ones, else a first row of short words without figures.

    A cell over the whole width names no column; the row below it may.
    """
    if grid.rows < 2:
        return 0
    count = 0
    # Where all of many rows are bold, that tells nothing.
    all_bold = len(grid.bold_rows) >= _MANY_ROWS and len(grid.bold_rows) == len(_filled_rows(grid))
    while not all_bold and count < min(3, grid.rows - 1) and count in grid.bold_rows:
        count += 1
    banners = _banners(grid)
    if count > banners or banners > grid.rows - 2:
        return count
    first = [cell for cell in grid.cells if cell.row == banners]
    filled = [cell.text for cell in first if cell.text]
    # The corner above the names of the rows may be empty.
    named = len(filled) == len(first) or (len(filled) >= 2 and len(filled) == len(first) - 1 and not first[0].text)
    plain = named and all(len(text) <= 60 and not any(c.isdigit() for c in text) for text in filled)
    plain = plain and not (banners and any(cell.column_span > 1 for cell in first))
    return banners + 1 if plain and len(first) >= 2 else count


def _filled_rows(grid: Grid) -> set[int]:
    return {cell.row for cell in grid.cells if cell.text}


def _banners(grid: Grid) -> int:
    """Count the rows at the top that are one cell over the whole width."""
    count = 0
    while count < grid.rows and any(_is_banner(grid, cell) for cell in grid.cells if cell.row == count):
        count += 1
    return count


def _is_banner(grid: Grid, cell: Cell) -> bool:
    return cell.column_span == grid.columns > 1


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
        if cell.header and cell.text and not _is_banner(grid, cell):
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
