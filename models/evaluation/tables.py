"""Figures and tables as Markdown."""

from collections.abc import Sequence
from typing import Any

_NONE = "–"


def table(titles: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Give a table; all columns but the first are for figures."""
    lines = [titles, ["---", *["---:"] * (len(titles) - 1)], *rows]
    return "\n".join("| " + " | ".join(str(one) for one in line) + " |" for line in lines)


def interval(estimate: Sequence[float] | None, sign: str = "") -> str:
    """Give a share and its interval, each with two digits."""
    if estimate is None:
        return _NONE
    value, low, high = estimate
    return f"{value:{sign}.2f} ({low:{sign}.2f} to {high:{sign}.2f})"


def share(estimate: Sequence[float] | None) -> str:
    """Give a share without its interval."""
    return _NONE if estimate is None else f"{estimate[0]:.2f}"


def cell(value: float | None) -> str:
    """Give a figure with two digits, or a dash."""
    return _NONE if value is None else f"{value:.2f}"
