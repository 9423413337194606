"""The front of a document: the visual lines of its first page, as cells from left to right."""

from extractors.pdf.lines import Line
from extractors.reading import FrontLine


def front_lines(rows: list[Line], furniture: set[str]) -> tuple[FrontLine, ...]:
    """Make front lines of the visual lines of the first page; those whose text is furniture are marked."""
    return tuple(
        FrontLine(
            row.cells, row.page, row.text in furniture or any(text in row.text for text in furniture if len(text) > 12)
        )
        for row in rows
        if row.text.strip()
    )
