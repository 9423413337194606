"""Platt's calibration: a line through the log-odds, by which of suggestions with 0.8 eight in ten are right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.context import sigmoid
from models.fitting import Flags
from models.linear import Floats

Line = tuple[float, float]
"""Slope and intercept."""
UNCHANGED: Line = (1.0, 0.0)
_Numbers = npt.NDArray[np.float64]
_ROUNDS = 30
_STEPS = 10
_LARGEST = 30.0


@dataclass(frozen=True, slots=True)
class _Sums:
    """Log-odds of labels of one facet, one row for each text."""

    odds: Floats
    right: Flags
    counts: Flags
    """Which may become suggestions, and so have to be honest."""
    languages: npt.NDArray[np.str_]

    def part(self, rows: Flags) -> "_Sums":
        return _Sums(self.odds[rows], self.right[rows], self.counts[rows], self.languages[rows])

    @property
    def points(self) -> tuple[_Numbers, _Numbers]:
        return self.odds[self.counts].astype(np.float64), self.right[self.counts].astype(np.float64)


def fit_calibration(
    odds: Floats, right: Flags, counts: Flags, languages: Sequence[str], folds: Sequence[int], *, strength: float
) -> Mapping[str, Line]:
    """Give each language the line with the least calibration error on folds that it was not fitted on.

    It is one of three: that of the language, drawn to that of the facet; that of the facet; and no change at all.
    """
    every = _Sums(odds, right, counts, np.array(languages))
    parts = np.array(folds)
    known = sorted(set(languages))
    errors: dict[str, _Numbers] = {language: np.zeros(3) for language in known}
    for fold in sorted(set(folds)):
        choices = _choices(every.part(parts != fold), known, strength)
        for language in known:
            away = every.part((parts == fold) & (every.languages == language))
            errors[language] += [_error(away, line) for line in choices[language]]
    choices = _choices(every, known, strength)
    return {language: choices[language][int(errors[language].argmin())] for language in known}


def calibrated(odds: Floats, languages: Sequence[str], lines: Mapping[str, Line]) -> Floats:
    """Apply to each text the line of its language."""
    chosen = np.array([lines.get(language, UNCHANGED) for language in languages], dtype=np.float32)
    return sigmoid(chosen[:, :1] * odds + chosen[:, 1:])


def _choices(sums: _Sums, languages: Sequence[str], strength: float) -> dict[str, tuple[Line, Line, Line]]:
    of_facet = _fit(*sums.points, UNCHANGED, 1.0)
    return {
        language: (_fit(*sums.part(sums.languages == language).points, of_facet, strength), of_facet, UNCHANGED)
        for language in languages
    }


def _fit(odds: _Numbers, right: _Numbers, prior: Line, strength: float) -> Line:
    """Fit a line by Newton's method; the prior counts as much as `strength` texts."""
    line = np.array(prior)
    inputs = np.stack([np.clip(odds, -_LARGEST, _LARGEST), np.ones_like(odds)], axis=1)
    pull = strength * 0.25 * np.eye(2)  # a text weighs a quarter at most: p (1 - p)
    for _ in range(_ROUNDS):
        chances = 1.0 / (1.0 + np.exp(-np.clip(inputs @ line, -_LARGEST, _LARGEST)))
        slope = inputs.T @ (chances - right) + pull @ (line - prior)
        curve = (inputs * (chances * (1 - chances))[:, None]).T @ inputs + pull
        step = np.linalg.solve(curve, slope)
        line = line - step
        if np.abs(step).max() < 1e-9:
            break
    return (float(line[0]), float(line[1])) if line[0] > 0 else prior


def _error(sums: _Sums, line: Line) -> float:
    """Give the sum over steps of score of what is promised too much or too little."""
    odds, right = sums.points
    chances = 1.0 / (1.0 + np.exp(-np.clip(line[0] * odds + line[1], -_LARGEST, _LARGEST)))
    places = np.minimum((chances * _STEPS).astype(np.intp), _STEPS - 1)
    return float(np.abs(np.bincount(places, chances - right, _STEPS)).sum())
