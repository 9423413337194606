"""The names that are known: of States from ISO 3166-1, CLDR and aliases, and of organisations."""

import gettext
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import pycountry
import yaml
from babel import Locale

from extractors.errors import RapporteurError
from extractors.header.folding import article_free, normalise
from extractors.header.vocabulary import Category, Region

_LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
_ISO_LANGUAGES = ("fr", "es", "ru", "ar", "zh_CN")
_FORM = {"states": "a list of names by ISO 3166-1 alpha-3 code", "organisations": "`category` and `names` by name"}


class InvalidNames(RapporteurError):
    """The file with further names of States and organisations cannot be used."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation by its one name, and what it is to the Union where that is known."""

    name: str
    category: Category | None


@dataclass(frozen=True, eq=False)
class Names:
    """What is known by name; keys are normalised names."""

    states: Mapping[str, str]
    """Alpha-3 code by name."""
    aliased: frozenset[str]
    """Names of States that a person wrote down; they win over `not_states`."""
    organisations: Mapping[str, Organisation]
    written: tuple[tuple[str, str], ...]
    """Names of States as they are written, with their codes."""


def load_names(file: Path | None = None) -> Names:
    """Read the names that Rapporteur brings along, and those of a file of the secretariat, which win.

    The file is YAML: `states` (lists of names by alpha-3 code) and `organisations` (`category` and `names` by name).
    Raises InvalidNames where it is of another form.
    """
    if file is None:
        return _own_names()
    try:
        return _names_with(file, file.stat().st_mtime_ns)
    except OSError as error:
        raise InvalidNames(f"The file of aliases {file} cannot be read ({error.strerror}). Mend its path.") from error


@cache
def aliases() -> dict[str, Any]:
    """Read the alias file that Rapporteur brings along."""
    return _data("aliases.yaml")


@cache
def state_adjectives() -> dict[str, str]:
    """Give the codes of States by their adjectives in English, French and Spanish, normalised."""
    words = ((normalise(word), code) for code, each in _data("adjectives.yaml").items() for word in each)
    return dict(words)


@cache
def region_of(iso3: str | None) -> Region | None:
    """Give the ITU region of a State; None for Territories."""
    return next((Region(name) for name, states in _data("regions.yaml")["regions"].items() if iso3 in states), None)


@cache
def is_member_state(iso3: str | None) -> bool:
    """Tell whether a State is a Member State of the Union."""
    return region_of(iso3) is not None and iso3 not in _data("regions.yaml")["no_member_states"]


def words_of(entry: str) -> frozenset[str]:
    """Give the words of one list of the alias file, of all its languages together, normalised."""
    return frozenset(
        normalise(word) for group in aliases()[entry] for word in ([group] if isinstance(group, str) else group)
    )


@cache
def _own_names() -> Names:
    return _make(aliases()["states"], _data("organisations.yaml"), (*_of_iso(), *_of_cldr()))


@cache
def _names_with(file: Path, _changed: int) -> Names:
    own = _own_names()
    try:
        data = yaml.safe_load(file.read_text("utf-8-sig")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InvalidNames(f"The file of aliases {file} is not YAML: {error}") from error
    _check(file, data)
    more = _make(data.get("states") or {}, data.get("organisations") or {}, ())
    return Names(
        {**own.states, **more.states},
        own.aliased | more.aliased,
        {**own.organisations, **more.organisations},
        (*more.written, *own.written),
    )


def _check(file: Path, data: Any) -> None:
    if not isinstance(data, dict) or set(data) - set(_FORM):
        raise InvalidNames(f"The file of aliases {file} has the parts `states` and `organisations`, and no others.")
    known = {country.alpha_3 for country in pycountry.countries}
    for code, names in (data.get("states") or {}).items():
        if code not in known or not _is_list_of_names(names):
            raise InvalidNames(f"In the file of aliases {file}, `states`, {code}: expected {_FORM['states']}.")
    for name, entry in (data.get("organisations") or {}).items():
        good = isinstance(entry, dict) and not set(entry) - {"category", "names"}
        if not good or not _is_list_of_names(entry.get("names") or []):
            raise InvalidNames(f"In the file of aliases {file}, {name}: expected {_FORM['organisations']}.")
        if entry.get("category") not in {None, *Category}:
            allowed = ", ".join(Category)
            raise InvalidNames(
                f"In the file of aliases {file}, {name}: the category {entry['category']} is not one of {allowed}."
            )


def _is_list_of_names(names: Any) -> bool:
    return isinstance(names, list) and all(isinstance(name, str) for name in names)


def _make(states: Mapping[str, Any], organisations: Mapping[str, Any], others: tuple[tuple[str, str], ...]) -> Names:
    aliased = tuple((name, code) for code, names in states.items() for name in names)
    exact: dict[str, str] = {}
    for name, code in (*aliased, *others):
        exact.setdefault(normalise(name), code)
    for key, code in list(exact.items()):
        exact.setdefault(article_free(key), code)
    known: dict[str, Organisation] = {}
    for name, entry in organisations.items():
        category = entry.get("category")
        one = Organisation(name, Category(category) if category else None)
        for other in (name, *(entry.get("names") or ())):
            known.setdefault(normalise(other), one)
            known.setdefault(article_free(normalise(other)), one)
    return Names(exact, frozenset(normalise(name) for name, _ in aliased), known, (*aliased, *others))


def _of_iso() -> Iterator[tuple[str, str]]:
    translations = [
        gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language]) for language in _ISO_LANGUAGES
    ]
    for country in pycountry.countries:
        for field in ("name", "official_name", "common_name"):
            name = getattr(country, field, None)
            if name:
                yield name, country.alpha_3
                yield from ((each.gettext(name), country.alpha_3) for each in translations)


def _of_cldr() -> Iterator[tuple[str, str]]:
    by_alpha2 = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    for language in _LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if code in by_alpha2:
                yield name, by_alpha2[code]


@cache
def _data(file: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((resources.files(__package__) / file).read_text("utf-8"))
    return data
