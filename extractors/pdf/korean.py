"""Korean words over the end of a line, where lines break inside words as well: told by the document's own words."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.pdf.paragraphs import BROKEN, Draft
from extractors.pdf.structure import structure

_HANGUL = "[\uac00-\ud7a3]"
_PLACE = re.compile(rf"({_HANGUL}+){BROKEN}({_HANGUL}+)")
_WORD = re.compile(rf"(?<![^\s“‘「『(\[])(?<!{BROKEN}){_HANGUL}+(?![{BROKEN}\uac00-\ud7a3])")
_COMMON = 3
"""A syllable that stands alone so often in the document is a word of its own."""
_LIKELY = 3
"""Syllables of a word's beginning by which it is known again, particles and endings being many."""


def settle_korean(drafts: Iterable[Draft]) -> None:
    """Put a space, or none, where a line ended between two Korean syllables."""
    drafts = list(drafts)
    broken = [draft for draft in drafts if BROKEN in draft.text]
    if not broken:
        return
    words = _Words(Counter(word for draft in drafts for word in _WORD.findall(draft.text)))
    votes = [words.vote(one[1], one[2]) for draft in broken for one in _PLACE.finditer(draft.text)]
    parts_words = sum(vote > 0 for vote in votes) >= sum(vote < 0 for vote in votes)
    for draft in broken:
        draft.text = _PLACE.sub(lambda one: _settled(one, words, parts_words), draft.text).replace(BROKEN, " ")


@dataclass(slots=True)
class _Words:
    """The words of a document that no line's end parts."""

    counts: Counter[str]
    ordered: Sequence[str] = ()

    def __post_init__(self) -> None:
        self.ordered = sorted(self.counts)

    def vote(self, before: str, after: str) -> int:
        """Return more than 0 where one word is likely, less where two are, 0 where nothing tells."""
        whole = before + after
        one = self._beginning(whole[: max(len(before) + 1, min(_LIKELY, len(whole)))])
        two = min(self.counts[before], self._beginning(after[:_LIKELY]) if len(after) > 1 else self.counts[after])
        return one - two

    def ends_whole(self, before: str, after: str) -> bool:
        """Tell whether a line seems to end in a whole word: one with a particle or ending, or a short common one."""
        if any(len(part) == 1 and self.counts[part] >= _COMMON for part in (before, after)):
            return True
        return len(after) > 1 and len(before) > 1 and before[-1] in structure().korean_endings

    def _beginning(self, start: str) -> int:
        """Count the words that begin so."""
        count, place = 0, bisect_left(self.ordered, start)
        while place < len(self.ordered) and self.ordered[place].startswith(start):
            count += self.counts[self.ordered[place]]
            place += 1
        return count


def _settled(one: re.Match[str], words: _Words, parts_words: bool) -> str:
    vote = words.vote(one[1], one[2])
    together = vote > 0 or (vote == 0 and parts_words and not words.ends_whole(one[1], one[2]))
    return one[1] + ("" if together else " ") + one[2]
