"""Where the running text of a first page begins."""

import re
from collections.abc import Sequence

from extractors.header.block import block_patterns
from extractors.header.dates import find_dates
from extractors.header.front_text import Segment
from extractors.header.label_words import labels_before_colons
from extractors.header.symbol import find_symbol

_PROSE = 60
_PROSE_CHINESE = 25
_STOPS = ".。!?؟"
_SENTENCE, _SENTENCE_CHINESE = 28, 10
"""Letters of the shortest line, and Chinese characters, that are a sentence where a full stop ends it."""
_FULL_STOPS = ".。"
_SENTENCE_WORDS, _SENTENCE_SMALL_WORDS = 4, 3
_NAME_END = re.compile(r"(?:(?<![\w-])\w|\b(?:Inc|Ltd|Corp|Co|etc|No|г))\.$")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_CASED = re.compile(r"[A-Za-zÀ-ÿА-яё]{2}")
_SMALL_WORD = re.compile(r"(?<!\w)[a-zà-ÿа-яё]{2,}")
_SMALL_WORDS = 4
_WORD = re.compile(r"[A-Za-zÀ-ÿА-яё]{4,}")
_FEWEST_NAMES, _NAME_LIKE = 4, 0.8
_FEWEST_WORDS = 2
_MOST_LINES = 6
_SHORT = 40
_WORD_LINE = 110
_FULL = 0.85
"""Share of the line below that a line of a paragraph has at least."""


def text_begins(segments: Sequence[Segment]) -> int:
    """Give the first line of running text: what stands behind it belongs to no header."""
    for place in range(1, len(segments)):
        if text_starts(segments, place) and (is_long(segments[place].text) or not _block_follows(segments, place)):
            return place
    return len(segments)


def text_starts(segments: Sequence[Segment], place: int) -> bool:
    """Tell whether a line is the first of a paragraph: long, no label, and a sentence alone or with the next line."""
    segment = segments[place]
    text = segment.text
    if is_sentence(segment):
        return True
    if segment.furniture or not is_long(text) or _in_capitals(text) or labels_before_colons(text):
        return False
    if text[-1] in _STOPS or len(text) >= 2 * _PROSE:
        return True
    whole = segment.page is None and len(text) < _WORD_LINE  # in Word, a paragraph is one line here
    return not whole and _is_paragraph(segments, place)


def _block_follows(segments: Sequence[Segment], place: int) -> bool:
    # A page that was read column by column: number and original language stand behind its first sentence.
    lines = segments[place + 1 : place + 1 + _MOST_LINES]
    return any(_is_of_block(line.text) for line in lines)


def _is_of_block(text: str) -> bool:
    if any(label.field in {"original", "document"} and label.start == 0 for label in labels_before_colons(text)):
        return True
    found = find_symbol(text) if len(text) <= _SHORT else None
    return found is not None and found.span[1] == len(text) and len(text[: found.span[0]].split()) <= 1


def is_sentence(segment: Segment) -> bool:
    """Tell whether a line is a sentence of its own, with a full stop behind it and a verb's worth of small words."""
    text = segment.text
    if segment.furniture or segment.cells > 1 or text[-1] not in _FULL_STOPS or _NAME_END.search(text):
        return False
    return not _in_capitals(text) and not _begins_with_label(text) and _says_something(text)


def _says_something(text: str) -> bool:
    if _CHINESE.search(text):
        return len(_CHINESE.findall(text)) >= _SENTENCE_CHINESE
    small = len(_SMALL_WORD.findall(text)) >= _SENTENCE_SMALL_WORDS or not _CASED.match(_first_letter(text) * 2)
    return len(text) >= _SENTENCE and len(text.split()) >= _SENTENCE_WORDS and small


def _in_capitals(text: str) -> bool:
    # A number in Latin capitals does not make an Arabic or Chinese line one of capitals.
    return text.isupper() and _CASED.match(_first_letter(text) * 2) is not None


def _first_letter(text: str) -> str:
    return next((letter for letter in text if letter.isalpha()), "")


def _is_paragraph(segments: Sequence[Segment], place: int) -> bool:
    # Long lines, and a stop at the end of one of them or of the line behind them.
    following: int | None = place
    for number in range(1, _MOST_LINES + 1):
        following = next_line(segments, following) if following is not None else None
        if following is None or _begins_with_label(segments[following].text) or _greets(segments[following].text):
            return False
        after = segments[following].text
        if number == 1 and len(segments[place].text) < _FULL * len(after):
            return False  # a line that its column did not break
        if after[-1] in _STOPS:
            cut = segments[following - 1].text[-1] in "/-"  # "see document E/" and "2024/9." below it
            words = (
                len(after.split()) > _FEWEST_WORDS
                or bool(_CHINESE.search(after))
                or cut
                or number > 1
                or after[0].islower()
            )
            return is_long(after) or (words and not find_dates(after))
        if not is_long(after):
            return False
    return True


def _greets(text: str) -> bool:
    return block_patterns().salutation.fullmatch(text) is not None


def _begins_with_label(text: str) -> bool:
    return any(label.start == 0 for label in labels_before_colons(text))


def is_long(text: str) -> bool:
    """Tell whether a line is as long as those of running text and has words in small letters, where there are any."""
    if len(text) < _PROSE_CHINESE:
        return False
    if _CHINESE.search(text):
        return len(_CHINESE.findall(text)) >= _PROSE_CHINESE
    if len(text) >= _PROSE and _is_name_like(text):
        return False
    return len(text) >= _PROSE and (len(_SMALL_WORD.findall(text)) >= _SMALL_WORDS or not _CASED.search(text))


def _is_name_like(text: str) -> bool:
    # "Ministry of Information, Communications and Technology of the Republic of Kenya": most words have capitals.
    words = _WORD.findall(text)
    return len(words) >= _FEWEST_NAMES and sum(word[0].isupper() for word in words) >= _NAME_LIKE * len(words)


def next_line(segments: Sequence[Segment], place: int) -> int | None:
    """Give the line behind a line, past running headers."""
    return next((each for each in range(place + 1, len(segments)) if not segments[each].furniture), None)
