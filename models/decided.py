"""What people decided on labels of passages, as texts to learn from."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from models.labels import Facet
from models.scheme import LANGUAGES, Taxonomy
from models.succession import Label, Succession
from models.training_data import Example, Kind


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision of a person on one label of one passage."""

    number: int
    document: str
    text: str
    language: str
    label: Label
    holds: bool
    """Accepted or added; else rejected."""
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Decisions that say different things of the same words; the latest, which stands last, counts."""

    text: str
    label: Label
    decisions: tuple[Decided, ...]


def decided_examples(
    decisions: Iterable[Decided], taxonomy: Taxonomy, succession: Succession
) -> tuple[tuple[Example, ...], tuple[Contradiction, ...]]:
    """Give one text to learn from for each passage, and what people contradict each other on.

    What was decided on a concept of before counts for the one that it became; not after a split, which leaves open what
    is meant, and a rejection not after a merge.
    """
    known = {(one.facet, one.id) for one in taxonomy.concepts}
    by_text: dict[tuple[str, str], dict[Label, list[Decided]]] = {}
    for one in sorted(decisions, key=lambda one: (one.at, one.number)):
        today = succession.of(one.label)
        if one.language not in LANGUAGES or len(today) != 1 or today[0] not in known:
            continue
        if today[0] == one.label or one.holds:
            key = one.language, " ".join(one.text.split())
            by_text.setdefault(key, {}).setdefault(today[0], []).append(one)
    examples = tuple(_example(language, labels, known) for (language, _), labels in by_text.items())
    contradictions = tuple(
        Contradiction(some[-1].text, label, tuple(some))
        for labels in by_text.values()
        for label, some in labels.items()
        if len({one.holds for one in some}) > 1
    )
    return examples, contradictions


def followed(example: Example, succession: Succession) -> Example:
    """Give a labelled text with what its labels became; one that was split is left out."""
    if not succession.changes:
        return example
    today = [succession.of(label) for label in sorted(example.labels)]
    return replace(example, labels=frozenset(some[0] for some in today if len(some) == 1))


def _example(language: str, labels: dict[Label, list[Decided]], known: set[Label]) -> Example:
    latest = {label: some[-1] for label, some in labels.items()}
    held = {label for label, one in latest.items() if one.holds}
    decided = set(latest)
    if any(facet is Facet.PURPOSE for facet, _ in held):
        decided |= {label for label in known if label[0] is Facet.PURPOSE}  # a passage has one purpose
    newest = max(latest.values(), key=lambda one: (one.at, one.number))
    return Example(newest.text, language, Kind.DECIDED, frozenset(held), newest.document, None, frozenset(decided))
