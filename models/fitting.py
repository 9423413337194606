"""The mathematics of training: feature matrix, weights of each label, surroundings and thresholds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from models.linear import SHORT_TEXT, Floats

Flags = npt.NDArray[np.bool_]
_TOLERANCE = 0.01
_ROUNDS = 60
_THRESHOLDS = np.arange(5, 90) / 100


@dataclass(frozen=True, slots=True)
class Settings:
    """What training.toml says and explains."""

    version: str
    fit: float
    smoothing: float
    least: float
    seed: int
    kinds: Mapping[str, Mapping[str, float]]
    precision: Mapping[str, float]
    decision: float
    calibration: Mapping[str, float]


def matrix(found: Sequence[Sequence[str]], names: Mapping[str, int], settings: Settings) -> Any:
    """Give one row for each text, as LinearModel.vector makes it."""
    rows = [[names[name] for name in some if name in names] for some in found]
    columns = np.array([column for row in rows for column in row], dtype=np.int64)
    ends = np.cumsum([0, *map(len, rows)])
    by_name = np.array([settings.kinds[name[0]]["value"] for name in names], dtype=np.float16).astype(np.float64)
    made = sparse.csr_matrix((by_name[columns], columns, ends), shape=(len(rows), len(names)))
    lengths = np.sqrt(np.asarray(made.multiply(made).sum(axis=1)).ravel() + SHORT_TEXT)
    return sparse.csr_matrix(sparse.diags(1.0 / lengths) @ made)


def fit_labels(
    texts: Any, right: Flags, known: Flags, counts: npt.NDArray[np.float64], settings: Settings
) -> tuple[Floats, Floats]:
    """Fit one logistic regression for each label on the texts of which it is known; give weights and biases.

    `counts` tells how much each text counts.
    """
    weights = np.zeros((texts.shape[1], right.shape[1]), dtype=np.float32)
    biases = np.full(right.shape[1], -10.0, dtype=np.float32)
    for label in range(right.shape[1]):
        own = known[:, label]
        wanted = right[own, label]
        if not wanted.any() or wanted.all():
            continue
        some = texts[own]
        scale = _scale(some, wanted, settings)
        model = LogisticRegression(
            C=settings.fit, solver="liblinear", dual=True, tol=_TOLERANCE, max_iter=_ROUNDS, random_state=settings.seed
        ).fit(some @ sparse.diags(scale), wanted, sample_weight=counts[own])
        weights[:, label] = model.coef_[0] * scale
        biases[label] = model.intercept_[0]
    return weights, biases


def fit_context(around: Floats, right: Flags) -> Floats:
    """Fit one set of figures for all labels of a facet.

    What other passages and the heading say may only speak for a label, never against it: a few dozen documents cannot
    teach the contrary.
    """
    flat = around.reshape(-1, around.shape[-1])[:, :-1]
    used = np.ones(flat.shape[1], dtype=np.bool_)
    while True:
        model = LogisticRegression(C=10.0, max_iter=500).fit(flat[:, used], right.ravel())
        figures = np.zeros(flat.shape[1])
        figures[used] = model.coef_[0]
        against = figures < 0
        against[-1] = False  # being in a document at all is no statement of another passage
        if not against.any():
            return np.append(figures, model.intercept_[0]).astype(np.float32)
        used &= ~against


def best_threshold(chances: npt.NDArray[np.floating[Any]], right: Flags, least_precision: float) -> tuple[float, str]:
    """Give the threshold of the best F1 at which precision is high enough, and its figures in words."""
    best = (-1.0, 0.5, "")
    for threshold in _THRESHOLDS:
        found = chances >= threshold
        hits = float((found & right).sum())
        precision, recall = hits / max(1, found.sum()), hits / max(1, right.sum())
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        if precision >= least_precision and f1 > best[0]:
            best = (f1, float(threshold), f"P {precision:.2f} R {recall:.2f} F1 {f1:.2f} at {threshold:.2f}")
    return best[1], best[2]


def _scale(texts: Any, wanted: Flags, settings: Settings) -> npt.NDArray[np.float64]:
    """Give the naive-Bayes scale of each feature for one label."""
    shown = texts.copy()
    shown.data[:] = 1.0
    share = float(wanted.mean())
    inside = np.asarray(shown[wanted].sum(axis=0)).ravel() + 2 * settings.smoothing * share
    outside = np.asarray(shown[~wanted].sum(axis=0)).ravel() + 2 * settings.smoothing * (1 - share)
    made: npt.NDArray[np.float64] = settings.least + np.abs(np.log(inside / inside.sum() * outside.sum() / outside))
    return made
