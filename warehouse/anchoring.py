"""How a decision on a passage finds it again after the document was read anew: by its words, or not at all."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from extractors.document import Span
from warehouse.running_text import RunningText, offset_in_words, span_in_text, words_of

MISSING = "Its words are not in the document as it is read now."
AMBIGUOUS = "Its words stand in several places now, and what is around them does not tell which is meant."
DOUBTFUL = "Its words are there, but among others than before, and they are too few to be sure."
SPLIT = "Its words are in several passages now, and none of them has all that it rests on."
JOINED = "Its words are in one passage with others now, of which the rejection says nothing."


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that a decision was made on and where they stood, as in the W3C Web Annotation Data Model.

    `text` with `prefix` and `suffix` is its TextQuoteSelector; passage, paragraph and quotes are its position.
    """

    passage: str
    paragraph: int
    text: str
    prefix: str
    suffix: str
    quotes: tuple[Span, ...]
    """The words in the text that the decision rests on; empty: all of it."""
    copies: int
    """How often the document had these words."""
    alike: int
    """How many passages of the document had these words or much the same."""


class PlacementKind(StrEnum):
    """How the words are found: where and as they were, elsewhere or cut otherwise, or nearly the same words."""

    SAME = "same"
    MOVED = "moved"
    MENDED = "mended"


@dataclass(frozen=True, slots=True)
class Place:
    """A passage that a decision holds for."""

    paragraph: int
    evidence: tuple[Span, ...]
    """In the text of that passage; never empty."""
    kind: PlacementKind
    likeness: float
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a decision holds; without places, why it holds nowhere."""

    places: tuple[Place, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    """Where the words are in the running text, and where each of them is."""

    span: Span
    likeness: float
    offsets: tuple[tuple[int, int, int], ...] = ()
    """Stretches that are alike: begin and end in the anchor's words, and begin in the running text."""

    def at(self, offset: int) -> int:
        for start, end, begin in self.offsets:
            if offset < end:
                return begin + max(0, offset - start)
        return self.span[0] + offset if not self.offsets else self.span[1]

    def letters_of(self, span: Span) -> int:
        """Count the letters of a span of the running text that are among the words, as they were."""
        if not self.offsets:
            return _overlap(span, self.span)
        return sum(_overlap(span, (begin, begin + end - start)) for start, end, begin in self.offsets)


def anchor_of(document: RunningText, index: int, quotes: Sequence[Span] = ()) -> Anchor:
    """Describe a passage of a document so that it can be found again."""
    passage = document.paragraphs[index]
    words = words_of(passage.text)
    limit = _limits()["alike"]
    copies = max(1, sum(1 for _ in _occurrences(document.words, words)))
    near = sum(fuzz.ratio(words, piece, score_cutoff=limit) > 0 for piece in document.pieces)
    prefix, suffix = document.around(index, _limits()["kept_context"])
    return Anchor(passage.id, passage.number, passage.text, prefix, suffix, tuple(quotes), copies, max(copies, near))


def place(anchor: Anchor, document: RunningText, *, parts: bool, mended: bool = True) -> Placement:
    """Find the passages that a decision holds for.

    What was accepted or added holds for the passage that has the words it rests on; what was rejected holds for each
    of the `parts` that its passage was cut into. Words that were `mended` are found where all around them is as before.
    """
    index = document.by_id.get(anchor.passage)
    if index is not None and document.paragraphs[index].text == anchor.text:
        number = document.paragraphs[index].number
        if document.around(index, _limits()["kept_context"]) == (anchor.prefix, anchor.suffix):
            quotes = anchor.quotes or ((0, max(1, len(anchor.text))),)
            kind = PlacementKind.SAME if number == anchor.paragraph else PlacementKind.MOVED
            return Placement((Place(number, quotes, kind, 1.0),))
    words = words_of(anchor.text)
    found = _exactly(anchor, words, document)
    if isinstance(found, str) and mended and found == MISSING:
        found = _mended(anchor, words, document) or MISSING
    if isinstance(found, str):
        return Placement((), found)
    return _parts(anchor, found, document) if parts else _whole(anchor, found, document)


def _exactly(anchor: Anchor, words: str, document: RunningText) -> _Found | str:
    starts = list(_occurrences(document.words, words))
    if not starts:
        return MISSING
    if anchor.copies == len(starts) == 1 and len(words) >= _limits()["telling_length"]:
        return _Found((starts[0], starts[0] + len(words)), 1.0)
    exact = anchor.alike > 1 or len(starts) > 1
    spans = [(start, start + len(words)) for start in starts]
    # A few words within a passage may be other words: `Kenya` above a text, and the first one of another text.
    sure = [
        span[0] for span in spans if _is_around(anchor, document, span, exact=exact or not document.are_passages(span))
    ]
    if len(sure) == 1 and (anchor.copies == 1 or len(starts) == anchor.copies):
        return _Found((sure[0], sure[0] + len(words)), 1.0)
    return AMBIGUOUS if len(starts) > 1 or anchor.copies > 1 else DOUBTFUL


def _mended(anchor: Anchor, words: str, document: RunningText) -> _Found | None:
    if anchor.alike > 1 or len(words) < _limits()["mendable_length"]:
        return None
    before, after = _context(anchor)
    sought = before + words + after
    near = fuzz.partial_ratio_alignment(sought, document.words, score_cutoff=_limits()["like_context"])
    if near is None:
        return None
    # Where the document is shorter than what is sought, the two change places: all of it is then looked at.
    begin, end = (near.dest_start, near.dest_end) if len(sought) <= len(document.words) else (0, len(document.words))
    stretches, gap = _aligned(sought, document.words[begin:end], (len(before), len(before) + len(words)))
    if not stretches or gap > _limits()["longest_mend"]:
        return None
    stretches = [(first, last, begin + at) for first, last, at in stretches]
    span = stretches[0][2], stretches[-1][2] + stretches[-1][1] - stretches[-1][0]
    likeness = Levenshtein.normalized_similarity(words, document.words[slice(*span)])
    if likeness * 100 < _limits()["like_words"] or not _is_around(anchor, document, span, exact=False):
        return None
    return _Found(span, likeness, tuple(stretches))


def _aligned(sought: str, text: str, own: Span) -> tuple[list[tuple[int, int, int]], int]:
    """Give the stretches of `own` that are in the text as well, and the most letters in a row that are not.

    A stretch has begin and end, counted from that of `own`, and its begin in the text.
    """
    stretches, gap = [], 0
    for op in Levenshtein.opcodes(sought, text):
        first, last = max(own[0], op.src_start), min(own[1], op.src_end)
        if op.tag == "equal" and first < last:
            stretches.append((first - own[0], last - own[0], op.dest_start + first - op.src_start))
        elif op.tag != "equal" and (first < last or own[0] < first < own[1]):
            gap = max(gap, op.src_end - op.src_start, op.dest_end - op.dest_start)
    return stretches, gap


def _parts(anchor: Anchor, found: _Found, document: RunningText) -> Placement:
    places = tuple(
        Place(one.number, ((0, max(1, len(one.text))),), _kind(anchor, found, one.number, one.text), found.likeness)
        for one, own in document.overlapping(found.span)
        if found.letters_of(own) >= _limits()["share"] * (own[1] - own[0])
    )
    return Placement(places, "" if places else JOINED)


def _whole(anchor: Anchor, found: _Found, document: RunningText) -> Placement:
    needed = [
        (found.at(start), found.at(end - 1) + 1)
        for start, end in ((offset_in_words(anchor.text, a), offset_in_words(anchor.text, b)) for a, b in anchor.quotes)
        if start < end
    ]
    least = _limits()["share"] * (found.span[1] - found.span[0])
    for one, own in document.overlapping(found.span):
        if needed and not all(own[0] <= start < end <= own[1] for start, end in needed):
            continue
        if not needed and _overlap(own, found.span) < least:
            continue
        spans = needed or [(max(own[0], found.span[0]), min(own[1], found.span[1]))]
        quotes = tuple(
            (0, len(one.text)) if span == own else span_in_text(one.text, (span[0] - own[0], span[1] - own[0]))
            for span in spans
        )
        kind = _kind(anchor, found, one.number, one.text)
        return Placement((Place(one.number, quotes, kind, found.likeness),))
    return Placement((), SPLIT)


def _kind(anchor: Anchor, found: _Found, number: int, text: str) -> PlacementKind:
    if found.likeness < 1:
        return PlacementKind.MENDED
    return PlacementKind.SAME if (number, text) == (anchor.paragraph, anchor.text) else PlacementKind.MOVED


def _is_around(anchor: Anchor, document: RunningText, span: Span, *, exact: bool) -> bool:
    before, after = _context(anchor)
    now_before = document.words[max(0, span[0] - len(before)) : span[0]] if before else document.words[: span[0]]
    now_after = document.words[span[1] : span[1] + len(after)] if after else document.words[span[1] :]
    if exact:
        return (before, after) == (now_before, now_after)
    touching = _limits()["touching"] if span[1] - span[0] < _limits()["telling_length"] else 0
    if touching and (before[-touching:], after[:touching]) != (now_before[-touching:], now_after[:touching]):
        return False
    least: float = _limits()["like_context"]
    return bool(min(fuzz.ratio(before, now_before), fuzz.ratio(after, now_after)) >= least)


def _context(anchor: Anchor) -> tuple[str, str]:
    length = _limits()["context"]
    return words_of(anchor.prefix)[-length:], words_of(anchor.suffix)[:length]


def _occurrences(text: str, words: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


@cache
def _limits() -> Mapping[str, Any]:
    return tomllib.loads(resources.files("warehouse").joinpath("anchoring.toml").read_text(encoding="utf-8"))
