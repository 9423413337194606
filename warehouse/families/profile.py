"""How alike two documents are built: their passages' kinds and lengths in sequence, whatever the language."""

import math
from collections.abc import Sequence

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
    whole = sum(first), sum(second)
    shares = [length / whole[0] for length in first], [length / whole[1] for length in second]
    logs = [math.log(share) for share in shares[0]], [math.log(share) for share in shares[1]]
    best = [0.0] * (len(second) + 1)
    for kind, share, log in zip(first_kinds, shares[0], logs[0], strict=True):
        row = [0.0]
        for place, other_kind in enumerate(second_kinds):
            value = max(best[place + 1], row[place])
            if kind == other_kind:
                match = 1 - abs(log - logs[1][place]) / _TOLERANCE
                if match > 0:
                    value = max(value, best[place] + match * min(share, shares[1][place]))
            row.append(value)
        best = row
    return best[-1]
