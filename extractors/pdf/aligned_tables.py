"""Tables without any line: rows of three columns and more, with figures under each other, that no text is like."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractors.pdf.gutters import (
    Columns,
    Runs,
    band_rows,
    find_columns,
    is_listing,
    is_prose,
    measures,
    row_cuts,
    runs_of,
)
from extractors.pdf.open_tables import OpenTable
from extractors.pdf.words import Word

Row = list[Word]
"""The words of one visual line, from left to right."""


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(measures()["aligned"]["figure"])


def aligned_tables(rows: Sequence[Row]) -> list[OpenTable]:
    """Find tables among the lines of a page, given from top to bottom."""
    settings = measures()["aligned"]
    wide = [index for index, row in enumerate(rows) if len(row) > 2 and _is_parted(row, settings["gutter"])]
    if len(wide) < settings["least_rows"]:
        return []
    found = (_table(rows, start, end) for start, end in _blocks(rows, wide, settings))
    return [table for table in found if table is not None]


def _is_parted(row: Row, gutter: float) -> bool:
    """Tell whether a line has two wide gaps."""
    gaps, right = 0, row[0].x1
    for word in row:
        if word.x0 - right > gutter * word.size:
            gaps += 1
            if gaps == 2:
                return True
        right = max(right, word.x1)
    return False


def _blocks(rows: Sequence[Row], wide: list[int], settings: dict[str, float]) -> Iterator[tuple[int, int]]:
    """Give the start and end of stretches of parted lines, with at most a few others between two."""
    start = last = wide[0]
    for index in [*wide[1:], len(rows)]:
        near = index < len(rows) and index - last <= settings["lines_between"] + 1
        if near and all(_is_near(rows[place - 1], rows[place], settings) for place in range(last + 1, index + 1)):
            last = index
            continue
        yield start, last + 1
        start = last = index


def _is_near(above: Row, below: Row, settings: dict[str, float]) -> bool:
    top = min(word.top for word in below)
    bottom = max(word.bottom for word in above)
    return top - bottom <= settings["apart"] * above[0].size


def _table(page: Sequence[Row], start: int, end: int) -> OpenTable | None:
    settings = measures()["aligned"]
    if end - start < settings["least_rows"]:
        return None
    block = list(page[start:end])
    sizes = sorted(word.size for row in block for word in row)
    least = settings["gutter"] * sizes[len(sizes) // 2]
    lines = [runs_of(row, least) for row in block]
    full = [line for line in lines if len(line) > 2]
    if len(full) < settings["least_rows"]:
        return None
    columns = find_columns(full, least)
    count = len(columns.cuts) + 1
    if count < settings["least_columns"]:
        return None
    for line in lines:
        columns.settle(line)
    if not _has_figures(full, count) or is_listing(lines, count) or is_prose(lines, count, most=0):
        return None
    if any(run.last > run.first for line in lines[1:] for run in line):
        return None
    after = _rest(page[end : end + settings["lines_between"]], block[-1], columns, least)
    lines += [runs_of(row, least) for row in after]
    for line in lines[len(block) :]:
        columns.settle(line)
    block += after
    rows = band_rows(lines, count)
    return _made(rows, columns, block)


def _rest(rows: Sequence[Row], last: Row, columns: Columns, least: float) -> list[Row]:
    """Return the lines that the last row goes on to: close below it, within columns but the first."""
    rest: list[Row] = []
    for row in rows:
        close = min(word.top for word in row) - max(word.bottom for word in last) <= 0.5 * row[0].size
        line = runs_of(row, least)
        columns.settle(line)
        rights = [*(left for left, _ in columns.reach[1:]), float("inf")]
        held = all(
            run.first == run.last > 0 and columns.reach[run.first][0] - 1 <= run.x0 and run.x1 < rights[run.first]
            for run in line
        )
        if not close or not held:
            break
        rest.append(row)
        last = row
    return rest


def _has_figures(full: list[Runs], count: int) -> bool:
    """Tell whether columns hold figures, all but their heads, and nearly all lines fill nearly all columns."""
    settings = measures()["aligned"]
    cells = [{run.first: " ".join([word.text for word in run.words]) for run in line} for line in full]
    if sum(len(line) >= settings["filled"] * count for line in cells) < settings["filled"] * len(cells):
        return False
    head = not any(_figure().fullmatch(text) for column, text in cells[0].items() if column)
    body = cells[1:] if head else cells
    figured = [column for column in range(1, count) if _is_figured([line.get(column) for line in body])]
    if len(figured) == 1 and _counts_up([line.get(figured[0]) for line in body]):
        return False
    return len(figured) >= (1 if head else 2)


def _is_figured(texts: list[str | None]) -> bool:
    settings = measures()["aligned"]
    held = [text for text in texts if text]
    figures = sum(bool(_figure().fullmatch(text)) for text in held)
    return figures >= int(settings["least_figures"]) and figures >= float(settings["figures"]) * len(texts)


def _counts_up(texts: list[str | None]) -> bool:
    """Tell the page numbers of a table of contents."""
    held = [text for text in texts if text]
    numbers = [int(text) for text in held if text.isdigit()]
    return len(numbers) == len(held) and numbers == sorted(numbers)


def _made(rows: list[list[Runs]], columns: Columns, block: list[Row]) -> OpenTable:
    words = [word for row in block for word in row]
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    box = (columns.reach[0][0], top, columns.reach[-1][1], bottom)
    return OpenTable(box, rows, [top, *row_cuts(rows), bottom], columns.cuts, words)
