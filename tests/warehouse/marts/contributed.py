"""Contributions to meetings, with the labels of each of their paragraphs."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from extractors.document import Document, Header, MediaType, Passage, PassageKind, Source
from models.labels import Evidence, Facet, Suggestion
from tests.warehouse.made import entry
from warehouse.connection import Connection
from warehouse.load import Entry, load_batch

KENYA = Source("Kenya (Republic of)", "KEN")
FRANCE = Source("France", "FRA")
CLUB = Source("A club")
MET = {17: date(2023, 1, 18), 18: date(2024, 1, 23), 19: date(2025, 1, 21), 20: date(2026, 1, 13)}

Labels = dict[str, str]
"""The concepts of a paragraph with their facets, e.g. {"grooming": "risk"}."""


@dataclass(frozen=True)
class Contribution:
    """A document; its text is of words of its own, so that no two are taken for one."""

    symbol: str
    paragraphs: Sequence[Labels] = ()
    sources: Sequence[Source] = (KENYA,)
    meeting: str | None = "19"
    met: date | None = None
    body: str | None = "CWG-COP"
    language: str = "en"
    passages: Sequence[Passage] | None = None
    texts: Mapping[int, str] = field(default_factory=dict)
    """What paragraphs say, by their numbers, where it matters."""
    title: str | None = None
    media_type: MediaType = MediaType.DOCX

    @property
    def sha256(self) -> str:
        return hashlib.sha256(f"{self.symbol} {self.media_type}".encode()).hexdigest()

    def entry(self) -> Entry:
        passages = self.passages or tuple(self._passage(place) for place in range(1, len(self.paragraphs) + 1))
        header = Header(
            self.symbol, symbol=self.symbol, body=self.body, meeting=self.meeting, title=self.title,
            meeting_date=self.met or MET[int(self.meeting or 0)], sources=tuple(self.sources),
            original_languages=("en",),
        )  # fmt: skip
        made = Document(self.sha256, self.media_type, self.language, None, header, tuple(passages), ())
        labels = [
            Suggestion(passages[place].id, Facet(facet), concept, 0.9, 0.5, (Evidence(0, 4),), "rules-1")
            for place, each in enumerate(self.paragraphs)
            for concept, facet in each.items()
        ]
        return entry(made, *labels)

    def _passage(self, place: int) -> Passage:
        text = self.texts.get(
            place, f"What {self.symbol} says in paragraph {place}, {self.sha256[place : place + 20]}."
        )
        return Passage(f"{self.symbol}-{place}", None, place, PassageKind.PARAGRAPH, (), self.language, text)


def contribute(connection: Connection, *contributions: Contribution) -> None:
    load_batch(connection, [each.entry() for each in contributions])
