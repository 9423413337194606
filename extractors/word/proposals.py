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


def with_proposals(blocks: Sequence[Block]) -> list[Block]:
    """Give the passages of each marked provision the kind of its proposal."""
    result = list(blocks)
    marks = _marks()
    at = 0
    while at < len(result):
        alone, ahead = marks.alone.match(result[at].text), marks.ahead.match(result[at].text)
        end = at + 1
        if alone:
            end = _end_of_provision(result, at + 1)
        elif ahead:
            end = _end_of_items(result, at + 1)
        found = alone or ahead
        if found:
            kind = ProposalKind(found["mark"])
            result[at:end] = [replace(block, proposal=kind) for block in result[at:end]]
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
    marks = _marks()
    return any(pattern.match(text) for pattern in (marks.alone, marks.ahead, marks.reasons))


def _end_of_provision(blocks: Sequence[Block], start: int) -> int:
    """The provision goes on to its reasons; where none are given, to the first heading after its text."""
    end = next((at for at in range(start, len(blocks)) if _ends(blocks[at].text)), len(blocks))
    if end < len(blocks) and _marks().reasons.match(blocks[end].text):
        return end
    seen_text = False
    for at in range(start, end):
        if blocks[at].kind is PassageKind.HEADING and seen_text:
            return at
        seen_text = seen_text or blocks[at].kind is not PassageKind.HEADING
    return end


def _end_of_items(blocks: Sequence[Block], start: int) -> int:
    """The list items and notes under a marked paragraph belong to it."""
    belongs = {PassageKind.LIST_ITEM, *_NOTES}
    return next(
        (at for at in range(start, len(blocks)) if blocks[at].kind not in belongs or _ends(blocks[at].text)),
        len(blocks),
    )
