"""The words for actions and statuses, as patterns."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

_AROUND = r"[\s*()\[\]（）【】«»\"“”:：.,;–—-]*"
_LONGEST = 50
_FIRST = re.compile(r"[^\W\d_]+")
_LAST_CASED = "\u052f"
"""The last letter of scripts with capitals that are read here: those behind it part words otherwise."""


def says_standing(text: str) -> bool:
    """Tell whether a line says nothing but what is asked of the meeting: "For information"."""
    return len(text) <= _LONGEST and may_say_standing(text) and standing_patterns().alone.fullmatch(text) is not None


def may_say_standing(text: str) -> bool:
    """Tell whether a line begins with a word with which such lines begin: a quick test before the patterns."""
    first = _FIRST.search(text)
    return first is not None and (first[0] > _LAST_CASED or first[0].casefold() in standing_patterns().first_words)


@dataclass(frozen=True, slots=True)
class StandingPatterns:
    """The patterns of standing.yaml."""

    first_words: frozenset[str]
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
    phrases = [*_listed(long.values()), *data["first_words"]]
    return StandingPatterns(
        first_words=frozenset(match[0].casefold() for phrase in phrases if (match := _FIRST.search(phrase))),
        alone=re.compile(rf"{_AROUND}{before}(?:{_groups(long)}){behind}{_AROUND}", re.IGNORECASE),
        behind_label=re.compile(rf"{_AROUND}(?:{_groups(short)}){behind}{_AROUND}$", re.IGNORECASE),
        ticked=re.compile(rf"(?:{data['ticked']})\s*(?:{_groups(short)})(?!\w)", re.IGNORECASE),
        status_alone=re.compile(
            rf"{_AROUND}(?:{status})(?:{number}){_AROUND}$|[\[(](?:{_other(status)})[\])]", re.IGNORECASE
        ),
        status=re.compile(rf"{_AROUND}(?:{status})(?:{number}){_AROUND}$", re.IGNORECASE),
    )


def _listed(lists: Iterable[Sequence[str]]) -> list[str]:
    return [word for words in lists for word in words]


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
