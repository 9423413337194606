from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.pdf.layout import Layout, lay_out
from extractors.pdf.rulings import Box
from extractors.pdf.table_lines import find_tables
from extractors.pdf.tables import Grid
from extractors.pdf.words import Word

_x = st.sampled_from([20.0, 60.0, 66.0, 120.0, 180.0, 240.0, 300.0])
_y = st.sampled_from([20.0, 34.0, 40.0, 48.0, 62.0, 76.0, 90.0, 104.0])


@st.composite
def _page(draw: st.DrawFn) -> tuple[list[Box], list[Box], list[tuple[float, float, int, bool]]]:
    lines: list[Box] = []
    boxes: list[Box] = []
    for _ in range(draw(st.integers(0, 12))):
        (x0, x1), (top, bottom) = sorted((draw(_x), draw(_x))), sorted((draw(_y), draw(_y)))
        kind = draw(st.sampled_from(["across", "across", "down", "box"]))
        if kind == "across":
            lines.append((x0, top, x1 + 50, top))
        elif kind == "down":
            lines.append((x0, top, x0, bottom + 14))
        else:
            boxes.append((x0, top, x1 + 50, bottom + 14))
    for _ in range(draw(st.integers(0, 3))):
        top, count = draw(_y), draw(st.integers(2, 5))
        boxes += [(20 + 70.0 * index, top, 88 + 70.0 * index, top + 14) for index in range(count)]
    places = draw(
        st.lists(
            st.tuples(st.integers(0, 34), st.integers(0, 9), st.integers(1, 9), st.booleans()), min_size=1, max_size=60
        )
    )
    return lines, boxes, [(10 + 10 * x, 20 + 12 * y, length, figure) for x, y, length, figure in places]


@settings(max_examples=300, deadline=None)
@given(_page(), st.booleans())
def test_every_word_is_read_once_whatever_lines_are_drawn(
    page: tuple[list[Box], list[Box], list[tuple[float, float, int, bool]]], rotated: bool
) -> None:
    lines, boxes, places = page
    words = []
    for index, (x, y, length, figure) in enumerate(places):
        text = f"{index:03}" if figure else f"w{index:03}"
        words.append(Word(text, x, y, x + 4.0 * length, y + 10, 10.0, rotated=rotated and index % 7 == 0, place=index))
    layout = Layout(1, 400, 300)
    lay_out(layout, words, find_tables(lines, boxes, 400, 300))
    found = ""
    for item in layout.items:
        found += " " + (" ".join(cell.text for cell in item.cells) if isinstance(item, Grid) else item.text)
    assert sorted(found.replace(" ", "")) == sorted("".join(word.text for word in words))
    for item in layout.items:
        if isinstance(item, Grid):
            places_held = [
                (row, column)
                for cell in item.cells
                for row in range(cell.row, cell.row + cell.row_span)
                for column in range(cell.column, cell.column + cell.column_span)
            ]
            assert len(places_held) == len(set(places_held)), "cells stand beside each other"
            assert all(row < item.rows and column < item.columns for row, column in places_held)


def _two_by_two(*texts: str) -> list[str]:
    """Lay out two columns of two lines each, given line by line, under a line over the width of both."""
    words = [Word("A line of the whole width of the page", 50, 20, 550, 30, 10.0, count=9)]
    for index, text in enumerate(texts):
        x, y = 50 + 250 * (index % 2), 60 + 12 * (index // 2)
        words.append(Word(text, x, y, x + 4.6 * len(text), y + 10, 10.0, count=text.count(" ") + 1, place=index + 1))
    layout = Layout(1, 600, 800)
    lay_out(layout, words)
    return [item.text for item in layout.items if not isinstance(item, Grid)][1:]


def test_columns_of_two_lines_are_read_one_after_the_other_where_both_go_on_a_sentence() -> None:
    left, right = (
        ("In the chapter on operation,", "replace the existing rules on"),
        ("reporting with the form in", "the annex to this decision."),
    )
    assert _two_by_two(left[0], right[0], left[1], right[1]) == [*left, *right]


def test_a_letterhead_of_two_lines_is_read_across() -> None:
    texts = (
        "Council Working Group on children online",
        "Document of the group CWG-COP-20/13",
        "Twentieth meeting of it in",
        "18 December of the year 2025",
    )
    assert _two_by_two(*texts) == [f"{texts[0]} {texts[1]}", f"{texts[2]} {texts[3]}"]


def test_the_title_of_a_table_under_three_columns_stands_before_the_table() -> None:
    boxes: list[Box] = [(x, y, x + 250, y + 14) for y in (72.0, 86.0) for x in (50.0, 300.0)]
    words = [Word("Cell", box[0] + 4, box[1] + 2, box[0] + 24, box[1] + 12, 10.0) for box in boxes]
    words += [
        Word(
            f"Line {row} of column {column}",
            50 + 175 * column,
            20 + 12 * row,
            200 + 175 * column,
            30 + 12 * row,
            10.0,
            count=5,
        )
        for column in range(3)
        for row in range(3)
    ]
    words.append(Word("ESTIMATED COSTS", 250, 58, 350, 68, 10.0, count=2))
    for place, word in enumerate(words):
        word.place = place
    layout = Layout(1, 600, 800)
    lay_out(layout, words, find_tables([], boxes, 600, 800))
    texts = ["table" if isinstance(item, Grid) else item.text for item in layout.items]
    assert texts[-3:] == ["Line 2 of column 2", "ESTIMATED COSTS", "table"]
