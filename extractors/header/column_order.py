"""The block of a first page in its place, where the page was read column by column."""

import re
from collections.abc import Sequence

from extractors.header.dates import find_dates
from extractors.header.label_words import first_label, labels_before_colons
from extractors.header.original import find_only
from extractors.header.symbol import find_symbol, has_placeholder
from extractors.reading import FrontLine

_SHORT, _LONG = 46, 60
_SHORTEST = 20
_FEWEST = 2
_MARK = re.compile(r"[/／]")
_SUFFIX_LINE = re.compile(
    r"(?i:(?:rev|add|corr|rév|доп|пересм|испр)\w*\.?\s*\d|[\u0621-\u064a]{5,9}\s\d\b|(?:修订|补遗|勘误)\s?\d)"
)


def block_first(front: Sequence[FrontLine]) -> Sequence[FrontLine]:
    """Put number, date and original language before all else where they stand behind the first lines of the text.

    They are at least two lines that follow one another, each short and nothing else, one of them the number.
    """
    text = next((place for place in range(len(front)) if _is_text(front, place)), len(front))
    for place in range(text + 1, len(front)):
        if _is_number(front[place]):
            first = place
            while first > text + 1 and _is_suffix(front[first - 1]):
                first -= 1
            last = place
            while last + 1 < len(front) and _belongs(front[last + 1]):
                last += 1
            if last - first + 1 >= _FEWEST:
                return [*front[first : last + 1], *front[:first], *front[last + 1 :]]
    return front


def _is_text(front: Sequence[FrontLine], place: int) -> bool:
    # A sentence, or two long lines below one another; a body's long name is none.
    text = _line(front[place])
    below = _line(front[place + 1]) if place + 1 < len(front) else ""
    stop = text[-1:] in {".", "。"} and len(text.split()[-1]) > _FEWEST
    return (stop and len(text) >= _SHORTEST) or (len(text) >= _LONG and len(below) >= _LONG)


def _line(line: FrontLine) -> str:
    return line.cells[0].strip() if len(line.cells) == 1 and not line.furniture else ""


def _is_number(line: FrontLine) -> bool:
    text = _line(line)
    if not text or len(text) > _SHORT or not _MARK.search(text):
        return False
    found = find_symbol(text)
    words = text[: found.span[0]].split() if found else []
    alone = found is not None and len(text) - found.span[1] <= 1 and len(words) <= 1
    return alone or (has_placeholder(text) and len(text.split()) <= _FEWEST)


def _is_suffix(line: FrontLine) -> bool:
    text = _line(line)
    return bool(text) and len(text) <= _SHORT and _SUFFIX_LINE.match(text) is not None


def _belongs(line: FrontLine) -> bool:
    text = _line(line)
    if not text or len(text) > _SHORT:
        return False
    dates = find_dates(text)
    if dates and 3 * (dates[0].span[1] - dates[0].span[0]) > 2 * len(text):
        return True
    labels = labels_before_colons(text)
    label = labels[0].field if labels and labels[0].start == 0 else None
    bare = first_label(text)
    return label in {"original", "date"} or (bare is not None and bare.field == "original") or bool(find_only(text))
