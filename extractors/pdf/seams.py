"""The strips between the lines of double borders, which are no columns or rows of a table."""

from itertools import pairwise

from extractors.pdf.open_rows import grid_lines, nearest
from extractors.pdf.rulings import Box
from extractors.pdf.words import Word

_SEAM = 6.5
"""Points; no column of text is narrower, no row lower."""
Held = list[list[Word]]


def close_seams(cells: list[Box], held: Held) -> tuple[list[float], list[float], list[Box], Held]:
    """Return the lines across and down between cells, and the cells with their words, without empty narrow strips."""
    xs = grid_lines([cell[0] for cell in cells] + [cell[2] for cell in cells])
    ys = grid_lines([cell[1] for cell in cells] + [cell[3] for cell in cells])
    xs, cells, held = _closed(xs, 0, cells, held)
    ys, cells, held = _closed(ys, 1, cells, held)
    return xs, ys, cells, held


def _closed(lines: list[float], side: int, cells: list[Box], held: Held) -> tuple[list[float], list[Box], Held]:
    """Close the strips in one direction; `side` is the place of a strip's first line in a box."""
    narrow = {place for place, (low, high) in enumerate(pairwise(lines)) if high - low < _SEAM}
    if not narrow or len(narrow) > len(lines) - 3:
        return lines, cells, held
    strips = [_strip(lines, cell[side], cell[side + 2]) for cell in cells]
    narrow -= {place for strip, words in zip(strips, held, strict=True) if words for place in strip if len(strip) == 1}
    kept = [place for place, strip in enumerate(strips) if not narrow.issuperset(strip)]
    return _joined(lines, narrow), [cells[place] for place in kept], [held[place] for place in kept]


def _strip(lines: list[float], low: float, high: float) -> range:
    first = nearest(lines, low)
    return range(first, max(nearest(lines, high), first + 1))


def _joined(lines: list[float], narrow: set[int]) -> list[float]:
    """Make one line, in the middle, of those with nothing but narrow strips between them."""
    groups: list[list[float]] = []
    for place, line in enumerate(lines):
        if place - 1 in narrow and groups:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [(group[0] + group[-1]) / 2 for group in groups]
