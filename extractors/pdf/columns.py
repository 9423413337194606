"""Columns: which words are read before which, on pages with one to three columns, mixed, with sidebars."""

from dataclasses import dataclass, field
from itertools import pairwise

from extractors.pdf.scripts import IS_CJK
from extractors.pdf.words import Word

_GUTTER = 0.9
"""Least width of a gutter in letter sizes."""
_LEAST_LINES = 3
_LEAST_WIDTH = 70.0
_LEAST_WORDS = 2.6
"""A column whose lines hold fewer words than this on average is a table's, to be read across."""
_DEPTH = 3
_LEADING = 2.0
"""Text farther below than this many letter sizes no longer belongs to the column above it."""

Gap = tuple[float, float]


@dataclass(slots=True)
class Zone:
    """A column, box or stretch of full width: read from top to bottom before the next zone."""

    words: list[Word] = field(default_factory=list)
    columns: int = 1
    """How many columns stand side by side where this zone is one of them."""


@dataclass(slots=True)
class _Band:
    """Words that overlap in height, and the gaps between them."""

    words: list[Word]
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
        self.x0, self.x1 = min(self.x0, band.x0), max(self.x1, band.x1)


def split_zones(words: list[Word], rtl: bool = False, depth: int = _DEPTH) -> list[Zone]:
    """Part words into zones in reading order."""
    if len(words) < 2 * _LEAST_LINES or depth == 0:
        return [Zone(words)] if words else []
    size = sorted(word.size for word in words)[len(words) // 2]
    bands = _bands(words, size)
    zones: list[Zone] = []
    for group in _groups(bands, size):
        columns = _columns(group, size)
        if len(columns) == 1:
            if zones and zones[-1].columns == 1:
                zones[-1].words += columns[0]
            else:
                zones.append(Zone(columns[0]))
            continue
        for column in reversed(columns) if rtl else columns:
            for zone in split_zones(column, rtl, depth - 1):
                zones.append(Zone(zone.words, len(columns)))
    return zones


def _bands(words: list[Word], size: float) -> list[_Band]:
    """Cut at every height that no word stands on."""
    ordered = sorted(words, key=lambda word: word.top)
    bands: list[_Band] = []
    current: list[Word] = []
    bottom = float("-inf")
    for word in ordered:
        # Boxes of tight lines overlap a little; that does not tie them together.
        if current and word.top >= bottom - 0.3 * min(size, word.size):
            bands.append(_band(current, size))
            current = []
            bottom = float("-inf")
        current.append(word)
        bottom = max(bottom, word.bottom)
    if current:
        bands.append(_band(current, size))
    return bands


def _band(words: list[Word], size: float) -> _Band:
    ordered = sorted(words, key=lambda word: word.x0)
    gaps: list[Gap] = []
    right = ordered[0].x1
    for word in ordered[1:]:
        if word.x0 - right >= _GUTTER * size:
            gaps.append((right, word.x0))
        right = max(right, word.x1)
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    x0 = ordered[0].x0
    return _Band(words, top, bottom, x0, right, [(float("-inf"), x0), *gaps, (right, float("inf"))])


def _groups(bands: list[_Band], size: float) -> list[_Group]:
    groups: list[_Group] = []
    for band in bands:
        if groups:
            last = groups[-1]
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
    result = []
    for a in first:
        for b in second:
            low, high = max(a[0], b[0]), min(a[1], b[1])
            if high - low >= least:
                result.append((low, high))
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
    words = [word for band in group.bands for word in band.words]
    gutters = [(low, high) for low, high in group.gaps if _divides((low, high), group.x0, group.x1)]
    for gutter in sorted(gutters):
        if not _is_gutter(gutter, words, size):
            gutters.remove(gutter)
    edges = [float("-inf"), *sorted((low + high) / 2 for low, high in gutters), float("inf")]
    columns = [[word for word in words if low <= (word.x0 + word.x1) / 2 < high] for low, high in pairwise(edges)]
    return [column for column in columns if column]


def _is_gutter(gutter: Gap, words: list[Word], size: float) -> bool:
    middle = (gutter[0] + gutter[1]) / 2
    left = [word for word in words if (word.x0 + word.x1) / 2 < middle]
    right = [word for word in words if (word.x0 + word.x1) / 2 >= middle]
    return all(_is_column(side, size) for side in (left, right))


def _is_column(words: list[Word], size: float) -> bool:
    """Tell running text from the cells of a table: enough lines, wide enough, with words enough."""
    if not words:
        return False
    lines = len({round(word.bottom / (0.6 * size)) for word in words})
    width = max(word.x1 for word in words) - min(word.x0 for word in words)
    signs = sum(len(word.text) for word in words if IS_CJK.match(word.text[0]))
    wordy = (len(words) + signs / 2) / lines >= _LEAST_WORDS
    return lines >= _LEAST_LINES and width >= _LEAST_WIDTH and wordy
