"""Columns that no line parts: the gaps that run through all lines of a table, and the rows that its lines make up."""

import re
import tomllib
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

from extractors.pdf.words import Word

_OVERLAP = 1.0
_LEADER = ".."


@cache
def measures() -> dict[str, Any]:
    """Load the measures of tables that ship with the package."""
    return tomllib.loads(resources.files("extractors.pdf").joinpath("tables.toml").read_text("utf-8"))


@dataclass(slots=True)
class Run:
    """Words of a line that stand nearer to each other than columns do, from `first` to `last` column."""

    words: list[Word]
    x0: float
    x1: float
    first: int = 0
    last: int = 0


Runs = list[Run]
"""One line of a table."""


@dataclass(slots=True)
class Columns:
    """The heights of gutters, as `cuts` between columns, and how far the text of each column reaches."""

    cuts: list[float]
    reach: list[tuple[float, float]]

    def settle(self, line: Runs) -> None:
        """Tell in which columns each run of a line stands: those whose text it overlaps."""
        for run in line:
            met = [
                index
                for index, (x0, x1) in enumerate(self.reach)
                if min(x1, run.x1) - max(x0, run.x0) > min(_OVERLAP, run.x1 - run.x0)
            ]
            middle = bisect(self.cuts, (run.x0 + run.x1) / 2)
            run.first, run.last = (met[0], met[-1]) if met else (middle, middle)


def runs_of(line: Sequence[Word], least: float) -> Runs:
    """Part a line, given from left to right, at gaps of at least so many points."""
    runs = [Run([line[0]], line[0].x0, line[0].x1)]
    for word in line[1:]:
        last = runs[-1]
        if word.x0 - last.x1 >= least:
            runs.append(Run([word], word.x0, word.x1))
        else:
            last.words.append(word)
            last.x1 = max(last.x1, word.x1)
    return runs


def find_columns(lines: Sequence[Runs], least: float, crossing: int = 0) -> Columns:
    """Find the gutters of lines, which at most so many of them cross."""
    steps = sorted([(run.x0, 1) for line in lines for run in line] + [(run.x1, -1) for line in lines for run in line])
    gaps: list[tuple[float, float]] = []
    covering, open_since = 0, None
    for x, step in steps:
        if step == 1 and covering <= crossing < covering + step and open_since is not None:
            gaps.append((open_since, x))
        covering += step
        if step == -1 and covering == crossing:
            open_since = x
    left, right = min(line[0].x0 for line in lines), max(run.x1 for line in lines for run in line)
    gaps = [gap for gap in gaps if gap[1] - gap[0] >= least and left < gap[0] and gap[1] < right]
    cuts = [(low + high) / 2 for low, high in gaps]
    sides = [left, *(side for gap in gaps for side in gap), right]
    return Columns(cuts, list(zip(sides[::2], sides[1::2], strict=True)))


def band_rows(
    band: Sequence[Runs], columns: int, ruled: bool = False, header: bool = False, least: float | None = None
) -> list[list[Runs]]:
    """Part the lines between two rules into rows.

    `ruled` says that a rule follows each row, `header` that the lines are the first between rules; a row begins in
    `least` columns, or else in most.
    """
    settings = measures()["rows"]
    if len(band) == 1 or ruled:
        return [list(band)]
    if header:
        tiers = any(run.last > run.first for line in band for run in line)
        return [[line] for line in band] if tiers else [list(band)]
    least = max(2.0, settings["filled"] * columns) if least is None else least
    rows: list[list[Runs]] = []
    # Lines that stand too high for the row above belong to the next one.
    waiting: list[Runs] = []
    clusters = _clusters(band)
    gaps = [*(below[0] - above[1] for above, below in pairwise(_heights(clusters))), float("inf")]
    for place, cluster in enumerate(clusters):
        places = {run.first for line in cluster for run in line}
        nearer = place and gaps[place] < gaps[place - 1] - settings["nearer"] * cluster[0][0].words[0].size
        if len(places) >= least or any(run.last > run.first for run in cluster[0]) or not (rows or waiting):
            rows.append(waiting + cluster)
            waiting = []
        elif waiting or nearer:
            waiting += cluster
        else:
            rows[-1] += cluster
    return [*rows[:-1], rows[-1] + waiting] if rows else [waiting]


def _clusters(band: Sequence[Runs]) -> list[list[Runs]]:
    """Put lines together that overlap in height, as those of cells that are set to the middle of a row do."""
    clusters: list[list[Runs]] = []
    bottom, held = float("-inf"), set[int]()
    for line in band:
        top, size = min(word.top for run in line for word in run.words), line[0].words[0].size
        places = {run.first for run in line}
        if top < bottom - measures()["rows"]["overlap"] * size and held.isdisjoint(places):
            clusters[-1].append(line)
            held |= places
        else:
            clusters.append([line])
            held = places
        bottom = max(bottom, *(word.bottom for run in line for word in run.words))
    return clusters


def is_prose(lines: Sequence[Runs], columns: int, most: int = 1) -> bool:
    """Tell columns of running text from a table: most lines of more than `most` columns reach their right edge."""
    settings = measures()["prose"]
    prose = 0
    for column in range(columns):
        own = [run for line in lines for run in line if run.first == column == run.last]
        if len(own) < settings["lines"]:
            continue
        # What is the same from line to line, a name or a mark, is no running text; nor is what leaders follow.
        own = list({" ".join([word.text for word in run.words]): run for run in own}.values())
        if sum(run.words[-1].text.endswith(_LEADER) for run in own) * 2 > len(own):
            continue
        left, right = min(run.x0 for run in own), max(run.x1 for run in own)
        wide = right - left >= settings["wide"] * own[0].words[0].size
        flush = sum(run.x1 - left >= settings["edge"] * (right - left) for run in own)
        prose += len(own) >= settings["lines"] and wide and flush >= settings["flush"] * len(own)
    return prose > most


def is_listing(lines: Sequence[Runs], columns: int) -> bool:
    """Tell contents pages, forms to fill in, and lists with their signs in a column of their own."""
    settings = measures()["gutter"]
    leaders = re.compile(settings["leaders"])
    dotted = sum(any(leaders.search(word.text) for run in line for word in run.words) for line in lines)
    if 2 * dotted >= len(lines):
        return True
    marker = re.compile(settings["marker"])
    first = [run for line in lines for run in line if run.first == 0]
    return columns == 2 and all(len(run.words) == 1 and marker.fullmatch(run.words[0].text) for run in first)


def row_cuts(rows: Sequence[Sequence[Runs]]) -> list[float]:
    """Return the middle heights between rows."""
    return [(above[1] + below[0]) / 2 for above, below in pairwise(_heights(rows))]


def _heights(rows: Sequence[Sequence[Runs]]) -> list[tuple[float, float]]:
    held = ([word for line in row for run in line for word in run.words] for row in rows)
    return [(min(word.top for word in words), max(word.bottom for word in words)) for words in held]
