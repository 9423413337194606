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
_WHOLE = frozenset({ProposalKind.ADD, ProposalKind.SUP})
"""Proposals that put in or take out a whole provision."""


def with_proposals(blocks: Sequence[Block]) -> list[Block]:
    """Give the passages of each marked provision the kind of its proposal."""
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
