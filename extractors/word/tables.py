"""Tables: merged cells once with their spans, header rows found, and each row a line that makes sense alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.document import Cell, Table
from extractors.word.items import Grid, GridCell, GridRow, Paragraph
from extractors.word.wording import Segment, in_force, joined, plain

_LONG_ROW = 250
"""Words that a passage may have."""
_SHORT = 8
"""Words that a column's name may have."""
_MOST_REPEATED = 30
"""Words of a cell merged downwards that are repeated in each of its rows."""
_MOST_NAME = 80
"""Characters of a column's name that are repeated in front of each cell."""


_LABEL_ENDS = (":", "：", "?", "؟")


@dataclass(slots=True)
class LaidTable:
    """A table and its rows as wording; `lines` are the rows' cells as they stand, header rows among them."""

    table: Table
    rows: list[list[list[Segment]]]
    """A row is one piece, or several where it is too long for one passage."""
    lines: list[tuple[str, ...]]
    arranges: bool = False
    """True where it only arranges text: its cells are no rows, its parts paragraphs."""


@dataclass(slots=True)
class _Placed:
    row: int
    cell: GridCell
    segments: list[Segment]
    text: str
    parts: list[list[Segment]]
    """What stands in the cells that are merged with it downwards, its own first."""
    row_span: int = 1

    def segments_in(self, row: int) -> list[Segment]:
        """Give its wording in one of its rows; below the first it is repeated without its tracked changes."""
        return self.segments if row == self.row else plain(self.segments)


def lay(grid: Grid, index: int, caption: str | None, *, top: bool) -> LaidTable:
    """Lay a table out; at the `top` of a document one without lines and column names only arranges text."""
    placed = _placed(grid)
    columns = max((cell.column + cell.span for row in grid.rows for cell in row.cells), default=0)
    layout = top and _is_layout(grid, columns)
    headers = 0 if layout else _header_rows(grid, placed, columns)
    form = not headers and not layout and _is_form(placed, columns)
    names = _column_names(placed, headers, columns)
    rows: list[list[list[Segment]]] = []
    lines: list[tuple[str, ...]] = []
    for at, here in enumerate(_by_row(placed, len(grid.rows))):
        own = [each for each in here if each.row == at]
        lines.append(tuple(each.text for each in own))
        if layout:
            rows.append(_arranged(own))
        elif at < headers or len({each.cell.column for each in here if each.text}) < 2:
            rows.append(_pieces(own, at, (), "; "))
        elif form:
            rows.append([_labelled(own)])
        else:
            rows.append(_pieces(here, at, names, "; "))
    cells = tuple(
        Cell(each.row, each.cell.column, each.text, each.row_span, each.cell.span, header=each.row < headers)
        for each in placed
    )
    return LaidTable(Table(index, None, caption, len(grid.rows), columns, cells), rows, lines, layout)


def cell_wording(cell: GridCell) -> list[Segment]:
    """Give a cell's own wording with its list numbers; tables inside it are read as tables of their own."""
    return joined(_paragraphs(cell), "\n")


def _paragraphs(cell: GridCell) -> list[list[Segment]]:
    return [item.numbered() for item in cell.items if isinstance(item, Paragraph)]


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
                    merged.parts.append(segments)
            else:
                merged = _Placed(at, cell, segments, in_force(segments), [segments])
                found.append(merged)
            current[cell.column] = merged
        above = current
    for each in found:
        if len(each.parts) > 1:
            each.segments = joined(each.parts, "\n")
            each.text = in_force(each.segments)
    return found


def _by_row(placed: list[_Placed], rows: int) -> list[list[_Placed]]:
    """List the cells that stand in, or reach into, each row; long ones are not repeated below their first."""
    result: list[list[_Placed]] = [[] for _ in range(rows)]
    for each in placed:
        repeated = each.row_span if len(each.text.split()) <= _MOST_REPEATED else 1
        for at in range(each.row, each.row + repeated):
            result[at].append(each)
    return [sorted(row, key=lambda each: each.cell.column) for row in result]


def _is_layout(grid: Grid, columns: int) -> bool:
    """One or two columns without lines and without names above them, as the head of a document has."""
    return columns <= 2 and not grid.ruled and not grid.names_first and not any(row.header for row in grid.rows)


def _arranged(cells: Sequence[_Placed]) -> list[list[Segment]]:
    """Give the paragraphs of a row's cells, a label (`Source:`) together with what it names."""
    filled = [each for each in cells if each.segments]
    if len(filled) == 2 and filled[0].text.endswith(_LABEL_ENDS):
        return [_labelled(filled)]
    return [part for each in filled for part in _paragraphs(each.cell) if part]


def _stands_out(row: GridRow, below: GridRow) -> bool:
    return (_all_bold(row) and not _all_bold(below)) or (_all_shaded(row) and not _all_shaded(below))


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
    if grid.names_first:
        return 1
    first = 0
    if len(grid.rows) > 2 and len(grid.rows[0].cells) == 1 and len(grid.rows[1].cells) > 1:
        first = 1
    return first + 1 if _looks_like_names(grid.rows, placed, first, columns) else 0


def _looks_like_names(rows: list[GridRow], placed: list[_Placed], at: int, columns: int) -> bool:
    texts = [each.text for each in placed if each.row == at]
    filled = [text for text in texts if text]
    if len(filled) < 2 or any(len(text.split()) > 2 * _SHORT for text in filled):
        return False
    if _stands_out(rows[at], rows[at + 1]):
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
    return placed.text.endswith(_LABEL_ENDS) or all(item.bold for item in paragraphs)


def _labelled(cells: list[_Placed]) -> list[Segment]:
    label = cells[0].text if cells else ""
    separator = " " if label.endswith(_LABEL_ENDS) else ": "
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


def _pieces(cells: Sequence[_Placed], at: int, names: Sequence[str], separator: str) -> list[list[Segment]]:
    """Write a row as one line; one too long for a passage is cut between cells, and cells between paragraphs."""
    whole = joined([_named(each, each.segments_in(at), names) for each in cells], separator)
    if len(in_force(whole).split()) <= _LONG_ROW:
        return [whole]
    pieces: list[list[Segment]] = []
    for each in cells:
        parts = _paragraphs(each.cell) if each.row == at and each.row_span == 1 else [each.segments_in(at)]
        pieces += [_named(each, part, names) for part in _bundled(parts)]
    return [piece for piece in pieces if piece]


def _bundled(parts: Iterable[list[Segment]]) -> Iterable[list[Segment]]:
    """Put short paragraphs together as far as a passage may reach."""
    bundle: list[Segment] = []
    for part in parts:
        longer = joined([bundle, part], "\n")
        if bundle and len(in_force(longer).split()) > _LONG_ROW:
            yield bundle
            longer = part
        bundle = longer
    yield bundle


def _named(placed: _Placed, segments: list[Segment], names: Sequence[str]) -> list[Segment]:
    spanned = names[placed.cell.column : placed.cell.column + placed.cell.span]
    name = " / ".join(dict.fromkeys(each for each in spanned if each))
    if not segments or not name or name == placed.text:
        return segments
    return joined([[Segment(f"{name}:")], segments], " ")
