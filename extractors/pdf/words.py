"""The words of a page from its characters, in the frame of its upright reader."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extractors.pdf.accents import take_accents
from extractors.pdf.characters import SLANTED, UPRIGHT, Characters, Floats, parting, text_of
from extractors.pdf.phrases import join_words
from extractors.pdf.right_to_left import read_rightly, with_marks
from extractors.pdf.rulings import Box
from extractors.pdf.scripts import HAS_RTL, IS_CJK
from extractors.pdf.spacing import CJK_GAP, beside_cjk, has_cjk, truly_parting

_GAP = 0.25
"""Characters farther apart than this share of their size stand in different words."""
_TINY = 1.0
_FIRST_RTL = 0x058F
Indices = npt.NDArray[np.int64]
Sides = Floats | None
"""The upright sides of a page's cells, which phrases do not cross; None where words are wanted and not phrases."""


@dataclass(slots=True)
class Word:
    """A word with its box, y downwards from the top of the page."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool = False
    italic: bool = False
    confidence: float | None = None
    rotated: bool = False
    place: int = -2
    """Where the word stands among the page's words in content order."""
    spaced: bool = True
    """Whether a space stands before it in the content."""
    count: int = 1
    """How many words it holds: a phrase is words close together on one line, in one look, taken as one."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How page units (y upwards) become the reader's frame (y downwards, text upright)."""

    bounds: Box
    turn: int

    @property
    def width(self) -> float:
        """Return the width of the page as read."""
        return self.bounds[3] - self.bounds[1] if self.turn % 2 else self.bounds[2] - self.bounds[0]

    @property
    def height(self) -> float:
        """Return the height of the page as read."""
        return self.bounds[2] - self.bounds[0] if self.turn % 2 else self.bounds[3] - self.bounds[1]

    def place(self, boxes: Floats) -> Floats:
        """Turn boxes x0, bottom, x1, top into x0, top, x1, bottom of this frame."""
        left, bottom, right, top = self.bounds
        x0, y0, x1, y1 = boxes[:, 0], boxes[:, 1], boxes[:, 2], boxes[:, 3]
        if self.turn == 0:
            columns = (x0 - left, top - y1, x1 - left, top - y0)
        elif self.turn == 1:
            columns = (y0 - bottom, x0 - left, y1 - bottom, x1 - left)
        elif self.turn == 2:
            columns = (right - x1, y0 - bottom, right - x0, y1 - bottom)
        else:
            columns = (top - y1, right - x1, top - y0, right - x0)
        return np.stack(columns, axis=1)

    def place_all(self, boxes: list[Box]) -> list[Box]:
        """Turn a list of boxes into this frame."""
        if not boxes:
            return []
        placed: list[Box] = [(a, b, c, d) for a, b, c, d in self.place(np.asarray(boxes, np.float32)).tolist()]
        return placed


def main_turn(characters: Characters) -> int:
    """Return the writing direction of most characters, in quarter turns."""
    if not characters.turn.any():  # nearly all pages
        return UPRIGHT
    turns = characters.turn[characters.turn != SLANTED]
    if not len(turns):
        return UPRIGHT
    return int(np.bincount(turns).argmax())


def read_words(characters: Characters, frame: Frame, sides: Sides = None) -> tuple[list[Word], list[str]]:
    """Make the words of a page, or its phrases; the second list is slanted text, a watermark mostly.

    Phrases are a sixth as many, which is what the layout costs. Right-to-left and rotated text comes as words always.
    """
    words: list[Word] = []
    turns = set((np.flatnonzero(np.bincount(characters.turn + 1)) - 1).tolist()) if len(characters.turn) else set()
    for turn in sorted(turns - {SLANTED}, key=lambda turn: turn != frame.turn):
        part = characters if len(turns) == 1 else _of_turn(characters, turn)
        own = Frame(frame.bounds, turn)
        words += _words(part, own, frame, sides)
    slanted = _of_turn(characters, SLANTED).text.strip() if SLANTED in turns else ""
    return words, [slanted] if slanted else []


def _of_turn(characters: Characters, turn: int) -> Characters:
    return characters.keep(characters.turn == turn)


def _words(characters: Characters, own: Frame, frame: Frame, sides: Sides) -> list[Word]:
    codes = characters.codes
    if not len(codes):
        return []
    parts = parting(codes)
    box = own.place(characters.box)
    solid = ~parts & ((box[:, 2] - box[:, 0] > 0.01) | (box[:, 3] - box[:, 1] > 0.01)) & (characters.size >= 0)
    kept = np.flatnonzero(solid)
    if not len(kept):
        return []
    rtl = bool((codes > _FIRST_RTL).any()) and bool(HAS_RTL.search(characters.text))
    cjk = has_cjk(codes)
    if rtl or cjk:
        parts = truly_parting(characters.text, parts, box, characters.size)
    spaces = np.cumsum(parts, dtype=np.int64)
    if rtl:
        kept = with_marks(characters.text, box, spaces, kept)
    codes, left = take_accents(codes[kept], box[kept])
    if left is not None:
        kept, codes = kept[left], codes[left]
    box, size, font = box[kept], np.maximum(characters.size[kept], _TINY), characters.font[kept]
    spaces = spaces[kept]
    starts = _starts(spaces, box, size, np.where(beside_cjk(codes), CJK_GAP, _GAP) if cjk else _GAP)
    rotated = own.turn != frame.turn
    placed = frame.place(characters.box[kept]) if rotated else box
    bounds = np.concatenate(
        [np.minimum.reduceat(placed[:, :2], starts, axis=0), np.maximum.reduceat(placed[:, 2:], starts, axis=0)], axis=1
    )
    offsets, counts = starts, np.ones(len(starts), np.int64)
    if sides is not None and not rtl and not rotated:
        looks = np.asarray([2 * one.bold + one.italic for one in characters.fonts], np.int8)
        joined = join_words(starts, codes, box, size, looks[font], sides=sides)
        bounds = joined.bounds(bounds)
        starts, codes, offsets, counts = joined.starts, joined.codes, joined.offsets, joined.counts
    flat = text_of(codes)
    ends = [*offsets[1:].tolist(), len(flat)]
    strings = [flat[start:end] for start, end in zip(offsets.tolist(), ends, strict=True)]
    if rtl:
        strings = read_rightly(strings, flat, starts.tolist(), ends, box)
    sizes, fonts = size[starts].tolist(), [characters.fonts[index] for index in font[starts].tolist()]
    spaced = np.append(True, np.diff(spaces) > 0)[starts].tolist()
    return [
        Word(string, x0, top, x1, bottom, points, look.bold, look.italic, None, rotated, place, space, count)
        for place, (string, (x0, top, x1, bottom), points, look, space, count) in enumerate(
            zip(strings, bounds.tolist(), sizes, fonts, spaced, counts.tolist(), strict=True)
        )
    ]


def _starts(spaces: Indices, box: Floats, size: Floats, least_gap: "float | npt.NDArray[np.float64]") -> Indices:
    """Tell where words begin: after a space, at a gap, on another line, and at raised or lowered small print."""
    before, after = box[:-1], box[1:]
    least = np.minimum(size[:-1], size[1:])
    gap = np.maximum(after[:, 0] - before[:, 2], before[:, 0] - after[:, 2])
    middle = np.abs((before[:, 1] + before[:, 3]) - (after[:, 1] + after[:, 3])) / 2
    begins = (spaces[1:] != spaces[:-1]) | (gap > least_gap * least) | (middle > 0.5 * np.maximum(size[:-1], size[1:]))
    begins |= (np.abs(size[:-1] - size[1:]) > 0.15 * size[:-1]) & (middle > 0.08 * least)
    return np.append(0, np.flatnonzero(begins) + 1)


def is_vertical(characters: Characters) -> bool:
    """Tell whether most characters stand below each other, as in vertical Chinese or Japanese."""
    sample = characters.codes[:400]
    if len(sample) < 4 or sample.max() < _FIRST_RTL or not IS_CJK.search(text_of(sample)):
        return False
    box, size = characters.box, np.maximum(characters.size, _TINY)
    across = np.abs(np.diff(box[:, 0] + box[:, 2])) / 2
    down = -np.diff(box[:, 1] + box[:, 3]) / 2
    below = (across < 0.3 * size[:-1]) & (down > 0.3 * size[:-1]) & (down < 3 * size[:-1])
    beside = (across >= 0.3 * size[:-1]) & (np.abs(down) < 0.3 * size[:-1])
    return bool(below.sum() > beside.sum())
