"""The rules' figures and relations, from rules.toml: thresholds, strengths, fallbacks and the order of purposes."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from models.labels import Facet


@dataclass(frozen=True, slots=True)
class Rules:
    """What the scoring needs besides the expressions; rules.toml explains each value."""

    thresholds: Mapping[Facet, float]
    strengths: Mapping[Facet, float]
    heading_share: float
    decisive: Mapping[Facet, float]
    decisive_other: float
    gated_groups: frozenset[str]
    document_share: float
    fallbacks: Mapping[str, frozenset[str]]
    precedence: tuple[str, ...]
    purpose_with_framework: str
    purpose_with_risk: str
    purpose_default_score: float


@cache
def load_rules() -> Rules:
    """Read the rules that come with Rapporteur."""
    text = resources.files("models").joinpath("rules.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Rules(
        thresholds={facet: data["thresholds"][facet] for facet in Facet},
        strengths={facet: data["strength"][facet] for facet in Facet},
        heading_share=data["strength"]["heading_share"],
        decisive={facet: data["decisive"].get(facet, 1.0) for facet in Facet},
        decisive_other=data["decisive"]["other"],
        gated_groups=frozenset(data["children"]["gated_groups"]),
        document_share=data["children"]["document_share"],
        fallbacks={name: frozenset(siblings) for name, siblings in data["fallbacks"].items()},
        precedence=tuple(data["purpose"]["precedence"]),
        purpose_with_framework=data["purpose"]["with_framework"],
        purpose_with_risk=data["purpose"]["with_risk"],
        purpose_default_score=data["purpose"]["default_score"],
    )
