"""Precision, recall and F1 with intervals: documents are drawn anew, and few cases never look sure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from models.evaluation.cases import Flags

ALL = "all"
"""Stands for all languages together."""
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share with its interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Measure:
    """How good the labels of one column are; an Estimate is None where there is nothing to divide by."""

    right: int
    found: int
    support: int
    """How often a person gave the label."""
    precision: Estimate | None
    recall: Estimate | None
    f1: Estimate | None


@dataclass(frozen=True, slots=True)
class Draws:
    """How often each document counts in each round, by language; the same draws serve all that is compared."""

    level: float
    languages: Mapping[str, npt.NDArray[np.intp]]
    """The documents of each language, by their numbers."""
    weights: Mapping[str, Numbers]
    """Of each language one row for each round, one column for each of its documents."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What is right of the passages (rows) and labels (columns) that are measured."""

    wanted: Flags
    told: Flags
    clusters: npt.NDArray[np.intp]
    """Document of each passage."""
    draws: Draws
    groups: Numbers
    """What is measured together: one column for each group, with 1 in the rows of its labels."""


def draw(clusters: npt.NDArray[np.intp], languages: Sequence[str], seed: int, rounds: int, level: float) -> Draws:
    """Draw documents with replacement, of each language as many as there are.

    `clusters` and `languages` tell of each passage its document and language; a document has that of its first passage.
    """
    first: dict[int, str] = {}
    for cluster, language in zip(clusters.tolist(), languages, strict=True):
        first.setdefault(cluster, language)
    chance = np.random.default_rng(seed)
    by_language: dict[str, npt.NDArray[np.intp]] = {}
    weights: dict[str, Numbers] = {}
    for language in sorted(set(first.values())):
        mine = np.array([cluster for cluster, own in first.items() if own == language], dtype=np.intp)
        by_language[language] = mine
        weights[language] = chance.multinomial(len(mine), np.full(len(mine), 1 / len(mine)), rounds).astype(np.float64)
    return Draws(level, by_language, weights)


def measures(found: Flags, sample: Sample) -> Mapping[str, tuple[Measure, ...]]:
    """Measure each group of labels, by language and for ALL; passages whose labels were not told do not count."""
    points, rounds = _summed(found, sample)
    groups = range(sample.groups.shape[1])
    return {
        language: tuple(
            _measure(point[0, :, group], rounds[language][..., group], sample.draws.level) for group in groups
        )
        for language, point in points.items()
    }


def differences(found: Flags, other: Flags, sample: Sample) -> tuple[Estimate | None, ...]:
    """Give for each group, all languages together, by how much the F1 of `found` is above that of `other`."""
    return differences_by_language(found, other, sample)[ALL]


def differences_by_language(found: Flags, other: Flags, sample: Sample) -> Mapping[str, tuple[Estimate | None, ...]]:
    """Give the same by language and for ALL."""
    (points, rounds), (other_points, other_rounds) = (_summed(one, sample) for one in (found, other))
    made: dict[str, tuple[Estimate | None, ...]] = {}
    for language in points:
        by_how_much = _f1(points[language]) - _f1(other_points[language])
        drawn = _f1(rounds[language]) - _f1(other_rounds[language])
        ends = [_ends(drawn[:, group], sample.draws.level) for group in range(by_how_much.shape[1])]
        made[language] = tuple(
            None if np.isnan(value) else Estimate(value, min(low, value), max(high, value))
            for value, (low, high) in zip(by_how_much[0].tolist(), ends, strict=True)
        )
    return made


def wilson(right: float, cases: float, level: float) -> tuple[float, float]:
    """Give Wilson's interval of a share of independent cases (E. B. Wilson, JASA 22, 1927)."""
    if not cases:
        return 0.0, 1.0
    z = NormalDist().inv_cdf(0.5 + level / 2)
    share = right / cases
    middle = (share + z * z / (2 * cases)) / (1 + z * z / cases)
    reach = z / (1 + z * z / cases) * ((share * (1 - share) / cases + z * z / (4 * cases * cases)) ** 0.5)
    # At a share of 0 or 1 an end is the share itself, but for the last digit.
    return max(0.0, min(share, middle - reach)), min(1.0, max(share, middle + reach))


def _summed(found: Flags, sample: Sample) -> tuple[dict[str, Numbers], dict[str, Numbers]]:
    """Count what is right, found and wanted: as it is, and in each round.

    By language, with the axes round, the three counts, group.
    """
    counted, wanted = found & sample.told, sample.wanted & sample.told
    rows = np.stack([counted & wanted, counted, wanted], axis=1) @ sample.groups
    counts = np.zeros((int(sample.clusters.max(initial=-1)) + 1, *rows.shape[1:]))
    np.add.at(counts, sample.clusters, rows)
    draws = sample.draws
    points = {one: counts[mine].sum(axis=0, keepdims=True) for one, mine in draws.languages.items()}
    rounds = {one: np.tensordot(draws.weights[one], counts[mine], 1) for one, mine in draws.languages.items()}
    points[ALL] = np.sum(list(points.values()), axis=0)
    rounds[ALL] = np.sum(list(rounds.values()), axis=0)
    return points, rounds


def _measure(point: Numbers, rounds: Numbers, level: float) -> Measure:
    right, found, wanted = point.tolist()
    # F1 is 2 J / (1 + J) of the share J of right ones among all that were found or wanted.
    low, high = wilson(right, found + wanted - right, level)
    bounds = 2 * low / (1 + low), 2 * high / (1 + high)
    rights, founds, wanteds = rounds.T
    return Measure(
        int(right),
        int(found),
        int(wanted),
        _estimate(right, found, wilson(right, found, level), _ends(_ratio(rights, founds), level)),
        _estimate(right, wanted, wilson(right, wanted, level), _ends(_ratio(rights, wanteds), level)),
        _estimate(2 * right, found + wanted, bounds, _ends(_ratio(2 * rights, founds + wanteds), level)),
    )


def _estimate(part: float, whole: float, *bounds: tuple[float, float]) -> Estimate | None:
    """Give a share with the wider of its intervals.

    The draws know that a document's passages go together; Wilson's knows that three right ones out of three prove
    little, which draws cannot.
    """
    if not whole:
        return None
    value = part / whole
    return Estimate(value, min(value, *(low for low, _ in bounds)), max(value, *(high for _, high in bounds)))


def _ends(values: Numbers, level: float) -> tuple[float, float]:
    known = values[~np.isnan(values)]
    if not known.size:
        return float("inf"), float("-inf")
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def _f1(sums: Numbers) -> Numbers:
    return _ratio(2 * sums[:, 0], sums[:, 1] + sums[:, 2])


def _ratio(parts: Numbers, wholes: Numbers) -> Numbers:
    made: Numbers = np.full(parts.shape, np.nan)
    np.divide(parts, wholes, out=made, where=wholes > 0)
    return made
