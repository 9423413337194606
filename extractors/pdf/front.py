"""The front of a document: the visual lines of its first page, as cells from left to right."""

from extractors.pdf.lines import Line
from extractors.reading import FrontLine


def front_lines(rows: list[Line], furniture: set[tuple[int, str]]) -> tuple[FrontLine, ...]:
    """Make front lines of the visual lines of the first page; those whose text is furniture are marked."""
    return tuple(FrontLine(row.cells, row.page, _is_furniture(row, furniture)) for row in rows if row.text.strip())


def _is_furniture(row: Line, furniture: set[tuple[int, str]]) -> bool:
    return (row.page, row.text) in furniture or all((row.page, cell) in furniture for cell in row.cells)
