"""The spaCy component that asks the trained model, and what it found of a passage."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc

from models.features import Places, features
from models.labels import Evidence
from models.linear import Floats, Label, LinearModel, load_model
from models.noise import Familiarity, familiarity

OPINION = "opinion"
"""Key of a doc's `user_data` that holds the model's Opinion."""
_MOST_SPANS = 3
_LEAST_SHARE_OF_WORD = 0.1
"""A word is shown where it adds at least this share of what the strongest word adds."""
_LEAST_SHARE = 0.2
"""A span is shown where it adds at least this share of what the strongest one adds."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The model's probability for each label of a passage, surroundings included."""

    opinions: Sequence[tuple[int, "Opinion"]]
    """Of the passage's pieces, each with the place in the passage where it begins."""
    chances: Floats

    def label(self, number: int) -> Label:
        """Give the label of a column."""
        return self.opinions[0][1].model.labels[number]

    def evidence(self, number: int) -> tuple[Evidence, ...]:
        """Give the evidence from the piece that speaks most for a label."""
        offset, opinion = max(self.opinions, key=lambda one: float(one[1].sums[number]))
        return tuple(Evidence(offset + one.start, offset + one.end) for one in opinion.evidence(number))


@dataclass(frozen=True, slots=True)
class Opinion:
    """The model's sums for the labels of one text, and what is needed to say where they come from."""

    model: LinearModel
    sums: Floats
    rows: npt.NDArray[np.intp]
    values: Floats
    places: Sequence[Places]
    """The tokens of each feature in `rows`."""
    offsets: Sequence[tuple[int, int]]
    """Characters of each token."""
    language: str
    familiarity: Familiarity
    _kept: list[tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], Floats]] = field(default_factory=list, compare=False)
    """What _spread gives, once it was asked."""

    def evidence(self, label: int) -> tuple[Evidence, ...]:
        """Give the spans, at most three, whose words add most to a label's sum; sorted and without overlap."""
        added = self._added(label)
        least = _LEAST_SHARE_OF_WORD * max(added.max(initial=0.0), 1e-9)
        groups: list[tuple[float, int, int]] = []
        for token in np.flatnonzero(added > least).tolist():
            start, end = self.offsets[token]
            if groups and self.offsets[token - 1][1] == groups[-1][2]:
                groups[-1] = (groups[-1][0] + float(added[token]), groups[-1][1], end)
            else:
                groups.append((float(added[token]), start, end))
        strongest = sorted(groups, reverse=True)[:_MOST_SPANS]
        kept = [one for one in strongest if one[0] >= _LEAST_SHARE * strongest[0][0]]
        return tuple(sorted(Evidence(start, end) for _, start, end in kept))

    def _added(self, label: int) -> npt.NDArray[np.float64]:
        """Give what each token adds: a feature's part is spread evenly over its tokens."""
        parts = self.values * self.model.weights[self.rows, label]
        feature, token, share = self._spread()
        made: npt.NDArray[np.float64] = np.bincount(token, parts[feature] * share, len(self.offsets)).astype(np.float64)
        return made

    def _spread(self) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], Floats]:
        if not self._kept:
            on = [[token for start, end in places for token in range(start, end)] for places in self.places]
            numbers = np.array([len(some) for some in on], dtype=np.intp)
            feature = np.repeat(np.arange(len(on)), numbers)
            token = np.fromiter(chain.from_iterable(on), dtype=np.intp)
            self._kept.append((feature, token, (1.0 / numbers[feature]).astype(np.float32)))
        return self._kept[0]


class TrainedMember:
    """Puts the model's Opinion into the doc's user data."""

    def __init__(self, folder: str | None) -> None:
        self._folder = Path(folder) if folder else None

    def __call__(self, doc: Doc) -> Doc:
        """Ask the model, which is loaded once, when the first text comes."""
        model = load_model(self._folder)
        every = features(doc)
        found = {name: places for name, places in every.items() if name in model.rows}
        rows, values = model.vector(found)
        offsets = [(token.idx, token.idx + len(token)) for token in doc]
        met = familiarity(every, model.rows, doc.lang_)
        doc.user_data[OPINION] = Opinion(
            model, model.sums(rows, values), rows, values, [*found.values()], offsets, doc.lang_, met
        )
        return doc


@Language.factory("trained_member", default_config={"folder": None})
def make_trained_member(nlp: Language, name: str, folder: str | None) -> TrainedMember:
    """Make the component for a pipeline's configuration; without a folder, of the model that comes with Rapporteur."""
    del nlp, name
    return TrainedMember(folder)
