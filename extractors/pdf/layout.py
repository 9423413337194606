"""The layout of a page: its lines and tables in reading order."""

from dataclasses import dataclass, field
from operator import itemgetter

from extractors.pdf.columns import Row, Zone, split_zones
from extractors.pdf.grids import take_aligned, take_grids
from extractors.pdf.lines import Line, make_line
from extractors.pdf.rows import OBJECT, group_rows
from extractors.pdf.scripts import HAS_RTL, is_rtl
from extractors.pdf.table_lines import NO_TABLES, TableLines
from extractors.pdf.tables import Grid
from extractors.pdf.words import Word

_NEAR = 2.0
"""A title stands no farther above its table than this many letter sizes."""


@dataclass(slots=True)
class Layout:
    """One page: lines and tables as they are read."""

    page: int
    width: float
    height: float
    items: list[Line | Grid] = field(default_factory=list)
    watermark: list[str] = field(default_factory=list)


def lay_out(layout: Layout, words: list[Word], tables: TableLines = NO_TABLES) -> None:
    """Fill the layout with the tables that the page's ruling lines tell of, and with lines."""
    page = layout.page
    words = [word for word in words if word.text != OBJECT]
    text = " ".join([word.text for word in words])
    rtl = is_rtl(text) if not text.isascii() and HAS_RTL.search(text) else None
    words, grids = take_grids(words, tables, page, bool(rtl))
    upright = [word for word in words if not word.rotated]
    rows, aligned = take_aligned(group_rows(upright), page, bool(rtl))
    grids += aligned
    if grids:
        rows += [[Word(OBJECT, *grid.box, 10.0, place=index)] for index, grid in enumerate(grids)]
    zones = split_zones(rows, bool(rtl))
    if grids:
        _give_titles(zones)
    for number, zone in enumerate(zones):
        _read_zone(zone.rows, number, layout, grids, rtl)
    rotated = [word for word in words if word.rotated]
    layout.items += [make_line(run, page, False) for run in _rotated_runs(rotated)]


def _give_titles(zones: list[Zone]) -> None:
    """Take titles of tables over the whole width out of the middle one of three columns, whose end they stand at."""
    for place, zone in enumerate(zones):
        table = zone.rows[0][0]
        if zone.columns > 1 or table.text != OBJECT:
            continue
        first = place
        while first and zones[first - 1].columns > 1 and zones[first - 1].rows[-1][0].bottom <= table.top:
            first -= 1
        above = max(zones[first:place], key=lambda column: column.rows[-1][0].bottom, default=None)
        if above is not None and len(above.rows) > 1 and _is_title(above.rows[-1], above.rows[-2], table):
            zone.rows.insert(0, above.rows.pop())


def _is_title(row: Row, before: Row, table: Word) -> bool:
    """Tell whether a row right above a table stands in the middle of it, and not where its column begins."""
    x0, x1, size = row[0].x0, row[-1].x1, row[0].size
    middle = abs((x0 + x1) - (table.x0 + table.x1)) < size
    return middle and x0 - before[0].x0 > size and table.top - row[0].bottom < _NEAR * size


def _rotated_runs(words: list[Word]) -> list[list[Word]]:
    """Group rotated words that follow each other in one upright strip."""
    runs: list[list[Word]] = []
    for word in words:
        last = runs[-1][-1] if runs else None
        if last is not None and min(last.x1, word.x1) - max(last.x0, word.x0) > 0.5 * (word.x1 - word.x0):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _read_zone(rows: list[Row], number: int, layout: Layout, grids: list[Grid], rtl: bool | None) -> None:
    texts = [row for row in rows if row[0].text != OBJECT]
    edges = (
        min([row[0].x0 for row in texts], default=0.0),
        max([max([word.x1 for word in row]) for row in texts], default=0.0),
    )
    items: list[tuple[float, Line | Grid]] = []
    for row in texts:
        line = make_line(row, layout.page, rtl)
        line.zone, line.zone_box = number, edges
        items.append((line.top, line))
    if len(texts) < len(rows):
        items += [(row[0].top, grid) for row in rows if row[0].text == OBJECT for grid in grids[row[0].place].nested()]
        items.sort(key=itemgetter(0))
    layout.items += [item for _, item in items]
