"""The form in which words of one language are compared: without case, accents, vowel signs and endings."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

import Stemmer

_STEMMERS: Mapping[str, str] = MappingProxyType(
    {"ar": "arabic", "en": "english", "es": "spanish", "fr": "french", "ru": "russian"}
)
"""Snowball's names; Chinese words have no endings."""
_ARABIC_SIGNS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
"""Vowel signs and the stretching mark, which writers set or leave out at will."""
_ARABIC_ADVERBIAL = re.compile("\u064b\u0627$|\u0627\u064b$")
"""The written ending of the indefinite accusative, as in قانونًا."""
_ARABIC_PREFIXES = re.compile(
    "^[\u0648\u0641]?(?:\u0628\u0627\u0644|\u0643\u0627\u0644|\u0644\u0644|\u0627\u0644)(?=..)"
)
"""And, so; with, like, for; the article: written as one with the word."""
_ARABIC_JOINED = frozenset("وفبلك")
_SHORTEST_ARABIC = 3
"""Letters that are left at the least when a joined word is taken off."""
_ARABIC_ARTICLE = "\u0627\u0644"
_ARABIC_LETTERS = str.maketrans("أإآٱىةؤئ", "اااايهوي")
"""Letters that writers exchange for each other."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_PUNCTUATION = ".,;:!?()[]«»“”\"'…،؛؟"
_WORDS_KEPT = 100_000

Normaliser = Callable[[str], str]


def folded(word: str, language: str) -> str:
    """Give a word without case, compatibility forms, accents and invisible marks; its ending stays."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", word)).casefold()
    # spaCy leaves a full stop on a word that ends in a vowel sign.
    text = text.strip(_PUNCTUATION) or text
    if language == "ar":
        return _ARABIC_SIGNS.sub("", _ARABIC_ADVERBIAL.sub("", text)).translate(_ARABIC_LETTERS)
    if language == "ru":
        return text.replace("ё", "е")
    if language == "zh":
        return text
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def normaliser(language: str, prefixes: Iterable[str] = ()) -> Normaliser:
    """Make the function that gives a word's normal form.

    That is the longest of the `prefixes` (folded) that the word begins with, else its stem. So `закон*` and
    `законопроект*` stay apart, and both are found by looking up one form for each word.
    """
    known = frozenset(prefixes)
    shortest = min(map(len, known), default=0)
    stem = _stem(language)

    @lru_cache(maxsize=_WORDS_KEPT)
    def normal_form(word: str) -> str:
        plain = folded(word, language)
        if known:
            for length in range(len(plain), shortest - 1, -1):
                if plain[:length] in known:
                    return plain[:length]
        return stem(plain)

    return normal_form


def stemmer(language: str, known: frozenset[str]) -> Normaliser:
    """Make the function that gives a word's stem; the stems `known` are those that it is looked up among.

    In Arabic, a word that is not among them is tried without what is written as one with it: and, so, by, for, like.
    """
    stem = normaliser(language)
    if language != "ar":
        return stem

    @lru_cache(maxsize=_WORDS_KEPT)
    def arabic(word: str) -> str:
        own = stem(word)
        rest = folded(word, language)
        while own not in known and rest[:1] in _ARABIC_JOINED and len(rest) > _SHORTEST_ARABIC:
            rest = rest[1:]
            if stem(rest) in known:
                return stem(rest)
        return own

    return arabic


def _stem(language: str) -> Normaliser:
    if language not in _STEMMERS:
        return str
    stem: Normaliser = Stemmer.Stemmer(_STEMMERS[language]).stemWord
    if language != "ar":
        return stem
    # Snowball cuts other endings from a noun than from a word without article; with the article all are nouns.
    return lambda word: stem(_ARABIC_ARTICLE + _ARABIC_PREFIXES.sub("", word))
