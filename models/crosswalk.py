"""The crosswalk: which concepts of the taxonomy stand for which category of another scheme."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from models.labels import Facet


@dataclass(frozen=True, slots=True)
class Category:
    """A category of another scheme with the concepts that stand for it."""

    scheme: str
    """gca, mnr, co4c or oecd."""
    scheme_name: str
    code: str
    name: str
    part_of: str | None
    """Code of the category that it is a part of."""
    concepts: tuple[tuple[Facet, str], ...]
    """Facet and id; none where the taxonomy has nothing that stands for it."""


@cache
def crosswalk() -> tuple[Category, ...]:
    """Read the crosswalk that comes with Rapporteur, in the order of the schemes."""
    text = resources.files("models").joinpath("taxonomy", "crosswalk.yaml").read_text(encoding="utf-8")
    return tuple(
        Category(
            scheme["id"],
            scheme["name"],
            entry["code"],
            entry["name"],
            entry.get("part_of"),
            tuple((facet, concept) for facet in Facet for concept in entry.get(facet.value, ())),
        )
        for scheme in yaml.safe_load(text)
        for entry in scheme["categories"]
    )
