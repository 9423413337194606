"""What is learned from sums by models that have not seen the texts: surroundings, calibration and thresholds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from models.calibrating import Line, calibrated, fit_calibration
from models.context import log_odds, sigmoid, surroundings
from models.fitting import Flags, Settings, best_threshold, fit_context
from models.labels import Facet
from models.learned_texts import Texts
from models.linear import CONTEXT, Floats
from models.rules import load_rules
from models.scoring import OTHER

_CHILD = "h:child"


@dataclass(frozen=True, slots=True)
class SecondStage:
    """What turns the sums of a text into probabilities and labels, by facet."""

    context: Mapping[Facet, Floats]
    calibration: Mapping[Facet, Mapping[str, Line]]
    thresholds: Mapping[Facet, float]


def fit_second_stage(
    texts: Texts, away: tuple[Floats, Floats], settings: Settings, tell: Callable[[str], object]
) -> SecondStage:
    """Learn how surroundings count, which probabilities are honest, and the thresholds."""
    documents = _documents(texts)
    order = [place for some in documents for place in some]
    around = np.concatenate(
        [
            surroundings([away[0][one] for one in some], [away[1][one] if texts.titles[one] else None for one in some])
            for some in documents
        ]
    )
    examples = [texts.examples[place] for place in order]
    languages, folds = [one.language for one in examples], [one.fold for one in examples]
    right, is_closed = texts.right[order], _closed(texts)[order]
    context: dict[Facet, Floats] = {}
    calibration: dict[Facet, Mapping[str, Line]] = {}
    thresholds: dict[Facet, float] = {}
    for facet in sorted(Facet, key=lambda facet: facet is not Facet.PURPOSE):
        mine = [column for column, (own, _) in enumerate(texts.labels) if own is facet]
        context[facet] = fit_context(around[:, mine], right[:, mine])
        odds = log_odds(context[facet], around[:, mine])
        counts = ~is_closed[:, mine] & (sigmoid(odds) >= settings.calibration["least"])
        strength = settings.calibration["strength"]
        calibration[facet] = fit_calibration(odds, right[:, mine], counts, languages, folds, strength=strength)
        chances = np.where(is_closed[:, mine], 0.0, calibrated(odds, languages, calibration[facet]))
        if facet is Facet.PURPOSE:
            other = [texts.labels[column][1] for column in mine].index(OTHER)
            is_other = chances[:, other] / chances.sum(axis=1) >= load_rules().decisive_other
            is_closed |= is_other[:, None]  # procedure and courtesy have no labels
        thresholds[facet], report = best_threshold(chances, right[:, mine], settings.precision[facet])
        tell(f"{facet:12} {report} {dict(zip(CONTEXT, context[facet].round(2).tolist(), strict=True))}\n")
    return SecondStage(context, calibration, thresholds)


def _documents(texts: Texts) -> list[list[int]]:
    """Give the places of the texts by document; each text of which all labels are known is in one."""
    documents: dict[str, list[int]] = {}
    for place, one in enumerate(texts.examples):
        if one.tells(Facet.PURPOSE):
            documents.setdefault(one.document or f"alone {place}", []).append(place)
    return list(documents.values())


def _closed(texts: Texts) -> Flags:
    """Tell of each text and label whether the child gate is closed, as it will be in use."""
    is_gated = np.array([facet is Facet.RISK and concept in texts.gated for facet, concept in texts.labels])
    is_open = [_CHILD in own or _CHILD in title for own, title in zip(texts.found, texts.titles, strict=True)]
    made: Flags = ~np.array(is_open)[:, None] & is_gated[None, :]
    return made
