"""Text with its tracked changes: pieces that are in force, were before, or both."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import NamedTuple

from extractors.document import Revision, RevisionKind

_GONE = (RevisionKind.DELETION, RevisionKind.MOVE_FROM)


@dataclass(frozen=True, slots=True)
class Change:
    """Who changed what and when; `date` is ISO 8601 as written."""

    kind: RevisionKind
    author: str | None
    date: str | None

    @property
    def gone(self) -> bool:
        """True where the text is no longer in force."""
        return self.kind in _GONE


class Segment(NamedTuple):
    """A stretch of text under one tracked change, or under none."""

    text: str
    change: Change | None = None


class Wording(NamedTuple):
    """A unit's text as a Block holds it."""

    text: str
    text_before: str | None
    revisions: tuple[Revision, ...]


def worded(segments: Iterable[Segment]) -> Wording:
    """Lay segments out as the text in force, the text before, and the spans of the changes."""
    force: list[str] = []
    before: list[str] = []
    revisions: list[Revision] = []
    at, at_before = 0, 0
    for change, run in groupby(segments, key=lambda segment: segment.change):
        text = "".join(segment.text for segment in run)
        size = len(text)
        start = at_before if change and change.gone else at
        if change and size:
            revisions.append(Revision(change.kind, (start, start + size), text, change.author, change.date))
        if change is None or not change.gone:
            force.append(text)
            at += size
        if change is None or change.gone:
            before.append(text)
            at_before += size
    return Wording("".join(force), "".join(before) if revisions else None, tuple(revisions))


def in_force(segments: Iterable[Segment]) -> str:
    """Give the text with insertions and without deletions."""
    return "".join(text for text, change in segments if change is None or not change.gone)


def before(segments: Iterable[Segment]) -> str:
    """Give the text without insertions and with deletions."""
    return "".join(text for text, change in segments if change is None or change.gone)


def merged(segments: Iterable[Segment]) -> list[Segment]:
    """Put neighbours under the same change together: Word cuts a sentence into runs wherever somebody typed."""
    return [
        Segment("".join(text for text, _ in run), change)
        for change, run in groupby(segments, key=lambda segment: segment.change)
    ]


def stripped(segments: Sequence[Segment]) -> list[Segment]:
    """Take white space off both ends, so that neither the text in force nor the text before begins or ends with it."""
    ahead = _without_end(segments, str.lstrip)
    return _without_end(ahead[::-1], str.rstrip)[::-1]


def joined(parts: Iterable[Sequence[Segment]], separator: str) -> list[Segment]:
    """Join parts that hold anything; the separator stands only in those of the two texts where both its sides do."""
    result: list[Segment] = []
    some_force, some_before = False, False
    for part in parts:
        force, before = _in(part, gone=False), _in(part, gone=True)
        if some_force and some_before and force and before:
            result.append(Segment(separator))
        elif (some_force and force) or (some_before and before):
            gone = some_before and before
            around = chain(reversed(result), part)
            result.append(
                Segment(separator, next(each for _, each in around if each is not None and each.gone is gone))
            )
        result.extend(part)
        some_force, some_before = some_force or force, some_before or before
    return result


def plain(segments: Iterable[Segment]) -> list[Segment]:
    """Give the text in force with its changes forgotten."""
    text = in_force(segments)
    return [Segment(text)] if text else []


def without_number(segments: Sequence[Segment], length: int) -> list[Segment] | None:
    """Take a number off the front: the first `length` characters in force, or of the text before where none is.

    A number that was changed stays, as a deletion, in front of the text before. None where the number itself is all
    that was put in: without it nothing would show the change.
    """
    gone = not in_force(segments)
    prefix, rest = _parted(segments, length, gone=gone)
    if gone:
        return rest
    old = [each for each in prefix if each.change is None or each.change.gone]
    changed = [each.change for each in old if each.change is not None and each.text.strip()]
    if changed:
        return merged([*(Segment(text, changed[0]) for text, _ in old), *rest])
    put_in = {each.change for each in prefix if each.change is not None and each.text.strip()}
    return rest if put_in <= {each.change for each in rest} else None


def _parted(segments: Sequence[Segment], length: int, *, gone: bool) -> tuple[list[Segment], list[Segment]]:
    """Part segments after `length` characters of the text in force or of what is gone."""
    for at, (text, change) in enumerate(segments):
        if gone is not (change is not None and change.gone):
            continue
        if len(text) > length:
            rest = [Segment(text[length:], change), *segments[at + 1 :]]
            return [*segments[:at], Segment(text[:length], change)], rest
        length -= len(text)
        if not length:
            return list(segments[: at + 1]), list(segments[at + 1 :])
    return list(segments), []


def _in(segments: Iterable[Segment], *, gone: bool) -> bool:
    """Tell whether segments hold anything of the text before (`gone`) or of the text in force."""
    return any(change is None or change.gone is gone for _, change in segments)


def _without_end(segments: Sequence[Segment], strip: Callable[[str], str]) -> list[Segment]:
    """Strip the end that comes first, until both texts have begun."""
    result: list[Segment] = []
    force_open, before_open = True, True
    for at, (text, change) in enumerate(segments):
        if not (force_open or before_open):
            return result + list(segments[at:])
        cut = text
        if change is None:
            cut = strip(text) if force_open and before_open else text
            if cut.strip():
                force_open = before_open = False
        elif change.gone:
            cut = strip(text) if before_open else text
            before_open = before_open and not cut
        else:
            cut = strip(text) if force_open else text
            force_open = force_open and not cut
        if cut:
            result.append(Segment(cut, change))
    return result
