"""The words that label the fields of a header."""

import re
from functools import cache
from importlib import resources
from typing import Any

import yaml

_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي"})
"""Letters that are often written without their marks."""


@cache
def label_patterns() -> dict[str, re.Pattern[str]]:
    """Give the patterns of a label that is the whole line, that begins it without a colon, or stands in it with one."""
    groups = []
    for field, words in _labels().items():
        either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
        groups.append(rf"(?P<{field}>{either})")
    labels = "|".join(groups)
    every = sorted((word for entries in _labels().values() for word in entries), key=len, reverse=True)
    second = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in every)
    bilingual = rf"(?:\s*[/|]\s*(?:{second})(?:\(e?s\))?){{0,2}}"  # "Title / Titre"
    return {
        "whole": re.compile(rf"(?:{labels})(?:\(e?s\))?{bilingual}\s*[:：]?", re.IGNORECASE),
        "first": re.compile(rf"(?:{labels})\s+", re.IGNORECASE),
        "inside": re.compile(rf"(?:{labels})(?:\(e?s\))?{bilingual}\s*[:：]\s*", re.IGNORECASE),
    }


@cache
def _labels() -> dict[str, list[str]]:
    data: dict[str, Any] = yaml.safe_load((resources.files(__package__) / "labels.yaml").read_text("utf-8"))
    return {
        field: list(
            dict.fromkeys(
                spelling
                for entry in entries
                for word in ([entry] if isinstance(entry, str) else entry)
                for spelling in (word, word.translate(_ARABIC))
            )
        )
        for field, entries in data.items()
    }
