"""What authors type instead of using Word's own means: paragraph numbers, bullets and captions."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

_MOST_CAPTION_WORDS = 30


class TypedNumber(NamedTuple):
    """A number found at the start of a paragraph; `length` is how many characters it and its white space take."""

    text: str | None
    """None for a bullet."""
    length: int


def typed_number(text: str) -> TypedNumber | None:
    """Find the number or bullet that a paragraph was given by hand."""
    patterns = _patterns()
    for pattern in (patterns.number, patterns.bullet):
        match = pattern.match(text)
        if match and match.end() < len(text):
            found = next((group for group in match.groups() if group), None)
            return TypedNumber(found, match.end())
    return None


def printed(number: str) -> str:
    """Give a computed number the way it is cited: without the full stop that ends it."""
    return number[:-1] if number.endswith(".") and len(number) > 1 else number


def is_caption(text: str) -> bool:
    """Tell whether a line beside a table names it: `Table 3 - Measures by country`."""
    return len(text.split()) <= _MOST_CAPTION_WORDS and _patterns().caption.match(text) is not None


def is_of_figure(caption: str) -> bool:
    """Tell whether a caption belongs to a figure and to no table."""
    return _patterns().figure.match(caption) is not None


@dataclass(frozen=True, slots=True)
class _Patterns:
    number: re.Pattern[str]
    bullet: re.Pattern[str]
    caption: re.Pattern[str]
    figure: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = yaml.safe_load((files(__package__) / "paragraph_numbers.yaml").read_text("utf-8"))
    tabbed, spaced = "|".join(data["before_tab"]), "|".join(data["before_space"])
    captions = "|".join(re.escape(word) for word in data["caption_words"])
    figures = "|".join(re.escape(word) for word in data["figure_words"])
    return _Patterns(
        re.compile(rf"(?:(?:{tabbed}) ?\t|(?:{spaced}))\s*"),
        re.compile(rf"(?:{data['bullets_before_tab']}\t|{data['bullets_before_space']}[ \xa0])\s*"),
        re.compile(rf"(?:{captions})\s*(?:\d|(?-i:[IVXLC]+\b|[A-Z]\b))", re.IGNORECASE),
        re.compile(rf"(?:{figures})", re.IGNORECASE),
    )
