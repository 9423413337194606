"""ITU's way of marking proposals: `MOD`, `ADD`, `SUP` or `NOC` before the provision that it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import yaml

from extractors.document import PassageKind, ProposalKind
from extractors.reading import Block

_NOTES = frozenset({PassageKind.FOOTNOTE, PassageKind.ENDNOTE})

_MOST_MARK = 200
"""Characters at a passage's start in which a mark and the proposal's number stand."""
_MOST_TITLE = 25
"""Words of the title of a resolution or article."""
_FRAMES = frozenset({ProposalKind.MOD, ProposalKind.NOC})
"""Proposals that leave the heading over them in place, and say what becomes of what stands under it."""
_WHOLE = frozenset({ProposalKind.ADD, ProposalKind.SUP})
"""Proposals that put in or take out a whole provision."""


def with_proposals(blocks: Sequence[Block]) -> list[Block]:
    """Give the passages of each marked provision the kind of its proposal, and its title the kind of a heading."""
    result = list(blocks)
    marks = _marks()
    at, depth = 0, 0
    while at < len(result):
        text = result[at].text[:_MOST_MARK]
        alone, ahead = marks.alone.match(text), marks.ahead.match(text)
        end = at + 1
        found = alone or ahead
        if found:
            kind = ProposalKind(found["mark"])
            if alone:
                _name_provision(result, end, depth)
                _mark_headings_over(result, at, kind)
            end = _end_of_provision(result, end, kind, depth) if alone else _end_of_items(result, end)
            result[at:end] = [replace(block, proposal=kind) for block in result[at:end]]
        elif result[at].kind is PassageKind.HEADING:
            depth = result[at].level or 1
        at = end
    return result


@dataclass(frozen=True, slots=True)
class _Marks:
    alone: re.Pattern[str]
    ahead: re.Pattern[str]
    reasons: re.Pattern[str]


@cache
def _marks() -> _Marks:
    data = yaml.safe_load((files(__package__) / "proposals.yaml").read_text("utf-8"))
    mark = rf"\(?(?P<mark>{'|'.join(data['marks'])})\)?\*?"
    reasons = "|".join(re.escape(word) for word in data["reasons"])
    return _Marks(
        # A mark on a line of its own may be followed by the proposal's number: `MOD  AFCP/46A1/1`.
        re.compile(rf"{mark}(?:[\t ]+\S*/\S*)?\s*$"),
        re.compile(rf"{mark}(?:\s*[\t\n]|; |:\s|\s+(?=\S*\d))"),
        re.compile(rf"(?:{reasons})\s*[:：]", re.IGNORECASE),
    )


def _name_provision(blocks: list[Block], at: int, depth: int) -> None:
    """A line between a mark and the first heading of what it marks is its title: a resolution's, an article's."""
    if at + 2 >= len(blocks):
        return
    title, below = blocks[at], blocks[at + 1]
    is_line = title.kind is PassageKind.PARAGRAPH and title.number is None and not _ends(title.text)
    if not is_line or not 0 < len(title.text.split()) <= _MOST_TITLE or title.text[0].isdigit():
        return
    if below.kind is not PassageKind.HEADING or _ends(blocks[at + 2].text):
        return
    if title.text[-1].isalnum() or title.text[-1] in ')»”"':
        level = max(1, min(depth + 1, (below.level or 1) - 1))
        blocks[at] = replace(title, kind=PassageKind.HEADING, level=level)


def _mark_headings_over(blocks: list[Block], at: int, kind: ProposalKind) -> None:
    """A heading between two marked provisions of one text, with nothing else under it, is what the second is about."""
    first = at
    while first and blocks[first - 1].kind is PassageKind.HEADING and blocks[first - 1].proposal is None:
        first -= 1
    if kind in _FRAMES and first and blocks[first - 1].proposal is not None:
        blocks[first:at] = [replace(block, proposal=kind) for block in blocks[first:at]]


def _ends(text: str) -> bool:
    marks, text = _marks(), text[:_MOST_MARK]
    return any(pattern.match(text) for pattern in (marks.alone, marks.ahead, marks.reasons))


def _end_of_provision(blocks: Sequence[Block], start: int, kind: ProposalKind, depth: int) -> int:
    """A provision goes on to its reasons or the next mark, but not past what ends it sooner.

    Where no reasons follow, that is a heading no deeper than the one it stands under, if text came before it; and where
    what is added or suppressed is also a tracked change, the first passage that is none.
    """
    limit = next((at for at in range(start, len(blocks)) if _ends(blocks[at].text)), len(blocks))
    has_reasons = limit < len(blocks) and _marks().reasons.match(blocks[limit].text) is not None
    seen_text, seen_change = False, False
    for at in range(start, limit):
        block = blocks[at]
        is_heading = block.kind is PassageKind.HEADING
        if is_heading and seen_text and not has_reasons and (block.level or 1) <= max(depth, 1):
            return at
        is_changed = block.text_before == "" if kind is ProposalKind.ADD else not block.text
        if seen_change and not is_changed and kind in _WHOLE and block.kind not in _NOTES:
            return at
        seen_text = seen_text or not is_heading
        seen_change = seen_change or is_changed
    return limit


def _end_of_items(blocks: Sequence[Block], start: int) -> int:
    """The list items and notes under a marked paragraph belong to it."""
    belongs = {PassageKind.LIST_ITEM, *_NOTES}
    return next(
        (at for at in range(start, len(blocks)) if blocks[at].kind not in belongs or _ends(blocks[at].text)),
        len(blocks),
    )
