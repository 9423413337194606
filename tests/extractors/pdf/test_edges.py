from extractors.pdf.edges import Edge, close_sides, read_edges
from extractors.pdf.rulings import Box


def test_edges_near_each_other_are_one_and_those_in_a_row_are_joined() -> None:
    lines: list[Box] = [(0, 10, 50, 10), (51, 11, 90, 11), (0, 40, 3, 40), (5, 0, 5, 80)]
    assert read_edges(lines, [], 600, 800) == ([Edge(10.5, 0, 90)], [Edge(5, 0, 80)])


def test_a_box_around_the_page_has_no_edges() -> None:
    assert read_edges([], [(0, 0, 600, 800)], 600, 800) == ([], [])


def test_a_drawing_has_no_edges() -> None:
    assert read_edges([(0, float(y), 50, float(y)) for y in range(2_000)], [], 600, 800) == ([], [])


def test_a_side_that_no_line_closes_is_added() -> None:
    level = [Edge(10, 0, 200), Edge(40, 0, 200), Edge(70, 0, 200)]
    _, upright = close_sides((level, [Edge(100, 10, 70)]))
    assert upright == [Edge(100, 10, 70), Edge(0, 10, 70), Edge(200, 10, 70)]


def test_a_table_cut_by_the_end_of_a_page_is_closed_below() -> None:
    upright = [Edge(float(x), 10, 90) for x in (0, 50, 100, 150)]
    level, _ = close_sides(([Edge(10, 0, 150), Edge(40, 0, 150)], upright))
    assert level[-1] == Edge(90, 0, 150)


def test_lines_of_a_form_leave_its_sides_open() -> None:
    level = [Edge(10, 0, 200), Edge(30, 60, 140), Edge(70, 0, 200)]
    upright = [Edge(100, 10, 70)]
    assert close_sides((level, upright)) == (level, upright)
