"""Learn the trained model again: `python -m models.train` writes models/trained from models/training."""

import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import tomlkit

from models.features import FORM
from models.fitting import Settings, fit_labels, matrix
from models.labels import Facet
from models.learned_texts import Texts, read_texts
from models.linear import CONTEXT, HEADER, WEIGHTS, Floats
from models.scheme import Taxonomy, load_taxonomy
from models.second_stage import SecondStage, fit_second_stage
from models.training_data import FOLDS, Example, Kind, read_examples, training_files

_NOTE = "# Made by `python -m models.train`; not for editing by hand.\n"


def main() -> None:
    """Learn from everything outside the test third and write the two files of the model."""
    folder = Path(str(resources.files("models").joinpath("trained")))
    train([one for one in read_examples() if not one.is_test], load_settings(), folder)


def train(
    examples: Sequence[Example],
    settings: Settings,
    folder: Path,
    taxonomy: Taxonomy | None = None,
    tell: Callable[[str], object] = sys.stdout.write,
) -> None:
    """Learn from labelled texts and write the model into a folder; the same texts give the same bytes.

    Figures on the way are told in lines.
    """
    start = time.perf_counter()
    texts = read_texts(examples, taxonomy or load_taxonomy())
    second = fit_second_stage(texts, _cross_validated(texts, settings), settings, tell)
    names = _vocabulary(texts, settings)
    weights, biases = _fitted(texts, names, settings)
    folder.mkdir(exist_ok=True)
    header = _header(settings, texts, names, second)
    (folder / HEADER).write_text(_NOTE + tomlkit.dumps(header), encoding="utf-8")
    _write_weights(folder / WEIGHTS, names, settings, weights, biases)
    tell(f"{len(texts.found)} texts, {len(names)} features, {time.perf_counter() - start:.0f} s\n")


def load_settings() -> Settings:
    """Read training.toml."""
    return Settings(**tomllib.loads(resources.files("models").joinpath("training.toml").read_text(encoding="utf-8")))


def _vocabulary(texts: Texts, settings: Settings) -> Mapping[str, int]:
    seen = Counter(name for names in texts.found for name in names)
    kept = sorted(name for name, number in seen.items() if number >= settings.kinds[name[0]]["passages"])
    return {name: row for row, name in enumerate(kept)}


def _fitted(texts: Texts, names: Mapping[str, int], settings: Settings) -> tuple[Floats, Floats]:
    counts = texts.counts(settings.decision)
    return fit_labels(matrix(texts.found, names, settings), texts.right, texts.known, counts, settings)


def _cross_validated(texts: Texts, settings: Settings) -> tuple[Floats, Floats]:
    """Give each text's and title's sums by a model that has not seen them."""
    sums = np.zeros((len(texts.found), len(texts.labels)), dtype=np.float32)
    title_sums = np.zeros_like(sums)
    folds = np.array([one.fold for one in texts.examples])
    for fold in range(FOLDS):
        seen = texts.part(np.flatnonzero(folds != fold).tolist())
        rest = np.flatnonzero(folds == fold)
        unseen = texts.part(rest.tolist())
        names = _vocabulary(seen, settings)
        weights, biases = _fitted(seen, names, settings)
        sums[rest] = matrix(unseen.found, names, settings) @ weights + biases
        title_sums[rest] = matrix(unseen.titles, names, settings) @ weights + biases
    return sums, title_sums


def _header(
    settings: Settings,
    texts: Texts,
    names: Mapping[str, int],
    second: SecondStage,
) -> dict[str, Any]:
    labels = texts.labels
    decided = sorted(
        (one.text, one.language, sorted(one.labels), sorted(one.decided))
        for one in texts.examples
        if one.kind is Kind.DECIDED
    )
    return {
        "version": settings.version,
        "form": FORM,
        "features": blake2b("\n".join(names).encode(), digest_size=16).hexdigest(),
        "training": blake2b(b"".join(content for _, content in training_files()), digest_size=16).hexdigest(),
        "decisions": blake2b(repr(decided).encode(), digest_size=16).hexdigest() if decided else "",
        "labels": {str(facet): [concept for own, concept in labels if own is facet] for facet in Facet},
        # One purpose is always given, the likeliest.
        "thresholds": {
            str(facet): 0.0 if facet is Facet.PURPOSE else round(second.thresholds[facet], 3) for facet in Facet
        },
        "context": {
            str(facet): dict(zip(CONTEXT, (round(float(one), 4) for one in second.context[facet]), strict=True))
            for facet in Facet
        },
        "calibration": {
            str(facet): {language: [round(one, 4) for one in line] for language, line in sorted(some.items())}
            for facet, some in second.calibration.items()
        },
    }


def _write_weights(path: Path, names: Mapping[str, int], settings: Settings, weights: Floats, biases: Floats) -> None:
    np.savez_compressed(
        path,
        features=np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
        values=np.array([settings.kinds[name[0]]["value"] for name in names], dtype=np.float16),
        weights=weights.astype(np.float16),
        biases=biases,
    )


if __name__ == "__main__":
    main()
