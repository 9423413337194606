"""Tables with level rules only: the rules part rows, the gaps between words part columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.pdf.edges import Edge
from extractors.pdf.gutters import (
    Columns,
    Run,
    Runs,
    band_rows,
    find_columns,
    is_listing,
    is_prose,
    measures,
    row_cuts,
    runs_of,
)
from extractors.pdf.rows import group_rows
from extractors.pdf.rulings import Box
from extractors.pdf.words import Word


@dataclass(slots=True)
class Band:
    """The lines between two rules that follow each other."""

    top: float
    bottom: float
    words: list[Word]
    lines: list[Runs]


@dataclass(slots=True)
class OpenTable:
    """A table whose columns no line parts: its box, the rows as runs with their columns, and its words."""

    box: Box
    rows: list[list[Runs]]
    heights: list[float]
    """Where each row begins, and where the last one ends."""
    cuts: list[float]
    words: list[Word]


def rule_groups(level: Sequence[Edge], upright: Sequence[Edge]) -> list[list[Edge]]:
    """Group the rules of one width, three at least, with no upright line between them."""
    settings = measures()["rules"]
    same: float = settings["same"]
    groups: list[list[Edge]] = []
    for rule in level:
        if rule.end - rule.start < settings["least"]:
            continue
        for group in groups:
            if abs(group[0].start - rule.start) <= same and abs(group[0].end - rule.end) <= same:
                group.append(rule)
                break
        else:
            groups.append([rule])
    groups = [sorted(group) for group in groups if len(group) > settings["least_bands"]]
    return [group for group in groups if not any(_stands_in(edge, group, same) for edge in upright)]


def apart(groups: list[list[Edge]], taken: Sequence[Box]) -> list[list[Edge]]:
    """Return the groups of rules without those that stand in other tables."""
    settings = measures()["rules"]
    left = [[rule for rule in group if not any(_on(rule, box, settings["same"]) for box in taken)] for group in groups]
    return [group for group in left if len(group) > settings["least_bands"]]


def open_tables(rules: list[Edge], words: list[Word]) -> list[OpenTable]:
    """Find the tables between rules of one width: bands that hold columns, one after the other."""
    settings = measures()
    left, right = rules[0].start, rules[0].end
    within = [word for word in words if left - 2 <= word.x0 and word.x1 <= right + 2 and not word.rotated]
    if not within:
        return []
    sizes = sorted(word.size for word in within)
    size = sizes[len(sizes) // 2]
    least = settings["gutter"]["width"] * size
    bands = _bands(rules, words, within, least)
    tables: list[OpenTable] = []
    for run in _tabular(bands, least):
        columns = _columns(run, least)
        if not columns.cuts:
            continue
        header = _above(run[0], within, columns, least, settings["rules"])
        table = _build([header, *run] if header else run, columns, bool(header), (left, right))
        if table is not None:
            tables.append(table)
    return tables


def columns_in(band_words: list[list[Word]], box: Box, heights: list[float]) -> OpenTable | None:
    """Find columns in rows that lines part, where all their words keep clear of the same gutters."""
    words = [word for band in band_words for word in band]
    if not words:
        return None
    sizes = sorted(word.size for word in words)
    least = measures()["gutter"]["width"] * sizes[len(sizes) // 2]
    bands = [
        Band(top, bottom, held, [runs_of(row, least) for row in group_rows(held)])
        for (top, bottom), held in zip(pairwise(heights), band_words, strict=True)
        if held
    ]
    if len(bands) < 2:
        return None
    columns = find_columns([line for band in bands for line in band.lines], least)
    return _build(bands, columns, False, (box[0], box[2])) if columns.cuts else None


def _on(rule: Edge, box: Box, same: float) -> bool:
    return box[1] - same <= rule.at <= box[3] + same and rule.start < box[2] and rule.end > box[0]


def _stands_in(edge: Edge, group: list[Edge], same: float) -> bool:
    left, right = group[0].start, group[0].end
    overlap = min(edge.end, group[-1].at) - max(edge.start, group[0].at)
    return left - same <= edge.at <= right + same and overlap > 2 * same


def _bands(rules: list[Edge], words: list[Word], within: list[Word], least: float) -> list[Band]:
    """Sort words between the rules; a band that a word from outside reaches into holds nothing."""
    left, right = rules[0].start - 2, rules[0].end + 2
    reaching = [word for word in words if word.x0 < left < word.x1 or word.x0 < right < word.x1]
    bands: list[Band] = []
    for above, below in pairwise(rules):
        held = [word for word in within if above.at < (word.top + word.bottom) / 2 < below.at]
        crossed = any(above.at < (word.top + word.bottom) / 2 < below.at for word in reaching)
        if held or crossed:
            lines = [] if crossed else [runs_of(row, least) for row in group_rows(held)]
            bands.append(Band(above.at, below.at, held, lines))
    return bands


def _tabular(bands: list[Band], least: float) -> list[list[Band]]:
    """Return the stretches of bands that hold columns each, with single lines of one run allowed between them."""
    stretches: list[list[Band]] = [[]]
    for band in bands:
        own = bool(band.lines) and bool(find_columns(band.lines, least, _crossing(len(band.lines))).cuts)
        label = len(band.lines) == 1 and len(band.lines[0]) == 1 and bool(stretches[-1])
        if own or label:
            stretches[-1].append(band)
        elif stretches[-1]:
            stretches.append([])
    for stretch in stretches:
        while stretch and len(stretch[-1].lines) == 1 == len(stretch[-1].lines[0]):
            stretch.pop()
    least_bands: int = measures()["rules"]["least_bands"]
    return [stretch for stretch in stretches if len(stretch) >= least_bands]


def _crossing(lines: int) -> int:
    return int(measures()["gutter"]["crossed"] * lines)


def _columns(bands: list[Band], least: float) -> Columns:
    """Find the columns of all lines, or of those below the first band, whose heads may span columns."""
    lines = [line for band in bands for line in band.lines]
    body = [line for band in bands[1:] for line in band.lines]
    found = [find_columns(lines, least), find_columns(body, least), find_columns(body, least, _crossing(len(body)))]
    return max(found, key=lambda columns: len(columns.cuts))


def _above(first: Band, within: list[Word], columns: Columns, least: float, settings: dict[str, float]) -> Band | None:
    """Return the line above the first rule where it names columns."""
    size = least / measures()["gutter"]["width"]
    near = [
        word
        for word in within
        if word.bottom <= first.top + 1 and first.top - word.bottom < settings["header_above"] * size
    ]
    rows = group_rows(near) if near else []
    if not rows:
        return None
    line = runs_of(rows[-1], least)
    columns.settle(line)
    apart = [run.first for run in line]
    if (
        len(line) < max(2, len(columns.cuts) / 2)
        or len(set(apart)) < len(apart)
        or any(
            run.first != run.last or sum([word.count for word in run.words]) > settings["header_words"] for run in line
        )
        or not any(run.last == len(columns.cuts) for run in line)
    ):
        return None
    words = [word for run in line for word in run.words]
    return Band(min(word.top for word in words), first.top, words, [line])


def _build(bands: list[Band], columns: Columns, headed: bool, sides: tuple[float, float]) -> OpenTable | None:
    """Make rows of bands; None where they are text after all."""
    settings = measures()["rows"]
    count = len(columns.cuts) + 1
    lines = [line for band in bands for line in band.lines]
    for line in lines:
        columns.settle(line)
    ruled = len(bands) >= settings["ruled_bands"] and len(lines) <= settings["ruled_lines"] * len(bands)
    rows: list[list[Runs]] = []
    heights: list[float] = []
    for index, band in enumerate(bands):
        own = band_rows(band.lines, count, ruled, index == 0 and not headed)
        heights += [band.top, *row_cuts(own)]
        rows += own
    single = [line for row in rows if len(row) == 1 for line in row]
    if (
        max(len(row) for row in rows) > settings["most_lines"]
        or is_listing(lines, count)
        or is_prose(single, count)
        or not _filled(rows, count)
    ):
        return None
    words = [word for band in bands for word in band.words]
    left, right = min(sides[0], columns.reach[0][0]), max(sides[1], columns.reach[-1][1])
    box = (left, bands[0].top, right, bands[-1].bottom)
    return OpenTable(box, rows, [*heights, bands[-1].bottom], columns.cuts, words)


def _filled(rows: list[list[Runs]], count: int) -> bool:
    """Tell whether most rows fill two columns, and each column is filled in two rows."""
    places = [{run.first for line in row for run in line} for row in rows]
    held = [sum(column in place for place in places) for column in range(count)]
    return len(rows) >= 2 and min(held) >= 2 and 2 * sum(len(place) >= 2 for place in places) > len(places)


def cells_of(row: list[Runs]) -> list[tuple[int, int, list[Word]]]:
    """Return first column, last column and words of each cell of a row; runs that overlap share a cell."""
    cells: list[Run] = []
    for run in sorted([run for line in row for run in line], key=lambda run: (run.first, -run.last)):
        if cells and run.first <= cells[-1].last:
            last = cells[-1]
            cells[-1] = Run(last.words + run.words, last.x0, last.x1, last.first, max(last.last, run.last))
        else:
            cells.append(run)
    return [(cell.first, cell.last, cell.words) for cell in cells]
