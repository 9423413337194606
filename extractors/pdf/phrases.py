"""Phrases: words that stand close together on one line in one look, taken as one because layout costs by the piece."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extractors.pdf.characters import Codes, Floats

_SPACE = 0x20
_GAP, _OVERLAP, _SHIFT = 0.5, 0.25, 0.08
"""Within a phrase, words stand no farther apart, overlap no more and are raised no more than so many letter sizes.

All gaps that part columns or cells are wider.
"""
_ODD = 0.25
"""Heights of its first word by which a phrase may reach above or below it, as where only others have descenders."""
Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Where phrases begin among the characters, what they say, and how many words each holds."""

    starts: Indices
    codes: Codes
    """The characters with a space between the words of a phrase."""
    offsets: Indices
    """Where each phrase begins in `codes`; it ends where the next one begins."""
    counts: Indices

    def bounds(self, words: Floats) -> Floats:
        """Return the boxes of the phrases from those of the words; a single odd letter makes no phrase much taller."""
        ends = np.cumsum(self.counts)
        first, last = ends - self.counts, ends - 1
        right = np.maximum(words[first, 2], words[last, 2])
        top, bottom = words[first, 1], words[first, 3]
        odd = _ODD * (bottom - top)
        top = np.maximum(np.minimum.reduceat(words[:, 1], first), top - odd)
        bottom = np.minimum(np.maximum.reduceat(words[:, 3], first), bottom + odd)
        return np.stack([words[first, 0], top, right, bottom], axis=1)


def join_words(
    starts: Indices, codes: Codes, box: Floats, size: Floats, looks: npt.NDArray[np.int8], *, sides: Floats
) -> Phrases:
    """Join words into phrases.

    `starts` are the places of their first letters in the other columns, which have one row a character; `looks` tells
    bold and slanting letters from others; `sides` are the places of the upright sides of cells, from left to right,
    which part words wherever they stand.
    """
    after, before = starts[1:], starts[1:] - 1
    least = np.minimum(size[before], size[after])
    gap = box[after, 0] - box[before, 2]
    shift = np.abs((box[before, 1] + box[before, 3]) - (box[after, 1] + box[after, 3])) / 2
    parted = (gap > _GAP * least) | (gap < -_OVERLAP * least) | (shift > _SHIFT * least)
    # Looks and sizes are compared with the first character of the word before, which stands for all of it.
    first = starts[:-1]
    parted |= (looks[after] != looks[first]) | (np.abs(size[after] - size[first]) > 0.01)
    if len(sides):
        parted |= np.searchsorted(sides, box[before, 2]) != np.searchsorted(sides, box[after, 0])
    inner = after[~parted]
    chosen = np.append(starts[:1], after[parted])
    counts = np.diff(np.append(np.searchsorted(starts, chosen), len(starts)))
    return Phrases(chosen, np.insert(codes, inner, _SPACE), chosen + np.searchsorted(inner, chosen), counts)
