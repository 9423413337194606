"""The State that a name stands for: by any of its known names, with its official forms, declined in Russian."""

import re
from functools import cache, lru_cache

from pymorphy3 import MorphAnalyzer

from extractors.header.confusables import skeleton
from extractors.header.folding import article_free, normalise
from extractors.header.names import Names, aliases, load_names, words_of


def iso3(name: str, names: Names | None = None) -> str | None:
    """Give the ISO 3166-1 alpha-3 code of a State by any of its names, or None; nothing is guessed."""
    return _iso3(name, names or load_names())


@lru_cache(maxsize=8192)
def _iso3(name: str, names: Names) -> str | None:
    key = normalise(name)
    if not key or (key in _not_states() and key not in names.aliased):
        return None
    exact = names.states.get(key) or names.states.get(article_free(key))
    if exact is not None:
        return exact
    bracket = _BRACKET.search(name)
    if bracket and bracket.start() > 0:  # "Egypt (Arab Republic of Egypt)"
        code = names.states.get(normalise(name[: bracket.start()]))
        turned = names.states.get(normalise(f"{bracket[1]} {name[: bracket.start()]}"))
        if turned or (code and names.states.get(normalise(bracket[1])) == code):
            return turned or code  # "Gabonaise (République)"
    short = _without_forms(name)
    if short and short not in _not_states() and short in names.states:
        return names.states[short]
    if _CYRILLIC.fullmatch(name):
        return _iso3_of_declined(name, names)
    return _by_skeletons(names).get(skeleton(short or name)) if _MISREAD.search(name) else None


_CYRILLIC = re.compile(r"[А-Яа-яЁё -]+")
_MISREAD = re.compile(r"(?<=[a-z])(?:rn|vv|cl|[01I])|[01](?=[a-z]{2})")
"""What scans make of letters: "Zarnbia", "Ma1awi"."""
_SHORTEST_MISREAD = 5
_WORD = re.compile(r"[^\W_]+")
_BRACKET = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*$")


def _without_forms(name: str) -> str:
    # "Kenya (Republic of)", "Republic of Kenya": the words around the short name must all be words of official names.
    bracket = _BRACKET.search(name)
    if bracket and (set(normalise(bracket[1]).split()) <= _forms() or bracket[1] in _suffixes()):
        name = name[: bracket.start()]
    words = normalise(name).split()
    if len(words) == 1:
        for suffix in _suffixes():
            if words[0].endswith(suffix) and len(words[0]) > len(suffix) + 1:
                return words[0][: -len(suffix)]
    while words and words[0] in _forms():
        words = words[1:]
    return " ".join(words)


def _iso3_of_declined(name: str, names: Names) -> str | None:
    # "Вклад Российской Федерации": a Russian name in another case than the first.
    lemmas = _lemmas(name)
    code = _by_lemmas(names).get(lemmas)
    return code if code or not lemmas or normalise(lemmas[0]) not in _forms() else _by_lemmas(names).get(lemmas[1:])


def _lemmas(name: str) -> tuple[str, ...]:
    words = _WORD.findall(name.casefold())
    return tuple(str(_morphology().parse(word)[0].normal_form).replace("ё", "е") for word in words)


@cache
def _by_lemmas(names: Names) -> dict[tuple[str, ...], str]:
    written = (item for item in names.written if _CYRILLIC.fullmatch(item[0]))
    return {_lemmas(name): code for name, code in written if normalise(name) not in _not_states()}


@cache
def _by_skeletons(names: Names) -> dict[str, str]:
    known: dict[str, set[str]] = {}
    for key, code in names.states.items():
        if len(key) >= _SHORTEST_MISREAD and key.isascii():
            known.setdefault(skeleton(key), set()).add(code)
    return {key: codes.pop() for key, codes in known.items() if len(codes) == 1}


@cache
def _morphology() -> MorphAnalyzer:
    return MorphAnalyzer(lang="ru")


@cache
def _forms() -> frozenset[str]:
    return frozenset(word for form in words_of("state_forms") for word in form.split())


@cache
def _suffixes() -> tuple[str, ...]:
    return tuple(sorted(aliases()["state_suffixes"], key=len, reverse=True))


@cache
def _not_states() -> frozenset[str]:
    return words_of("not_states") - load_names().aliased
