"""Rows and columns of a table that no line parts: told by shared baselines, and by the lines between the heads."""

from bisect import bisect
from itertools import pairwise

from extractors.pdf.gutters import Run, Runs, band_rows, is_prose, measures, row_cuts, runs_of
from extractors.pdf.lines import group_rows
from extractors.pdf.rulings import Box
from extractors.pdf.words import Word

_LEAST_ROWS = 3
_SHARED = 0.8
_TOLERANCE = 2.0
_INSIDE, _ASTRIDE = 0.9, 0.02
"""At most so few of the runs of words in columns without lines stand with less than so much of them in one column."""
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


def split_below_heads(cells: list[Box], held: list[list[Word]]) -> tuple[list[Box], list[list[Word]]]:
    """Split each cell as wide as the table along the lines between the heads above it, where no word crosses them."""
    left, right = min(cell[0] for cell in cells), max(cell[2] for cell in cells)
    wide = [cell[2] - cell[0] > right - left - 1 for cell in cells]
    heads = [cell for cell, is_wide in zip(cells, wide, strict=True) if not is_wide]
    if not any(wide) or len(heads) < _LEAST_ROWS:
        return cells, held
    new_cells: list[Box] = []
    new_held: list[list[Word]] = []
    for cell, is_wide, words in zip(cells, wide, held, strict=True):
        edges = sorted({head[0] for head in heads if head[3] <= cell[1] + 1} - {left}) if is_wide else []
        parts = _columns_below(cell, words, edges) if len(edges) + 1 >= _LEAST_ROWS else []
        for box, inside in parts or [(cell, words)]:
            new_cells.append(box)
            new_held.append(inside)
    return new_cells, new_held


def _columns_below(cell: Box, words: list[Word], edges: list[float]) -> list[tuple[Box, list[Word]]]:
    columns = _between(words, edges) if words and not any(word.rotated for word in words) else None
    lines = _runs(columns) if columns else []
    if not columns or sum(len(line) >= 2 for line in lines) < _LEAST_ROWS or is_prose(lines, len(columns)):
        return []
    rows = band_rows(lines, len(columns), least=2)
    heights = [cell[1], *row_cuts(rows), cell[3]]
    parts: list[tuple[Box, list[Word]]] = []
    for row, (top, bottom) in zip(rows, pairwise(heights), strict=True):
        for column, (x0, x1) in enumerate(pairwise([cell[0], *edges, cell[2]])):
            inside = [word for line in row for run in line if run.first == column for word in run.words]
            parts.append(((x0, top, x1, bottom), inside))
    return parts


def _between(words: list[Word], edges: list[float]) -> list[list[Word]] | None:
    """Sort the runs of lines between edges; None where more than a few stand on an edge."""
    columns: list[list[Word]] = [[] for _ in range(len(edges) + 1)]
    sides = [float("-inf"), *edges, float("inf")]
    size = sorted([word.size for word in words])[len(words) // 2]
    count = astride = 0
    for line in group_rows(words):
        for run in runs_of(line, measures()["gutter"]["width"] * size):
            column = bisect(edges, (run.x0 + run.x1) / 2)
            inside = min(run.x1, sides[column + 1]) - max(run.x0, sides[column])
            count += 1
            astride += inside < _INSIDE * (run.x1 - run.x0)
            columns[column] += run.words
    return columns if astride <= _ASTRIDE * count else None


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
    if is_prose(_runs(held), len(held)):
        return []
    tops = [min(word.top for word in line) for line in lines]
    return [(bottom + top) / 2 for bottom, top in zip(bottoms, tops[1:], strict=False)]


def _cuts_with_figures(held: list[list[Word]]) -> list[float]:
    """Return the heights between rows that go on over lines: each begins in most columns, with figures in some."""
    settings = measures()["figures"]
    if len(held) < settings["least_columns"] or not all(held):
        return []
    lines = _runs(held)
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


def _runs(held: list[list[Word]]) -> list[Runs]:
    """Give the lines of a ruled row as what each of its cells holds of them."""
    column = {id(word): index for index, words in enumerate(held) for word in words}
    lines: list[Runs] = []
    for line in group_rows([word for words in held for word in words]):
        runs: Runs = []
        for word in line:
            index = column[id(word)]
            if runs and runs[-1].first == index:
                runs[-1].words.append(word)
                runs[-1].x1 = max(runs[-1].x1, word.x1)
            else:
                runs.append(Run([word], word.x0, word.x1, index, index))
        lines.append(runs)
    return lines
