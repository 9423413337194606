"""What a run did, for the person at the terminal and for programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SubmissionLine:
    """What became of one submission and what was understood of it."""

    name: str
    sha256: str
    outcome: str
    reason: str | None
    symbol: str | None = None
    sources: tuple[str, ...] = ()
    language: str | None = None
    title: str | None = None
    frameworks: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did, and what the warehouse holds after it (documents by language, framework and risk)."""

    run: int | None
    """None where there was nothing to do, so that no run was started."""
    seconds: float
    submissions: tuple[SubmissionLine, ...]
    left: tuple[tuple[str, str], ...]
    """Names of files that stay in the inbox, and why."""
    outcomes: Mapping[str, int]
    documents: int
    """Families: a document with its language versions, revisions and copies counts once, here and below."""
    contents: int
    """Documents with all their versions and copies."""
    languages: Mapping[str, int]
    frameworks: Mapping[str, int]
    risks: Mapping[str, int]
    warehouse: Path
    snapshot: Path

    @property
    def needs_attention(self) -> bool:
        """Tell whether a person has something to look at."""
        return bool(self.left) or any(line.outcome in {"waiting", "quarantined"} for line in self.submissions)
