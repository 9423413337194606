"""Rows of a table that no line parts: told by the baselines that their cells share."""

from itertools import pairwise

from extractors.pdf.gutters import band_rows, is_prose, measures, row_cuts
from extractors.pdf.open_rows import cell_lines
from extractors.pdf.rows import group_rows
from extractors.pdf.rulings import Box
from extractors.pdf.words import Word

_LEAST_ROWS = 3
_SHARED = 0.8
_TOLERANCE = 2.0
_FEW_RULED = 3
"""A table with more ruled rows than this has a rule below each row."""


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
        if not cuts and len(by_row) <= _FEW_RULED:
            cuts = _cuts_with_figures([held[index] for index in members])
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
    if len(filled) < _LEAST_ROWS or sum([word.count for words in filled for word in words]) < _LEAST_ROWS * len(filled):
        return []
    if any(len({word.bottom for word in words}) < _LEAST_ROWS for words in filled):
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
    if is_prose(cell_lines(held), len(held)):
        return []
    tops = [min(word.top for word in line) for line in lines]
    return [(bottom + top) / 2 for bottom, top in zip(bottoms, tops[1:], strict=False)]


def _cuts_with_figures(held: list[list[Word]]) -> list[float]:
    """Return the heights between rows that go on over lines: each begins in most columns, with figures in some."""
    settings = measures()["figures"]
    if len(held) < settings["least_columns"] or not all(held):
        return []
    lines = cell_lines(held)
    if is_prose(lines, len(held)):
        return []
    rows = band_rows(lines, len(held))
    firsts = [{run.first: run for run in row[0]} for row in rows]
    figured = sum(
        all(column in first and any(_has_digit(word) for word in first[column].words) for first in firsts)
        for column in range(1, len(held))
    )
    if not all(0 in first for first in firsts) or len(rows) < settings["least_rows"] or figured < settings["columns"]:
        return []
    return row_cuts(rows)


def _has_digit(word: Word) -> bool:
    return any(char.isdigit() for char in word.text)
