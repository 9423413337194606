"""The rules that tell what kind of document a document is, from their data file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from extractors.header.vocabulary import Category
from extractors.kind.document_kind import DocumentKind

_PATTERNS = ("title", "line", "top", "producer")
_ANY, _NONE = "any", "none"


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind, why, and the conditions that must all hold; see kinds.yaml."""

    kind: DocumentKind
    reason: str
    patterns: Mapping[str, re.Pattern[str]]
    series: frozenset[str]
    categories: frozenset[Category]
    """What each source must be one of."""
    any_source: bool
    no_source: bool
    restricted: bool
    """Whether the rule speaks of sources at all."""
    marks: int
    changes: int
    answers: int


@cache
def rules() -> tuple[Rule, ...]:
    """Read the rules in the order in which they are tried."""
    data = yaml.safe_load((resources.files(__package__) / "kinds.yaml").read_text("utf-8"))
    return tuple(_rule(entry, data["words"]) for entry in data["rules"])


def _rule(entry: Mapping[str, Any], words: Mapping[str, str]) -> Rule:
    sources = set(entry.get("sources", ()))
    return Rule(
        kind=DocumentKind(entry["kind"]),
        reason=entry["reason"],
        patterns={name: _pattern(name, entry[name], words) for name in _PATTERNS if name in entry},
        series=frozenset(entry.get("series", ())),
        categories=frozenset(Category(each) for each in sources - {_ANY, _NONE}),
        any_source=_ANY in sources,
        no_source=_NONE in sources,
        restricted="sources" in entry,
        marks=entry.get("marks", 0),
        changes=entry.get("changes", 0),
        answers=entry.get("answers", 0),
    )


def _pattern(name: str, patterns: list[str], words: Mapping[str, str]) -> re.Pattern[str]:
    filled = [_filled(pattern, words) for pattern in patterns]
    around = r"[\s*()\[\]«»\"“”–—-]*"
    either = "|".join(f"(?:{pattern})" for pattern in filled)
    return re.compile(
        rf"{around}(?P<words>{either}){around}" if name == "line" else f"(?P<words>{either})", re.IGNORECASE
    )


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    for word, meaning in words.items():
        pattern = pattern.replace("{" + word + "}", meaning)
    return pattern
