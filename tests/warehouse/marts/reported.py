"""What States reported, in few words: `report("1", says("legal", "grooming"), by=[KENYA])`."""

import hashlib
import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from extractors.document import Document, Header, MediaType, Passage, PassageKind, ProposalKind, Source
from extractors.header.vocabulary import Category, Region
from models.crosswalk import crosswalk
from models.labels import Evidence, Facet, Suggestion
from models.scheme import LANGUAGES
from models.trust import Trust, TrustedLabel
from tests.warehouse.made import entry
from warehouse.concepts import ConceptRow, load_concepts
from warehouse.connection import Connection
from warehouse.load import Entry, load_batch
from warehouse.reference import replace_crosswalk, replace_member_states
from warehouse.trust import replace_trust

KENYA = Source("Kenya", "KEN", region=Region.AFR, category=Category.MEMBER_STATE)
SENEGAL = Source("Senegal", "SEN", region=Region.AFR, category=Category.MEMBER_STATE)
FRANCE = Source("France", "FRA", region=Region.EUR, category=Category.MEMBER_STATE)
BRAZIL = Source("Brazil", "BRA", region=Region.AMS, category=Category.MEMBER_STATE)
CLUB = Source("A club", category=Category.NGO)
MEMBERS = (("KEN", Region.AFR), ("SEN", Region.AFR), ("FRA", Region.EUR), ("BRA", Region.AMS), ("TON", Region.ASP))
"""Tonga never reports."""
_FACETS = {
    Facet.FRAMEWORK: ("legal", "technical"),
    Facet.RISK: ("grooming", "sextortion", "hate_speech"),
    Facet.LEVEL: ("national", "regional"),
    Facet.PURPOSE: ("good_practice", "challenge", "recommendation"),
    Facet.STAKEHOLDER: ("industry", "media"),
}
_FACET = {concept: facet for facet, concepts in _FACETS.items() for concept in concepts}
_GROUPS = {"grooming": "contact", "sextortion": "contact", "hate_speech": "content"}
_MEASURED, _NEW = "measured-1", "new-1"


@dataclass(frozen=True)
class Saying:
    """A passage with its labels; those that are unsure wait for review."""

    concepts: Sequence[str]
    unsure: Collection[str]
    text: str | None
    proposal: ProposalKind | None


def says(
    *concepts: str, unsure: Collection[str] = (), text: str | None = None, proposal: ProposalKind | None = None
) -> Saying:
    return Saying(concepts, unsure, text, proposal)


def report(
    number: str,
    *sayings: Saying,
    by: Sequence[Source] = (KENYA,),
    year: int | None = 2023,
    meeting: str | None = "17",
    language: str = "en",
    title: str | None = None,
) -> Entry:
    """Make a document; the symbol comes from the number and language, so that versions of one are one family."""
    symbol = f"CWG-COP-{meeting or 0}/{number}-{language[0].upper()}"
    key = hashlib.sha256(symbol.encode()).hexdigest()
    texts = [
        one.text or f"Paragraph {place}: {key[place * 3 : place * 3 + 24]}." for place, one in enumerate(sayings, 1)
    ]
    passages = tuple(
        Passage(f"{symbol}-{place}", 1, place, PassageKind.PARAGRAPH, (), language, text, proposal=one.proposal)
        for place, (text, one) in enumerate(zip(texts, sayings, strict=True), 1)
    )
    header = Header(
        symbol, symbol=symbol, body="CWG-COP", meeting=meeting, meeting_date=date(year, 1, 18) if year else None,
        sources=tuple(by), original_languages=("en",), title=title,
    )  # fmt: skip
    labels = [
        Suggestion(
            passage.id,
            _FACET[concept],
            concept,
            0.9,
            0.5,
            (Evidence(0, 4),),
            _NEW if concept in one.unsure else _MEASURED,
        )
        for passage, one in zip(passages, sayings, strict=True)
        for concept in one.concepts
    ]
    return entry(Document(key, MediaType.PDF, language, 1, header, passages, ()), *labels)


@contextmanager
def reported(folder: Path, empty: Path, *reports: Entry) -> Iterator[Connection]:
    """Fill a copy of an empty warehouse with these reports, five members, and a taxonomy of a dozen concepts."""
    concepts = [ConceptRow(facet, one, one.capitalize(), _GROUPS.get(one)) for one, facet in _FACET.items()]
    sure = frozenset(TrustedLabel(language, facet, one) for one, facet in _FACET.items() for language in LANGUAGES)
    shutil.copyfile(empty, folder / "rapporteur.duckdb")
    with duckdb.connect(folder / "rapporteur.duckdb") as connection:
        load_concepts(connection, "2026.1", concepts)
        replace_member_states(connection, MEMBERS)
        replace_crosswalk(connection, crosswalk())
        replace_trust(connection, Trust(_MEASURED, sure))
        load_batch(connection, list(reports))
        yield connection


def ask(connection: Connection, sql: str) -> list[tuple[Any, ...]]:
    return connection.execute(sql).fetchall()
