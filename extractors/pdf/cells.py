"""Cells from edges: the smallest rectangles between their crossings, and the tables that they make up."""

from bisect import bisect_right
from typing import NamedTuple

import numpy as np

from extractors.pdf.edges import SNAP, Edges
from extractors.pdf.rulings import Box

Point = tuple[float, float]


class _Crossing(NamedTuple):
    """Which edges meet in a point, as bits."""

    level: int
    upright: int


def find_cells(edges: Edges) -> list[Box]:
    """Return the smallest rectangle below and right of each crossing, as pdfplumber's `intersections_to_cells` does."""
    points, rows, columns = _crossings(edges)
    cells: list[Box] = []
    for (x, y), here in points.items():
        row, column = rows[y], columns[x]
        rights = row[bisect_right(row, x) :]
        rights = [right for right in rights if points[right, y].level & here.level]
        if not rights:
            continue
        for below in column[bisect_right(column, y) :]:
            under = points[x, below]
            if not under.upright & here.upright:
                continue
            for right in rights:
                corner = points.get((right, below))
                if corner and corner.level & under.level and corner.upright & points[right, y].upright:
                    cells.append((x, y, right, below))
                    break
            else:
                continue
            break
    return cells


def group_cells(cells: list[Box]) -> list[list[Box]]:
    """Part cells into tables: those that share a corner are of one table; tables go down the page."""
    leader: list[int] = list(range(len(cells)))

    def lead(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    owner: dict[Point, int] = {}
    for index, (x0, top, x1, bottom) in enumerate(cells):
        for corner in ((x0, top), (x0, bottom), (x1, top), (x1, bottom)):
            leader[lead(index)] = lead(owner.setdefault(corner, index))
    tables: dict[int, list[Box]] = {}
    for index, cell in enumerate(cells):
        tables.setdefault(lead(index), []).append(cell)
    return sorted(tables.values(), key=lambda table: min((cell[1], cell[0]) for cell in table))


def _crossings(edges: Edges) -> tuple[dict[Point, _Crossing], dict[float, list[float]], dict[float, list[float]]]:
    """Find where edges meet, from left to right and down; also the crossings of each height and of each place."""
    level, upright = sorted(edges[0]), sorted(edges[1])
    points: dict[Point, _Crossing] = {}
    rows: dict[float, list[float]] = {}
    columns: dict[float, list[float]] = {}
    if not level or not upright:
        return points, rows, columns
    y, left, right = np.asarray(level, np.float64).T
    x, top, bottom = np.asarray(upright, np.float64)[:, :, None].transpose(1, 0, 2)
    meet = (top <= y + SNAP) & (bottom >= y - SNAP) & (x >= left - SNAP) & (x <= right + SNAP)
    for second, first in np.argwhere(meet).tolist():
        at = (upright[second].at, level[first].at)
        known = points.get(at)
        if known is None:
            columns.setdefault(at[0], []).append(at[1])
            rows.setdefault(at[1], []).append(at[0])
            points[at] = _Crossing(1 << first, 1 << second)
        else:
            points[at] = _Crossing(known.level | 1 << first, known.upright | 1 << second)
    # Two edges in one place, one below the other, give their crossings in the order of the edges.
    for values in (*columns.values(), *rows.values()):
        values.sort()
    return points, rows, columns
