"""The numbers and bullets that paragraphs begin with."""

from dataclasses import dataclass
from enum import Enum, auto

from extractors.pdf.lines import Line
from extractors.pdf.structure import structure


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


def find_marker(line: Line) -> Marker | None:
    """Find the number or bullet at the beginning of a line; a bare number counts where a wide gap follows."""
    text = line.text
    first = text[:1]
    if not first or (first.isalpha() and len(text) > 6 and not any(sign in text[:6] for sign in ".)）、章节節条條")):
        return None
    patterns = structure()
    if match := patterns.decimal.match(text):
        return Marker(MarkerKind.DECIMAL, match[1].rstrip(".") if match[1][0] != "(" else match[1], text[match.end() :])
    if match := patterns.bullet.match(text):
        return Marker(MarkerKind.BULLET, match[1], text[match.end() :])
    if match := patterns.letter.match(text):
        return Marker(MarkerKind.LETTER, match[1].rstrip("."), text[match.end() :])
    if len(line.cells) > 1 and line.cells[0].isdigit() and len(line.cells[0]) <= 3 and line.cells[1][:1].isalpha():
        return Marker(MarkerKind.DECIMAL, line.cells[0], text[len(line.cells[0]) :].lstrip())
    return None
