"""The reliability curves as a picture (SVG), one panel for each facet."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from models.evaluation.intervals import ALL

_SIDE = 170
_GAP = 46
_TOP = 34
_SMALL, _LARGE = 2.0, 7.0
"""Radius of a point: of few suggestions and of the most."""


def reliability_svg(calibrations: Mapping[str, Mapping[str, Any]], least: int) -> str:
    """Draw, for all languages together, the share that is right by score, without steps of fewer than `least`.

    On the diagonal scores are what they say; below it they promise too much.
    """
    width = _GAP + len(calibrations) * (_SIDE + _GAP)
    height = _TOP + _SIDE + 50
    panels = "".join(
        _panel(facet, of_facet[ALL], _GAP + number * (_SIDE + _GAP), least)
        for number, (facet, of_facet) in enumerate(calibrations.items())
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="11" fill="#222" role="img">\n'
        "<title>Reliability: how often suggestions are right, by their score</title>\n"
        f'<rect width="{width}" height="{height}" fill="#fff"/>\n{panels}</svg>\n'
    )


def _panel(facet: str, figures: Mapping[str, Any], left: int, least: int) -> str:
    error = "" if figures["error"] is None else f", error {figures['error']:.2f}"
    steps = [one for one in figures["steps"] if one["suggestions"] >= least]
    points = [(left + one["score"] * _SIDE, _TOP + (1 - one["right"]) * _SIDE) for one in steps]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return "".join(
        (
            f'<text x="{left}" y="{_TOP - 12}" font-weight="bold">{escape(facet)}{error}</text>\n',
            f'<rect x="{left}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#999"/>\n',
            f'<line x1="{left}" y1="{_TOP + _SIDE}" x2="{left + _SIDE}" y2="{_TOP}" stroke="#999" '
            'stroke-dasharray="4 4"/>\n',
            *_scales(left),
            f'<polyline points="{line}" fill="none" stroke="#0b5fa5" stroke-width="1.5"/>\n',
            *_points(steps, points),
        )
    )


def _scales(left: int) -> Iterator[str]:
    bottom = _TOP + _SIDE
    for share in (0.0, 0.5, 1.0):
        yield f'<text x="{left + share * _SIDE:.0f}" y="{bottom + 14}" text-anchor="middle">{share:g}</text>\n'
        yield f'<text x="{left - 5}" y="{bottom - share * _SIDE + 4:.0f}" text-anchor="end">{share:g}</text>\n'
    yield f'<text x="{left + _SIDE // 2}" y="{bottom + 30}" text-anchor="middle">score</text>\n'
    middle = f"{left - 26},{_TOP + _SIDE // 2}"
    yield f'<text transform="translate({middle}) rotate(-90)" text-anchor="middle">share that is right</text>\n'


def _points(steps: Sequence[Mapping[str, Any]], points: Sequence[tuple[float, float]]) -> Iterator[str]:
    most = max((one["suggestions"] for one in steps), default=1)
    for one, (x, y) in zip(steps, points, strict=True):
        radius = _SMALL + (_LARGE - _SMALL) * (one["suggestions"] / most) ** 0.5
        words = f"{one['suggestions']} suggestions, score {one['score']:.2f}, right {one['right']:.2f}"
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#0b5fa5"><title>{words}</title></circle>\n'
