"""The work list on labels as rows of text cells, in words for people."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

from extractors.document import Span
from flows.corrections.label_state import to_mark
from warehouse.label_review import WorkRow

LONGEST_CELL = 32_767
"""Characters that a cell of a spreadsheet program can hold."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet."""

    name: str
    width: int
    fill: bool = False
    """Whether a person fills it in."""
    hidden: bool = False


@cache
def columns() -> tuple[Column, ...]:
    """Return the columns in their order."""
    return tuple(Column(**one) for one in wording()["columns"])


@cache
def wording() -> Mapping[str, Any]:
    """Return the names of the sheets, the decisions and the guide."""
    return tomllib.loads(resources.files(__package__).joinpath("label_columns.toml").read_text(encoding="utf-8"))


def cells(row: WorkRow, at: datetime) -> dict[str, str | float]:
    """Give the cells of a row by column; those to be filled in are empty."""
    place = [f"page {row.page}"] if row.page else []
    place.append(f"paragraph {row.anchor.paragraph}")
    number = f" ({row.number})" if row.number else ""
    return {
        "document": row.called,
        "source": "; ".join(row.sources),
        "place": ", ".join(place) + number,
        "heading": " › ".join(row.heading_path),
        "language": row.language,
        "text": row.anchor.text,
        "question": row.facet.value,
        "has already": "; ".join(row.settled),
        "suggestion": row.name,
        "score": round(row.suggested.score, 3),
        "counts from": round(row.suggested.threshold, 3),
        "as_exported": to_mark(row, at),
    }


def fits(row: WorkRow, at: datetime) -> bool:
    """Tell whether a spreadsheet program can hold the row: a table may have a line longer than any cell."""
    return max(len(row.anchor.text) + 4 * len(row.evidence), len(to_mark(row, at))) <= LONGEST_CELL


def set_off(text: str, evidence: Sequence[Span]) -> list[tuple[str, bool]]:
    """Cut a text into pieces, each with whether it is evidence."""
    marked = [False] * len(text)
    for start, end in evidence:
        marked[start:end] = [True] * (min(end, len(text)) - min(start, len(text)))
    cuts = [0, *(at for at in range(1, len(text)) if marked[at] != marked[at - 1]), len(text)]
    return [(text[start:end], marked[start]) for start, end in pairwise(cuts) if start < end]
