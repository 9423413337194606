"""Pairs of texts that say almost the same, found by MinHash and proved by their common shingles."""

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rensa import RMinHash

_DIGIT = "0"
_PARTED = "\n"


@dataclass(frozen=True, slots=True)
class Likeness:
    """What check.toml says and explains of near-duplicates."""

    shingle: int
    permutations: int
    bands: int
    rows: int
    seed: int
    near: float
    same: float
    least: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts by their numbers, the smaller first, and the share of shingles that they have in common."""

    first: int
    second: int
    share: float


def similar_pairs(texts: Sequence[str], settings: Likeness) -> tuple[Pair, ...]:
    """Give the pairs that are alike by `near` or more, in the order of the texts; equal texts have share 1.

    Letter case, spaces, punctuation, accents of presentation and the values of digits make no difference.
    """
    plain = [_plain(text) for text in texts]
    shingles = [_shingles(text, settings.shingle) for text in plain]
    pairs = {
        (first, second): 1.0 if plain[first] == plain[second] else _share(shingles[first], shingles[second])
        for first, second in _candidates(plain, shingles, settings)
    }
    return tuple(Pair(*places, round(share, 3)) for places, share in sorted(pairs.items()) if share >= settings.near)


def quotations(short: Sequence[str], long: Sequence[str], least: int) -> tuple[tuple[int, int], ...]:
    """Give the numbers of short texts that stand in a long one, each with the number of the first long one.

    They have `least` letters and digits or more. What makes no difference to similar_pairs makes none here.
    """
    plain = [_plain(text) for text in long]
    whole = _PARTED.join(plain)
    ends = list(accumulate(len(text) + 1 for text in plain))
    found = ((number, whole.find(text)) for number, text in enumerate(map(_plain, short)) if len(text) >= least)
    return tuple((number, bisect_right(ends, place)) for number, place in found if place >= 0)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(_DIGIT if one.isdigit() else one for one in folded if one.isalnum())


def _shingles(text: str, size: int) -> frozenset[str]:
    return frozenset(text[place : place + size] for place in range(max(1, len(text) - size + 1)))


def _share(first: frozenset[str], second: frozenset[str]) -> float:
    common = len(first & second)
    return common / (len(first) + len(second) - common)


def _candidates(
    plain: Sequence[str], shingles: Sequence[frozenset[str]], settings: Likeness
) -> Iterator[tuple[int, int]]:
    """Give, some of them several times, the pairs that share a band of their MinHash or are equal."""
    buckets: Mapping[object, list[int]] = defaultdict(list)
    for number, (text, some) in enumerate(zip(plain, shingles, strict=True)):
        buckets[text].append(number)
        if len(some) < settings.least:
            continue
        made = RMinHash(num_perm=settings.permutations, seed=settings.seed)
        made.update(sorted(some))
        digest = made.digest()
        for band in range(settings.bands):
            start = band * settings.rows
            buckets[band, *digest[start : start + settings.rows]].append(number)
    for members in buckets.values():
        for place, first in enumerate(members):
            for second in members[place + 1 :]:
                yield first, second
