"""The trained model: one weight for each feature and label, with the figures that turn sums into probabilities."""

import tomllib
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from models.errors import ClassificationError
from models.features import FORM
from models.labels import Facet

Floats = npt.NDArray[np.float32]
Label = tuple[Facet, str]
HEADER = "linear.toml"
WEIGHTS = "linear.npz"
SHORT_TEXT = 25.0
"""Added to the squared length of a text's values, so that three words do not speak as loudly as a paragraph."""
CONTEXT = ("own", "heading", "document", "neighbours", "in_document", "bias")
"""The figures of a facet, in the order in which models/context.py reads them."""


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Weights for all languages together."""

    version: str
    labels: tuple[Label, ...]
    rows: Mapping[str, int]
    """Row of each feature in `weights`."""
    values: Floats
    """How much a feature counts, by its kind."""
    weights: Floats
    """One row for each feature, one column for each label."""
    biases: Floats
    context: Floats
    """One row for each label: the figures named in CONTEXT."""
    thresholds: Mapping[Facet, float]
    calibration: Mapping[str, Floats]
    """By language one row for each label: slope and intercept of the line that makes its log-odds honest."""

    @property
    def no_calibration(self) -> Floats:
        """Give the lines of a language that has none: they change nothing."""
        return np.tile(np.array([1.0, 0.0], dtype=np.float32), (len(self.labels), 1))

    def vector(self, names: Iterable[str]) -> tuple[npt.NDArray[np.intp], Floats]:
        """Give the rows of the features that the model knows, and their values, long and short texts made alike."""
        rows = np.fromiter((row for row in map(self.rows.get, names) if row is not None), dtype=np.intp)
        values = self.values[rows]
        return rows, values / np.sqrt(values @ values + SHORT_TEXT)

    def sums(self, rows: npt.NDArray[np.intp], values: Floats) -> Floats:
        """Give the weighted sum of each label, before any context."""
        made: Floats = values @ self.weights[rows] + self.biases
        return made


@cache
def load_model(folder: Path | None = None) -> LinearModel:
    """Read the trained model, by default the one that comes with Rapporteur.

    Raises ClassificationError that names the file and the command which restores it.
    """
    source = folder or shipped_folder()
    header = _header(source / HEADER)
    try:
        with np.load(source / WEIGHTS) as arrays:
            names = bytes(arrays["features"]).decode("utf-8").split("\n")
            weights, values = arrays["weights"].astype(np.float32), arrays["values"].astype(np.float32)
            biases = arrays["biases"].astype(np.float32)
        labels = tuple((Facet(facet), concept) for facet, some in header["labels"].items() for concept in some)
        figures = {Facet(name): [float(some[figure]) for figure in CONTEXT] for name, some in header["context"].items()}
        thresholds = {Facet(name): float(value) for name, value in header["thresholds"].items()}
        context = np.array([figures[facet] for facet, _ in labels], dtype=np.float32)
        calibration = _calibration(header.get("calibration", {}), labels)
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as error:
        raise _unusable(source / WEIGHTS, error) from error
    if header["form"] != FORM or weights.shape != (len(names), len(labels)) or biases.shape != (len(labels),):
        raise _unusable(source / WEIGHTS, "its parts do not fit together or it was made by another version")
    rows = {name: row for row, name in enumerate(names)}
    return LinearModel(header["version"], labels, rows, values, weights, biases, context, thresholds, calibration)


def _calibration(lines: Mapping[str, Mapping[str, Sequence[float]]], labels: Sequence[Label]) -> dict[str, Floats]:
    """Give by language the lines of all labels; a model of before calibration has none."""
    by_language: dict[str, dict[Facet, tuple[float, float]]] = {}
    for facet, some in lines.items():
        for language, (slope, intercept) in some.items():
            by_language.setdefault(language, {})[Facet(facet)] = (float(slope), float(intercept))
    return {
        language: np.array([of_facet.get(facet, (1.0, 0.0)) for facet, _ in labels], dtype=np.float32)
        for language, of_facet in by_language.items()
    }


def shipped_folder() -> Path:
    """Give the folder of the model that comes with Rapporteur."""
    return Path(str(resources.files("models").joinpath("trained")))


def _header(path: Path) -> dict[str, Any]:
    try:
        header = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _unusable(path, error) from error
    if not {"version", "form", "labels", "context", "thresholds"} <= header.keys():
        raise _unusable(path, "an entry is missing")
    return header


def _unusable(path: Path, why: object) -> ClassificationError:
    restore = (
        "Restore it from the Rapporteur release or with `python -m models.train` (it needs the extra `train`)"
        if path.parent == shipped_folder()
        else "Restore it from a backup, or use that of `python -m models.train`: rapporteur models use rapporteur"
    )
    return ClassificationError(f"The trained model {path} cannot be used: {why}. {restore}; nothing was classified.")
