"""Tables that only every other row is drawn of, as shaded ones are: the pieces joined, with the rows between them."""

from itertools import pairwise

from extractors.pdf.gutters import is_prose, measures, runs_of
from extractors.pdf.nesting import CellGroup
from extractors.pdf.open_rows import between, cell_lines, grid_lines
from extractors.pdf.rows import group_rows
from extractors.pdf.rulings import Box
from extractors.pdf.sheet import Sheet
from extractors.pdf.words import Word

_SAME = 4.0
_LEAST_EDGES = 3
_REACH = 6.0
"""Letter sizes above and below a table in which a row is looked for that is not drawn."""
_APART = 0.8


def join_stacked(groups: list[CellGroup], sheet: Sheet) -> list[CellGroup]:
    """Join tables under each other that have the same columns, where the words between them keep to these."""
    if len(groups) < 2:
        return groups
    joined: list[CellGroup] = []
    whole: set[int] = set()
    for group in groups:
        xs = _edges(group)
        above = next((place for place in range(len(joined))[::-1] if _is_above(joined[place], group, xs)), None)
        if above is None or not _row_between(joined[above].box, group.box, xs, sheet):
            joined.append(group)
        else:
            last = joined[above]
            joined[above] = CellGroup(last.cells + group.cells, last.inner + group.inner)
            whole.add(above)
    return [_with_ends(group, sheet) if place in whole else group for place, group in enumerate(joined)]


def _edges(group: CellGroup) -> list[float]:
    return grid_lines([cell[0] for cell in group.cells] + [cell[2] for cell in group.cells])


def _is_above(last: CellGroup, group: CellGroup, xs: list[float]) -> bool:
    if len(xs) < _LEAST_EDGES or last.box[3] > group.box[1]:
        return False
    own = _edges(last)
    return len(own) == len(xs) and all(abs(a - b) <= _SAME for a, b in zip(own, xs, strict=True))


def _row_between(above: Box, below: Box, xs: list[float], sheet: Sheet) -> bool:
    inside = sheet.within((xs[0], above[3], xs[-1], below[1]))
    words = [sheet.words[index] for index in inside.tolist()]
    columns = _columns(words, xs)
    if columns is None or 2 * sum(map(bool, columns)) < len(columns):
        return False
    return len(cell_lines(columns)) <= int(measures()["rows"]["most_lines"])


def _columns(words: list[Word], xs: list[float]) -> list[list[Word]] | None:
    if not words or any(word.rotated for word in words):
        return None
    return between(words, xs[1:-1])


def _with_ends(group: CellGroup, sheet: Sheet) -> CellGroup:
    """Add rows of cells for the heads right above and for a last row right below, which may not be drawn."""
    xs, (_, top, _, bottom) = _edges(group), group.box
    cells = group.cells
    heads = _lines_at(top, True, xs, sheet)
    counts = [sum([word.count for word in words]) for words in _columns(heads, xs) or []] if heads else []
    if heads and max(counts) <= measures()["rules"]["header_words"]:
        cells = _row(xs, min(word.top for word in heads), top) + cells
    last = _lines_at(bottom, False, xs, sheet)
    if last:
        cells = cells + _row(xs, bottom, max(word.bottom for word in last))
    return CellGroup(cells, group.inner)


def _row(xs: list[float], top: float, bottom: float) -> list[Box]:
    return [(x0, top, x1, bottom) for x0, x1 in pairwise(xs)]


def _lines_at(edge: float, above: bool, xs: list[float], sheet: Sheet) -> list[Word]:
    """Return the words of the lines right above or below a height, if they stand in the columns and nowhere else."""
    size = sheet.words[0].size
    reach = _REACH * size
    box = (xs[0], edge - reach, xs[-1], edge) if above else (xs[0], edge, xs[-1], edge + reach)
    lines = group_rows([sheet.words[index] for index in sheet.within(box).tolist()])
    held: list[Word] = []
    for line in reversed(lines) if above else lines:
        top, bottom = min(word.top for word in line), max(word.bottom for word in line)
        gap = edge - bottom if above else top - edge
        if gap > _APART * (bottom - top) or _columns([*held, *line], xs) is None:
            break
        held += line
        edge = top if above else bottom
    columns = _columns(held, xs)
    if columns is None or not columns[-1] or 2 * sum(map(bool, columns)) < len(columns):
        return []
    return [] if is_prose(cell_lines(columns), len(columns)) or _reaches_out(held, sheet, xs) else held


def _reaches_out(heads: list[Word], sheet: Sheet, xs: list[float]) -> bool:
    """Tell whether the lines of the heads go on outside the table, as those of text do."""
    top, bottom = min(word.top for word in heads), max(word.bottom for word in heads)
    size = heads[0].size
    wider = sheet.within((xs[0] - 2 * size, top, xs[-1] + 2 * size, bottom))
    rows = group_rows([sheet.words[index] for index in wider.tolist()])
    own = {id(word) for word in heads}
    return any(
        any(id(word) in own for word in run.words) and any(id(word) not in own for word in run.words)
        for row in rows
        for run in runs_of(row, size)
    )
