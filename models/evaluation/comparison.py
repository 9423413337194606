"""Whether one model is better or worse than another, by facet and language, beyond what chance makes."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from models.evaluation.cases import Cases
from models.evaluation.intervals import ALL, Estimate, Sample, differences_by_language, draw, measures
from models.evaluation.quality import load_settings
from models.evaluation.verdicts import UNKNOWN, Verdicts
from models.labels import Facet
from models.scheme import LANGUAGES


@dataclass(frozen=True, slots=True)
class Difference:
    """F1 of two models on the same passages."""

    facet: Facet
    language: str
    """ALL: all languages together."""
    before: float
    after: float
    change: Estimate

    @property
    def is_worse(self) -> bool:
        """Tell whether the second model is worse for sure."""
        return self.change.high < 0

    @property
    def is_better(self) -> bool:
        """Tell whether the second model is better for sure."""
        return self.change.low > 0


def compare(cases: Cases, before: Verdicts, after: Verdicts) -> tuple[Difference, ...]:
    """Compare two models' verdicts on the same passages.

    Documents are drawn anew, the same for both. As there is one comparison for each facet and language, the level of
    each is so high (Bonferroni) that equal models would be told apart once in twenty times over all comparisons.
    """
    settings = load_settings()
    languages = [one.language or UNKNOWN for one in cases.counted]
    facets = list(Facet)
    number = len(facets) * (len(set(languages)) + 1)
    groups = np.array([[facet is own for facet in facets] for own, _ in cases.labels], dtype=np.float64)
    level = 1 - (1 - settings["level"]) / number
    draws = draw(cases.clusters, languages, settings["seed"], settings["rounds"], level)
    sample = Sample(cases.wanted, cases.told, cases.clusters, draws, groups)
    first, second = (measures(one.found, sample) for one in (before, after))
    changes: Mapping[str, tuple[Estimate | None, ...]] = differences_by_language(after.found, before.found, sample)
    made: list[Difference] = []
    for language in (ALL, *(one for one in LANGUAGES if one in changes)):
        for place, facet in enumerate(facets):
            one, other, change = first[language][place].f1, second[language][place].f1, changes[language][place]
            if one is not None and other is not None and change is not None:
                made.append(Difference(facet, language, one.value, other.value, change))
    return tuple(made)
