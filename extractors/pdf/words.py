"""The words of a page from its characters, in the frame of its upright reader."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extractors.pdf.characters import SLANTED, UPRIGHT, Characters, Floats
from extractors.pdf.rulings import Box
from extractors.pdf.scripts import HAS_RTL, IS_CJK, MARKS, logical_word

_GAP = 0.25
"""Characters farther apart than this share of their size stand in different words."""
_SHIFT = 0.3
_TINY = 1.0
_SPACE, _FIRST_RTL = 0x20, 0x058F
_SPACES = np.asarray([0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000], np.uint32)
Indices = npt.NDArray[np.int64]
_FARTHEST = 1 << 13
"""Points from the corner of the page; the few letters that stand farther out are sorted as if they stood there."""
_LAM = "\u0644"
_SIGN_STEP = 0.2


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


def visible(characters: Characters) -> Characters:
    """Drop hidden text where there is visible text as well, and text painted twice in the same place."""
    hidden = characters.hidden
    if hidden.any() and not hidden.all():
        printed = np.asarray([not char.isspace() for char in characters.text], np.bool_)
        if (printed & ~hidden).sum() * 10 > printed.sum():
            characters = characters.keep(~hidden)
    doubled = _doubled(characters)
    return characters.keep(~doubled) if doubled.any() else characters


def main_turn(characters: Characters) -> int:
    """Return the writing direction of most characters, in quarter turns."""
    turns = characters.turn[characters.turn != SLANTED]
    if not len(turns):
        return UPRIGHT
    return int(np.bincount(turns).argmax())


def read_words(characters: Characters, frame: Frame) -> tuple[list[Word], list[str]]:
    """Make the words of a page; the second list is slanted text, a watermark mostly."""
    words: list[Word] = []
    turns = set((np.flatnonzero(np.bincount(characters.turn + 1)) - 1).tolist()) if len(characters.turn) else set()
    for turn in sorted(turns - {SLANTED}, key=lambda turn: turn != frame.turn):
        part = characters if len(turns) == 1 else _of_turn(characters, turn)
        own = Frame(frame.bounds, turn)
        words += _words(part, own, frame)
    slanted = "".join(_of_turn(characters, SLANTED).text).strip() if SLANTED in turns else ""
    return words, [slanted] if slanted else []


def _with_marks(text: list[str], box: Floats, spaces: Indices, kept: Indices) -> Indices:
    """Put each Arabic vowel sign after the letter that it stands on, and give it that letter's box and word."""
    signs = [index for index in kept.tolist() if MARKS.match(text[index])]
    letters = np.asarray([index for index in kept.tolist() if text[index].isalpha()], np.int64)
    if not signs or not len(letters):
        return kept
    after: dict[int, list[int]] = {}
    for sign in signs:
        middle, height = (box[sign, 0] + box[sign, 2]) / 2, (box[sign, 1] + box[sign, 3]) / 2
        across = np.abs((box[letters, 0] + box[letters, 2]) / 2 - middle)
        outside = np.maximum(box[letters, 0] - middle, middle - box[letters, 2]).clip(min=0)
        down = np.maximum(box[letters, 1] - height, height - box[letters, 3]).clip(min=0)
        base = int(letters[np.argmin(across + 10 * outside + 20 * down)])
        after.setdefault(base, []).append(sign)
        # A little to the left, so that it comes after its letter.
        step = _SIGN_STEP * len(after[base])
        box[sign], spaces[sign] = box[base] - np.asarray([step, 0, step, 0], np.float32), spaces[base]
    chosen = set(signs)
    return np.asarray(
        [i for base in kept.tolist() if base not in chosen for i in (base, *after.get(base, ()))], np.int64
    )


def _truly_parting(text: list[str], parting: npt.NDArray[np.bool_], box: Floats) -> npt.NDArray[np.bool_]:
    """Leave out the spaces that pdfium makes up around Arabic vowel signs; they have no width."""
    made_up = parting & (box[:, 2] - box[:, 0] <= 0.01)
    parting = parting.copy()
    for sign in (index for index, char in enumerate(text) if MARKS.match(char)):
        for step in (-1, 1):
            index = sign + step
            while 0 <= index < len(text) and made_up[index]:
                parting[index] = False
                index += step
    return parting


def _codes(text: list[str]) -> npt.NDArray[np.uint32]:
    return np.frombuffer("".join(text).encode("utf-32-le", "surrogatepass"), np.uint32)


def _of_turn(characters: Characters, turn: int) -> Characters:
    return characters.keep(characters.turn == turn)


def _doubled(characters: Characters) -> npt.NDArray[np.bool_]:
    count = len(characters.text)
    result = np.zeros(count, np.bool_)
    if count < 2:
        return result
    codes = _codes(characters.text)
    x, y = characters.box[:, 0], characters.box[:, 1]
    # Letter, line and place from left to right in one number: sorted in a third of the time of three keys.
    lines = np.clip(np.round(y / 3), -_FARTHEST, _FARTHEST - 1).astype(np.int64) + _FARTHEST
    places = ((np.clip(x, -_FARTHEST, _FARTHEST - 1).astype(np.float64) + _FARTHEST) * _FARTHEST * 2).astype(np.int64)
    order = np.argsort((codes.astype(np.int64) << 42) | (lines << 28) | places, kind="stable")
    first, second = order[:-1], order[1:]
    near = 0.12 * characters.size[first]
    same = (codes[first] == codes[second]) & (codes[first] > 32)
    same &= (np.abs(x[first] - x[second]) < near) & (np.abs(y[first] - y[second]) < near)
    same &= characters.box[first, 2] - x[first] > near
    # The letters of one ligature come one after the other with the same box.
    same &= ~((np.abs(first - second) == 1) & (x[first] == x[second]))
    result[np.maximum(first, second)[same]] = True
    return result


def _words(characters: Characters, own: Frame, frame: Frame) -> list[Word]:
    if not characters.text:
        return []
    codes = _codes(characters.text)
    parting = (codes <= _SPACE) | np.isin(codes, _SPACES)
    box = own.place(characters.box)
    solid = ~parting & ((box[:, 2] - box[:, 0] > 0.01) | (box[:, 3] - box[:, 1] > 0.01)) & (characters.size >= 0)
    kept = np.flatnonzero(solid)
    if not len(kept):
        return []
    rtl = bool((codes > _FIRST_RTL).any()) and bool(HAS_RTL.search("".join(characters.text)))
    spaces = np.cumsum(_truly_parting(characters.text, parting, box) if rtl else parting, dtype=np.int64)
    if rtl:
        kept = _with_marks(characters.text, box, spaces, kept)
    box, size = box[kept], np.maximum(characters.size[kept], _TINY)
    spaces = spaces[kept]
    starts = _starts(spaces, box, size)
    ends = np.append(starts[1:], len(kept))
    placed = box if own.turn == frame.turn else frame.place(characters.box[kept])
    bounds = np.concatenate(
        [np.minimum.reduceat(placed[:, :2], starts, axis=0), np.maximum.reduceat(placed[:, 2:], starts, axis=0)], axis=1
    ).tolist()
    sizes, fonts = size[starts].tolist(), characters.font[kept][starts].tolist()
    flat = codes[kept].tobytes().decode("utf-32-le", "surrogatepass")
    text = list(flat) if rtl else []
    spaced = np.append(True, np.diff(spaces) > 0)[starts].tolist()
    backwards = rtl and _ligatures_stand_backwards(text, box)
    rotated = own.turn != frame.turn
    words = []
    columns = (starts.tolist(), ends.tolist(), bounds, sizes, fonts, spaced)
    for place, (start, end, (x0, top, x1, bottom), points, font, space) in enumerate(zip(*columns, strict=True)):
        string = flat[start:end]
        if rtl and not string.isascii() and HAS_RTL.search(string):
            string = _right_to_left(text[start:end], box[start:end], backwards)
        elif rtl and end - start > 1:
            string = "".join(text[index] for index in start + np.argsort(box[start:end, 0], kind="stable"))
        look = characters.fonts[font]
        words.append(Word(string, x0, top, x1, bottom, points, look.bold, look.italic, None, rotated, place, space))
    return words


def _starts(spaces: Indices, box: Floats, size: Floats) -> Indices:
    """Tell where words begin: after a space, at a gap, on another line, and at raised or lowered small print."""
    before, after = box[:-1], box[1:]
    least = np.minimum(size[:-1], size[1:])
    gap = np.maximum(after[:, 0] - before[:, 2], before[:, 0] - after[:, 2])
    middle = np.abs((before[:, 1] + before[:, 3]) - (after[:, 1] + after[:, 3])) / 2
    begins = (spaces[1:] != spaces[:-1]) | (gap > _GAP * least) | (middle > 0.5 * np.maximum(size[:-1], size[1:]))
    begins |= (np.abs(size[:-1] - size[1:]) > 0.15 * size[:-1]) & (middle > 0.08 * least)
    return np.append(0, np.flatnonzero(begins) + 1)


def _right_to_left(text: list[str], box: Floats, backwards: bool) -> str:
    """Order the characters of a word by place; those of one ligature share a place, and may stand backwards."""
    middles = np.round((box[:, 0] + box[:, 2]) / 2, 1).tolist()
    way = -1 if backwards else 1
    order = sorted(range(len(text)), key=lambda index: (-middles[index], way * index))
    return logical_word([text[index] for index in order])


def _ligatures_stand_backwards(text: list[str], box: Floats) -> bool:
    """Tell whether pdfium turned the letters of ligatures round with the line.

    Nearly all Arabic ligatures of two letters with a lam begin with it; without any such, they are taken as turned.
    """
    votes = 0
    for index in np.flatnonzero((box[:-1] == box[1:]).all(axis=1)).tolist():
        votes += (text[index + 1] == _LAM) - (text[index] == _LAM)
    return votes >= 0


def is_vertical(characters: Characters) -> bool:
    """Tell whether most characters stand below each other, as in vertical Chinese or Japanese."""
    if len(characters.text) < 4 or not any(IS_CJK.match(char) for char in characters.text[:400]):
        return False
    box, size = characters.box, np.maximum(characters.size, _TINY)
    across = np.abs(np.diff(box[:, 0] + box[:, 2])) / 2
    down = -np.diff(box[:, 1] + box[:, 3]) / 2
    below = (across < 0.3 * size[:-1]) & (down > 0.3 * size[:-1]) & (down < 3 * size[:-1])
    beside = (across >= 0.3 * size[:-1]) & (np.abs(down) < 0.3 * size[:-1])
    return bool(below.sum() > beside.sum())
