"""How a passage's surroundings bear on what the trained model says of it: heading, neighbours, whole document."""

from collections.abc import Sequence

import numpy as np

from models.linear import Floats
from models.trained_member import Judgement, Opinion

Opinions = Sequence[tuple[int, Opinion]]
"""Of the pieces of a text, each with the place where it begins."""

_LARGEST = 30.0
_SILENT = 4


def judge(
    passages: Sequence[Opinions], headings: Sequence[Opinions], *, is_calibrated: bool = True
) -> tuple[Judgement, ...]:
    """Judge the passages of one document, each with its heading's opinions (none where it has no heading)."""
    if not passages:
        return ()
    sums = [_strongest(one) for one in passages]
    around = surroundings(sums, [_strongest(one) if one else None for one in headings])
    model = passages[0][0][1].model
    odds = log_odds(model.context, around)
    if is_calibrated:
        lines = np.stack([model.calibration.get(one[0][1].language, model.no_calibration) for one in passages])
        odds = lines[..., 0] * odds + lines[..., 1]
    chances = sigmoid(odds)
    return tuple(Judgement(opinions, own) for opinions, own in zip(passages, chances, strict=True))


def surroundings(sums: Sequence[Floats], headings: Sequence[Floats | None]) -> Floats:
    """Give, for each passage of a document and each label, what linear.CONTEXT names.

    The result has the axes passage, label, figure. The document's share is that of the other passages, and of a few
    that say nothing, so that one passage makes no focus of a short document.
    """
    own = np.stack(sums)
    chances = sigmoid(own)
    document = (chances.sum(axis=0) - chances) / (len(own) - 1 + _SILENT)
    neighbours = np.zeros_like(chances)
    neighbours[1:] += chances[:-1] / 2
    neighbours[:-1] += chances[1:] / 2
    heading = np.stack([np.zeros_like(own[0]) if one is None else sigmoid(one) for one in headings])
    in_document = np.full_like(own, float(len(own) > 1))
    return np.stack([own, heading, document, neighbours, in_document, np.ones_like(own)], axis=-1)


def log_odds(figures: Floats, around: Floats) -> Floats:
    """Weigh the surroundings by the figures of each label; the result has the axes passage, label."""
    made: Floats = (around * figures).sum(axis=-1)
    return made


def sigmoid(sums: Floats) -> Floats:
    """Turn sums into probabilities."""
    made: Floats = (1.0 / (1.0 + np.exp(-np.clip(sums, -_LARGEST, _LARGEST)))).astype(np.float32)
    return made


def _strongest(opinions: Opinions) -> Floats:
    made: Floats = np.max([opinion.sums for _, opinion in opinions], axis=0)
    return made
