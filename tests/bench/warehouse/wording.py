"""Texts for a made corpus, with as many different words and turns of phrase as real ones have."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import yaml

from tests.bench.figures import ROOT

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
_RARE, _RARE_WORDS = 0.06, 60_000
"""Share of words that are of a long list of seldom ones (names, terms of one country), and how long it is."""
_LONGEST = 4
"""Words that follow one another as in a real text; a longer run would make texts alike."""
_DENSITY = {"ar": 0.85, "ru": 0.85, "zh": 1.4}
"""Words (Chinese: signs) for one English word."""


class Wording:
    """The words of the samples and training texts of one language, in their order, and seldom ones made of them."""

    def __init__(self, language: str) -> None:
        self.glue = "" if language == "zh" else " "
        words = [word for text in _texts(language) for word in (text if language == "zh" else text.split())]
        made = _made_words(words, language)
        self._words = pa.array([*words, *made])
        self._real, self._made = len(words), len(made)
        self._density = _DENSITY.get(language, 1.0)

    def texts(self, chance: np.random.Generator, lengths: Sequence[int] | npt.NDArray[Any]) -> list[str]:
        """Make texts of about so many English words."""
        sizes = np.maximum(1, (np.asarray(lengths) * self._density).astype(np.int64))
        total = int(sizes.sum())
        runs = chance.integers(1, _LONGEST + 1, size=total)  # more runs than are needed
        runs = runs[: int(np.searchsorted(np.cumsum(runs), total)) + 1]
        starts = chance.integers(0, self._real - _LONGEST, size=len(runs))
        within = np.arange(int(runs.sum())) - np.repeat(np.cumsum(runs) - runs, runs)
        places = (np.repeat(starts, runs) + within)[:total]
        # Seldom words are of a Zipf-like spread: a few of them come often, most hardly ever.
        seldom = np.flatnonzero(chance.random(total) < (_RARE if self._made else 0))
        places[seldom] = self._real + (self._made * chance.random(len(seldom)) ** 3).astype(np.int64)
        offsets = np.concatenate(([0], np.cumsum(sizes)))
        lists = pa.LargeListArray.from_arrays(pa.array(offsets), self._words.take(pa.array(places)))
        return [str(text) for text in pc.binary_join(lists, self.glue).to_pylist()]


@cache
def wording(language: str) -> Wording:
    """Read the texts of a language once."""
    return Wording(language)


def _texts(language: str) -> Iterator[str]:
    for path in sorted((ROOT / "samples" / "texts" / language).glob("*.yaml")):
        yield from _strings(yaml.safe_load(path.read_text("utf-8")).get("body", []))
    for path in sorted((ROOT / "models" / "training").glob("*.jsonl")):
        if path.stem.rsplit("_", 1)[-1].rstrip("2") != language:
            continue
        for line in path.read_text("utf-8").splitlines():
            yield str(json.loads(line)["t"]).replace("\n", " ").replace("\t", " ")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _made_words(words: Sequence[str], language: str) -> list[str]:
    if language == "zh":
        return []
    chance = np.random.default_rng(len(words))
    long = [word for word in dict.fromkeys(words) if len(word) > 5 and word.isalpha()]
    one, other = chance.integers(0, len(long), size=(2, _RARE_WORDS))
    made = (long[a][: 2 + len(long[a]) // 2] + long[b][-3:] for a, b in zip(one, other, strict=True))
    return list(dict.fromkeys(made))
