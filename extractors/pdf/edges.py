"""The edges of tables from the ruling lines of a page: snapped to each other, joined, closed where a side is open."""

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from extractors.pdf.rulings import Box

SNAP = 3.0
"""Edges nearer than this, in points, are one edge."""
_LEAST = 4.0
_MOST = 1_500
_PAGE_SHARE = 0.97
_LEAST_OPEN = 3
"""So many edges have to end in one place before that place is taken for the side of a table."""
_OPEN_GAP = 10.0
_DRAWN = 0.4
"""A side of a table that is drawn along no more than this share of it is open."""


class Edge(NamedTuple):
    """A level or upright line: its place across its direction, and where it starts and ends along it."""

    at: float
    start: float
    end: float


Edges = tuple[list[Edge], list[Edge]]
"""The level and the upright edges of a page."""


def read_edges(lines: Sequence[Box], boxes: Sequence[Box], width: float, height: float) -> Edges:
    """Make edges of thin lines and of the sides of boxes; none from pages with so many that they are a drawing."""
    level: list[Edge] = []
    upright: list[Edge] = []
    for x0, top, x1, bottom in lines:
        if x1 - x0 >= bottom - top:
            level.append(Edge((top + bottom) / 2, x0, x1))
        else:
            upright.append(Edge((x0 + x1) / 2, top, bottom))
    for x0, top, x1, bottom in boxes:
        if x1 - x0 > _PAGE_SHARE * width and bottom - top > _PAGE_SHARE * height:
            continue
        level += (Edge(top, x0, x1), Edge(bottom, x0, x1))
        upright += (Edge(x0, top, bottom), Edge(x1, top, bottom))
    if len(level) + len(upright) > _MOST:
        return [], []
    return _merge(level), _merge(upright)


def close_sides(edges: Edges) -> Edges:
    """Add the sides that tables without a line around them, or cut by the end of a page, leave open."""
    level, upright = edges
    level = level + _missing_ends(upright, level, _LEAST_OPEN)
    return level, upright + _missing_ends(level, upright, 2)


def _merge(edges: Iterable[Edge]) -> list[Edge]:
    """Snap edges that lie near each other to their mean, and join those that follow each other."""
    merged: list[Edge] = []
    for group in _near(sorted(edges)):
        at = sum([edge.at for edge in group]) / len(group)
        start = end = None
        for edge in sorted(group, key=itemgetter(1)):
            if start is None or end is None:
                start, end = edge.start, edge.end
            elif edge.start <= end + SNAP:
                end = max(end, edge.end)
            else:
                merged.append(Edge(at, start, end))
                start, end = edge.start, edge.end
        if start is not None and end is not None:
            merged.append(Edge(at, start, end))
    return [edge for edge in merged if edge.end - edge.start >= _LEAST]


def _near(edges: list[Edge]) -> list[list[Edge]]:
    groups: list[list[Edge]] = []
    for edge in edges:
        if groups and edge.at <= groups[-1][-1].at + SNAP:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return groups


def _missing_ends(rules: list[Edge], crossing: list[Edge], least: int) -> list[Edge]:
    """Return edges for the ends of rules of one reach, where none is but others cross them further in.

    Only where each rule runs through, and one of those that cross them joins them all: a form is no such table.
    """
    if len(rules) < least or not crossing:
        return []
    found: list[Edge] = []
    by_reach: dict[tuple[int, int], list[Edge]] = {}
    for rule in rules:
        by_reach.setdefault((round(rule.start / SNAP), round(rule.end / SNAP)), []).append(rule)
    for group in by_reach.values():
        if len(group) >= least:
            found += _ends(sorted(group), rules, crossing, least)
    return found


def _ends(group: list[Edge], rules: list[Edge], crossing: list[Edge], least: int) -> list[Edge]:
    low, high = group[0].start, group[0].end
    inner = [edge for edge in crossing if low + _OPEN_GAP < edge.at < high - _OPEN_GAP and edge.end > group[0].at]
    if not inner:
        return []
    longest = max(inner, key=lambda edge: edge.end - edge.start)
    joined = [rule for rule in group if longest.start - SNAP <= rule.at <= longest.end + SNAP]
    if len(joined) < least:
        return []
    first, last = joined[0].at, joined[-1].at
    among = [rule for rule in rules if first < rule.at < last and rule.start < high and rule.end > low]
    if len(among) > len(joined) - 2:
        return []
    start, end = min(first, longest.start), max(last, longest.end)
    found = []
    for side in (low, high):
        near = [edge for edge in crossing if abs(edge.at - side) <= _OPEN_GAP]
        # The boxes of a coloured header row have sides that reach no farther.
        drawn = sum([max(min(edge.end, last) - max(edge.start, first), 0.0) for edge in near])
        if drawn <= _DRAWN * (last - first):
            found.append(Edge(min([edge.at for edge in near], key=lambda at: abs(at - side), default=side), start, end))
    return found
