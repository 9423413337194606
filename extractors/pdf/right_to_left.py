"""Words of right-to-left text: vowel signs on their letters, and letters in reading order."""

import numpy as np
import numpy.typing as npt

from extractors.pdf.characters import Floats
from extractors.pdf.scripts import HAS_RTL, MARKS, logical_word

Indices = npt.NDArray[np.int64]
_LAM = "\u0644"
_SIGN_STEP = 0.2


def read_rightly(strings: list[str], text: str, starts: list[int], ends: list[int], box: Floats) -> list[str]:
    """Put the characters of each word of a page with right-to-left text in reading order."""
    backwards = _ligatures_stand_backwards(text, box)
    read = []
    for string, start, end in zip(strings, starts, ends, strict=True):
        if not string.isascii() and HAS_RTL.search(string):
            read.append(_right_to_left(text[start:end], box[start:end], backwards))
        else:
            read.append("".join(text[index] for index in start + np.argsort(box[start:end, 0], kind="stable")))
    return read


def with_marks(text: str, box: Floats, spaces: Indices, kept: Indices) -> Indices:
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


def _right_to_left(text: str, box: Floats, backwards: bool) -> str:
    """Order the characters of a word by place; those of one ligature share a place, and may stand backwards."""
    middles = np.round((box[:, 0] + box[:, 2]) / 2, 1).tolist()
    way = -1 if backwards else 1
    order = sorted(range(len(text)), key=lambda index: (-middles[index], way * index))
    return logical_word([text[index] for index in order])


def _ligatures_stand_backwards(text: str, box: Floats) -> bool:
    """Tell whether pdfium turned the letters of ligatures round with the line.

    Nearly all Arabic ligatures of two letters with a lam begin with it; without any such, they are taken as turned.
    """
    votes = 0
    for index in np.flatnonzero((box[:-1] == box[1:]).all(axis=1)).tolist():
        votes += (text[index + 1] == _LAM) - (text[index] == _LAM)
    return votes >= 0
