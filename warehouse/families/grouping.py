"""From documents and what is known of pairs of them to families: who belongs together, and what is in force."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import combinations

from warehouse.families.evidence import LINKS, Pair, PairKind
from warehouse.families.identity import Identity
from warehouse.families.versions import Standing, standings


class Reason(StrEnum):
    """Why a document is in its family; of several the first."""

    DECISION = "decision"
    SYMBOL = "symbol"
    NEAR_DUPLICATE = "near_duplicate"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Rulings:
    """What people decided: pairs that are one, pairs that are not, and documents that no computed link counts for."""

    together: frozenset[frozenset[str]] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()
    alone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Member:
    """A document in its family; `linked_to` is the member that it was linked to, and why."""

    standing: Standing
    reason: Reason | None
    linked_to: str | None


@dataclass(frozen=True, slots=True)
class Family:
    """Documents that are one; `lead` speaks for it: the newest revision in the original language."""

    id: str
    symbol: str | None
    lead: str
    members: tuple[Member, ...]


Link = tuple[str, str, Reason]


def families(
    identities: Mapping[str, Identity], pairs: Collection[Pair], rulings: Rulings, crowded: Collection[str] = ()
) -> tuple[Family, ...]:
    """Group documents into families; the result depends on what is given, not on its order.

    `crowded` are symbols that too many documents bear to mean anything.
    """
    links = sorted(
        {*_decided(rulings), *_by_symbol(identities, pairs, rulings, crowded), *_by_text(pairs, rulings)},
        key=lambda link: (list(Reason).index(link[2]), link),
    )
    links = [link for link in links if link[0] in identities and link[1] in identities]
    groups = _components(identities, ((first, second) for first, second, _ in links))
    bearers: dict[str, int] = defaultdict(int)
    for group in groups:
        for base in _bases(identities, group) - set(crowded):
            bearers[base] += 1
    return tuple(_family(group, identities, pairs, links, bearers) for group in groups)


def _decided(rulings: Rulings) -> Iterator[Link]:
    for pair in rulings.together:
        first, second = sorted(pair)
        yield first, second, Reason.DECISION


def _by_text(pairs: Iterable[Pair], rulings: Rulings) -> Iterator[Link]:
    for pair in pairs:
        ends = frozenset((pair.document, pair.other))
        if pair.kind in LINKS and ends not in rulings.apart and not ends & rulings.alone:
            yield pair.document, pair.other, Reason(pair.kind)


def _by_symbol(
    identities: Mapping[str, Identity], pairs: Iterable[Pair], rulings: Rulings, crowded: Collection[str]
) -> Iterator[Link]:
    """Link the documents of one symbol; where some contradict each other, those of them only by their texts."""
    collisions = {frozenset((one.document, one.other)) for one in pairs if one.kind is PairKind.SYMBOL_COLLISION}
    collisions |= rulings.apart
    by_base: dict[str, list[str]] = defaultdict(list)
    for key in sorted(identities):
        base = identities[key].base
        if base and base not in crowded and key not in rulings.alone:
            by_base[base].append(key)
    for bearers in by_base.values():
        agreeing = [pair for pair in combinations(bearers, 2) if frozenset(pair) not in collisions]
        for group in _components(bearers, agreeing):
            contested = {key for pair in combinations(group, 2) if frozenset(pair) in collisions for key in pair}
            clear = [key for key in group if key not in contested]
            yield from ((clear[0], other, Reason.SYMBOL) for other in clear[1:])


def _components(keys: Iterable[str], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Give the connected groups, each in the order of its keys."""
    above = {key: key for key in keys}

    def root(key: str) -> str:
        while above[key] != key:
            above[key] = above[above[key]]
            key = above[key]
        return key

    for first, second in links:
        one, other = sorted((root(first), root(second)))
        above[other] = one
    groups = defaultdict(list)
    for key in sorted(above):
        groups[root(key)].append(key)
    return list(groups.values())


def _family(
    group: Sequence[str],
    identities: Mapping[str, Identity],
    pairs: Iterable[Pair],
    links: Iterable[Link],
    bearers: Mapping[str, int],
) -> Family:
    inside = set(group)
    kin = [one for one in pairs if one.kind in LINKS and one.document in inside and one.other in inside]
    stand = standings([identities[key] for key in group], kin)
    lead = next(one.document for one in stand if one.lead)
    via = _paths(lead, [link for link in links if link[0] in inside and link[1] in inside])
    members = tuple(Member(one, *via.get(one.document, (None, None))) for one in stand)
    symbols = sorted(_bases(identities, group))
    return Family(_id(group, identities, bearers), symbols[0] if symbols else None, lead, members)


def _paths(lead: str, links: Sequence[Link]) -> dict[str, tuple[Reason, str]]:
    """Tell of each member by which link it hangs on the lead, surest reasons first."""
    via: dict[str, tuple[Reason, str]] = {}
    reached = {lead}
    while True:
        step = next(((one, other, why) for one, other, why in links if (one in reached) != (other in reached)), None)
        if step is None:
            return via
        one, other, why = step
        new, known = (other, one) if one in reached else (one, other)
        via[new] = (why, known)
        reached.add(new)


def _bases(identities: Mapping[str, Identity], group: Iterable[str]) -> set[str]:
    return {base for key in group if (base := identities[key].base)}


def _id(group: Sequence[str], identities: Mapping[str, Identity], bearers: Mapping[str, int]) -> str:
    """Derive the id from the symbol where no other family bears it, so that it stays as members come."""
    own = sorted(base for base in _bases(identities, group) if bearers.get(base) == 1)
    source = f"symbol {own[0]}" if own else f"document {group[0]}"
    return sha256(source.encode()).hexdigest()[:16]
