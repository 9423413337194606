"""The lines of a letterhead, in which two things stand side by side: an agenda item, and the document's number."""

from dataclasses import replace
from itertools import pairwise

from extractors.pdf.lines import Line
from extractors.pdf.structure import structure

_PAGES = 2
_OVERLAP = 0.2
_LETTER = 0.55
"""Width of a letter in letter sizes, for the place of a cell that is only known by its text."""


def part_labels(line: Line) -> list[Line]:
    """Part a line of the first pages where a cell beside another begins with a label: `Document`, `Original:`."""
    if len(line.cells) == 1 or line.page > _PAGES:
        return [line]
    labels = [place for place in range(1, len(line.cells)) if structure().heading_labels.match(line.cells[place])]
    if not labels:
        return [line]
    edges = [0, *labels, len(line.cells)]
    return [_part(line, first, last) for first, last in pairwise(edges)]


def stands_beside(line: Line, last: Line) -> bool:
    """Tell whether a line with a label stands beside the last one, half a line lower or higher."""
    if line.page != last.page or line.page > _PAGES:
        return False
    together = min(line.bottom, last.bottom) - max(line.top, last.top)
    apart = line.x0 > last.x1 + line.size or line.x1 < last.x0 - line.size
    return together > _OVERLAP * line.size and apart and bool(structure().heading_labels.match(line.text))


def _part(line: Line, first: int, last: int) -> Line:
    cells = line.cells[first:last]
    text = " ".join(cells)
    width = min(_LETTER * line.size * len(text), line.x1 - line.x0)
    at_start = (first == 0) != line.rtl
    x0, x1 = (line.x0, line.x0 + width) if at_start else (line.x1 - width, line.x1)
    return replace(line, text=text, cells=cells, x0=x0, x1=x1, references=(), words=len(text.split()))
