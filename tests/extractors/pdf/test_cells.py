from hypothesis import given
from hypothesis import strategies as st
from pdfplumber import table as plumber

from extractors.pdf.cells import find_cells, group_cells
from extractors.pdf.edges import SNAP, read_edges
from extractors.pdf.rulings import Box

_places = st.integers(0, 30).map(lambda place: place * 4.0)


@st.composite
def _lines(draw: st.DrawFn) -> list[Box]:
    lines: list[Box] = []
    for _ in range(draw(st.integers(2, 14))):
        at, start, end = draw(_places), draw(_places), draw(_places)
        start, end = min(start, end), max(start, end) + 8
        lines.append((at, start, at, end) if draw(st.booleans()) else (start, at, end, at))
    return lines


@given(_lines())
def test_cells_are_those_that_pdfplumber_finds(lines: list[Box]) -> None:
    edges = [_plumbers_edge(line) for line in lines]
    crossings = plumber.edges_to_intersections(plumber.merge_edges(edges, SNAP, SNAP, SNAP, SNAP), SNAP, SNAP)
    wanted = plumber.intersections_to_cells(crossings)
    found = find_cells(read_edges(lines, [], 600, 800))
    assert sorted(found) == sorted(wanted)
    tables = [sorted(cells) for cells in group_cells(found) if len(cells) > 1]
    assert sorted(tables) == sorted(sorted(cells) for cells in plumber.cells_to_tables(wanted))


def test_cells_that_share_no_corner_are_of_two_tables() -> None:
    cells: list[Box] = [(0, 100, 50, 120), (0, 0, 50, 20), (50, 0, 90, 20)]
    assert group_cells(cells) == [cells[1:], cells[:1]]


def _plumbers_edge(line: Box) -> dict[str, object]:
    x0, top, x1, bottom = line
    return {
        "object_type": "line",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "doctop": top,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": "h" if x1 - x0 >= bottom - top else "v",
    }
