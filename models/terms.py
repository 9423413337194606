"""The expressions that the rules look for: terms, cues, false friends and scope notes of one language."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from typing import Any

import yaml

from models.labels import Facet
from models.scheme import Taxonomy

_MAX_ACRONYM = 6


class Role(StrEnum):
    """What finding an expression means."""

    TERM = "term"
    """It speaks for a concept."""
    CHILD = "child"
    """The passage is about children."""
    FALSE_FRIEND = "false_friend"
    """What stands inside it does not count."""
    LEFT_OUT_AFTER = "left_out_after"
    """What follows in the sentence is said not to be meant."""
    LEFT_OUT_BEFORE = "left_out_before"
    """What precedes in the sentence is said not to be meant."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Words to look for, with what they mean; `word*` stands for every word that begins so."""

    text: str
    role: Role
    facet: Facet | None = None
    concept: str | None = None
    concepts: tuple[str, ...] = ()
    """For a false friend: the concepts whose hits it takes away; `*` takes all."""

    @property
    def is_acronym(self) -> bool:
        """Tell whether it counts in capitals only: ADD, UN and RCC are other words in small letters."""
        return self.text.isupper() and self.text.isalpha() and len(self.text) <= _MAX_ACRONYM

    @property
    def key(self) -> str:
        """Give the name by which strengths are kept: facet, concept and text."""
        return f"{self.facet}\t{self.concept}\t{self.text}"


def expressions(language: str, taxonomy: Taxonomy) -> tuple[Expression, ...]:
    """Give all expressions of a language."""
    return (*_taxonomy_terms(language, taxonomy), *_cues(language), *_false_friends(language))


def children_expressions(language: str) -> tuple[Expression, ...]:
    """Give the expressions that tell that a passage is about children."""
    return tuple(one for one in _cues(language) if one.role is Role.CHILD)


def _taxonomy_terms(language: str, taxonomy: Taxonomy) -> Iterator[Expression]:
    for concept in taxonomy.concepts:
        for term in concept.terms.get(language, ()):
            yield Expression(term, Role.TERM, concept.facet, concept.id)


def _cues(language: str) -> Iterator[Expression]:
    cues = _yaml("cues", f"{language}.yaml")
    for section, facet in (("levels", Facet.LEVEL), ("purposes", Facet.PURPOSE), ("stakeholders", Facet.STAKEHOLDER)):
        for concept, words in cues[section].items():
            yield from (Expression(str(word), Role.TERM, facet, concept) for word in words)
    yield from (Expression(str(word), Role.CHILD) for word in cues["children"])
    yield from (Expression(str(word), Role.LEFT_OUT_AFTER) for word in cues["not_covered"]["before"])
    yield from (Expression(str(word), Role.LEFT_OUT_BEFORE) for word in cues["not_covered"]["after"])


def _false_friends(language: str) -> Iterator[Expression]:
    for entry in _yaml("taxonomy", "false_friends.yaml")[language]:
        for phrase in entry["phrases"]:
            yield Expression(phrase, Role.FALSE_FRIEND, concepts=tuple(entry["concepts"]))


def _yaml(folder: str, name: str) -> Any:
    return yaml.safe_load(resources.files("models").joinpath(folder, name).read_text(encoding="utf-8"))
