"""What goes wrong: which label is taken for which, and the errors that are hardest to excuse."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from models.evaluation.cases import Cases, Flags
from models.evaluation.verdicts import Verdicts
from models.labels import Facet
from models.scheme import Taxonomy

_SUBJECTS = (Facet.FRAMEWORK, Facet.RISK)
_CONFUSED = (Facet.RISK, Facet.FRAMEWORK, Facet.PURPOSE)


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often one label was given in place of another of its facet."""

    facet: Facet
    wanted: str
    found: str
    siblings: bool
    """They are risks of one group."""
    passages: int
    support: int
    """Passages with the wanted label."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A label that was given wrongly, or missed."""

    language: str
    facet: Facet
    concept: str
    missed: bool
    score: float
    text: str
    wanted: tuple[str, ...]
    """What a person gave in this facet."""
    found: tuple[str, ...]


def confusions(cases: Cases, verdicts: Verdicts, taxonomy: Taxonomy, most: int) -> tuple[Confusion, ...]:
    """Count for each missed label those of its facet that were given wrongly: the `most` frequent of three facets.

    Siblings stand before others.
    """
    groups = {(one.facet, one.id): one.group for one in taxonomy.concepts}
    missed, wrong = _wrong(cases, verdicts)
    support = (cases.wanted & cases.told).sum(axis=0)
    made: list[Confusion] = []
    for facet in _CONFUSED:
        mine = [column for column, (own, _) in enumerate(cases.labels) if own is facet]
        of_facet = []
        together = missed[:, mine].astype(np.intp).T @ wrong[:, mine].astype(np.intp)
        for row, column in np.argwhere(together).tolist():
            label, other = cases.labels[mine[row]], cases.labels[mine[column]]
            siblings = groups[label] is not None and groups[label] == groups[other]
            number = int(together[row, column])
            of_facet.append(Confusion(facet, label[1], other[1], siblings, number, int(support[mine[row]])))
        of_facet.sort(key=lambda one: (not one.siblings, -one.passages, one.wanted, one.found))
        made += of_facet[:most]
    return tuple(made)


def mistakes(cases: Cases, verdicts: Verdicts, others: Sequence[Verdicts], most: int) -> tuple[Mistake, ...]:
    """Give for each language the surest wrong frameworks and risks, and the misses that others did find.

    One passage is shown once among the wrong ones and once among the missed ones.
    """
    missed, wrong = _wrong(cases, verdicts)
    rank_missed = sum((one.found for one in others), np.zeros(missed.shape)) - verdicts.scores
    made: list[Mistake] = []
    languages = [one.language or "" for one in cases.counted]
    for language in sorted(set(languages)):
        here = np.array([one == language for one in languages])
        made += _hardest(cases, verdicts, wrong & here[:, None], verdicts.scores, most)
        made += _hardest(cases, verdicts, missed & here[:, None], rank_missed, most)
    return tuple(made)


def _wrong(cases: Cases, verdicts: Verdicts) -> tuple[Flags, Flags]:
    wanted, told = cases.wanted, cases.told
    return wanted & ~verdicts.found & told, verdicts.found & ~wanted & told


def _hardest(cases: Cases, verdicts: Verdicts, flags: Flags, rank: npt.NDArray[Any], most: int) -> Iterator[Mistake]:
    counted = cases.counted
    columns = [column for column, (facet, _) in enumerate(cases.labels) if facet in _SUBJECTS]
    places = [(row, columns[column]) for row, column in np.argwhere(flags[:, columns]).tolist()]
    places.sort(key=lambda place: (-float(rank[place]), place))
    seen: Counter[int] = Counter()
    for row, column in places:
        if seen[row] or len(seen) >= most:
            continue
        seen[row] += 1
        facet, concept = cases.labels[column]
        found = verdicts.found[row]
        yield Mistake(
            counted[row].language or "",
            facet,
            concept,
            not found[column],
            float(verdicts.scores[row, column]),
            counted[row].text,
            tuple(sorted(one for own, one in counted[row].labels if own is facet)),
            tuple(one for place, (own, one) in enumerate(cases.labels) if own is facet and found[place]),
        )
