"""A reply as it is compared: its questions with their numbers, wording and shape."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any

from extractors.questionnaire.numbers import key_of

_NOT_WORD = re.compile(r"[\W_]+")
_FIGURE = re.compile(r"\d+")

QuestionRow = tuple[int, str | None, str | None, str, int]
"""A question as it was read: position, number, stem, text, number of options."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of one reply."""

    position: int
    number: str | None
    stem: str | None
    text: str
    options: int
    """How many options are printed with it."""
    key: tuple[int, ...] | None
    """Its number as numbers, letters counted: the same in all languages."""
    normal: str
    """Its wording without punctuation and case, its words in the order of the alphabet."""
    figures: frozenset[str]
    """The figures in its wording: the same in all languages."""
    words: frozenset[str]
    """The words of its wording; of a language without spaces, the pairs of its signs."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The questions of one document."""

    document: str
    form: str
    """Hash of all that it is compared by (see `form_of`)."""
    language: str
    dated: date | None
    symbol: str | None
    title: str | None
    questions: tuple[Question, ...]
    citations: frozenset[str]
    """Circular letters that its opening cites."""
    words: frozenset[str]
    """Of all questions."""
    wording: tuple[str, ...]
    numbered: Mapping[tuple[int, ...], Question]
    """The questions with a number, by it."""

    @property
    def order(self) -> tuple[bool, date, str, str]:
        """Sort by date, symbol and hash: whatever order documents come in, the earliest speaks for a questionnaire."""
        return self.dated is None, self.dated or date.min, self.symbol or "", self.document


@lru_cache(maxsize=65_536)
def make_question(position: int, number: str | None, stem: str | None, text: str, options: int) -> Question:
    """Prepare a question for comparison."""
    key = key_of(number) if number else None
    wording = normal(f"{stem} {text}" if stem else text)
    return Question(
        position=position,
        number=number,
        stem=stem,
        text=text,
        options=options,
        key=key.parts if key else None,
        normal=wording,
        figures=frozenset(str(int(figure)) for figure in _FIGURE.findall(text)),
        words=_words(wording),
    )


def normal(text: str) -> str:
    """Give a wording without punctuation and case, its words in the order of the alphabet."""
    return " ".join(sorted(_NOT_WORD.sub(" ", text.casefold()).split()))


def form_of(language: str, cited: frozenset[str], questions: Sequence[QuestionRow]) -> str:
    """Hash all that replies are compared by: two replies of one form compare alike with any third."""
    told = (language, sorted(cited), [row[1:] for row in questions])
    return blake2b(repr(told).encode(), digest_size=12).hexdigest()


def citations(text: str) -> frozenset[str]:
    """Find the circular letters that a text cites."""
    found = re.findall(rules()["citation"]["pattern"], text)
    return frozenset(re.sub(r"[-/ ]", "", each, count=1) for each in found)


def _words(wording: str) -> frozenset[str]:
    found: set[str] = set()
    for word in wording.split():
        if word.isascii() or len(word) < 3 or not any("\u3400" <= sign <= "\u9fff" for sign in word):
            found.add(word)
        else:
            found.update(word[at : at + 2] for at in range(len(word) - 1))
    return frozenset(found)


@cache
def rules() -> dict[str, Any]:
    """Return the thresholds of `rules.toml`."""
    return tomllib.loads((files(__package__) / "rules.toml").read_text("utf-8"))
