"""A long block is cut at sentence ends into pieces that can be read, cited and labelled."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from itertools import islice

from extractors.block_cleaning import GONE
from extractors.document import PassageKind, Revision, Span
from extractors.reading import Block

MOST_WORDS = 250
"""A piece has about this many words; Han characters and kana count as half a word each."""
_HARD_LIMIT = 2 * MOST_WORDS
_WHOLE = frozenset({PassageKind.TABLE_ROW, PassageKind.HEADING})
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_SENTENCE_END = re.compile(
    r"(?:(?<=[^\W\d]{2}[.!?؟…])|(?<=[\d)\]%»”][.!?؟…]))[\"»”’)\]]*\s+(?=[\"“«(\[]?[^\Wa-zа-яё_])"
    r"|(?<=[。！？])[”」』）]*|(?<=[;；؛]\s)|\n+"
)
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\S")
Seam = tuple[Span, Span]
"""Where a block may be cut: the space to leave out, in `text` and in `text_before`."""


def split_block(block: Block) -> Iterator[Block]:
    """Cut a block of more than about 250 words at sentence ends; tables' rows and headings stay whole.

    Only white space between the pieces is left out. A tracked change is never cut: its span moves with its piece.
    """
    if block.kind in _WHOLE or len(block.text) < MOST_WORDS or count_words(block.text) <= MOST_WORDS:
        yield block
        return
    start = before_start = 0
    revisions = _Placed(block.revisions)
    for (end, next_start), (before_end, before_next) in _seams(block):
        yield _piece(block, (start, end), (before_start, before_end), revisions)
        start, before_start = next_start, before_next
    yield _piece(block, (start, len(block.text)), (before_start, len(block.text_before or "")), revisions)


def count_words(text: str) -> int:
    """Count the words of a text, two Han characters or kana as one."""
    return len(text.split()) + len(_IDEOGRAPH.findall(text)) // 2


def _seams(block: Block) -> Iterator[Seam]:
    # Fills each piece up with whole sentences; a single sentence over the hard limit is cut at a space.
    common = _common_parts(block)
    done = 0
    sentences = [*_places(_SENTENCE_END, block.text, common), None]
    last: Seam | None = None
    for seam in sentences:
        end = seam[0][0] if seam else len(block.text)
        if last and last[0][0] > done and count_words(block.text[done:end]) > MOST_WORDS:
            yield last
            done = last[0][1]
        for forced in _forced(block.text, done, end, common):
            yield forced
            done = forced[0][1]
        last = seam


def _forced(text: str, start: int, end: int, common: Sequence[tuple[Span, int]]) -> Iterator[Seam]:
    if count_words(text[start:end]) <= _HARD_LIMIT:
        return
    words = signs = 0
    counted = start
    for seam in _places(_SPACE, text, common, start, end):
        if seam[0][0] <= start:
            continue
        # Counted on from the last space: a sentence of a million words is as long a way for each of them otherwise.
        added = text[counted : seam[0][0]]
        words, signs, counted = words + len(added.split()), signs + len(_IDEOGRAPH.findall(added)), seam[0][1]
        if words + signs // 2 >= MOST_WORDS:
            if _WORD.search(text, seam[0][1], end) is None:
                return
            yield seam
            words = signs = 0
            start = seam[0][1]


def _places(
    pattern: re.Pattern[str], text: str, common: Sequence[tuple[Span, int]], start: int = 0, end: int | None = None
) -> Iterator[Seam]:
    # Only where both versions of the text run alike, so that no tracked change is cut.
    parts = iter(common)
    part = next(parts, None)
    for match in pattern.finditer(text, start, len(text) if end is None else end):
        left, right = match.span()
        if pattern is _SENTENCE_END and _ends_abbreviation(text, left):
            continue
        left += len(match[0]) - len(match[0].lstrip('"»”’)]」』）'))
        while right < len(text) and text[right].isspace():
            right += 1
        while left > 0 and text[left - 1].isspace():
            left -= 1
        while part and part[0][1] < right:
            part = next(parts, None)
        if part and part[0][0] <= left and left > 0 and right < len(text):
            yield (left, right), (left + part[1], right + part[1])


def _ends_abbreviation(text: str, end: int) -> bool:
    word = text[max(0, end - 12) : end].rsplit(maxsplit=1)[-1:] or [""]
    return word[0].lstrip('([«“"').casefold() in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset((resources.files(__package__) / "abbreviations.txt").read_text("utf-8").split())


def _common_parts(block: Block) -> list[tuple[Span, int]]:
    """Give the spans of `text` that no revision touches, each with its shift to `text_before`."""
    if not block.revisions or block.text_before is None:
        return [((0, len(block.text)), 0)]
    inserted = deque(sorted(revision.span for revision in block.revisions if revision.kind not in GONE))
    deleted = deque(sorted(revision.span for revision in block.revisions if revision.kind in GONE))
    here = there = 0
    parts: list[tuple[Span, int]] = []
    while here < len(block.text) or there < len(block.text_before):
        while deleted and deleted[0][0] <= there:
            there = max(there, deleted.popleft()[1])
        while inserted and inserted[0][0] <= here:
            here = max(here, inserted.popleft()[1])
        length = min(
            (inserted[0][0] if inserted else len(block.text)) - here,
            (deleted[0][0] if deleted else len(block.text_before)) - there,
        )
        if length <= 0 and not (deleted and deleted[0][0] <= there):
            break
        if block.text[here : here + length] != block.text_before[there : there + length]:
            return []
        parts.append(((here, here + length), there - here))
        here, there = here + length, there + length
    return parts


class _Placed:
    """A block's revisions by place, so that each piece finds its own without a look at all others."""

    def __init__(self, revisions: Sequence[Revision]) -> None:
        numbered = list(enumerate(revisions))
        self._gone = sorted((each.span[0], at, each) for at, each in numbered if each.kind in GONE)
        self._now = sorted((each.span[0], at, each) for at, each in numbered if each.kind not in GONE)

    def inside(self, now: Span, before: Span) -> tuple[Revision, ...]:
        """Give the revisions that lie in a window of the text or of the text before, moved to its start."""
        found = [*_moved(self._now, now), *_moved(self._gone, before)]
        return tuple(revision for _, revision in sorted(found, key=lambda each: each[0]))


def _piece(block: Block, now: Span, before: Span, revisions: _Placed) -> Block:
    text_before = None if block.text_before is None else block.text_before[slice(*before)]
    number = block.number if now[0] == 0 else None
    return replace(
        block,
        text=block.text[slice(*now)],
        text_before=text_before,
        revisions=revisions.inside(now, before),
        number=number,
    )


def _moved(placed: Sequence[tuple[int, int, Revision]], window: Span) -> Iterator[tuple[int, Revision]]:
    first = bisect_left(placed, window[0], key=lambda each: each[0])
    for start, at, revision in islice(placed, first, None):
        if start > window[1]:
            return
        end = revision.span[1]
        if end <= window[1]:
            yield at, replace(revision, span=(start - window[0], end - window[0]))
