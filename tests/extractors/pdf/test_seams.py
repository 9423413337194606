from itertools import pairwise

from extractors.pdf.rulings import Box
from extractors.pdf.seams import close_seams
from extractors.pdf.words import Word

_XS = [72.5, 77.8, 217.1, 222.6, 228.1, 367.4, 372.9]
_YS = [100.0, 105.5, 120.0, 125.5, 140.0]


def _cells(xs: list[float]) -> list[Box]:
    return [(x0, top, x1, bottom) for top, bottom in pairwise(_YS) for x0, x1 in pairwise(xs)]


def _held(cells: list[Box]) -> list[list[Word]]:
    wide = [cell[2] - cell[0] > 10 and cell[3] - cell[1] > 10 for cell in cells]
    return [
        [Word("Kenya", cell[0] + 5, cell[1], cell[0] + 40, cell[3], 10)] if w else []
        for cell, w in zip(cells, wide, strict=True)
    ]


def test_the_strips_between_double_borders_are_no_columns_or_rows() -> None:
    cells = _cells(_XS)
    xs, ys, kept, held = close_seams(cells, _held(cells))
    assert [round(x) for x in xs] == [75, 223, 370]
    assert [round(y) for y in ys] == [103, 123, 140]
    assert len(kept) == 4
    assert all(held)


def test_a_narrow_column_with_words_stays() -> None:
    cells = _cells([72.5, 217.1, 222.6, 367.4])
    held = [[Word("1", cell[0], cell[1], cell[0] + 4, cell[3], 8)] for cell in cells]
    assert close_seams(cells, held)[0] == [72.5, 217.1, 222.6, 367.4]


def test_a_table_without_narrow_strips_stays_as_it_is() -> None:
    cells: list[Box] = [(0, 0, 50, 20), (50, 0, 100, 20)]
    assert close_seams(cells, [[], []]) == ([0, 50, 100], [0, 20], cells, [[], []])
