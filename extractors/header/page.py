"""A first page while its fields are being read."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from extractors.document import Doubt, Provenance, Source, Span
from extractors.header.front_text import FrontText, Segment
from extractors.header.labels import Value
from extractors.header.names import Names

LINES_BEHIND, LABELS_BEHIND = 6, 12
"""Segments behind the last certain part of the block in which lines, and labels, still belong to it."""


@dataclass(slots=True)
class Page:
    """A first page and the fields found on it so far, each with where it was read."""

    text: FrontText
    segments: Sequence[Segment]
    values: Sequence[Value]
    language: str
    names: Names
    head: int
    """Segments before the running text: labels, numbers and dates behind them are of the text."""
    fields: dict[str, Any] = field(default_factory=dict)
    provenance: dict[str, Provenance] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    anchors: list[int] = field(default_factory=list)
    """Segments that prove a header block: number, original language, body and meeting."""

    def put(self, name: str, value: object, span: Span, confidence: float) -> None:
        """Keep the first value found for a field; another one is a doubt."""
        if name not in self.fields:
            self.fields[name] = value
            self.provenance[name] = Provenance(name, self.page_of(span), span, confidence)
        elif self.fields[name] != value:
            self.doubt(name, f"The first page gives two values for {name.replace('_', ' ')}.", value, span)

    def clear(self) -> None:
        """Forget what was read, for a page that turns out to have no header block."""
        self.fields.clear()
        self.provenance.clear()
        self.doubts.clear()
        self.anchors.clear()

    def doubt(self, name: str, reason: str, value: object = None, span: Span | None = None) -> None:
        """Keep what a person should look at, once."""
        shown = None if value is None else printed(value)
        if not any(each.field == name and each.value == shown and each.value is not None for each in self.doubts):
            self.doubts.append(Doubt(name, reason, shown, self.page_of(span) if span else None, span))

    def page_of(self, span: Span) -> int | None:
        """Give the page on which a span stands."""
        place = self.place_of(span[0])
        return None if place is None else self.segments[place].page

    def place_of(self, offset: int) -> int | None:
        """Give the segment in which an offset of the front text lies."""
        place = bisect_right(self.segments, offset, key=_start) - 1
        return place if place >= 0 and offset < self.segments[place].span[1] else None

    def places_of(self, name: str) -> list[int]:
        """Give the segment that a field was read from; none where it was not read, or from elsewhere."""
        place = self.place_of(self.provenance[name].span[0]) if name in self.provenance else None
        return [] if place is None else [place]

    def places_of_value(self, value: Value) -> set[int]:
        """Give the segments of a label and of its value, which may stand apart."""
        return {value.segment, *(place for start, _ in value.lines if (place := self.place_of(start)) is not None)}

    def near(self, distance: int) -> Sequence[Segment]:
        """Give the segments of the head up to so many behind the last anchor; all where there is no anchor."""
        last = max(self.anchors) + distance + 1 if self.anchors else self.head
        return self.segments[: min(last, self.head)]

    @property
    def block(self) -> Sequence[Segment]:
        """Give the segments before the text: near the anchors, and not behind a source or title that follows them."""
        last = max(self.anchors, default=-1)
        ends = [value.segment for value in self.values if value.field in {"source", "title"} and value.segment > last]
        return self.near(LINES_BEHIND)[: min(ends)] if self.anchors and ends else self.near(LINES_BEHIND)

    def labelled(self, name: str) -> list[Value]:
        """Give the values behind the labels of a field, but not of a caption further down the page."""
        last = len(self.near(LABELS_BEHIND))
        return [value for value in self.values if value.field == name and value.segment < last]


def _start(segment: Segment) -> int:
    return segment.start


def printed(value: object) -> str:
    """Print the value of a field as the warehouse shows it: dates in ISO 8601, names parted by semicolons."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "; ".join(each.name if isinstance(each, Source) else str(each) for each in value)
    return str(value)
