"""Headings that no style names: lines that stand out by bold, centred, capital or large letters."""

import re
from collections.abc import Sequence
from typing import Final

from extractors.word.items import Grid, Item, Paragraph
from extractors.word.typed import printed, typed_number
from extractors.word.wording import in_force

_MOST_BOLD: Final = 12
"""Words of a line that only its bold letters set apart."""
_MOST_CENTRED: Final = 25
_FEWEST_CAPITALS: Final = 4
"""Letters: fewer are an abbreviation."""
_MOST_LINES: Final = 3
"""Lines that a heading in the middle of the page is set in."""
_LARGER: Final = 1.2
"""Times the size of the document's usual letters and of the line below."""
_SENTENCE_ENDS: Final = (".", ";", ",", "。", "，", "،", "؛", "；", "!", "؟", "?")
_PLACE_AND_DATE: Final = re.compile(r"\b(?:19|20)\d\d\b")


class Ahead:
    """What comes after an item."""

    def __init__(self, items: Sequence[Item], at: int) -> None:
        self._items = items
        self._at = at

    @property
    def is_table(self) -> bool:
        """True where a table is the next thing that holds anything."""
        return isinstance(self.filled(), Grid)

    def filled(self) -> Item | None:
        """Give the next item that holds anything."""
        return next(iter(self.following(1)), None)

    def following(self, most: int) -> list[Item]:
        """Give up to `most` of the next items that hold anything; a text box counts, for a table may lie in it."""
        found: list[Item] = []
        for at in range(self._at + 1, len(self._items)):
            item = self._items[at]
            if isinstance(item, Grid) or item.boxes or in_force(item.segments).strip():
                found.append(item)
                if len(found) == most:
                    break
        return found


def bare_heading(item: Paragraph, text: str, after: Ahead, level: int, *, top: bool) -> int | None:
    """Give the depth of a line that its letters make a heading, or None.

    `level` is the depth of the last heading with a style. At the `top` of a document stand its institution, number,
    place and date in the same letters: there only the last line before the text is a heading, and no date.
    """
    if not any(sign.isalpha() for sign in text) or text.endswith(_SENTENCE_ENDS):
        return None
    typed = typed_number(text)
    if "\t" in text.strip() and typed is None:
        return None
    if _is_centred(item, text) and _closes_run(after, top=top):
        return 1 if not (top and (":" in text or _PLACE_AND_DATE.search(text))) else None
    if _is_bold(item, text, after) or (not top and _is_large(item, text, after)):
        number = typed.text if typed is not None else item.number.text if item.number is not None else None
        return _depth(number) or level + 1
    return None


def _is_bold(item: Paragraph, text: str, after: Ahead) -> bool:
    following = after.filled()
    if not item.bold or len(text.split()) > _MOST_BOLD or following is None:
        return False
    return isinstance(following, Grid) or not following.bold or following.level is not None


def _is_centred(item: Paragraph, text: str) -> bool:
    if not item.centred or item.number is not None or len(text.split()) > _MOST_CENTRED:
        return False
    letters = sum(sign.isalpha() for sign in text)
    return item.bold or (text.isupper() and letters >= _FEWEST_CAPITALS)


def _closes_run(after: Ahead, *, top: bool) -> bool:
    """Tell whether text follows that does not stand out, at once or after further lines of the same heading."""
    for following in after.following(1 if top else _MOST_LINES):
        if isinstance(following, Grid) or following.level is not None:
            return True
        text = in_force(following.segments).strip()
        if not text or not _is_centred(following, text):
            return not text or not following.centred
    return False


def _is_large(item: Paragraph, text: str, after: Ahead) -> bool:
    usual, following = item.usual_size, after.filled()
    if usual is None or item.size is None or item.number is not None or len(text.split()) > _MOST_BOLD:
        return False
    if not isinstance(following, Paragraph) or following.size is None:
        return False
    return item.size >= _LARGER * max(usual, following.size)


def _depth(number: str | None) -> int | None:
    if number is None or not number[0].isdigit():
        return None
    return printed(number).strip("()").count(".") + 1
