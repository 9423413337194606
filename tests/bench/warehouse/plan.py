"""Which documents a made corpus has: families, symbols, sources, dates, languages, the same each time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import numpy as np
import pycountry
import yaml

from extractors.document import Source
from extractors.header.vocabulary import Category, Region
from tests.bench.figures import ROOT
from tests.bench.warehouse.wording import LANGUAGES

CHUNK = 1_000
"""Documents that are made together."""
MEETINGS = 20
"""Two a year over ten years."""
_FIRST_MEETING = date(2016, 1, 18)
_LANGUAGES = (0.45, 0.15, 0.12, 0.1, 0.09, 0.09)
_SHAPES = {"alone": 0.71, "translated": 0.13, "revised": 0.06, "copied": 0.03, "reply": 0.07}
"""What share of families is of one document, has translations, a revision, a copy, or is a reply to a questionnaire."""
_JOINT, _OF_STATES = 0.08, 0.8


@dataclass(frozen=True, slots=True)
class Work:
    """One contribution, with all that its language versions, revisions and copies have in common."""

    number: int
    meeting: int
    meeting_date: date
    document_date: date
    sources: tuple[Source, ...]
    original: str
    questionnaire: bool


@dataclass(frozen=True, slots=True)
class Version:
    """One document of a contribution."""

    work: Work
    language: str
    revision: int = 0
    copy: bool = False

    @property
    def symbol(self) -> str | None:
        """The document number; copies are drafts without one."""
        work, suffix = self.work, f"(Rev.{self.revision})" if self.revision else ""
        letter = "CEFSRA"[("zh", "en", "fr", "es", "ru", "ar").index(self.language)]
        return None if self.copy else f"CWG-COP-{work.meeting}/{work.number}{suffix}-{letter}"


def versions(chunk: int) -> list[Version]:
    """Plan the documents of one chunk."""
    chance = np.random.default_rng([2026, chunk])
    found: list[Version] = []
    number = chunk * CHUNK
    while len(found) < CHUNK:
        number += 1
        found += _family(number, chance)
    return found[:CHUNK]


def _family(number: int, chance: np.random.Generator) -> Iterator[Version]:
    shape = str(chance.choice(list(_SHAPES), p=list(_SHAPES.values())))
    original = str(chance.choice(LANGUAGES, p=_LANGUAGES))
    meeting = number % MEETINGS
    opening = _FIRST_MEETING + timedelta(days=182 * meeting)
    written = opening - timedelta(days=int(chance.integers(5, 95)))
    work = Work(number, meeting + 1, opening, written, _sources(chance), original, shape == "reply")
    yield Version(work, original)
    if shape == "translated":
        others = chance.permutation([one for one in LANGUAGES if one != original])[: int(chance.integers(1, 6))]
        yield from (Version(work, str(one)) for one in others)
    elif shape == "revised":
        yield Version(work, original, revision=1)
    elif shape == "copied":
        yield Version(work, original, copy=True)


def _sources(chance: np.random.Generator) -> tuple[Source, ...]:
    if chance.random() > _OF_STATES:
        one = _organisations()[int(len(_organisations()) * chance.random() ** 2)]
        return (one,)
    many = int(chance.integers(2, 6)) if chance.random() < _JOINT else 1
    # Some members write much, and each of them has written.
    places = dict.fromkeys((len(_states()) * chance.random(many) ** 1.5).astype(int).tolist())
    return tuple(_states()[place] for place in places)


@cache
def _states() -> tuple[Source, ...]:
    regions = yaml.safe_load((ROOT / "extractors" / "header" / "regions.yaml").read_text("utf-8"))["regions"]
    found = [
        Source(_name(code), code, region=Region(region), category=Category.MEMBER_STATE)
        for region, codes in regions.items()
        for code in codes
    ]
    return tuple(found[place] for place in np.random.default_rng(193).permutation(len(found)))


def _name(code: str) -> str:
    country = pycountry.countries.get(alpha_3=code)
    return str(getattr(country, "common_name", getattr(country, "name", code)))


@cache
def _organisations() -> tuple[Source, ...]:
    bodies = ["UNICEF", "UNODC", "INTERPOL", "WHO", "UNESCO", "ILO", "OHCHR"]
    un = [Source(name, organisation=name, category=Category.UN_BODY) for name in bodies]
    kinds = ((Category.SECTOR_MEMBER, "Telecom"), (Category.NGO, "Child Foundation"), (Category.ACADEMIA, "University"))
    return tuple(un) + tuple(
        Source(f"{_states()[place].name} {word}", category=category) for category, word in kinds for place in range(60)
    )
