"""What each member of a family is (original, translation, revision, addendum, ...), and what is in force."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from warehouse.families.evidence import Pair, PairKind
from warehouse.families.identity import Identity
from warehouse.families.rules import rules


class Role(StrEnum):
    """What a document is in its family."""

    ORIGINAL = "original"
    TRANSLATION = "translation"
    REVISION = "revision"
    ADDENDUM = "addendum"
    CORRIGENDUM = "corrigendum"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Standing:
    """A document's role; `in_force` for the newest revision in each of its languages, `lead` for one of these."""

    document: str
    role: Role
    part: str
    """The addendum or corrigendum, e.g. `Add.1`; empty for the document itself."""
    revision: int
    in_force: bool
    lead: bool = False


_Place = tuple[str, tuple[int, int]]
"""Part and version."""


def standings(identities: Sequence[Identity], kin: Iterable[Pair]) -> tuple[Standing, ...]:
    """Tell what each member of one family is; `kin` are the links by text between them."""
    places = _places(identities, kin)
    newest: dict[str, tuple[int, int]] = {}
    for part, version in places.values():
        newest[part] = max(version, newest.get(part, (0, 0)))
    slots: dict[tuple[_Place, str], list[Identity]] = defaultdict(list)
    for one in identities:
        slots[places[one.document], one.language].append(one)
    found = [
        standing
        for ((part, version), _), same in slots.items()
        for standing in _slot(same, part, version, current=version == newest[part])
    ]
    lead = _lead(found, {one.document: one for one in identities})
    return tuple(sorted((replace(one, lead=one.document == lead) for one in found), key=lambda one: one.document))


def _places(identities: Sequence[Identity], kin: Iterable[Pair]) -> dict[str, _Place]:
    # A document without a symbol is a copy of what it is most like, or else a translation.
    places = {one.document: (one.part, one.version) for one in identities if one.base}
    nearest = sorted(kin, key=_nearness)
    while True:
        reached: dict[str, _Place] = {}
        for pair in nearest:
            for new, known in ((pair.document, pair.other), (pair.other, pair.document)):
                if new not in places and known in places:
                    reached.setdefault(new, places[known])
        if not reached:
            return {one.document: places.get(one.document, ("", (0, 0))) for one in identities}
        places |= reached


def _nearness(pair: Pair) -> tuple[object, ...]:
    return (pair.kind is not PairKind.NEAR_DUPLICATE, -pair.similarity, pair.document, pair.other)


def _slot(same: Sequence[Identity], part: str, version: tuple[int, int], *, current: bool) -> Iterable[Standing]:
    """Order what is one version in one language: the newest by its date counts, files of the same date are copies."""
    ordered = sorted(same, key=_surest)
    newest, *others = ordered
    dates = {one.document_date for one in same if one.document_date}
    replaced = len(dates) > 1
    yield Standing(newest.document, _role(newest, part, version, later=replaced), part, version[0], current)
    for one in others:
        older = one.document_date is not None and one.document_date != newest.document_date
        first = older and one.document_date == min(dates)
        role = _role(one, part, version, later=not first) if older else Role.COPY
        yield Standing(one.document, role, part, version[0], in_force=False)


def _surest(one: Identity) -> tuple[object, ...]:
    kinds = rules()["lead"]["media_types"]
    kind = kinds.index(one.media_type) if one.media_type in kinds else len(kinds)
    day = (one.document_date or date.min).toordinal()
    return (-day, not one.base, not one.symbol_sure, kind, one.document)


def _role(one: Identity, part: str, version: tuple[int, int], *, later: bool) -> Role:
    if part:
        return Role.CORRIGENDUM if part.rsplit(" ", 1)[-1].startswith("Corr") else Role.ADDENDUM
    if version != (0, 0) or later:
        return Role.REVISION
    original = not one.original_languages or one.language in one.original_languages
    return Role.ORIGINAL if original else Role.TRANSLATION


def _lead(found: Sequence[Standing], identities: dict[str, Identity]) -> str:
    languages = rules()["lead"]["languages"]

    def rank(one: Standing) -> tuple[object, ...]:
        identity = identities[one.document]
        known = identity.language in languages
        return (
            not one.in_force,
            one.part,
            identity.language not in identity.original_languages,
            languages.index(identity.language) if known else len(languages),
            one.document,
        )

    return min(found, key=rank).document
