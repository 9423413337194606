"""The passages of a document as one text in which only letters and digits matter, so that it is cut as one likes."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice

from extractors.document import Span

_IGNORED = re.compile(r"[\W_\u00b2\u00b3\u00b9\u2070-\u209c]+")
"""All but letters and digits; and the small raised digits of notes, which readers keep or leave out."""
_MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage as it is read now."""

    number: int
    """Place in the document, counted from 1."""
    id: str
    text: str


@dataclass(frozen=True)
class RunningText:
    """A document's passages in their order."""

    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def pieces(self) -> list[str]:
        """The letters and digits of each passage."""
        return [words_of(one.text) for one in self.paragraphs]

    @cached_property
    def words(self) -> str:
        """The letters and digits of all passages."""
        return "".join(self.pieces)

    @cached_property
    def starts(self) -> list[int]:
        """Where each passage begins in `words`, and where the last one ends."""
        return list(accumulate(map(len, self.pieces), initial=0))

    @cached_property
    def by_id(self) -> dict[str, int]:
        """The index of each passage."""
        return {one.id: index for index, one in enumerate(self.paragraphs)}

    def overlapping(self, span: Span) -> Iterator[tuple[Paragraph, Span]]:
        """Give the passages that share letters with a span of `words`, each with its own span."""
        index = max(0, bisect_right(self.starts, span[0]) - 1)
        for place in range(index, len(self.paragraphs)):
            own = self.starts[place], self.starts[place + 1]
            if own[0] >= span[1]:
                return
            if own[1] > max(own[0], span[0]):
                yield self.paragraphs[place], own

    def are_passages(self, span: Span) -> bool:
        """Tell whether a span of `words` is one passage or several."""
        return all(self.starts[bisect_right(self.starts, end) - 1] == end for end in span)

    def around(self, index: int, length: int) -> tuple[str, str]:
        """Give the last characters before a passage and the first ones after it, passages parted by line breaks."""
        before, after = "", ""
        for one in reversed(self.paragraphs[:index]):
            before = f"{one.text}\n{before}"
            if len(before) >= length:
                break
        for one in islice(self.paragraphs, index + 1, None):
            after += f"\n{one.text}"
            if len(after) >= length:
                break
        return before[-length:], after[:length]


def words_of(text: str) -> str:
    """Give the letters and digits of a text, without accents and differences of case or form.

    Each character gives its own letters, whatever stands beside it, so that offsets can be told from one to the other.
    """
    return _MARKS.sub("", unicodedata.normalize("NFKD", _IGNORED.sub("", text)).casefold())


def offset_in_words(text: str, offset: int) -> int:
    """Give the offset in `words_of(text)` that an offset in the text is at."""
    return len(words_of(text[:offset]))


def span_in_text(text: str, span: Span) -> Span:
    """Give the span of the text that holds a span, not empty, of `words_of(text)`."""
    ends = list(accumulate(len(words_of(character)) for character in text))
    return bisect_right(ends, span[0]), bisect_right(ends, span[1] - 1) + 1
