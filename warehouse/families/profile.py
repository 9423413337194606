"""How alike two documents are built: their passages' kinds and lengths in sequence, whatever the language."""

from collections.abc import Sequence

import numpy as np

_TOLERANCE = 0.7
"""A passage whose length differs by a factor of 2 from what the whole texts' ratio lets expect is no match."""


def profile_likeness(kinds: tuple[str, str], lengths: tuple[Sequence[int], Sequence[int]]) -> float:
    """Align two sequences of passages and give the share of text that is in matching ones, 0 to 1.

    Passages match by their kind and by their share of the whole length, as translations keep it (Gale and Church, A
    Program for Aligning Sentences in Bilingual Corpora, 1993).
    """
    (first_kinds, second_kinds), (first, second) = kinds, lengths
    if not first or not second:
        return 0.0
    one, other = (np.array(each) / sum(each) for each in (first, second))
    match = 1 - np.abs(np.log(one)[:, None] - np.log(other)) / _TOLERANCE
    same_kind = np.array(list(first_kinds))[:, None] == np.array(list(second_kinds))
    gains = np.where(same_kind & (match > 0), match * np.minimum(one[:, None], other), 0.0)
    best = np.zeros(len(second) + 1)  # of all alignments so far, by how much of the second text they use; never falling
    for gain in gains:
        best[1:] = np.maximum.accumulate(np.maximum(best[1:], best[:-1] + gain))
    return float(best[-1])
