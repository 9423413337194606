"""Tables within the cells of tables: the inner grid apart from the outer one."""

from collections import defaultdict
from dataclasses import dataclass, field

from extractors.pdf.edges import SNAP
from extractors.pdf.rulings import Box

_PADDING = 9.0
"""The strip between the side of a cell and the table in it is at most so wide, in points; Word's own is 5.4."""


@dataclass(slots=True)
class CellGroup:
    """The cells of a table, and the tables that stand within some of them."""

    cells: list[Box]
    inner: list["CellGroup"] = field(default_factory=list)
    box: Box = (0.0, 0.0, 0.0, 0.0)

    def __post_init__(self) -> None:
        self.box = bounds(self.cells)


def bounds(boxes: list[Box]) -> Box:
    """Return the box around boxes."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return min(x0), min(top), max(x1), max(bottom)


def nest(tables: list[list[Box]]) -> list[CellGroup]:
    """Part what stands within a cell from the table that the cell belongs to; outermost tables come out."""
    groups = [_part_padded(cells) for cells in tables]
    outermost: list[CellGroup] = []
    for group in sorted(groups, key=lambda group: -_area(group.box)):
        _place(group, outermost)
    return sorted(outermost, key=lambda group: (group.box[1], group.box[0]))


def _place(group: CellGroup, among: list[CellGroup]) -> None:
    for other in among:
        if _within(group.box, other.box):
            _place(group, other.inner)
            return
    among.append(group)


def _part_padded(cells: list[Box]) -> CellGroup:
    """Take out each table that fills its cell from top to bottom but for narrow strips at both its sides."""
    strips: dict[tuple[float, float], list[Box]] = defaultdict(list)
    for cell in cells:
        if cell[2] - cell[0] <= _PADDING:
            strips[cell[1], cell[3]].append(cell)
    inner: list[CellGroup] = []
    for pair in strips.values():
        if len(pair) != 2:
            continue
        left, right = sorted(pair)
        held = [cell for cell in cells if _within(cell, (left[2], left[1], right[0], left[3]))]
        tall = all(cell[3] - cell[1] >= left[3] - left[1] - SNAP for cell in held)
        if len(held) < 2 or tall or len(held) + 2 > len(cells):
            continue
        whole = (left[0], left[1], right[2], left[3])
        cells = [cell for cell in cells if not _within(cell, whole)] + [whole]
        inner.append(_part_padded(held))
    return CellGroup(sorted(cells), inner)


def _within(box: Box, other: Box) -> bool:
    return (
        box[0] >= other[0] - SNAP
        and box[1] >= other[1] - SNAP
        and box[2] <= other[2] + SNAP
        and box[3] <= other[3] + SNAP
    )


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
