"""The State that a name stands for: ISO 3166-1, CLDR's names in six languages, and the aliases of the secretariat."""

import gettext
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import pycountry
import yaml
from babel import Locale
from pymorphy3 import MorphAnalyzer

_LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
_ISO_LANGUAGES = ("fr", "es", "ru", "ar", "zh_CN")


@lru_cache(maxsize=4096)
def iso3(name: str) -> str | None:
    """Give the ISO 3166-1 alpha-3 code of a State by any of its names, or None; nothing is guessed."""
    key = normalise(name)
    if not key or key in _not_states():
        return _exact().get(key) if key in _aliased() else None
    exact = _exact().get(key) or _exact().get(_article_free(key))
    if exact is not None:
        return exact
    short = _without_forms(name)
    if short and short not in _not_states() and short in _exact():
        return _exact()[short]
    return _iso3_of_declined(name) if _CYRILLIC.fullmatch(name) else None


@cache
def aliases() -> dict[str, Any]:
    """Read the alias file."""
    data: dict[str, Any] = yaml.safe_load((resources.files(__package__) / "aliases.yaml").read_text("utf-8"))
    return data


def words_of(entry: str) -> frozenset[str]:
    """Give the words of one list of the alias file, of all its languages together, normalised."""
    return frozenset(
        normalise(word) for group in aliases()[entry] for word in ([group] if isinstance(group, str) else group)
    )


def normalise(name: str) -> str:
    """Fold what does not distinguish names: case, accents, hyphens, brackets, Arabic hamza and the letter ё."""
    folded = "".join(
        each
        for each in unicodedata.normalize("NFKD", name.casefold())
        if unicodedata.category(each) not in {"Mn", "Cf"}
    )
    folded = folded.replace("ة", "ه").replace("ى", "ي").replace("ـ", "")
    return " ".join(_WORD.findall(folded))


_CYRILLIC = re.compile(r"[А-Яа-яЁё -]+")
_WORD = re.compile(r"[^\W_]+")
_BRACKET = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*$")


def _without_forms(name: str) -> str:
    # "Kenya (Republic of)", "Republic of Kenya": the words around the short name must all be words of official names.
    bracket = _BRACKET.search(name)
    if bracket and set(normalise(bracket[1]).split()) <= _forms():
        name = name[: bracket.start()]
    words = normalise(name).split()
    if len(words) == 1:
        for suffix in sorted(aliases()["state_suffixes"], key=len, reverse=True):
            if words[0].endswith(suffix) and len(words[0]) > len(suffix) + 1:
                return words[0][: -len(suffix)]
    while words and words[0] in _forms():
        words = words[1:]
    return " ".join(words)


def _iso3_of_declined(name: str) -> str | None:
    # "Вклад Российской Федерации": a Russian name in another case than the first.
    lemmas = _lemmas(name)
    code = _by_lemmas().get(lemmas)
    return code if code or not lemmas or normalise(lemmas[0]) not in _forms() else _by_lemmas().get(lemmas[1:])


def _lemmas(name: str) -> tuple[str, ...]:
    words = _WORD.findall(name.casefold())
    return tuple(str(_morphology().parse(word)[0].normal_form).replace("ё", "е") for word in words)


@cache
def _by_lemmas() -> dict[tuple[str, ...], str]:
    names = (item for item in (*_of_aliases(), *_of_iso(), *_of_cldr()) if _CYRILLIC.fullmatch(item[0]))
    return {_lemmas(name): code for name, code in names if normalise(name) not in _not_states()}


@cache
def _morphology() -> MorphAnalyzer:
    return MorphAnalyzer(lang="ru")


@cache
def _forms() -> frozenset[str]:
    return frozenset(word for form in words_of("state_forms") for word in form.split())


@cache
def _not_states() -> frozenset[str]:
    return words_of("not_states") - _aliased()


@cache
def _aliased() -> frozenset[str]:
    return frozenset(normalise(name) for names in aliases()["states"].values() for name in names)


@cache
def _exact() -> dict[str, str]:
    names: dict[str, str] = {}
    for name, code in (*_of_aliases(), *_of_iso(), *_of_cldr()):
        names.setdefault(normalise(name), code)
    for key, code in list(names.items()):
        names.setdefault(_article_free(key), code)
    return names


def _article_free(key: str) -> str:
    return re.sub(r"^(?:the|le|la|les|l|el|los|las) ", "", key)


def _of_aliases() -> Iterator[tuple[str, str]]:
    for code, names in aliases()["states"].items():
        for name in names:
            yield name, code


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
