"""Whether suggestions with a score of 0.8 are right in eight of ten cases."""

from dataclasses import dataclass

import numpy as np

from models.evaluation.cases import Flags
from models.linear import Floats


@dataclass(frozen=True, slots=True)
class Step:
    """Suggestions whose scores lie in one step: how many, their mean score, and the share that is right."""

    suggestions: int
    score: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The reliability curve, and how far scores are from the truth on average."""

    steps: tuple[Step, ...]
    error: float | None
    """Expected calibration error: mean distance of score and share, by the number of suggestions; None without any."""


def calibration(scores: Floats, wanted: Flags, told: Flags, steps: int) -> Calibration:
    """Put the suggestions (scores above 0) into steps of equal width."""
    shown = (scores > 0) & told
    given, right = scores[shown].astype(np.float64), wanted[shown]
    places = np.minimum((given * steps).astype(np.intp), steps - 1)
    made = tuple(
        Step(int(mine.sum()), float(given[mine].mean()), float(right[mine].mean()))
        for mine in (places == step for step in range(steps))
        if mine.any()
    )
    total = sum(one.suggestions for one in made)
    if not total:
        return Calibration((), None)
    return Calibration(made, sum(one.suggestions * abs(one.score - one.right) for one in made) / total)
