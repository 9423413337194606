"""The words that label the fields of a header, and where they stand in a line."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache, lru_cache
from importlib import resources
from typing import Any, NamedTuple

import yaml

from extractors.header.confusables import skeleton
from extractors.header.folding import letters_alone

_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي"})
"""Letters that are often written without their marks."""
_COLON = re.compile(r"\s*[:：]\s*")
_NUMBERED, _FORMAT = re.compile(r"^\d{1,2}\s?[.)]\s*"), re.compile(r"\s*\([a-zа-я]{2,4}(?:[/.-][a-zа-я]{2,4}){2}\)$")
"""What stands around the labels of a form: "2. Date of reply (dd/mm/yyyy)"."""
_PLURAL = re.compile(r"\(e?s\)$")
_BOTH = re.compile(r"\s*[/|]\s*$")
_SHORTEST_ALIKE = 5
_LONGEST_MISTYPED, _CLOSE = 12, 0.8
_MAIN = frozenset({"document", "original", "source", "title"})
_LONGEST = 42
"""Letters of the longest label."""


class Label(NamedTuple):
    """A label: the field that it introduces, its offset, and where its value begins."""

    field: str
    start: int
    end: int


def whole_label(text: str) -> str | None:
    """Give the field of a line or cell that is nothing but a label, in one language or two; None for any other."""
    bare = text.rstrip(" :：")
    field = _words().get(bare.casefold())
    if field is None and bare.endswith(")"):
        field = _field(bare)
    if field is None and bare[:1].isdigit():
        field = _field(_FORMAT.sub("", _NUMBERED.sub("", bare)))
    if field is None and ("/" in bare or "|" in bare) and len(bare) <= _LONGEST * 2:
        fields = [_field(part.strip()) for part in re.split(r"[/|]", bare)]
        field = fields[0] if all(fields) else None
    return field


def first_label(text: str) -> Label | None:
    """Give the longest label that begins a line without a colon: "Source Kenya"."""
    if text.partition(" ")[0].casefold() not in _first_words():
        return None
    ends = [place for place, letter in enumerate(text[: _LONGEST + 1]) if letter == " "]
    for end in reversed(ends):
        field = _field(text[:end])
        if field is not None:
            return Label(field, 0, end + 1)
    return None


def labels_before_colons(text: str) -> list[Label]:
    """Give the labels before the colons of a line; two languages of one label ("Title / Titre:") are one."""
    found: list[Label] = []
    for colon in _COLON.finditer(text):
        start = _start(text, found[-1].end if found else 0, colon.start())
        if start is not None:
            field, place = start
            found.append(Label(field, place, colon.end()))
    return found


def _start(text: str, low: int, end: int) -> tuple[str, int] | None:
    label = _longest(text, low, end)
    if label is None:
        field = field_alike(text[:end]) if low == 0 else None
        return (field, 0) if field else None
    both = _BOTH.search(text, low, label[1])
    before = _longest(text, low, both.start()) if both else None
    return before or label


def _longest(text: str, low: int, end: int) -> tuple[str, int] | None:
    plural = _PLURAL.search(text, low, end) if text[end - 1] == ")" else None
    end = plural.start() if plural else end
    for start in range(max(low, end - _LONGEST), end):
        field = _words().get(text[start:end].casefold())
        if field is not None and (start == low or _may_begin(text, start)):
            return field, start
    return None


def _may_begin(text: str, start: int) -> bool:
    # Not within a word, unless two words are glued: "2020Original:", "KenyaTitle:", "КЕНИЯНАЗВАНИЕ:".
    return not (text[start - 1].isalpha() and text[start].islower())


def field_alike(text: str) -> str | None:
    """Give the field of a label that a scan has misread ("Docurnento", "Tltre"); None for short words and others."""
    bare = text.strip(" .:：")
    if not _SHORTEST_ALIKE <= len(bare) <= _LONGEST:
        return None
    return _skeletons().get(skeleton(bare)) or _mistyped(bare.casefold())


@lru_cache(maxsize=1024)
def _mistyped(word: str) -> str | None:
    # "Docuemnt", "Orignal", "Tittle": one word that begins as a label of the block does and has nearly its letters.
    if len(word) > _LONGEST_MISTYPED or not word.isalpha():
        return None
    same = [each for each in _main_words() if each[0] == word[0] and abs(len(each) - len(word)) <= 1]
    close = get_close_matches(word, same, n=1, cutoff=_CLOSE)
    return _words()[close[0]] if close else None


@cache
def _main_words() -> tuple[str, ...]:
    long = (word for word, field in _words().items() if field in _MAIN and len(word) >= _SHORTEST_ALIKE)
    return tuple(word for word in long if word.isalpha() and word[0] < "\u0600")


def _field(text: str) -> str | None:
    return _words().get((_PLURAL.sub("", text) if text.endswith(")") else text).casefold())


@cache
def _skeletons() -> Mapping[str, str]:
    known: dict[str, str] = {}
    for word, field in _words().items():
        if len(word) >= _SHORTEST_ALIKE and word[0] < "\u0600":
            known.setdefault(skeleton(word), field)
    return known


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word.partition(" ")[0] for word in _words())


@cache
def _words() -> Mapping[str, str]:
    data: dict[str, Any] = yaml.safe_load((resources.files(__package__) / "labels.yaml").read_text("utf-8"))
    words: dict[str, str] = {}
    for field, entries in data.items():
        for entry in entries:
            for word in [entry] if isinstance(entry, str) else entry:
                for spelling in (word, word.translate(_ARABIC), f"{word}.", letters_alone(word)):
                    words.setdefault(spelling.casefold(), field)
    return words


@cache
def open_words() -> frozenset[str]:
    """Give the words after which a line goes on: articles, prepositions, conjunctions."""
    return frozenset((resources.files(__package__) / "open_words.txt").read_text("utf-8").split())
