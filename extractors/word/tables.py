"""Tables: merged cells once with their spans, header rows found, and each row a line that makes sense alone."""

from dataclasses import dataclass

from extractors.document import Cell, Table
from extractors.word.body import Grid, GridCell, GridRow, Paragraph
from extractors.word.typed import printed
from extractors.word.wording import Segment, in_force, joined, plain, stripped

_SHORT = 8
"""Words that a column's name may have."""
_MOST_NAME = 80
"""Characters of a column's name that are repeated in front of each cell."""


@dataclass(slots=True)
class LaidTable:
    """A table and its rows as wording; `lines` are the rows' cells as they stand, header rows among them."""

    table: Table
    rows: list[list[Segment]]
    lines: list[tuple[str, ...]]


@dataclass(slots=True)
class _Placed:
    row: int
    cell: GridCell
    segments: list[Segment]
    text: str
    row_span: int = 1


def lay(grid: Grid, index: int, caption: str | None, *, layout: bool) -> LaidTable:
    """Lay a table out; `layout` says that it only arranges text, as the block at the head of a document does."""
    placed = _placed(grid)
    columns = max((cell.column + cell.span for row in grid.rows for cell in row.cells), default=0)
    headers = 0 if layout else _header_rows(grid, placed, columns)
    labels = not headers and not layout and _is_form(placed, columns)
    names = _column_names(placed, headers, columns)
    rows: list[list[Segment]] = []
    lines: list[tuple[str, ...]] = []
    for at in range(len(grid.rows)):
        here = [each for each in placed if each.row <= at < each.row + each.row_span]
        own = [each for each in here if each.row == at]
        lines.append(tuple(each.text for each in sorted(own, key=lambda each: each.cell.column)))
        if layout or at < headers or len({each.cell.column for each in here if each.text}) < 2:
            separator = "\t" if layout else "; "
            rows.append(joined([each.segments for each in own], separator))
        elif labels:
            rows.append(_labelled(own))
        else:
            rows.append(joined([_named(each, at, names) for each in here], "; "))
    cells = tuple(
        Cell(each.row, each.cell.column, each.text, each.row_span, each.cell.span, header=each.row < headers)
        for each in placed
    )
    return LaidTable(Table(index, None, caption, len(grid.rows), columns, cells), rows, lines)


def cell_wording(cell: GridCell) -> list[Segment]:
    """Give a cell's own wording with its list numbers; tables inside it are read as tables of their own."""
    parts: list[list[Segment]] = []
    for item in cell.items:
        if isinstance(item, Paragraph):
            segments = stripped(item.segments)
            number = item.number.text if item.number is not None else None
            parts.append([Segment(f"{printed(number)} "), *segments] if number and segments else segments)
    return joined(parts, "\n")


def _placed(grid: Grid) -> list[_Placed]:
    found: list[_Placed] = []
    above: dict[int, _Placed] = {}
    for at, row in enumerate(grid.rows):
        current: dict[int, _Placed] = {}
        for cell in row.cells:
            merged = above.get(cell.column) if cell.continued else None
            segments = cell_wording(cell)
            if merged is not None:
                merged.row_span += 1
                if segments:
                    merged.segments = joined([merged.segments, segments], "\n")
                    merged.text = in_force(merged.segments)
            else:
                merged = _Placed(at, cell, segments, in_force(segments))
                found.append(merged)
            current[cell.column] = merged
        above = current
    return found


def _header_rows(grid: Grid, placed: list[_Placed], columns: int) -> int:
    marked = 0
    for row in grid.rows:
        if not row.header:
            break
        marked += 1
    if 0 < marked < len(grid.rows):
        return marked
    if len(grid.rows) < 2 or columns < 2:
        return 0
    first = 0
    if len(grid.rows) > 2 and len(grid.rows[0].cells) == 1 and len(grid.rows[1].cells) > 1:
        first = 1
    return first + 1 if _looks_like_names(grid.rows, placed, first, columns) else 0


def _looks_like_names(rows: list[GridRow], placed: list[_Placed], at: int, columns: int) -> bool:
    texts = [each.text for each in placed if each.row == at]
    filled = [text for text in texts if text]
    if len(filled) < 2 or any(len(text.split()) > 2 * _SHORT for text in filled):
        return False
    below = rows[at + 1]
    if _all_bold(rows[at]) and not _all_bold(below):
        return True
    if _all_shaded(rows[at]) and not _all_shaded(below):
        return True
    if columns < 3 or len(rows) < at + 3 or len(filled) < len(texts) - 1 or len(set(filled)) < len(filled):
        return False
    return all(
        len(text.split()) <= _SHORT and not any(sign.isdigit() for sign in text) and text[-1] not in ".;:,"
        for text in filled
    )


def _all_bold(row: GridRow) -> bool:
    paragraphs = [item for cell in row.cells for item in cell.items if isinstance(item, Paragraph)]
    filled = [item for item in paragraphs if in_force(item.segments).strip()]
    return bool(filled) and all(item.bold for item in filled)


def _all_shaded(row: GridRow) -> bool:
    return bool(row.cells) and all(cell.shaded for cell in row.cells)


def _is_form(placed: list[_Placed], columns: int) -> bool:
    labels = [each for each in placed if each.cell.column == 0 and each.text]
    if columns != 2 or not labels:
        return False
    if all(len(each.text.split()) <= 2 * _SHORT for each in labels):
        return all(_is_label(each) for each in labels)
    return False


def _is_label(placed: _Placed) -> bool:
    paragraphs = [item for item in placed.cell.items if isinstance(item, Paragraph) and in_force(item.segments).strip()]
    return placed.text.endswith((":", "：", "?", "؟")) or all(item.bold for item in paragraphs)


def _labelled(cells: list[_Placed]) -> list[Segment]:
    label = cells[0].text if cells else ""
    separator = " " if label.endswith((":", "：", "?", "؟")) else ": "
    return joined([each.segments for each in cells], separator)


def _column_names(placed: list[_Placed], headers: int, columns: int) -> list[str]:
    names: list[list[str]] = [[] for _ in range(columns)]
    for each in placed:
        if each.row >= headers or each.cell.span >= columns:
            continue
        for column in range(each.cell.column, each.cell.column + each.cell.span):
            if each.text and each.text not in names[column]:
                names[column].append(" ".join(each.text.split()))
    return [" / ".join(parts)[:_MOST_NAME].rstrip(" :：") for parts in names]


def _named(placed: _Placed, at: int, names: list[str]) -> list[Segment]:
    segments = placed.segments if placed.row == at else plain(placed.segments)
    if not segments:
        return []
    spanned = names[placed.cell.column : placed.cell.column + placed.cell.span]
    name = " / ".join(dict.fromkeys(each for each in spanned if each))
    if not name or name == placed.text:
        return segments
    return joined([[Segment(f"{name}:")], segments], " ")
