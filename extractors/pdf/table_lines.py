"""What the ruling lines of a page say of its tables: cells, and rules that may part rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from extractors.pdf.cells import find_cells, group_cells
from extractors.pdf.characters import Floats
from extractors.pdf.edges import Edge, close_sides, read_edges
from extractors.pdf.nesting import CellGroup, nest
from extractors.pdf.open_tables import rule_groups
from extractors.pdf.rulings import Box

_LEAST_RULES = 3


@dataclass(frozen=True, slots=True)
class TableLines:
    """The cells of tables on a page, in groups, and the level rules that may part the rows of tables without cells."""

    groups: list[CellGroup] = field(default_factory=list)
    rules: list[list[Edge]] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Tell whether there may be any table."""
        return bool(self.groups or self.rules)

    def sides(self) -> Floats:
        """Return where the upright sides of all cells stand, from left to right."""
        groups, sides = list(self.groups), set[float]()
        while groups:
            group = groups.pop()
            groups += group.inner
            sides.update([cell[0] for cell in group.cells], [cell[2] for cell in group.cells])
        return np.sort(np.asarray([*sides], np.float32))


NO_TABLES = TableLines()


def find_tables(lines: Sequence[Box], boxes: Sequence[Box], width: float, height: float) -> TableLines:
    """Find what the ruling lines of a page say of its tables, before its words are known."""
    if len(lines) + 4 * len(boxes) < _LEAST_RULES:
        return NO_TABLES
    edges = close_sides(read_edges(lines, boxes, width, height))
    groups = nest(group_cells(find_cells(edges)))
    return TableLines([group for group in groups if group.inner or len(group.cells) > 1], rule_groups(*edges))
