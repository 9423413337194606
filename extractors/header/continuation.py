"""Lines that go on with the line before them."""

import re

from extractors.header.block import block_patterns
from extractors.header.dates import find_dates
from extractors.header.label_words import open_words
from extractors.header.original import find_only
from extractors.header.standing_words import says_standing

_OPEN_CHINESE = "的与和及在对、"
_FULL_CAPITALS = 40
"""Letters of a line in capitals that is full, so that the next one in capitals goes on with it."""
_FEW_WORDS = 4
_PROPOSAL = re.compile(r"(?:MOD|ADD|SUP|NOC)\s+[A-Z]")
_ARABIC = re.compile(r"[\u0621-\u064a]")
_IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")


def goes_on(before: str, text: str) -> bool:
    """Tell whether a line plainly goes on with the line before it."""
    if find_only(text) or says_standing(text) or is_proposal(text):
        return False
    if text[0].islower() or is_open(before) or continues(text) or is_bracket(text):
        return True
    return before.isupper() and text.isupper() and _is_rest_of_capitals(before, text)


def is_proposal(text: str) -> bool:
    """Tell whether a line is the mark before a change of a text: "MOD ARB/67A1/1"."""
    return _PROPOSAL.match(text) is not None


def is_bracket(text: str) -> bool:
    """Tell whether a line is a bracket alone, such as the abbreviation of the name above it."""
    return (
        text[0] in "(（"
        and text[-1] in ")）*"
        and len(text.split()) <= _FEW_WORDS
        and not (find_dates(text) or block_patterns().any_source_line.fullmatch(text[1:-1]))
    )


def is_open(text: str) -> bool:
    """Tell whether a line ends with a mark or a word that more must follow."""
    if text[-1] in ",-–—/:：&" or text.rsplit(" ", 1)[-1].lower() in open_words():
        return True
    return text[-1] in _OPEN_CHINESE


def _is_rest_of_capitals(before: str, text: str) -> bool:
    if text[0].isdigit():
        return False
    return len(before) > _FULL_CAPITALS or text.split(" ", 1)[0].lower() in open_words()


def continues(text: str) -> bool:
    """Tell whether a line begins with a preposition in a script without capitals, where no beginning does."""
    if not (_ARABIC.match(text) or _IDEOGRAPH.match(text) or text.startswith("—")):
        return False
    return block_patterns().continues.match(text) is not None
