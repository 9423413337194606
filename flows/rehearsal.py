"""What another taxonomy would change in a warehouse, before anything is changed."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from models.classifier import Classifier
from models.labels import Facet
from models.taxonomy_effects import Effects, TermFinder
from warehouse.classified_texts import CountedAs, Label, Place, counted_as, documents_with, labels_in_force, texts
from warehouse.connection import Connection


@dataclass(frozen=True, slots=True)
class Relabelled:
    """A passage whose labels would change."""

    document: str
    paragraph: int
    text: str
    counted: CountedAs
    lost: tuple[Label, ...]
    gained: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What would be relabelled; documents that are not in force are classified again too, but not counted here."""

    affected: tuple[str, ...]
    """Documents that have to be classified again (sha256)."""
    passages: tuple[Relabelled, ...]

    def count(self, key: Callable[[Relabelled], Iterable[object]]) -> Counter[tuple[object, str]]:
        """Count passages by a key, with `lost` and `gained`; one counts once for a key, however many its labels."""
        made: Counter[tuple[object, str]] = Counter()
        for one in self.passages:
            for value in set(key(one)):
                made[value, "lost"] += bool(one.lost)
                made[value, "gained"] += bool(one.gained)
        return made

    @property
    def by_theme(self) -> Counter[tuple[object, str]]:
        """Count labels by facet and concept."""
        made: Counter[tuple[object, str]] = Counter()
        for one in self.passages:
            made.update((label, "lost") for label in one.lost)
            made.update((label, "gained") for label in one.gained)
        return made


def affected_documents(connection: Connection, differing: Effects) -> frozenset[str]:
    """Tell which documents another taxonomy bears on; all others keep their labels as they are."""
    found = set(documents_with(connection, differing.labels))
    if differing.terms:
        finder = TermFinder(differing)
        for (document, _), passage in texts(connection):
            if document not in found and finder.finds(passage.text, passage.language or ""):
                found.add(document)
    return frozenset(found)


def rehearse(
    connection: Connection, classifier: Classifier, differing: Effects, progress: Callable[[], object] = lambda: None
) -> Rehearsal:
    """Classify what is affected with the new taxonomy, and compare with what is in force; nothing is written."""
    affected = affected_documents(connection, differing)
    before = labels_in_force(connection, affected)
    facts = counted_as(connection, affected)
    made: list[Relabelled] = []
    for document, some in groupby(texts(connection, affected), key=lambda one: one[0][0]):
        passages = list(some)
        given = classifier.classify_passages([text for _, text in passages])
        progress()
        if document not in facts:
            continue
        for (place, text), suggestions in zip(passages, given, strict=True):
            after = frozenset((one.facet, one.concept) for one in suggestions if one.in_force)
            if change := _changed(place, text.text, facts[document], before.get(place, frozenset()), after):
                made.append(change)
    return Rehearsal(tuple(sorted(affected)), tuple(made))


def _changed(
    place: Place, text: str, counted: CountedAs, before: frozenset[Label], after: frozenset[Label]
) -> Relabelled | None:
    lost, gained = sorted(before - after), sorted(after - before)
    if not lost and not gained:
        return None
    return Relabelled(*place, text, counted, _subjects_first(lost), _subjects_first(gained))


def _subjects_first(labels: list[Label]) -> tuple[Label, ...]:
    order = list(Facet)
    return tuple(sorted(labels, key=lambda label: (order.index(label[0]), label[1])))
