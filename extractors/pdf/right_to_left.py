"""Words of right-to-left text: vowel signs on their letters, and letters in reading order."""

import numpy as np
import numpy.typing as npt

from extractors.pdf.characters import Floats
from extractors.pdf.scripts import HAS_RTL, MARKS, logical_word

Indices = npt.NDArray[np.int64]
_LAM = "\u0644"
_SIGN_STEP = 0.2
_LINE, _LEAST = 1.5, 4.0
"""A sign's own letter stands no higher or lower than so many heights of the sign, which has so many points at least."""


def read_rightly(strings: list[str], text: str, starts: list[int], ends: list[int], box: Floats) -> list[str]:
    """Put the characters of each word of a page with right-to-left text in reading order."""
    way = -1 if _ligatures_stand_backwards(text, box) else 1
    lefts = box[:, 0].tolist()
    middles = np.round((box[:, 0] + box[:, 2]) / 2, 1).tolist()
    read = []
    for string, start, end in zip(strings, starts, ends, strict=True):
        if not string.isascii() and HAS_RTL.search(string):
            # Those of one ligature share a place, and may stand backwards.
            order = sorted(range(start, end), key=lambda index: (-middles[index], way * index))
            read.append(logical_word([text[index] for index in order]))
        else:
            read.append("".join([text[index] for index in sorted(range(start, end), key=lefts.__getitem__)]))
    return read


def with_marks(text: str, box: Floats, spaces: Indices, kept: Indices) -> Indices:
    """Put each Arabic vowel sign after the letter that it stands on, and give it that letter's box and word."""
    signs = [index for index in kept.tolist() if MARKS.match(text[index])]
    letters = np.asarray([index for index in kept.tolist() if text[index].isalpha()], np.int64)
    if not signs or not len(letters):
        return kept
    after: dict[int, list[int]] = {}
    heights = (box[letters, 1] + box[letters, 3]) / 2
    by_height = np.argsort(heights, kind="stable")
    heights = heights[by_height]
    for sign in signs:
        height, reach = (box[sign, 1] + box[sign, 3]) / 2, _LINE * max(box[sign, 3] - box[sign, 1], _LEAST)
        first, last = np.searchsorted(heights, (height - reach, height + reach))
        base = _nearest(box, sign, letters[np.sort(by_height[first:last])] if first < last else letters)
        after.setdefault(base, []).append(sign)
        # A little to the left, so that it comes after its letter.
        step = _SIGN_STEP * len(after[base])
        box[sign], spaces[sign] = box[base] - np.asarray([step, 0, step, 0], np.float32), spaces[base]
    chosen = set(signs)
    return np.asarray(
        [i for base in kept.tolist() if base not in chosen for i in (base, *after.get(base, ()))], np.int64
    )


def _nearest(box: Floats, sign: int, letters: Indices) -> int:
    """Return the letter that a sign stands on."""
    middle, height = (box[sign, 0] + box[sign, 2]) / 2, (box[sign, 1] + box[sign, 3]) / 2
    x0, top, x1, bottom = box[letters].T
    across = np.abs((x0 + x1) / 2 - middle)
    outside = np.maximum(x0 - middle, middle - x1).clip(min=0)
    down = np.maximum(top - height, height - bottom).clip(min=0)
    return int(letters[np.argmin(across + 10 * outside + 20 * down)])


def _ligatures_stand_backwards(text: str, box: Floats) -> bool:
    """Tell whether pdfium turned the letters of ligatures round with the line.

    Nearly all Arabic ligatures of two letters with a lam begin with it; without any such, they are taken as turned.
    """
    votes = 0
    for index in np.flatnonzero((box[:-1] == box[1:]).all(axis=1)).tolist():
        votes += (text[index + 1] == _LAM) - (text[index] == _LAM)
    return votes >= 0
