"""A long block is cut at sentence ends into pieces that can be read, cited and labelled."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

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
    for (end, next_start), (before_end, before_next) in _seams(block):
        yield _piece(block, (start, end), (before_start, before_end))
        start, before_start = next_start, before_next
    yield _piece(block, (start, len(block.text)), (before_start, len(block.text_before or "")))


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
    for seam in _places(_SPACE, text, common, start, end):
        if seam[0][0] > start and count_words(text[start : seam[0][0]]) >= MOST_WORDS:
            if not text[seam[0][1] : end].strip():
                return
            yield seam
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
    inserted = sorted(revision.span for revision in block.revisions if revision.kind not in GONE)
    deleted = sorted(revision.span for revision in block.revisions if revision.kind in GONE)
    here = there = 0
    parts: list[tuple[Span, int]] = []
    while here < len(block.text) or there < len(block.text_before):
        while deleted and deleted[0][0] <= there:
            there = max(there, deleted.pop(0)[1])
        while inserted and inserted[0][0] <= here:
            here = max(here, inserted.pop(0)[1])
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


def _piece(block: Block, now: Span, before: Span) -> Block:
    revisions = tuple(
        moved
        for revision in block.revisions
        if (moved := _moved(revision, before if revision.kind in GONE else now)) is not None
    )
    text_before = None if block.text_before is None else block.text_before[slice(*before)]
    number = block.number if now[0] == 0 else None
    return replace(block, text=block.text[slice(*now)], text_before=text_before, revisions=revisions, number=number)


def _moved(revision: Revision, window: Span) -> Revision | None:
    start, end = revision.span
    if not (window[0] <= start and end <= window[1]):
        return None
    return replace(revision, span=(start - window[0], end - window[0]))
