"""The meeting that a document was submitted to: its body, number, place and first day."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml

from extractors.document import Span
from extractors.header.countries import iso3
from extractors.header.dates import FoundDate, find_dates, weekday_names
from extractors.header.folding import normalise
from extractors.header.front_text import Segment


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """The line that tells when and where a meeting is; spans are in the front text."""

    segment: int
    date: FoundDate
    sure: bool
    """Whether the line tells a period or names a meeting; else it is only a place and a day."""
    place: Span | None


def find_meeting_line(segments: Mapping[int, Segment], document_language: str) -> MeetingLine | None:
    """Find the first line with the days of a meeting, or with a place and a day, in segments by their number."""
    candidates = []
    for number, segment in segments.items():
        for found in find_dates(segment.text, document_language):
            adopted = _adopted().search(segment.text) is not None
            if adopted or found.span[0] > _LONGEST_BEFORE or _is_running_text(segment.text[found.span[1] :]):
                continue
            place = _place(segment, found) or _place_above(segments, segment, found)
            sure = (
                found.last is not None
                or bool(_has_noun(segment.text))
                or _is_below(segments, number, found)
                or (place is not None and _has_meeting_above(segments, segment))
            )
            if sure or place:
                shifted = FoundDate(found.first, found.last, _shift(found.span, segment.start))
                candidates.append(MeetingLine(number, shifted, sure, place))
    certain = [each for each in candidates if each.sure]
    first = next(iter(certain or candidates), None)
    if first is not None and certain and first.place is None and first.date.last is None:
        # "Nineteenth meeting 12 January 2024", two columns as one line, and "Geneva, 23 January 2024" below it.
        return next((each for each in candidates if each.segment == first.segment + 1 and each.place), first)
    return first


def find_number(segments: Sequence[Segment]) -> tuple[str, Span] | None:
    """Find "Twentieth meeting" or "20th meeting" and give its number as figures and the span of the ordinal."""
    for segment in segments:
        if not _has_noun(segment.text):
            continue
        match = _figures().search(segment.text)
        if match:
            return match["n"] or match["z"], _shift(match.span(), segment.start)
        words = _ordinals().search(segment.text)
        if words:
            return _ordinal_numbers()[words[0].casefold()], _shift(words.span(), segment.start)
    return None


def find_body_name(text: str) -> str | None:
    """Give the body that a text names and nothing else."""
    key = normalise(text)
    return _bodies().get(key) or _bodies().get(_without_union(key))


def find_body(segments: Sequence[Segment]) -> tuple[str, Span] | None:
    """Find the name of a known body that stands on a line of its own."""
    for segment in segments:
        body = find_body_name(segment.text) if len(segment.text) <= _LONGEST_BODY else None
        if body:
            return body, segment.span
    return None


def _is_below(segments: Mapping[int, Segment], number: int, found: FoundDate) -> bool:
    # In a block of two columns, the left one is the meeting's: its day stands alone below its name.
    segment = segments[number]
    above = [
        each
        for each in segments.values()
        if each.line == segment.line - 1 and each.cell == segment.cell == 0 and each.cells > 1
    ]
    alone = segment.cells > 1 and not segment.text[: found.span[0]].strip() and len(segment.text) <= found.span[1] + 3
    return alone and any(_has_noun(each.text) and not find_dates(each.text) for each in above)


def _has_meeting_above(segments: Mapping[int, Segment], segment: Segment) -> bool:
    # "Twentieth meeting", without a day, and the place with its day below.
    return any(
        find_number([each]) is not None and not find_dates(each.text)
        for each in _above(segments, segment, _LINES_ABOVE)
    )


def _above(segments: Mapping[int, Segment], segment: Segment, most: int) -> list[Segment]:
    # The lines above in the same column, the nearest first; a paragraph may hold several.
    before = [each for each in segments.values() if each.start < segment.start and each.cell == segment.cell]
    return [each for each in reversed(before) if segment.line - each.line <= most][:most]


def _place_above(segments: Mapping[int, Segment], segment: Segment, found: FoundDate) -> Span | None:
    # "Twentieth meeting, Geneva," and the days on the next line of the same column.
    if segment.text[: found.span[0]].strip():
        return None
    for each in _above(segments, segment, _LINES_ABOVE):
        match = _LAST_PART.search(each.text) if _has_noun(each.text) else None
        if match and _is_place(match["place"]):
            return _shift(match.span("place"), each.start)
    return None


def _is_running_text(after: str) -> bool:
    # Behind the days stands a place, a document's number or its date, or the meeting in brackets, but no sentence.
    after = _BRACKETS.sub("", after)
    for date in find_dates(after):
        after = after[: date.span[0]] + after[date.span[1] :]
        break
    return len(after) > _LONGEST_AFTER or len(_LOWER_WORD.findall(after)) > 1


def _place(segment: Segment, found: FoundDate) -> Span | None:
    lead = _COUNTRY_BEHIND.sub("", _lead().sub("", segment.text[: found.span[0]]))
    before = _BEFORE.search(lead)
    if before and iso3(before["place"].strip()) and (town := _BEFORE.search(lead[: before.start("place")])):
        before = town if _is_place(town["place"]) else before  # "Montevideo, Uruguay, 20-22 August"
    if before and _is_place(before["place"]):
        return _shift(before.span("place"), segment.start)
    after = _AFTER.match(segment.text, found.span[1]) or _AFTER.match(_BRACKETS.sub("", segment.text), found.span[1])
    if after and _is_place(after["place"]):
        return _shift(after.span("place"), segment.start)
    return None


_LONGEST_BODY = 120
_UNION = frozenset({"itu", "uit", "мсэ", "the", "cwg", "cop"})
"""Words that may stand in a body's name: "ITU Council Working Group ... (CWG-COP)"."""
_LINES_ABOVE = 2
_LAST_PART = re.compile(r"[,،，–—-]\s*(?P<place>[^\d,،，–—:：()（）]{2,30})[,،，]\s*$")
_BRACKETS = re.compile(r"(?<!^)\s*[(（][^()（）\d]{4,60}[)）]\s*$")
_LONGEST_BEFORE, _LONGEST_AFTER = 160, 80
_LOWER_WORD = re.compile(r"(?<!\w)[a-zà-ÿ]{2,}")
_COUNTRY_BEHIND = re.compile(r"\s*[(（][^()（）\d]{2,40}[)）](?=\s*[,،，–—-]?\s*$)")
_BEFORE = re.compile(
    r"(?:^|[–—|:：(（;,،，)）]|\s-(?=\s)|\bг\.|\b(?:tenue?|held|celebrada)\s(?:à|in|en)|(?<=\d)(?=[A-ZÀ-ÝА-Я]))\s*(?P<place>(?!г\.|tenue?\b|held\b|celebrada\b)[^\W\d](?:(?!\s-\s)[^\d–—|:：()（）;,،，]){1,40}?)\s*[,،，]?\s*(?:[-–—(（|]\s*)?$"
)
_AFTER = re.compile(
    r"\s*(?:г\.|года|م)?\s*[,،，）)]?\s*[-–—(（]?\s*(?P<place>[^\W\d_][^\d–—|:：()（）;,،，]{1,30})[)）]?$"
)


def _is_place(text: str) -> bool:
    words = text.split()
    if not words or len(words) > 4 or normalise(text) in _not_places() or _has_noun(text):
        return False
    return not (words[0][0].islower() or len(text.strip()) < 2)


def _shift(span: Span, offset: int) -> Span:
    return span[0] + offset, span[1] + offset


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((resources.files(__package__) / "meetings.yaml").read_text("utf-8"))
    return data


@lru_cache(maxsize=1024)
def _has_noun(text: str) -> bool:
    return _nouns().search(text) is not None


@cache
def _adopted() -> re.Pattern[str]:
    return re.compile(_data()["adopted"], re.IGNORECASE)


@cache
def _nouns() -> re.Pattern[str]:
    either = "|".join(sorted(_data()["nouns"], key=len, reverse=True))
    return re.compile(rf"(?:(?<!\w)(?:{either})(?!\w)|会议|届会|大会|次会|理事会)", re.IGNORECASE)


@cache
def _lead() -> re.Pattern[str]:
    lead = rf"(?:{_data()['lead']}|{'|'.join(map(re.escape, weekday_names()))})"
    return re.compile(rf"(?:(?<!\w){lead}[\s,،，]*)+$", re.IGNORECASE)


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(_data()["figures"], re.IGNORECASE)


@cache
def _ordinal_numbers() -> dict[str, str]:
    return {
        word.casefold(): str(number)
        for words in _data()["ordinals"].values()
        for number, word in enumerate(words, start=1)
    }


@cache
def _ordinals() -> re.Pattern[str]:
    words = sorted(_ordinal_numbers(), key=len, reverse=True)
    latin = "|".join(re.escape(word) for word in words if not word.startswith("第"))
    chinese = "|".join(word for word in words if word.startswith("第"))
    return re.compile(rf"(?<!\w)(?:{latin})(?!\w)|(?:{chinese})(?=次|届)", re.IGNORECASE)


@cache
def _bodies() -> dict[str, str]:
    names = {normalise(name): body for body, names in _data()["bodies"].items() for name in names}
    return {**{short: body for key, body in names.items() if (short := _without_union(key))}, **names}


def _without_union(key: str) -> str:
    return " ".join(word for word in key.split() if word not in _UNION)


@cache
def _not_places() -> frozenset[str]:
    return frozenset(normalise(name) for name in _data()["not_places"])
