"""Rows of a ruled table that no upright line parts: parted where the lines above and below them point."""

from bisect import bisect, bisect_left
from itertools import pairwise

from extractors.pdf.edges import SNAP
from extractors.pdf.gutters import Run, Runs, band_rows, is_prose, measures, row_cuts, runs_of
from extractors.pdf.rows import group_rows
from extractors.pdf.rulings import Box
from extractors.pdf.words import Word

_INSIDE, _ASTRIDE = 0.9, 0.02
"""At most so few of the runs of words in columns without lines stand with less than so much of them in one column."""
_LEAST_LINES = 3
_LEVEL = 0.35
"""Letter sizes by which the first lines of two cells of a row differ at most."""
Held = list[tuple[Box, list[Word]]]
"""Cells with their words."""


class _Places:
    """Which places of a grid cells cover, and between which columns of a row lines stand."""

    def __init__(self, cells: list[Box]) -> None:
        self.xs = grid_lines([cell[0] for cell in cells] + [cell[2] for cell in cells])
        self.ys = grid_lines([cell[1] for cell in cells] + [cell[3] for cell in cells])
        self.places = [self._place(cell) for cell in cells]
        self.marks: list[set[int]] = [set() for _ in self.ys[1:]]
        self.covered: set[tuple[int, int]] = set()
        for top, bottom, left, right in self.places:
            for row in range(top, bottom):
                self.marks[row] |= {left, right}
                self.covered |= {(row, column) for column in range(left, right)}

    def _place(self, cell: Box) -> tuple[int, int, int, int]:
        top, bottom = nearest(self.ys, cell[1]), nearest(self.ys, cell[3])
        left, right = nearest(self.xs, cell[0]), nearest(self.xs, cell[2])
        return top, max(bottom, top + 1), left, max(right, left + 1)

    def holes(self) -> list[tuple[int, int, int]]:
        """Return row, first and last column of the stretches that no cell covers."""
        found: list[tuple[int, int, int]] = []
        for row in range(len(self.marks)):
            open_columns = [column for column in range(len(self.xs) - 1) if (row, column) not in self.covered]
            for column in open_columns:
                if found and found[-1][0] == row and found[-1][2] == column:
                    found[-1] = (row, found[-1][1], column + 1)
                else:
                    found.append((row, column, column + 1))
        return found

    def marked(self, rows: range, left: int, right: int) -> set[int]:
        """Return the lines within columns in the first of the rows that has any."""
        for row in rows:
            inner = {mark for mark in self.marks[row] if left < mark < right}
            if inner:
                return inner
        return set()


def split_open(cells: list[Box], held: list[list[Word]], loose: list[Word]) -> tuple[Held, list[Word]]:
    """Part cells over several columns, and stretches without cells, into the columns of the rows around them.

    `loose` are the words in the table's box that stand in no cell; those that now do are returned.
    """
    filled = [(cell, words) for cell, words in zip(cells, held, strict=True)]
    if len(cells) < 3:
        return filled, []
    grid = _Places(cells)
    result: Held = []
    for (top, bottom, left, right), (cell, words) in zip(grid.places, filled, strict=True):
        parts: Held = []
        if words and right - left > 1 and bottom - top == 1:
            parts = _parts(cell, words, grid, (top, left, right))
        elif words and right - left == 1 and bottom - top >= _LEAST_LINES:
            parts = _part_down(cell, words, grid.ys[top : bottom + 1], filled)
        result += parts or [(cell, words)]
    used: list[Word] = []
    # More words outside the cells than in them: a form, or lines drawn through text.
    few = 0 < sum([word.count for word in loose]) < sum([word.count for words in held for word in words])
    for row, left, right in grid.holes() if loose else []:
        if not few and right - left < len(grid.xs) - 1:
            continue
        box = (grid.xs[left], grid.ys[row], grid.xs[right], grid.ys[row + 1])
        inside = [word for word in loose if _is_in(word, box)]
        parts = _parts(box, inside, grid, (row, left, right)) if inside else []
        result += parts
        used += inside if parts else []
    return result, used


def _parts(cell: Box, words: list[Word], grid: _Places, place: tuple[int, int, int]) -> Held:
    row, left, right = place
    above = grid.marked(range(row - 1, -1, -1), left, right)
    below = grid.marked(range(row + 1, len(grid.marks)), left, right)
    marks = above & below if above and below else above or (below if row == 0 else set())
    if (not marks and right - left > 1) or any(word.rotated for word in words):
        return []
    edges = [grid.xs[mark] for mark in sorted(marks)]
    columns = between(words, edges)
    if columns is None:
        return []
    lines = cell_lines(columns)
    filled = sum(map(bool, columns))
    parted = sum(len(line) >= 2 for line in lines) >= _LEAST_LINES or 2 * filled >= len(columns)
    if is_prose(lines, len(columns)) or not parted or (filled < 2 and right - left > 1):
        return []
    whole = bool(below) and len(lines) <= measures()["rows"]["most_lines"]
    if not whole and right - left == 1:
        return []
    rows = [lines] if whole else band_rows(lines, len(columns), least=2)
    heights = [cell[1], *row_cuts(rows), cell[3]]
    parts: Held = []
    for each, (top, bottom) in zip(rows, pairwise(heights), strict=True):
        for column, (x0, x1) in enumerate(pairwise([cell[0], *edges, cell[2]])):
            inside = [word for line in each for run in line if run.first == column for word in run.words]
            parts.append(((x0, top, x1, bottom), inside))
    return parts


def _part_down(cell: Box, words: list[Word], ys: list[float], others: Held) -> Held:
    """Part a cell beside many rows where each of them has its line in it, and one of them more lines beside it."""
    boxes = [(cell[0], top, cell[2], bottom) for top, bottom in pairwise(ys)]
    rows = [[word for word in words if _is_in(word, box)] for box in boxes]
    longer = 0
    for (_, top, _, bottom), own in zip(boxes, rows, strict=True):
        beside = [word for box, held in others if abs(box[1] - top) + abs(box[3] - bottom) <= SNAP for word in held]
        if not own or not beside or abs(_first_bottom(own) - _first_bottom(beside)) > _LEVEL * own[0].size:
            return []
        longer += len(group_rows(beside)) > len(group_rows(own))
    return list(zip(boxes, rows, strict=True)) if longer and sum(map(len, rows)) == len(words) else []


def _first_bottom(words: list[Word]) -> float:
    first = min(words, key=lambda word: word.top)
    return max(word.bottom for word in words if word.top < first.bottom - 0.5 * first.size)


def _is_in(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def between(words: list[Word], edges: list[float]) -> list[list[Word]] | None:
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


def cell_lines(held: list[list[Word]]) -> list[Runs]:
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


def grid_lines(values: list[float]) -> list[float]:
    """Return the places of lines, those nearer than the snap distance as one."""
    result: list[float] = []
    for value in sorted(values):
        if not result or value - result[-1] > SNAP:
            result.append(value)
    return result


def nearest(lines: list[float], value: float) -> int:
    """Return which of the lines is nearest."""
    place = bisect_left(lines, value)
    if place == 0:
        return 0
    if place == len(lines) or value - lines[place - 1] <= lines[place] - value:
        return place - 1
    return place
