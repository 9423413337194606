"""Words about children that fit no theme and that the model has not met: what a new theme may be made of."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib import resources
from itertools import pairwise

from models.linear import LinearModel
from models.novel_words import WordReader


@dataclass(frozen=True, slots=True)
class UnthemedPassage:
    """A passage to which no theme was given."""

    document: str
    paragraph: int
    family: str
    sources: frozenset[str]
    """States, organisations and others that submitted it."""
    states: tuple[str, ...]
    year: int | None
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Terms that stand together in passages of several documents."""

    id: str
    language: str
    terms: tuple[str, ...]
    """As they are written most often, the most frequent first."""
    passages: tuple[UnthemedPassage, ...]
    """All of them, in the sequence of documents."""

    @property
    def families(self) -> int:
        """Count the documents, language versions and copies once."""
        return len({one.family for one in self.passages})


@dataclass(frozen=True, slots=True)
class Limits:
    """What novelty.toml says and explains."""

    letters: int
    families: int
    sources: int
    cohesion: float
    overlap: float
    candidates: int
    terms: int
    examples: int


@cache
def load_limits() -> Limits:
    """Read novelty.toml."""
    return Limits(**tomllib.loads(resources.files("models").joinpath("novelty.toml").read_text(encoding="utf-8")))


def candidate_themes(passages: Iterable[UnthemedPassage], model: LinearModel, limits: Limits) -> tuple[Candidate, ...]:
    """Group passages about children by the words that the model does not know, language by language.

    What most documents have comes first. The same passages give the same candidates, in whatever order they come.
    """
    by_language: dict[str, list[UnthemedPassage]] = defaultdict(list)
    for one in passages:
        by_language[one.language].append(one)
    made: list[Candidate] = []
    for language, some in sorted(by_language.items()):
        made += _of_language(language, sorted(some, key=lambda one: (one.document, one.paragraph)), model, limits)
    return tuple(made)


def _of_language(
    language: str, passages: Sequence[UnthemedPassage], model: LinearModel, limits: Limits
) -> list[Candidate]:
    reader = WordReader(language)
    words = [reader.words(one.text) for one in passages]
    places, written = _terms(language, words, model, limits)
    kept = {
        term: found
        for term, found in places.items()
        if len({passages[place].family for place in found}) >= limits.families
        and len({source for place in found for source in _sources(passages[place])}) >= limits.sources
    }
    made = [
        Candidate(
            blake2b("\n".join((language, *sorted(terms))).encode(), digest_size=8).hexdigest(),
            language,
            tuple(written[term].most_common(1)[0][0] for term in terms[: limits.terms]),
            tuple(passages[place] for place in sorted(set().union(*(kept[term] for term in terms)))),
        )
        for terms in _grouped(kept, limits.overlap)
    ]
    return sorted(made, key=lambda one: (-one.families, -len(one.passages), one.terms))[: limits.candidates]


def _sources(one: UnthemedPassage) -> frozenset[str]:
    return one.sources or frozenset({one.family})


_Words = Sequence[tuple[int, str, str]]


def _terms(
    language: str, words: Sequence[_Words], model: LinearModel, limits: Limits
) -> tuple[dict[str, set[int]], dict[str, Counter[str]]]:
    """Give the places of each term that the model does not know, and how it is written."""
    single: dict[str, set[int]] = defaultdict(set)
    double: dict[tuple[str, str], set[int]] = defaultdict(set)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    between = "" if language == "zh" else " "
    for place, some in enumerate(words):
        for _, stem, text in some:
            single[stem].add(place)
            written[stem][text] += 1
        for (at, stem, text), (next_at, after, next_text) in pairwise(some):
            if next_at == at + 1:
                double[stem, after].add(place)
                written[f"{stem} {after}"][f"{text}{between}{next_text}"] += 1
    made = {
        stem: found
        for stem, found in single.items()
        if language != "zh" and len(stem) >= limits.letters and f"w:{language}:{stem}" not in model.rows
    }
    for (stem, after), found in double.items():
        rarer = min(len(single[stem]), len(single[after]))
        if f"b:{language}:{stem} {after}" not in model.rows and len(found) >= limits.cohesion * rarer:
            made[f"{stem} {after}"] = found
    return made, written


def _grouped(terms: Mapping[str, set[int]], overlap: float) -> Iterator[list[str]]:
    """Put terms together that stand in much the same passages, each with the most frequent one that it fits."""
    order = sorted(terms, key=lambda term: (-len(terms[term]), term))
    heads: dict[str, list[str]] = {}
    for term in order:
        fitting = (head for head in heads if _shared(terms[head], terms[term]) >= overlap)
        head = next(fitting, None)
        if head is None:
            heads[term] = [term]
        else:
            heads[head].append(term)
    yield from heads.values()


def _shared(one: set[int], other: set[int]) -> float:
    return len(one & other) / len(one | other)
