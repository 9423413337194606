"""Which replies belong together, from the comparisons of each two of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from warehouse.questionnaires.reply import rules


@dataclass(frozen=True, slots=True)
class Pair:
    """Two replies that were found alike."""

    document: str
    other: str
    score: float


def group(
    languages: Mapping[str, str], pairs: Iterable[Pair], families: Iterable[tuple[str, str]]
) -> list[frozenset[str]]:
    """Put replies (given with their languages) together; the result does not depend on any order.

    Replies of one language are joined first. Across languages groups are joined only where neither has a second group
    of the other's language that it is as like: two questionnaires of one shape must not be joined by a translation.
    `families` are pairs of versions of one document.
    """
    sets = _Sets(languages)
    across: list[Pair] = []
    for pair in pairs:
        if pair.document in languages and pair.other in languages:
            if languages[pair.document] == languages[pair.other]:
                sets.join(pair.document, pair.other)
            else:
                across.append(pair)
    for one, other in families:
        if one in languages and other in languages:
            sets.join(one, other)
    for one, other in _unambiguous(sets, languages, across):
        sets.join(one, other)
    return sets.groups()


def _unambiguous(sets: "_Sets", languages: Mapping[str, str], across: Iterable[Pair]) -> list[tuple[str, str]]:
    best: dict[tuple[str, str], float] = {}
    spoken: dict[str, set[str]] = defaultdict(set)
    for document, language in languages.items():
        spoken[sets.root(document)].add(language)
    for pair in across:
        one, other = sorted((sets.root(pair.document), sets.root(pair.other)))
        if one != other:
            best[one, other] = max(pair.score, best.get((one, other), 0.0))
    partners: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for (one, other), score in best.items():
        for here, there in ((one, other), (other, one)):
            for language in spoken[there]:
                partners[here, language][there] = score
    return [
        (one, other)
        for one, other in sorted(best)
        if all(_only(partners[one, language], other) for language in spoken[other])
        and all(_only(partners[other, language], one) for language in spoken[one])
    ]


def _only(partners: Mapping[str, float], chosen: str) -> bool:
    margin = rules()["across"]["margin"]
    return all(partner == chosen or score < partners[chosen] - margin for partner, score in partners.items())


class _Sets:
    """Disjoint sets, each called by its smallest member."""

    def __init__(self, members: Iterable[str]) -> None:
        self._above = {member: member for member in members}

    def root(self, member: str) -> str:
        while self._above[member] != member:
            self._above[member] = self._above[self._above[member]]
            member = self._above[member]
        return member

    def join(self, one: str, other: str) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        self._above[high] = low

    def groups(self) -> list[frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for member in self._above:
            found[self.root(member)].add(member)
        return [frozenset(found[root]) for root in sorted(found)]
