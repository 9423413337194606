"""The check of a page's text: is it what the page shows, or garbage from a broken font?"""

import re
import string
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from extractors.pdf.scripts import HAS_RTL, IS_CJK

_PRIVATE = re.compile("[\ue000-\uefff\uf200-\uf8ff\ufffd\x01\x03-\x08\x0e-\x1f\x80-\x9f]")
_LEADERS = dict.fromkeys(map(ord, ".…·-–—_=*|•▪"))
_SAMPLE = 1_200
_VOWELS = "aeiouyáàâäãéèêëíìîïóòôöõúùûü"
_PLAIN_VOWELS = b"aeiouyAEIOUY"
_LETTERS = string.ascii_letters.encode()
_ALPHANUMERIC = _LETTERS + string.digits.encode()
_LATIN = re.compile("[a-zà-ÿ]", re.IGNORECASE)


@cache
def thresholds() -> dict[str, Any]:
    """Load the thresholds that ship with the package."""
    return tomllib.loads(resources.files("extractors.pdf").joinpath("sanity.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a page's text; sound where `fault` is None."""

    fault: str | None = None

    @property
    def sound(self) -> bool:
        """Tell whether the text can be used."""
        return self.fault is None


def judge(words: list[str], unmapped: int = 0) -> Verdict:
    """Judge the words of a page; `unmapped` characters have no Unicode value in their font."""
    text = "".join(words)
    if len(text) < thresholds()["least_characters"]:
        return Verdict()
    for fault, found in (
        ("its letters have no meaning outside its own fonts", _meaningless(text, unmapped)),
        ("its letters were stored in a wrong encoding", _mojibake(text)),
        ("it has signs in place of letters", _signs(text)),
        ("its Arabic words stand backwards", bool(HAS_RTL.search(text)) and _reversed(words)),
        ("its words are broken into single letters", _spelled(words)),
        ("its letters do not make words", not _has_vowels(text)),
    ):
        if found:
            return Verdict(fault)
    return Verdict()


def _meaningless(text: str, unmapped: int) -> bool:
    strange = unmapped + (0 if text.isascii() else len(_PRIVATE.findall(text)))
    return bool(strange > thresholds()["unmapped_share"] * len(text))


def _mojibake(text: str) -> bool:
    if text.isascii():
        return False
    return bool(2 * len(_mojibake_pattern().findall(text)) > thresholds()["mojibake_share"] * len(text))


def _signs(text: str) -> bool:
    sample, share = text[:_SAMPLE], thresholds()["letter_share"]
    letters = _count(sample, _ALPHANUMERIC) if sample.isascii() else sum(map(str.isalnum, sample))
    if letters >= share * len(sample):
        return False
    return bool(letters < share * len(sample.translate(_LEADERS))) and not HAS_RTL.search(text)


@cache
def _mojibake_pattern() -> re.Pattern[str]:
    return re.compile(thresholds()["mojibake"])


def _spelled(words: list[str]) -> bool:
    single = sum([word.isalpha() and not IS_CJK.match(word) for word in words if len(word) == 1])
    if single < 10:
        return False
    lettered = sum(1 for word in words if any(map(str.isalpha, word)))
    return lettered >= 20 and single > thresholds()["single_letter_share"] * lettered


def _reversed(words: list[str]) -> bool:
    arabic = [word for word in words if "\u0600" <= word[0] <= "\u06ff" and len(word) > 3]
    if len(arabic) < thresholds()["reversed_least_words"]:
        return False
    wrong = sum(word.endswith("لا") for word in arabic) + sum(word.startswith("ة") for word in arabic)
    right = sum(word.startswith("ال") for word in arabic) + sum(word.endswith("ة") for word in arabic)
    return bool(wrong - right > thresholds()["reversed_share"] * len(arabic))


def _has_vowels(text: str) -> bool:
    text = text[:_SAMPLE]
    plain = text.isascii()
    letters = _count(text, _LETTERS) if plain else len(_LATIN.findall(text))
    if letters < thresholds()["vowel_least_letters"] or letters < 0.6 * len(text):
        return True
    low, high = thresholds()["vowel_share"]
    vowels = _count(text, _PLAIN_VOWELS) if plain else sum(map(text.lower().count, _VOWELS))
    return bool(low <= vowels / letters <= high)


def _count(text: str, wanted: bytes) -> int:
    return len(text) - len(text.encode().translate(None, wanted))
