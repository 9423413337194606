"""What a source is to the Union: its organisation, its region, and its category of membership."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml

from extractors.document import Source
from extractors.header.folding import article_free, normalise
from extractors.header.names import Names, Organisation, is_member_state, region_of
from extractors.header.vocabulary import Category

_BEHIND = re.compile(
    r"\s*(?:[(（\[](?P<bracket>[^()（）\[\]]+)[)）\]]|(?:[,،，]|(?<=\s)[–—-](?=\s))\s*(?P<apart>[^,،，;؛–—()（）]+))\s*$"
)
"""What stands behind a name: in brackets, or behind a comma or a dash."""
_FEWEST_LETTERS = 3


def source_of(name: str, iso3: str | None, names: Names) -> Source:
    """Make a source of its name as written and of the State's code, where it is one.

    The category is what the first page says of it; else that of the State or the organisation; else what its name
    always means (a university, the Chair). None where none of these tells it.
    """
    organisation = None if iso3 else find_organisation(name, names)
    known = organisation.category if organisation else None
    category = _written(name) or (_of_state(iso3) if iso3 else known) or (None if iso3 else _by_words(name))
    return Source(name, iso3, organisation.name if organisation else None, region_of(iso3), category)


@lru_cache(maxsize=4096)
def find_organisation(name: str, names: Names, *, whole: bool = False) -> Organisation | None:
    """Give the known organisation of that name; an abbreviation or an office behind the name does not matter.

    With `whole`, nothing may stand behind the name. Abbreviations in small letters are words: "who", "apt".
    """
    for each in [name] if whole else _without_ends(name):
        key = normalise(each)
        found = names.organisations.get(key) or names.organisations.get(article_free(key))
        if found is not None and not each.islower():
            return found
    return None if whole else _by_abbreviation(name, names)


def _by_abbreviation(name: str, names: Names) -> Organisation | None:
    # A declined or unusual name with the known abbreviation of its words: "Содружества в области связи (РСС)".
    match = _BEHIND.search(name)
    letters = normalise(match["bracket"]) if match and match["bracket"] else ""
    if match is None or not len(letters) >= _FEWEST_LETTERS or " " in letters:
        return None
    initials = iter("".join(word[0] for word in normalise(name[: match.start()]).split()))
    return names.organisations.get(letters) if all(letter in initials for letter in letters) else None


def _without_ends(name: str) -> Iterator[str]:
    yield name
    while match := _BEHIND.search(name):
        if match.start() == 0:
            return
        name = name[: match.start()]
        yield name


def _of_state(iso3: str) -> Category | None:
    return Category.MEMBER_STATE if is_member_state(iso3) else None


@lru_cache(maxsize=4096)
def _written(name: str) -> Category | None:
    match = _BEHIND.search(name)
    while match and match.start() > 0:
        told = _phrases().get(normalise(match["bracket"] or match["apart"]))
        if told is not None:
            return told
        match = _BEHIND.search(name[: match.start()])
    return None


@lru_cache(maxsize=4096)
def _by_words(name: str) -> Category | None:
    key = normalise(name)
    return next((category for category, pattern in _words() if pattern.search(key)), None)


@cache
def _phrases() -> dict[str, Category]:
    return {normalise(phrase): Category(name) for name, phrases in _data()["written"].items() for phrase in phrases}


@cache
def _words() -> tuple[tuple[Category, re.Pattern[str]], ...]:
    return tuple((Category(name), re.compile("|".join(words))) for name, words in _data()["words"].items())


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((resources.files(__package__) / "categories.yaml").read_text("utf-8"))
    return data
