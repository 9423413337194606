"""The numbers and bullets that paragraphs begin with."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from extractors.pdf.lines import Line
from extractors.pdf.structure import structure

_LETTERS_AS_BULLETS = frozenset({"o", "§", "Ø", "ü"})
"""Letters of symbol fonts that office programs draw bullets with; they count before a wide gap."""


_SIGN = re.compile("[.)）、章节節条條]")
"""Signs that follow a letter or Chinese numeral which numbers a paragraph."""


class MarkerKind(Enum):
    """What stands before the text."""

    BULLET = auto()
    DECIMAL = auto()
    LETTER = auto()


@dataclass(frozen=True, slots=True)
class Marker:
    """A number as delegates cite it, and the text after it."""

    kind: MarkerKind
    number: str
    rest: str

    @property
    def depth(self) -> int:
        """Return how many levels the number has: 2 for `2.3`."""
        return self.number.strip(".()").count(".") + 1

    @property
    def is_first(self) -> bool:
        """Tell whether a list or the sections of a document begin with this number."""
        bare = _bare(self.number.strip("()").rpartition(".")[2])
        return bare == "1" or any(bare == sequence[0] for sequence in structure().sequences)

    @property
    def is_sure(self) -> bool:
        """Tell a bullet from a letter that may be a word as well."""
        return self.number not in _LETTERS_AS_BULLETS

    def follows(self, other: "Marker") -> bool:
        """Tell whether this number comes right after another one in a list."""
        if self.kind is not other.kind or self.depth != other.depth:
            return False
        head, _, last = self.number.strip("()").rpartition(".")
        other_head, _, other_last = other.number.strip("()").rpartition(".")
        return head == other_head and _is_next(_bare(last), _bare(other_last))


def _bare(part: str) -> str:
    return part.strip("().）（、ـ第章节節条條").casefold()


def _is_next(part: str, before: str) -> bool:
    if part.isdecimal() and before.isdecimal():
        return int(part) == int(before) + 1
    return any((before, part) in pairwise(sequence) for sequence in structure().sequences)


def find_marker(line: Line) -> Marker | None:
    """Find the number or bullet at the beginning of a line; a bare number counts where a wide gap follows."""
    text = line.text
    first = text[:1]
    if len(line.cells) > 1 and line.cells[0] in _LETTERS_AS_BULLETS:
        return Marker(MarkerKind.BULLET, first, text[1:].lstrip())
    if first in _LETTERS_AS_BULLETS and text[1:2] == " " and text[2:3].isupper():
        return Marker(MarkerKind.BULLET, first, text[2:])
    if not first or (first.isalpha() and len(text) > 6 and not _SIGN.search(text, 0, 6)):
        return None
    patterns = structure()
    for kind, pattern in (
        (MarkerKind.DECIMAL, patterns.decimal),
        (MarkerKind.BULLET, patterns.bullet),
        (MarkerKind.LETTER, patterns.letter),
    ):
        if match := pattern.match(text):
            number = match[1] if match[1][0] == "(" else match[1].rstrip(".")
            return Marker(kind, number, text[match.end() :])
    if len(line.cells) > 1 and line.cells[0].isdigit() and len(line.cells[0]) <= 3 and line.cells[1][:1].isalpha():
        return Marker(MarkerKind.DECIMAL, line.cells[0], text[len(line.cells[0]) :].lstrip())
    return None
