"""Rows of a table that no line parts: told by the baselines that all their cells share."""

from itertools import pairwise

from extractors.pdf.lines import group_rows
from extractors.pdf.rulings import Box
from extractors.pdf.words import Word

_LEAST_ROWS = 3
_SHARED = 0.8
_TOLERANCE = 2.0


def split_rows(cells: list[Box], held: list[list[Word]]) -> tuple[list[Box], list[list[Word]]]:
    """Split each ruled row whose cells all hold three lines or more on the same baselines.

    `held` are the words of each cell.
    """
    by_row: dict[tuple[int, int], list[int]] = {}
    for index, cell in enumerate(cells):
        by_row.setdefault((round(cell[1]), round(cell[3])), []).append(index)
    new_cells: list[Box] = []
    new_held: list[list[Word]] = []
    for members in by_row.values():
        cuts = _cuts([held[index] for index in members])
        for index in members:
            x0, top, x1, bottom = cells[index]
            for upper, lower in pairwise([top, *cuts, bottom]):
                inside = (
                    [word for word in held[index] if upper < (word.top + word.bottom) / 2 <= lower]
                    if cuts
                    else held[index]
                )
                new_cells.append((x0, upper, x1, lower))
                new_held.append(inside)
    return new_cells, new_held


def _cuts(held: list[list[Word]]) -> list[float]:
    """Return the heights between the baselines that the cells of a ruled row share; none where they do not."""
    filled = [words for words in held if words]
    if len(filled) < _LEAST_ROWS or sum(len(words) for words in filled) < _LEAST_ROWS * len(filled):
        return []
    lines = group_rows([word for words in filled for word in words])
    if len(lines) < _LEAST_ROWS:
        return []
    bottoms = [max(word.bottom for word in line) for line in lines]
    for words in filled:
        own = [max(word.bottom for word in line) for line in group_rows(words)]
        matched = sum(any(abs(bottom - other) <= _TOLERANCE for other in own) for bottom in bottoms)
        if matched < _SHARED * len(bottoms):
            return []
    tops = [min(word.top for word in line) for line in lines]
    return [(bottom + top) / 2 for bottom, top in zip(bottoms, tops[1:], strict=False)]
