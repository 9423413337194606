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
        """Return the boxes of the phrases from those of the words; a single odd letter makes no phrase taller."""
        ends = np.cumsum(self.counts)
        first, last = ends - self.counts, ends - 1
        right = np.maximum(words[first, 2], words[last, 2])
        return np.stack([words[first, 0], words[first, 1], right, words[first, 3]], axis=1)


def join_words(starts: Indices, codes: Codes, box: Floats, size: Floats, looks: npt.NDArray[np.int8]) -> Phrases:
    """Join words into phrases.

    `starts` are the places of their first letters in the other columns, which have one row a character; `looks` tells
    bold and slanting letters from others.
    """
    after, before = starts[1:], starts[1:] - 1
    least = np.minimum(size[before], size[after])
    gap = box[after, 0] - box[before, 2]
    shift = np.abs((box[before, 1] + box[before, 3]) - (box[after, 1] + box[after, 3])) / 2
    parted = (gap > _GAP * least) | (gap < -_OVERLAP * least) | (shift > _SHIFT * least)
    # Looks and sizes are compared with the first character of the word before, which stands for all of it.
    first = starts[:-1]
    parted |= (looks[after] != looks[first]) | (np.abs(size[after] - size[first]) > 0.01)
    inner = after[~parted]
    chosen = np.append(starts[:1], after[parted])
    counts = np.diff(np.append(np.searchsorted(starts, chosen), len(starts)))
    return Phrases(chosen, np.insert(codes, inner, _SPACE), chosen + np.searchsorted(inner, chosen), counts)
