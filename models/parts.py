"""The parts of a passage that are in different languages, such as a quotation in the original."""

import re
from dataclasses import dataclass

from extractors.language.detection import detect

_ENDS = re.compile("(?<=[.!?\u061f])\\s+|(?<=[\u3002\uff01\uff1f\uff1b])|\n+")
"""Where sentences end in the six languages."""
_LEAST = 30
"""Characters from which a sentence speaks for itself; a Chinese one is shorter."""
_LEAST_CHINESE = 10


@dataclass(frozen=True, slots=True)
class Part:
    """A half-open span of a text in one language."""

    start: int
    end: int
    language: str


def parts(text: str, language: str) -> tuple[Part, ...]:
    """Divide a passage whose language is known as a whole; a single sentence is not divided."""
    sentences = _sentences(text)
    if len(sentences) == 1:
        return (Part(0, len(text), language),)
    made: list[Part] = []
    for start, end in sentences:
        told = _told(text[start:end], language)
        if made and told == made[-1].language:
            made[-1] = Part(made[-1].start, end, told)
        else:
            made.append(Part(start, end, told))
    return tuple(made)


def _sentences(text: str) -> list[tuple[int, int]]:
    ends = [match.end() for match in _ENDS.finditer(text)]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return [(start, end) for start, end in zip((0, *ends), ends, strict=False) if start < end]


def _told(sentence: str, language: str) -> str:
    least = _LEAST_CHINESE if any("\u4e00" <= sign <= "\u9fff" for sign in sentence) else _LEAST
    return detect(sentence, language) if len(sentence.strip()) >= least else language
