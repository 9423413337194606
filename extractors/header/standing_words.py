"""The words for actions and statuses, as patterns."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

_AROUND = r"[\s*()\[\]（）【】«»\"“”:：.,;–—-]*"
_LONGEST = 50


def says_standing(text: str) -> bool:
    """Tell whether a line says nothing but what is asked of the meeting: "For information"."""
    return len(text) <= _LONGEST and standing_patterns().alone.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class StandingPatterns:
    """The patterns of standing.yaml."""

    alone: re.Pattern[str]
    behind_label: re.Pattern[str]
    ticked: re.Pattern[str]
    status_alone: re.Pattern[str]
    status: re.Pattern[str]


@cache
def standing_patterns() -> StandingPatterns:
    """Read the patterns."""
    data = standing_data()
    long = {name: [phrase for row in rows for phrase in row] for name, rows in data["action"].items()}
    short = {name: [*long[name], *data["action_behind_label"][name]] for name in long}
    before, behind = data["before_action"], data["behind_action"]
    status, number = _groups(data["status"]), data["status_number"]
    return StandingPatterns(
        alone=re.compile(rf"{_AROUND}{before}(?:{_groups(long)}){behind}{_AROUND}", re.IGNORECASE),
        behind_label=re.compile(rf"{_AROUND}(?:{_groups(short)}){behind}{_AROUND}$", re.IGNORECASE),
        ticked=re.compile(rf"(?:{data['ticked']})\s*(?:{_groups(short)})(?!\w)", re.IGNORECASE),
        status_alone=re.compile(
            rf"{_AROUND}(?:{status})(?:{number}){_AROUND}$|[\[(](?:{_other(status)})[\])]", re.IGNORECASE
        ),
        status=re.compile(rf"{_AROUND}(?:{status})(?:{number}){_AROUND}$", re.IGNORECASE),
    )


def _groups(phrases: Mapping[str, Sequence[str]]) -> str:
    groups = []
    for name, words in phrases.items():
        either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
        groups.append(rf"(?P<{name}>{either})")
    return "|".join(groups)


def _other(groups: str) -> str:
    # The names of groups must differ within one pattern.
    return groups.replace("(?P<", "(?P<in_")


@cache
def standing_data() -> dict[str, Any]:
    """Read the data file."""
    data: dict[str, Any] = yaml.safe_load((resources.files(__package__) / "standing.yaml").read_text("utf-8"))
    return data
