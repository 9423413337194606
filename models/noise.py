"""Telling a text from noise by how much of it the trained model has met before."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import sqrt

from models.features import Places


@dataclass(frozen=True, slots=True)
class Familiarity:
    """How much of a text the model has met."""

    words: int
    """In Chinese, pairs of characters."""
    letters: int
    """Of all these words."""
    known: int
    """Letters of the words that the model has met."""

    def __add__(self, other: "Familiarity") -> "Familiarity":
        return Familiarity(self.words + other.words, self.letters + other.letters, self.known + other.known)


NOTHING = Familiarity(0, 0, 0)


@dataclass(frozen=True, slots=True)
class _Limits:
    """What noise.toml says and explains."""

    least: float
    reach: float
    fewest: int


def familiarity(found: Mapping[str, Places], known: Mapping[str, int], language: str) -> Familiarity:
    """Measure a text by the names of its features and those that the model knows."""
    words = letters = met = 0
    kind = f"b:{language}:" if language == "zh" else f"w:{language}:"
    for name, places in found.items():
        if not name.startswith(kind):
            continue
        text = name.removeprefix(kind)
        # Of Chinese, pairs of characters: two words of one sign each, parted by a space.
        if text.isalpha() if language != "zh" else len(text) == 3 and text[0].isalpha() and text[2].isalpha():
            length = (2 if language == "zh" else len(text)) * len(places)
            words += len(places)
            letters += length
            met += length if name in known else 0
    return Familiarity(words, letters, met)


def is_noise(parts: Iterable[tuple[str, Familiarity]]) -> bool:
    """Tell whether a text is noise, of whose parts the languages are given.

    A text with a part that is not noise is none; a text that is too short to judge is none either.
    """
    by_kind: dict[str, Familiarity] = {}
    for language, one in parts:
        kind = "pairs" if language == "zh" else "words"
        by_kind[kind] = by_kind.get(kind, NOTHING) + one
    return bool(by_kind) and all(_is_noise(one, _limits()[kind]) for kind, one in by_kind.items())


def _is_noise(one: Familiarity, limits: _Limits) -> bool:
    if one.words < limits.fewest:
        return False
    return one.known / one.letters < limits.least + limits.reach / sqrt(one.words)


@cache
def _limits() -> Mapping[str, _Limits]:
    data = tomllib.loads(resources.files("models").joinpath("noise.toml").read_text(encoding="utf-8"))
    return {kind: _Limits(**values) for kind, values in data.items()}
