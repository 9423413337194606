"""A second look at the numbers before the lines of a scan that Tesseract is not sure of: each is read alone."""

import re
from dataclasses import replace
from functools import cache

from PIL import Image

from extractors.pdf.sanity import thresholds
from extractors.pdf.structure import structure
from extractors.pdf.tesseract import SeenWord, Tesseract

_SHOWN = 5
"""Words by which a line is named to a reader."""


def read_numbers_again(
    image: Image.Image, words: list[SeenWord], tesseract: Tesseract, languages: tuple[str, ...]
) -> tuple[list[SeenWord], tuple[str, ...]]:
    """Return the words of a page with the numbers that were read better alone.

    Also return the beginnings of the lines whose number stays unsure, where other lines at the same edge have numbers.
    """
    settings = thresholds()["ocr"]["second_look"]
    lines: dict[tuple[int, int, int], list[int]] = {}
    for place, word in enumerate(words):
        lines.setdefault(word.line, []).append(place)
    unsure = [places for places in lines.values() if _is_unsure([words[place] for place in places[:2]])]
    if not unsure:
        return words, ()
    read = list(words)
    edges = [words[places[0]].left for places in lines.values() if _number().fullmatch(words[places[0]].text)]
    doubtful: list[str] = []
    for places in unsure[: settings["most"]]:
        word = words[places[0]]
        again = tesseract.word(_cut_out(image, word), languages)
        if again is not None and again[1] >= settings["sure"] and _number().fullmatch(again[0]):
            read[places[0]] = replace(word, text=again[0], confidence=again[1])
        elif any(abs(edge - word.left) < word.height for edge in edges):
            doubtful.append(" ".join(words[place].text for place in places[1 : 1 + _SHOWN]))
    return read, tuple(doubtful)


def _is_unsure(words: list[SeenWord]) -> bool:
    """Tell whether a line begins with a short word of low confidence, and a wide gap after it."""
    settings = thresholds()["ocr"]["second_look"]
    if len(words) < 2 or words[0].confidence >= settings["unsure"] or len(words[0].text) > settings["longest"]:
        return False
    first, second = words
    gap = max(second.left - first.left - first.width, first.left - second.left - second.width)
    return bool(gap >= settings["gap"] * max(first.height, second.height))


def _cut_out(image: Image.Image, word: SeenWord) -> Image.Image:
    margin = round(thresholds()["ocr"]["second_look"]["margin"] * word.height)
    right, bottom = word.left + word.width + margin, word.top + word.height + margin
    return image.crop((max(word.left - margin, 0), max(word.top - margin, 0), right, bottom))


@cache
def _number() -> re.Pattern[str]:
    """Return the pattern of a number that stands alone; of bare ones only those that count as such before a gap."""
    return re.compile(rf"{structure().decimal_number}|\d{{1,3}}|[a-z]\)|\([a-z]\)|\([ivx]+\)|[ivx]+\)")
