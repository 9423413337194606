"""The types that the models make: Suggestion and Evidence."""

from dataclasses import dataclass
from enum import StrEnum

from extractors.document import PassageKind


class Facet(StrEnum):
    """The questions that are asked of each passage."""

    FRAMEWORK = "framework"
    RISK = "risk"
    LEVEL = "level"
    PURPOSE = "purpose"
    STAKEHOLDER = "stakeholder"


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A half-open span of the passage's text that earned a suggestion."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}, {self.end}")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A label that a model or rule gives to a passage; it is in force where its score reaches the threshold."""

    passage_id: str
    facet: Facet
    concept: str
    score: float
    threshold: float
    evidence: tuple[Evidence, ...]
    model: str
    """Name and version of what gave it, e.g. `rules-2026.1`."""

    def __post_init__(self) -> None:
        if not 0.0 <= self.score <= 1.0:
            raise ValueError(f"a score is between 0 and 1: {self.score}")

    @property
    def in_force(self) -> bool:
        """Tell whether the score reaches the threshold."""
        return self.score >= self.threshold


@dataclass(frozen=True, slots=True)
class PassageText:
    """What the classifier sees of a passage."""

    id: str
    text: str
    language: str | None = None
    """ISO 639-1 code; None or `und`: to be told from the text."""
    heading_path: tuple[str, ...] = ()
    kind: PassageKind = PassageKind.PARAGRAPH
