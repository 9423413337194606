"""Columns: which words are read before which, on pages with one to three columns, mixed, with sidebars."""

from bisect import bisect_right
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter

from extractors.pdf.rows import group_rows
from extractors.pdf.scripts import IS_CJK
from extractors.pdf.words import Word

_GUTTER = 0.9
"""Least width of a gutter in letter sizes."""
_LEAST_LINES = 3
_LEAST_WIDTH = 70.0
_LEAST_WORDS = 2.6
"""A column whose lines hold fewer words than this on average is a table's, to be read across."""
_WIDE_GUTTER, _LEAST_WORDS_OF_TWO = 1.5, 8
"""Columns of two lines only are told by a wider gutter and by more words."""
_DEPTH = 3
_LEADING = 2.0
"""Text farther below than this many letter sizes no longer belongs to the column above it."""
_NEGATIVE, _POSITIVE = float("-inf"), float("inf")

Gap = tuple[float, float]
Row = list[Word]
"""The words of one visual line, from left to right."""


@dataclass(slots=True)
class Zone:
    """A column, box or stretch of full width: read from top to bottom before the next zone."""

    rows: list[Row] = field(default_factory=list)
    columns: int = 1
    """How many columns stand side by side where this zone is one of them."""


@dataclass(slots=True)
class _Band:
    """Rows that overlap in height, and the gaps between their words."""

    rows: list[Row]
    top: float
    bottom: float
    x0: float
    x1: float
    gaps: list[Gap]


@dataclass(slots=True)
class _Group:
    """Bands that one set of gutters runs through."""

    bands: list[_Band]
    gaps: list[Gap]
    x0: float = field(init=False)
    x1: float = field(init=False)

    def __post_init__(self) -> None:
        self.x0 = min(band.x0 for band in self.bands)
        self.x1 = max(band.x1 for band in self.bands)

    def add(self, band: _Band, gaps: list[Gap]) -> None:
        """Take another band, and the gaps that are left with it."""
        self.bands.append(band)
        self.gaps = gaps
        self.x0 = self.x0 if self.x0 < band.x0 else band.x0
        self.x1 = self.x1 if self.x1 > band.x1 else band.x1


def split_zones(rows: list[Row], rtl: bool = False, depth: int = _DEPTH) -> list[Zone]:
    """Part rows, given from top to bottom, into zones in reading order; a row may end up in several columns."""
    if len(rows) < _LEAST_LINES or depth == 0:
        return [Zone(rows)] if rows else []
    size = _median_size(rows)
    zones: list[Zone] = []
    for group in _groups(_bands(rows, size), size):
        columns = _columns(group, size)
        if len(columns) == 1:
            own = [row for band in group.bands for row in band.rows]
            if zones and zones[-1].columns == 1:
                zones[-1].rows += own
            else:
                zones.append(Zone(own))
            continue
        for column in reversed(columns) if rtl else columns:
            zones += [Zone(zone.rows, len(columns)) for zone in split_zones(group_rows(column), rtl, depth - 1)]
    return zones


def _median_size(rows: list[Row]) -> float:
    counts: dict[float, int] = {}
    for row in rows:
        for word in row:
            counts[word.size] = counts.get(word.size, 0) + word.count
    left = sum(counts.values()) // 2
    for size in sorted(counts):
        left -= counts[size]
        if left < 0:
            return size
    return max(counts)


def _bands(rows: list[Row], size: float) -> list[_Band]:
    """Cut at every height that no word stands on."""
    spans = [
        (row[0].top, row[0].bottom, row)
        if len(row) == 1
        else (min([word.top for word in row]), max([word.bottom for word in row]), row)
        for row in rows
    ]
    spans.sort(key=itemgetter(0))
    bands: list[_Band] = []
    current: list[Row] = []
    top = bottom = 0.0
    for row_top, row_bottom, row in spans:
        # Boxes of tight lines overlap a little; that does not tie them together.
        if current and row_top >= bottom - 0.3 * min(size, row[0].size):
            bands.append(_band(current, top, bottom, size))
            current = []
        top, bottom = (min(top, row_top), max(bottom, row_bottom)) if current else (row_top, row_bottom)
        current.append(row)
    if current:
        bands.append(_band(current, top, bottom, size))
    return bands


def _band(rows: list[Row], top: float, bottom: float, size: float) -> _Band:
    if len(rows) == len(rows[0]) == 1:
        only = rows[0][0]
        return _Band(rows, top, bottom, only.x0, only.x1, [(_NEGATIVE, only.x0), (only.x1, _POSITIVE)])
    words = rows[0] if len(rows) == 1 else sorted([word for row in rows for word in row], key=attrgetter("x0"))
    least = _GUTTER * size
    x0, right = words[0].x0, words[0].x1
    gaps: list[Gap] = [(_NEGATIVE, x0)]
    for word in words:
        start, end = word.x0, word.x1
        if start - right >= least:
            gaps.append((right, start))
        right = right if right > end else end
    gaps.append((right, _POSITIVE))
    return _Band(rows, top, bottom, x0, right, gaps)


def _groups(bands: list[_Band], size: float) -> list[_Group]:
    groups: list[_Group] = []
    for band in bands:
        if groups:
            last = groups[-1]
            if len(last.gaps) == len(band.gaps) == 2:  # No gaps but the margins: what most of a page is.
                last.add(band, [])
                last.gaps = [(_NEGATIVE, last.x0), (last.x1, _POSITIVE)]
                continue
            shared = _intersect(last.gaps, band.gaps, _GUTTER * size)
            x0, x1 = min(last.x0, band.x0), max(last.x1, band.x1)
            inner = any(_divides(gap, x0, x1) for gap in shared)
            had = any(_divides(gap, last.x0, last.x1) for gap in last.gaps)
            parted = len(band.gaps) > 2
            fits = inner if had or parted else True
            opens = inner and not had and parted and len(last.bands) > 1
            if fits and not opens:
                last.add(band, shared)
                continue
        groups.append(_Group([band], band.gaps))
    return [part for group in groups for part in _trim(group, size)]


def _intersect(first: list[Gap], second: list[Gap], least: float) -> list[Gap]:
    """Return what both have in common, where it is wide enough; both go from left to right."""
    result: list[Gap] = []
    left, right = iter(first), iter(second)
    a, b = next(left, None), next(right, None)
    while a is not None and b is not None:
        low, high = (a[0] if a[0] > b[0] else b[0]), (a[1] if a[1] < b[1] else b[1])
        if high - low >= least:
            result.append((low, high))
        if a[1] < b[1]:
            a = next(left, None)
        else:
            b = next(right, None)
    return result


def _divides(gap: Gap, x0: float, x1: float) -> bool:
    """Tell whether text from x0 to x1 stands on both sides of a gap."""
    return x0 < min(gap[0] + 0.1, gap[1]) and x1 > max(gap[1] - 0.1, gap[0])


def _trim(group: _Group, size: float) -> list[_Group]:
    """Give back one-sided bands at the start, and those at the end that stand apart from the columns."""
    gutters = [gap for gap in group.gaps if _divides(gap, group.x0, group.x1)]
    if not gutters:
        return [group]
    two_sided = [any(_divides(gap, band.x0, band.x1) for gap in gutters) for band in group.bands]
    if not any(two_sided):
        return [group]
    first = two_sided.index(True)
    last = len(two_sided) - two_sided[::-1].index(True)
    while last < len(group.bands) and group.bands[last].top - group.bands[last - 1].bottom < _LEADING * size:
        last += 1
    parts = [(group.bands[:first], []), (group.bands[first:last], group.gaps), (group.bands[last:], [])]
    return [_Group(list(bands), list(gaps)) for bands, gaps in parts if bands]


def _columns(group: _Group, size: float) -> list[list[Word]]:
    gutters = [gap for gap in group.gaps if _divides(gap, group.x0, group.x1)]
    if not gutters:
        return [[]]
    words = [word for band in group.bands for row in band.rows for word in row]
    middles = sorted((gap[0] + gap[1]) / 2 for gap in gutters if _is_gutter(gap, words, size))
    columns: list[list[Word]] = [[] for _ in range(len(middles) + 1)]
    for word in words:
        columns[bisect_right(middles, (word.x0 + word.x1) / 2)].append(word)
    return [column for column in columns if column]


def _is_gutter(gutter: Gap, words: list[Word], size: float) -> bool:
    middle = (gutter[0] + gutter[1]) / 2
    left: list[Word] = []
    right: list[Word] = []
    for word in words:
        (left if (word.x0 + word.x1) / 2 < middle else right).append(word)
    if gutter[1] - gutter[0] >= _WIDE_GUTTER * size and _wraps(left, size) and _wraps(right, size):
        return True
    return _is_column(left, size) and _is_column(right, size)


def _wraps(words: list[Word], size: float) -> bool:
    """Tell two lines of running text, the second of which begins within a sentence."""
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(round(word.bottom / (0.6 * size)), []).append(word)
    if len(lines) != _LEAST_LINES - 1:
        return False
    second = min(lines[max(lines)], key=attrgetter("x0"))
    return second.text[:1].islower() and sum([word.count for word in words]) >= _LEAST_WORDS_OF_TWO


def _is_column(words: list[Word], size: float) -> bool:
    """Tell running text from the cells of a table: enough lines, wide enough, with words enough."""
    if not words:
        return False
    lines = len({round(word.bottom / (0.6 * size)) for word in words})
    width = max([word.x1 for word in words]) - min([word.x0 for word in words])
    signs = sum([len(word.text) for word in words if not word.text.isascii() and IS_CJK.match(word.text)])
    wordy = (sum([word.count for word in words]) + signs / 2) / lines >= _LEAST_WORDS
    return lines >= _LEAST_LINES and width >= _LEAST_WIDTH and wordy
