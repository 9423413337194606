"""The words by which the passages of a document are found, in the normal forms that the classification compares."""

import re
import tomllib
import unicodedata
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import Stemmer

from extractors.document import Document
from models.glossary import COLUMNS, glossary
from models.normalisation import Normaliser, normaliser, stemmer

_INVISIBLE = re.compile("[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Signs without a shape, and the Arabic stretching mark."""
_LETTERS = str.maketrans("ٱىة٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "ايه01234567890123456789")
"""Letters and digits that writers exchange for each other."""
_ARABIC_ADVERBIAL = re.compile("\u064b\u0627$|\u0627\u064b$")
_SHORT_I, _STAND_IN = "й", "\u029d"
"""A letter of its own, though Unicode has it as one with a mark."""
_SURROGATES = re.compile("[\ud800-\udfff]")
_WORDS_KEPT = 200_000
_LONGEST = 64
"""Characters of a word; what is longer is no word."""


@dataclass(frozen=True, slots=True)
class PassageWords:
    """The words of a document's passages, one passage after the other; flat, as they go from process to process."""

    version: str
    """Those of another version must not be mixed with these."""
    forms: str
    """A line for each word of a language: language, word without case and accents, and stem, parted by tabs.

    The stem of a function word is empty: it has its place, and is not looked for.
    """
    sequence: bytes
    """For each word the line of its form, counted from 0: 32-bit integers."""
    counts: tuple[int, ...]
    """Number of words of each passage."""


def document_words(document: Document) -> PassageWords:
    """Tell the words of a document's passages, headings and languages without a model included."""
    return passage_words((one.language, one.text) for one in document.passages)


def passage_words(passages: Iterable[tuple[str, str]]) -> PassageWords:
    """Tell the words of passages (language and text) of one document."""
    forms: list[str] = []
    by_language: dict[str, _Places] = {}
    sequence = array("I")
    counts = []
    for language, text in passages:
        places = by_language.get(language)
        if places is None:
            places = by_language[language] = _Places(language, forms)
        words = words_of(text)
        counts.append(len(words))
        sequence.extend(map(places.__getitem__, words))
    return PassageWords(words_version(), "\n".join(forms), sequence.tobytes(), tuple(counts))


def words_of(text: str) -> list[str]:
    """Give the words of a text as they stand in it; each Chinese character is one."""
    plain = unicodedata.normalize("NFKC", _SURROGATES.sub("\ufffd", text))
    return _word_pattern().findall(plain if plain.isascii() else _INVISIBLE.sub("", plain))


def search_form(word: str) -> str:
    """Give a word without case, accents and vowel signs, and with the letters that writers exchange as one.

    The macro `search_folded` does the same to the words of a question.
    """
    if word.isascii():
        return word.lower()[:_LONGEST]
    plain = _ARABIC_ADVERBIAL.sub("", unicodedata.normalize("NFKC", word).lower()).replace(_SHORT_I, _STAND_IN)
    bare = "".join(sign for sign in unicodedata.normalize("NFD", plain) if unicodedata.category(sign)[0] != "M")
    letters = _INVISIBLE.sub("", unicodedata.normalize("NFC", bare)).translate(_LETTERS)
    return letters.replace(_STAND_IN, _SHORT_I)[:_LONGEST]


def words_version() -> str:
    """Give the version of the words that this program makes; stems change with their library."""
    return f"{_settings()['version']}.{Stemmer.version()}"


class _Places(dict[str, int]):
    """For each word of a language the line of its form; what is looked up first is added."""

    def __init__(self, language: str, forms: list[str]) -> None:
        super().__init__()
        self._language = language
        self._forms = forms
        self._by_form: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        form, stem = _form(self._language, word)
        place = self[word] = self._by_form.setdefault(form, len(self._forms))
        if place == len(self._forms):
            self._forms.append(f"{self._language}\t{form}\t{stem}")
        return place


@lru_cache(maxsize=_WORDS_KEPT)
def _form(language: str, word: str) -> tuple[str, str]:
    form = search_form(word) or word[:_LONGEST]
    if form in _function_words().get(language, ()):
        return form, ""
    stem = _stemmer(language)(word)[:_LONGEST] or form
    return form, _settings()["irregular"].get(language, {}).get(stem, stem)


@cache
def _stemmer(language: str) -> Normaliser:
    return stemmer(language, _known_stems(language) if language in COLUMNS else frozenset())


def _known_stems(language: str) -> frozenset[str]:
    words = {word for _, text in glossary(language) for word in words_of(text)}
    # The glossary has some words with what is written as one with them, which would then not be taken off.
    joined = _settings()["signs"]["joined"]
    return frozenset(
        map(normaliser(language), (word for word in words if word[0] not in joined or word[1:] not in words))
    )


@cache
def _function_words() -> Mapping[str, frozenset[str]]:
    lists: Mapping[str, str] = _settings()["function_words"]
    return {language: frozenset(map(search_form, words.split())) for language, words in lists.items()}


@cache
def _word_pattern() -> re.Pattern[str]:
    marks, alone = _settings()["signs"]["marks"], _settings()["signs"]["alone"]
    return re.compile(rf"[{alone}]|[^\W_{alone}](?:[^\W_{alone}]+|[{marks}]+)*")


@cache
def _settings() -> dict[str, Any]:
    text = resources.files("models").joinpath("passage_words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
