"""Which of the numbered lines of a text are its questions: the best chain of numbers that follow one another."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.questionnaire.numbers import Key, follows

_LINK = 0.5
_GAP = 0.6
_FURTHEST = 400
"""Candidates that are looked back over."""
_WIDEST = 3
"""Numbers that may be missing between two questions."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A numbered line; `weight` is how much it looks like a question, `section` counts the headings before it."""

    at: int
    key: Key
    weight: float
    section: int


def best_series(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the chain of greatest weight; a number may be missing in it, and the count begin anew under a heading."""
    best: list[float] = []
    back: list[int | None] = []
    for place, candidate in enumerate(candidates):
        score, link = 0.0, None
        for before in range(max(0, place - _FURTHEST), place):
            earlier = candidates[before]
            gap = follows(candidate.key, earlier.key, new_section=candidate.section != earlier.section)
            if gap is None or gap > _WIDEST:
                continue
            reached = best[before] + _LINK - _GAP * gap
            if reached > score:
                score, link = reached, before
        best.append(score + candidate.weight)
        back.append(link)
    if not best:
        return []
    at: int | None = max(range(len(best)), key=lambda place: best[place])
    chain: list[Candidate] = []
    while at is not None:
        chain.append(candidates[at])
        at = back[at]
    return chain[::-1]
