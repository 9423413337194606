"""Hand-made contributions with texts of their own, their revisions and their translations."""

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import product

from extractors.document import Document, Header, MediaType, Passage, PassageKind, Provenance, Source
from extractors.signature import signature
from models.labels import Suggestion
from tests.warehouse.made import VERSIONS
from warehouse.families.identity import Identity, SourceName
from warehouse.load import Entry

KENYA = Source("Kenya (Republic of)", "KEN")
FRANCE = Source("France", "FRA")
_SYLLABLES = ["".join(letters) for letters in product("bdfgklmnprst", "aeiou")]


@dataclass(frozen=True)
class Made:
    """A contribution: `text` names its content, `changed` the paragraphs that differ from it."""

    name: str
    text: str = "plan"
    changed: Sequence[int] = ()
    language: str = "en"
    symbol: str | None = None
    sure: float = 0.95
    sources: Sequence[Source] = field(default=(KENYA,))
    dated: date | None = date(2025, 12, 12)
    met: date | None = date(2026, 1, 13)
    originals: Sequence[str] = ("en",)
    media_type: MediaType = MediaType.DOCX
    paragraphs: int = 24
    figures: bool = True
    numbers: str = ""
    """Names other numbers between the same words."""

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.name.encode()).hexdigest()

    def but(self, name: str, **changes: object) -> "Made":
        return replace(self, name=name, **changes)  # type: ignore[arg-type]

    def document(self) -> Document:
        header = Header(
            "header",
            symbol=self.symbol,
            meeting_date=self.met,
            document_date=self.dated,
            sources=tuple(self.sources),
            original_languages=tuple(self.originals),
            provenance=(Provenance("symbol", 1, (0, 6), self.sure),) if self.symbol else (),
        )
        return Document(self.sha256, self.media_type, self.language, None, header, self._passages(), ())

    def entry(self, *suggestions: Suggestion) -> Entry:
        return Entry(self.document(), suggestions, VERSIONS)

    def identity(self) -> Identity:
        return Identity(
            document=self.sha256,
            language=self.language,
            symbol=self.symbol,
            symbol_confidence=self.sure,
            sources=tuple(SourceName(one.name, one.iso3, one.organisation) for one in self.sources),
            document_date=self.dated,
            meeting_date=self.met,
            original_languages=tuple(self.originals),
            media_type=self.media_type,
            signature=signature(self.document()),
        )

    def _passages(self) -> tuple[Passage, ...]:
        return tuple(
            Passage(
                f"{self.sha256[:8]}-{place}", None, place, self._kind(place), (), self.language, self._paragraph(place)
            )
            for place in range(1, self.paragraphs + 1)
        )

    def _kind(self, place: int) -> PassageKind:
        return PassageKind.HEADING if _seeded(f"{self.text} {place}").random() < 0.25 else PassageKind.PARAGRAPH

    def _paragraph(self, place: int) -> str:
        # The build and the numbers are of the text, the words are of the language as well.
        build = _seeded(f"{self.text} {place}" + (f" {self.name}" if place in self.changed else ""))
        words = build.randint(6, 60)
        counted = _seeded(f"{build.random()} {self.numbers}")
        numbers = [str(counted.randint(10, 30_000)) for _ in range(2)] if self.figures else []
        said = _seeded(f"{build.random()} {self.language}")
        text = [said.choice(_SYLLABLES) + said.choice(_SYLLABLES) + said.choice(_SYLLABLES) for _ in range(words)]
        return " ".join([*text, *numbers])


def _seeded(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311 - the same texts each time
