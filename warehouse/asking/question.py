"""What is asked of a snapshot, and what may be spent on the answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Question:
    """One SQL statement that reads, with the values of its parameters."""

    sql: str
    parameters: Mapping[str, str | int] = field(default_factory=dict)
    mart: str | None = None
    """The view or table whose comments describe the columns of the answer."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long the snapshot may be worked on for one call, and with how much memory."""

    seconds: float = 60.0
    megabytes: int = 1024
