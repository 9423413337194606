"""Which language the small words of a text speak for."""

import re
import tomllib
from collections import Counter
from functools import cache
from importlib import resources

_WORD = re.compile(r"[^\W\d_]+")


def count_function_words(text: str) -> tuple[int, Counter[str]]:
    """Count the words of a text, and how many of them are function words of each language."""
    words = _WORD.findall(text.lower())
    votes: Counter[str] = Counter()
    speaks_for = _languages_by_word()
    for word in words:
        for language in speaks_for.get(word, ()):
            votes[language] += 1
    return len(words), votes


@cache
def _languages_by_word() -> dict[str, tuple[str, ...]]:
    by_word: dict[str, list[str]] = {}
    for language, words in _load().items():
        for word in set(words.split()):
            if len(word) == 1 and word.isascii():
                continue  # also a variable, a list's letter, an initial
            by_word.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in by_word.items()}


def _load() -> dict[str, str]:
    return tomllib.loads((resources.files(__package__) / "function_words.toml").read_text("utf-8"))
