"""The trust gate: which labels of which language are surely good enough to count without review."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from models.evaluation.intervals import Measure
from models.labels import Facet
from models.linear import Label
from models.scheme import LANGUAGES
from models.trust import TrustedLabel


@dataclass(frozen=True, slots=True)
class Gates:
    """What gates.toml says and explains."""

    least_f1: Mapping[Facet, float]
    least_support: int


@cache
def load_gates() -> Gates:
    """Read the gates that come with Rapporteur."""
    data = tomllib.loads(resources.files("models").joinpath("gates.toml").read_text(encoding="utf-8"))
    return Gates({facet: float(data["f1"][facet]) for facet in Facet}, int(data["support"]["least"]))


def passing(
    measured: Mapping[str, Sequence[Measure]], labels: Sequence[Label], gates: Gates
) -> frozenset[TrustedLabel]:
    """Give the labels whose F1 is surely good enough; `measured` has by language a Measure for each label."""
    return frozenset(
        TrustedLabel(language, facet, concept)
        for language in LANGUAGES
        for (facet, concept), one in zip(labels, measured.get(language, ()), strict=False)
        if one.f1 and one.f1.low >= gates.least_f1[facet] and one.support >= gates.least_support
    )
