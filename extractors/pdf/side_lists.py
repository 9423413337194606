"""Lists of figures side by side in tall cells, as on an election return: each of their groups becomes a row."""

from itertools import pairwise
from statistics import median_low

from extractors.pdf.rows import group_rows
from extractors.pdf.rulings import Box
from extractors.pdf.words import Word

_MOST_CELLS = 12
_LEAST_LISTS, _LEAST_GROUPS, _LEAST_LINES = 2, 3, 8
"""So many cells hold so many groups, of so many lines together."""
_APART = 1.5
"""Usual distances of lines between two groups, which a blank line parts."""
_FIGURED = 0.4
"""Share of the lines that end in a figure."""
_LOWEST = 6.5
Held = list[list[Word]]


def part_lists(cells: list[Box], held: Held) -> tuple[list[Box], Held]:
    """Part the only row of a table that has several cells, where these are lists; the groups go down column by column.

    The boxes of the rows that come out lie below each other within the old row; the places of their words do not.
    """
    if len(cells) > _MOST_CELLS:
        return cells, held
    left, right = min(cell[0] for cell in cells), max(cell[2] for cell in cells)
    row = [place for place, cell in enumerate(cells) if cell[2] - cell[0] < right - left]
    if len(row) < _LEAST_LISTS or len({round(cells[place][1]) for place in row}) > 1:
        return cells, held
    row.sort(key=lambda place: cells[place][0])
    lists = [_groups(held[place]) for place in row]
    groups = [(column, group) for column, each in enumerate(lists) for group in each]
    top, bottom = cells[row[0]][1], cells[row[0]][3]
    height = (bottom - top) / max(len(groups), 1)
    if height < _LOWEST or not _are_lists(lists):
        return cells, held
    new_cells, new_held = (
        [cell for i, cell in enumerate(cells) if i not in row],
        [words for i, words in enumerate(held) if i not in row],
    )
    for number, (own, group) in enumerate(groups):
        for column, place in enumerate(row):
            low = top + number * height
            new_cells.append((cells[place][0], low, cells[place][2], low + height))
            new_held.append([word for line in group for word in line] if column == own else [])
    return new_cells, new_held


def _groups(words: list[Word]) -> list[list[list[Word]]]:
    lines = group_rows(words) if words else []
    if len(lines) < _LEAST_GROUPS:
        return [lines] if lines else []
    bottoms = [max(word.bottom for word in line) for line in lines]
    steps = [below - above for above, below in pairwise(bottoms)]
    usual = median_low(steps)
    groups = [[lines[0]]]
    for line, step in zip(lines[1:], steps, strict=True):
        if step > _APART * usual:
            groups.append([])
        groups[-1].append(line)
    return groups


def _are_lists(lists: list[list[list[list[Word]]]]) -> bool:
    long = [groups for groups in lists if len(groups) >= _LEAST_GROUPS and sum(map(len, groups)) >= _LEAST_LINES]
    lines = [line for groups in lists for group in groups for line in group]
    figured = sum(line[-1].text[-1].isdecimal() for line in lines)
    return len(long) >= _LEAST_LISTS and figured >= _FIGURED * len(lines)
