"""Learn the trained model again: `python -m models.train` writes models/trained from models/training."""

import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import tomlkit

from models.context import probabilities, surroundings
from models.features import FORM, features
from models.fitting import Flags, Settings, best_threshold, fit_context, fit_labels, matrix
from models.labels import Facet
from models.linear import CONTEXT, HEADER, WEIGHTS, Floats, Label
from models.pipeline import build_pipeline
from models.rules import load_rules
from models.scheme import Taxonomy, load_taxonomy
from models.scoring import OTHER
from models.training_data import FOLDS, Example, Kind, read_examples, training_files

_CHILD = "h:child"
_NOTE = "# Made by `python -m models.train`; not for editing by hand.\n"


@dataclass(frozen=True, slots=True)
class Texts:
    """Labelled texts with the names of their features."""

    examples: Sequence[Example]
    gated: frozenset[str]
    """Risks that count only where children are meant."""
    labels: Sequence[Label]
    """All labels there are, in the order of the model's columns."""
    found: Sequence[tuple[str, ...]]
    titles: Sequence[tuple[str, ...]]
    """Features of each text's document title; none where there is no title."""

    @property
    def known(self) -> Flags:
        """Tell of each text and label whether it was looked for."""
        return np.array([[one.knows(label) for label in self.labels] for one in self.examples])

    @property
    def right(self) -> Flags:
        """Tell of each text and label whether the text has it."""
        return np.array([[label in one.labels for label in self.labels] for one in self.examples])

    def counts(self, decision: float) -> npt.NDArray[np.float64]:
        """Tell how much each text counts: one that people decided on as much as `decision` others."""
        return np.array([decision if one.kind is Kind.DECIDED else 1.0 for one in self.examples])

    def part(self, places: Sequence[int]) -> "Texts":
        """Give some of the texts."""
        return Texts(
            [self.examples[place] for place in places],
            self.gated,
            self.labels,
            [self.found[place] for place in places],
            [self.titles[place] for place in places],
        )


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
    context, thresholds = _second_stage(texts, _cross_validated(texts, settings), settings, tell)
    names = _vocabulary(texts, settings)
    weights, biases = _fitted(texts, names, settings)
    folder.mkdir(exist_ok=True)
    header = _header(settings, texts, names, context, thresholds)
    (folder / HEADER).write_text(_NOTE + tomlkit.dumps(header), encoding="utf-8")
    _write_weights(folder / WEIGHTS, names, settings, weights, biases)
    tell(f"{len(texts.found)} texts, {len(names)} features, {time.perf_counter() - start:.0f} s\n")


def load_settings() -> Settings:
    """Read training.toml."""
    return Settings(**tomllib.loads(resources.files("models").joinpath("training.toml").read_text(encoding="utf-8")))


def read_texts(examples: Sequence[Example], taxonomy: Taxonomy) -> Texts:
    """Run the texts and titles through the pipelines."""
    languages = sorted({one.language for one in examples})
    pipelines = {one: build_pipeline(one, taxonomy, leave_out=("trained_member",)) for one in languages}

    def names(text: str | None, language: str) -> tuple[str, ...]:
        return tuple(sorted(features(pipelines[language](text)))) if text else ()

    return Texts(
        examples,
        frozenset(one.id for one in taxonomy.of(Facet.RISK) if one.group in load_rules().gated_groups),
        tuple((one.facet, one.id) for one in taxonomy.concepts),
        [names(one.text, one.language) for one in examples],
        [names(one.title, one.language) for one in examples],
    )


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


def _second_stage(
    texts: Texts, away: tuple[Floats, Floats], settings: Settings, tell: Callable[[str], object]
) -> tuple[dict[Facet, Floats], dict[Facet, float]]:
    """Learn how surroundings count, and the thresholds, from sums by models that have not seen the texts."""
    documents: dict[str, list[int]] = {}
    for place, one in enumerate(texts.examples):
        if one.tells(Facet.PURPOSE):
            documents.setdefault(one.document or f"alone {place}", []).append(place)
    around = np.concatenate(
        [
            surroundings([away[0][one] for one in some], [away[1][one] if texts.titles[one] else None for one in some])
            for some in documents.values()
        ]
    )
    order = [place for some in documents.values() for place in some]
    right, is_closed = texts.right[order], _closed(texts)[order]
    context: dict[Facet, Floats] = {}
    thresholds: dict[Facet, float] = {}
    for facet in sorted(Facet, key=lambda facet: facet is not Facet.PURPOSE):
        mine = [column for column, (own, _) in enumerate(texts.labels) if own is facet]
        context[facet] = fit_context(around[:, mine], right[:, mine])
        chances = np.where(is_closed[:, mine], 0.0, probabilities(context[facet], around[:, mine]))
        if facet is Facet.PURPOSE:
            other = [texts.labels[column][1] for column in mine].index(OTHER)
            is_other = chances[:, other] / chances.sum(axis=1) >= load_rules().decisive_other
            is_closed |= is_other[:, None]  # procedure and courtesy have no labels
        thresholds[facet], report = best_threshold(chances, right[:, mine], settings.precision[facet])
        tell(f"{facet:12} {report} {dict(zip(CONTEXT, context[facet].round(2).tolist(), strict=True))}\n")
    return context, thresholds


def _closed(texts: Texts) -> Flags:
    """Tell of each text and label whether the child gate is closed, as it will be in use."""
    is_gated = np.array([facet is Facet.RISK and concept in texts.gated for facet, concept in texts.labels])
    is_open = [_CHILD in own or _CHILD in title for own, title in zip(texts.found, texts.titles, strict=True)]
    made: Flags = ~np.array(is_open)[:, None] & is_gated[None, :]
    return made


def _header(
    settings: Settings,
    texts: Texts,
    names: Mapping[str, int],
    context: Mapping[Facet, Floats],
    thresholds: Mapping[Facet, float],
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
        "thresholds": {str(facet): 0.0 if facet is Facet.PURPOSE else round(thresholds[facet], 3) for facet in Facet},
        "context": {
            str(facet): dict(zip(CONTEXT, (round(float(one), 4) for one in context[facet]), strict=True))
            for facet in Facet
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
