"""Cells that overlap, as those of boxes drawn over each other do, set beside each other."""

from dataclasses import replace

from extractors.document import Cell

Place = tuple[int, int]


def apart_cells(cells: list[Cell]) -> list[Cell]:
    """Return cells, given by row and column, with spans that no two share; no text is lost."""
    places = sum(cell.row_span * cell.column_span for cell in cells)
    if places == len({place for cell in cells for place in _places(cell)}):
        return cells
    apart: list[Cell] = []
    owner: dict[Place, int] = {}
    for cell in cells:
        known = owner.get((cell.row, cell.column))
        if known is None:
            own = _shrunk(cell, owner)
            owner |= dict.fromkeys(_places(own), len(apart))
            apart.append(own)
        elif cell.text:
            apart[known] = replace(apart[known], text=f"{apart[known].text} {cell.text}".strip())
    return apart


def _places(cell: Cell) -> list[Place]:
    rows, columns = range(cell.row, cell.row + cell.row_span), range(cell.column, cell.column + cell.column_span)
    return [(row, column) for row in rows for column in columns]


def _shrunk(cell: Cell, owner: dict[Place, int]) -> Cell:
    """Return the cell with as many columns, then rows, as no other cell has."""
    columns = rows = 1
    while columns < cell.column_span and (cell.row, cell.column + columns) not in owner:
        columns += 1
    taken = range(cell.column, cell.column + columns)
    while rows < cell.row_span and not any((cell.row + rows, column) in owner for column in taken):
        rows += 1
    return replace(cell, row_span=rows, column_span=columns)
