"""Labels on a line, and where the text that each introduces begins and ends."""

import re
from dataclasses import dataclass

from extractors.header.label_words import labels_before_colons, whole_label
from extractors.header.original import ends_with_only

_LONGEST_LABEL = 40
_MAIN_FIELDS = frozenset({"source", "title", "subject", "original", "date", "document"})
"""Labels that may follow the value of another on the same line, even glued to it."""
_LONGEST_BEFORE_LABEL = 40
_DATE_END = re.compile(r"(?:\d|日|星期[一二三四五六日天])[)）]?$|\d\s*(?:г\.|года|م)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hit:
    """A label on a line of the front."""

    field: str
    segment: int
    start: int
    value: int
    end: int
    """Offsets in the segment: of the label, of its value, and of what follows the value."""


def label_hits(place: int, text: str) -> list[Hit]:
    """Find the labels of a line, whose segment is `place`."""
    found: list[tuple[str, int, int]] = []
    whole = whole_label(text) if len(text) <= _LONGEST_LABEL else None
    if whole and (text[-1] in ":：" or not text[0].islower()):
        found.append((whole, 0, len(text)))
    elif ":" in text or "：" in text:
        for field, start, end in labels_before_colons(text):
            main = field in _MAIN_FIELDS
            glued = main and ((bool(found) and not text[start].islower()) or (start > 0 and _is_glued(text, start)))
            if start == 0 or glued or (_is_free(text, start) and _starts(text, start, main=main)):
                found.append((field, start, end))
    ends = [*(start for _, start, _ in found[1:]), len(text)]
    return [Hit(*each[:1], place, *each[1:], end) for each, end in zip(found, ends, strict=False)]


def _is_glued(text: str, start: int) -> bool:
    # "года" + "Оригинал:", "English only" + "Source:", "星期五" + "原文：": a line break was lost between them.
    if text[start].isupper() and text[start - 1].islower() and text[start + 1 : start + 2].islower():
        return True
    return (not text[start].islower()) and (ends_with_only(text[:start]) or bool(_DATE_END.search(text[:start])))


def _is_free(text: str, place: int) -> bool:
    return not text[place - 1].isalpha()


def _starts(text: str, place: int, *, main: bool) -> bool:
    # "2020Original: English" is glued, "the original: English" is running text; Arabic and Chinese have no capitals.
    before = text[:place].rstrip()
    cased = text[place].lower() != text[place].upper()
    if before[-1].isdigit() or before[-1] in ")|;日":
        return True
    return (
        len(before) <= _LONGEST_BEFORE_LABEL and (text[place].isupper() or not cased) and (main or not text.isupper())
    )
