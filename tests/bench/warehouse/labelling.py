"""Labels of a made corpus: as many, as sure and as widely spread as those that the model gives the samples."""

from collections.abc import Iterator, Sequence

import numpy as np

from extractors.document import Document, Passage
from models.labels import Evidence, Facet, Suggestion
from models.scheme import load_taxonomy

_SHARES = {Facet.FRAMEWORK: 0.45, Facet.RISK: 0.75, Facet.LEVEL: 0.55, Facet.PURPOSE: 0.8, Facet.STAKEHOLDER: 0.75}
"""How many labels of each facet a passage has on average."""
_PIECES = 2.2
"""Pieces of evidence of a label."""
_PIECE = 11
"""Characters of a piece."""


def labels(documents: Sequence[Document], model: str, chance: np.random.Generator) -> Iterator[list[Suggestion]]:
    """Give the suggestions of each document; four of five are over their threshold."""
    counts = [len(document.passages) for document in documents]
    drawn = [_Facet(facet, share, sum(counts), chance) for facet, share in _SHARES.items()]
    at = 0
    for document in documents:
        found: list[Suggestion] = []
        for passage in document.passages:
            for facet in drawn:
                found += facet.suggestions(at, passage, model)
            at += 1
        yield found


class _Facet:
    """All that is random of the labels of one facet, drawn at once."""

    def __init__(self, facet: Facet, share: float, passages: int, chance: np.random.Generator) -> None:
        self._facet = facet
        concepts = [concept.id for concept in load_taxonomy().of(facet)]
        # The ten commonest of 28 risks have most of the labels, as in the samples.
        weights = 1 / (1 + np.arange(len(concepts)))
        self._concepts = chance.choice(concepts, size=(passages, 2), p=weights / weights.sum()).tolist()
        one = facet is Facet.PURPOSE
        self._counts = np.minimum(1 if one else 2, chance.poisson(share if not one else 1.6, size=passages)).tolist()
        self._scores = np.round(chance.beta(2.6, 2.6, size=(passages, 2)), 3).tolist()
        self._pieces = chance.poisson(_PIECES - 1, size=(passages, 2)).tolist()
        self._places = chance.random((passages, 2)).tolist()
        self._thresholds = {concept: round(0.25 + 0.02 * (place % 12), 2) for place, concept in enumerate(concepts)}

    def suggestions(self, at: int, passage: Passage, model: str) -> Iterator[Suggestion]:
        concepts = self._concepts[at]
        for place in range(self._counts[at]):
            concept = concepts[place]
            if place and concept == concepts[0]:
                return
            threshold = 0.0 if self._facet is Facet.PURPOSE else self._thresholds[concept]
            evidence = _evidence(len(passage.text), 1 + self._pieces[at][place], self._places[at][place])
            yield Suggestion(passage.id, self._facet, concept, self._scores[at][place], threshold, evidence, model)


def _evidence(length: int, pieces: int, place: float) -> tuple[Evidence, ...]:
    if length <= _PIECE:
        return (Evidence(0, length),)
    step = max(_PIECE + 1, length // (pieces + 1))
    starts = range(int(place * (step - _PIECE)), length - _PIECE, step)[:pieces]
    return tuple(Evidence(start, start + _PIECE - start % 5) for start in starts)
