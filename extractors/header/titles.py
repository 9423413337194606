"""The title of a document where no label introduces it."""

import re
from collections.abc import Sequence

from extractors.document import Span
from extractors.header.block import block_patterns
from extractors.header.continuation import goes_on, is_proposal
from extractors.header.countries import iso3
from extractors.header.dates import find_dates
from extractors.header.folding import normalise
from extractors.header.front_text import Segment
from extractors.header.label_words import whole_label
from extractors.header.meeting import find_body_name
from extractors.header.membership import find_organisation
from extractors.header.names import load_names
from extractors.header.prose import is_long, is_sentence, next_line, text_starts
from extractors.header.standing_words import says_standing
from extractors.header.symbol import find_symbol

_TITLE_LENGTH = range(8, 300)
_SHORTEST_CHINESE = 4
_MOST_MORE_LINES = 3
_LONGEST_HEADING = 60
_LONG_WORD = 10
_CAPITALS = 18
"""Letters of a line in capitals that another one in capitals goes on with."""
_FIGURE_FIRST = re.compile(r"\d{1,3}/\d{1,3}\.?\s|\d{2,4}(?:[-–—]\d{2,4})?\s?年?\s?[^\W\d]|\d[^\W\d]{2}")
"""Figures with which a title begins: the number of a resolution, "14 ways", "2022-2025年", "5Rights"."""
_LONGEST_REFERENCE = 30
_BY = re.compile(r"(?:by|par|por)\s+[A-ZÀ-Ý]")
_SHORTER = 0.9
"""A title's last line is shorter than the first line of text, by this at least, where the case of letters tells
nothing."""


def find_title(segments: Sequence[Segment], after: int, labelled: frozenset[int], *, sure: bool) -> Span | None:
    """Find the title on the line behind `after`, with the lines that it goes on.

    `sure` tells that a source stands before it; else a line in capitals is taken for a title, or one that the text
    follows. A line that is a sentence, has a label or a number is none.
    """
    place = next_line(segments, after)
    while place is not None and says_standing(segments[place].text):
        place = next_line(segments, place)
    if place is None or place in labelled or not may_begin(segments, place, labelled):
        return None
    last = last_line(segments, place, labelled)
    if last is None:
        return None
    text = segments[place].text
    if not (sure or (text.isupper() and len(text.split()) > 1) or text_follows(segments, last, labelled)):
        return None
    return segments[place].start, segments[last].span[1]


def find_title_before(segments: Sequence[Segment], after: int, before: int, labelled: frozenset[int]) -> Span | None:
    """Find the last title between two lines: in a document of the United Nations it stands under the agenda item."""
    found: Span | None = None
    place = next_line(segments, after)
    while place is not None and place < before:
        last = (
            last_line(segments, place, labelled)
            if place not in labelled and may_begin(segments, place, labelled)
            else None
        )
        if last is not None and last < before:
            found = segments[place].start, segments[last].span[1]
        place = next_line(segments, place if last is None else last)
    return found


def last_line(segments: Sequence[Segment], place: int, labelled: frozenset[int]) -> int | None:
    """Give the last line of the title that begins on a line; None where it turns out to be a sentence."""
    last = place
    while (
        last + 1 < len(segments)
        and last + 1 not in labelled
        and segments[last + 1].cells == 1
        and (goes_on(segments[last].text, segments[last + 1].text) or _capitals_go_on(segments, last))
        and not _BY.match(segments[last + 1].text)
        and not _is_date(segments[last + 1].text)
    ):
        last += 1
    return None if segments[last].text.rstrip()[-1] in ".;" or last - place > _MOST_MORE_LINES else last


def _capitals_go_on(segments: Sequence[Segment], last: int) -> bool:
    # "ON THE CREATION OF A REGISTER" and "OF RESOURCES FOR CHILDREN": two lines in capitals before the text.
    before, text = segments[last].text, segments[last + 1].text
    capitals = before.isupper() and text.isupper() and len(before) >= _CAPITALS
    return capitals and not (
        is_proposal(text) or is_heading(text) or is_name(text) or says_standing(text) or text[0].isdigit()
    )


def may_begin(segments: Sequence[Segment], place: int, labelled: frozenset[int]) -> bool:
    """Tell whether a title may begin on a line: also on one with a colon at its end, as the first half of a title."""
    segment = segments[place]
    if segment.text[-1] not in ":：":
        return is_title(segment)
    following = next_line(segments, place)
    whole = segment._replace(text=segment.text.rstrip(" :："))
    if following is None or following in labelled or not whole.text or whole_label(segment.text):
        return False
    below = segments[following]
    plain = below.cells == 1 and not text_starts(segments, following) and not _is_date(below.text)
    return plain and is_title(whole) and below.text[-1] not in ":：.。"


def is_title(segment: Segment) -> bool:
    """Tell whether a line may be (the beginning of) a title."""
    text = segment.text
    length = len(text) if text.isascii() or len(text) < _SHORTEST_CHINESE else max(len(text), _TITLE_LENGTH.start)
    if (
        segment.cells > 1
        or length not in _TITLE_LENGTH
        or text[-1] in ".:;,،，。：；、"
        or (text[0].isdigit() and not _FIGURE_FIRST.match(text))
    ):
        return False
    return not (
        is_heading(text)
        or is_name(text)
        or (len(text) <= _LONGEST_REFERENCE and block_patterns().references.fullmatch(text))
        or _is_number(text)
        or _is_date(text)
        or block_patterns().placeholder.fullmatch(text)
        or (" " not in text and text.isascii() and not (text.istitle() and len(text) >= _LONG_WORD))
    )


def _is_date(text: str) -> bool:
    return any(2 * (date.span[1] - date.span[0]) > len(text) for date in find_dates(text))


def _is_number(text: str) -> bool:
    # "Circular letter CL-20/36": a number and the word for it.
    found = find_symbol(text)
    return found is not None and block_patterns().before_symbol.fullmatch(text[: found.span[0]]) is not None


def is_name(text: str) -> bool:
    """Tell whether a line is nothing but the name of a State, an organisation or a body, which is no title."""
    return bool(find_organisation(text, load_names(), whole=True) or find_body_name(text) or iso3(text))


def text_follows(segments: Sequence[Segment], last: int, labelled: frozenset[int]) -> bool:
    """Tell whether running text follows a line, which is plainly not a part of that text."""
    place = next_line(segments, last)
    if place is not None and is_heading(segments[place].text):
        place = next_line(segments, place)
    if place is None or place in labelled or not text_starts(segments, place):
        return False
    shorter = len(segments[last].text) <= _SHORTER * len(segments[place].text)
    return shorter or (is_sentence(segments[place]) and not is_long(segments[last].text))


def is_heading(text: str) -> bool:
    """Tell whether a line is a heading of the text, such as "Introduction" or "2. Measures"."""
    headings = block_patterns().headings.match(text) is not None and len(text) <= _LONGEST_HEADING
    return headings or normalise(text) in block_patterns().not_titles
