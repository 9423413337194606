from hypothesis import given
from hypothesis import strategies as st

from extractors.header.front_text import front_text
from extractors.reading import FrontLine


def test_cells_are_parted_by_tabs_and_lines_by_newlines() -> None:
    front = [FrontLine(("Council\nGeneva", "", "C20/57-E")), FrontLine(("  3\u00a0March   2020 ",))]
    assert front_text(front).text == "Council\nGeneva\tC20/57-E\n3 March 2020"


def test_a_long_front_is_cut() -> None:
    laid = front_text([FrontLine(("word " * 1000,), 1)] * 90)
    assert len(laid.text) < 10_000


@given(st.lists(st.lists(st.text(max_size=20), max_size=3).map(lambda cells: FrontLine(tuple(cells))), max_size=8))
def test_each_segment_stands_at_its_place(front: list[FrontLine]) -> None:
    laid = front_text(front)
    for segment in laid.segments:
        assert laid.text[slice(*segment.span)] == segment.text
