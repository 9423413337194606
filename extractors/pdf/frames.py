"""What is drawn like a table and is none: lines around text, boxes of a form, and colour behind words."""

from operator import itemgetter

from extractors.pdf.rulings import Box
from extractors.pdf.tables import Grid
from extractors.pdf.words import Word

_MOST_WORDS = 120
_MOST_SHARE = 0.6
_LEAST_FILLED, _FILLED = 3, 0.7
_FORM_FILLED, _FORM_LENGTH, _FORM_BESIDE = 0.7, 4.0, 2.0
_ENOUGH = 20
_HUGS, _HUGGED = 2.0, 0.6


def is_frame(grid: Grid, words: int) -> bool:
    """Tell lines drawn around running text, or across a page, from a table: most words stand in one cell.

    That may be a cell of a table as well, where it is one of many that are nearly all filled.
    """
    length, longest = max(((len(cell.text.split()), cell) for cell in grid.cells), key=itemgetter(0))
    if length <= _MOST_WORDS or length <= _MOST_SHARE * words:
        return False
    filled = sum(bool(cell.text) for cell in grid.cells)
    spans = longest.row_span > 1 or longest.column_span > 1
    return spans or filled < max(_LEAST_FILLED, _FILLED * len(grid.cells))


def is_form(grid: Grid, words: int, beside: int) -> bool:
    """Tell the boxes of a form, whose text stands beside them: most are empty, the others hold a number each.

    `words` stand within the grid, `beside` at the same heights on its left and right.
    """
    lengths = [len(cell.text) for cell in grid.cells if cell.text]
    few = len(lengths) < _FORM_FILLED * len(grid.cells) and sum(lengths) < _FORM_LENGTH * len(lengths)
    return few and beside > _FORM_BESIDE * words


def is_highlight(cells: list[Box], held: list[list[Word]]) -> bool:
    """Tell colour behind words from cells: it ends where they do."""
    filled = [(cell, words) for cell, words in zip(cells, held, strict=True) if words][:_ENOUGH]
    hugged = sum(
        min([word.x0 for word in words]) - cell[0] < _HUGS and cell[2] - max([word.x1 for word in words]) < _HUGS
        for cell, words in filled
    )
    return hugged > _HUGGED * len(filled)
