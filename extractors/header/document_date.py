"""The date of a document, as distinct from the days of its meeting."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractors.document import Span
from extractors.header.block import block_patterns
from extractors.header.dates import find_dates, without_weekday
from extractors.header.front_text import Segment
from extractors.header.labels import Value, value_without_colon
from extractors.header.meeting import MeetingLine
from extractors.header.prose import is_sentence
from extractors.header.standing_words import says_standing

_NEAR = 6
"""Segments between the number or the original language and the date that belongs to them."""
_BESIDE = 3
_LONGEST_ROW = 40
_AROUND = re.compile(
    r"[\s.,،;:*()（）–—|«»\"“”-]*(?:(?:г\.|года?|год|م|هـ|日|сент\.|the|le|el|on|du|del|от|في|بتاريخ|a)(?!\w))?"
    r"(?:星期[一二三四五六日天])?[\s.,،;:*()（）–—|-]*",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?:(?:исх|вх|от|ref|réf|nota|n/réf)\.?\s*)?(?:№|N[°ºo]\.?|No\.|N\.º|الرقم:?|رقم:?|第)\s*[\w./-]*\d[\w./-]*号?",
    re.IGNORECASE,
)
"""The reference of a letter, beside its date."""
_HIJRI = re.compile(
    r"\d{1,2}\s+[^\W\d]+(?:\s[^\W\d]+)?\s+1[34]\d{2}\s*(?:هـ|ه(?!\w))?\s*(?:الموافق(?:\sل[ـ]?)?|/|[-–])?"
)
"""The day of the Islamic calendar beside the other: 18 رجب 1441 هـ الموافق."""
_PLACE_BEHIND = re.compile(r"[,，]\s*[\u4e00-\u9fff]{2,8}")
_WEEKDAY_OR_PLACE = re.compile(
    r"(?:г\.\s*)?(?:[^\W\d_]+[ -]?){1,3}"
    r"(?:[,،，](?:\s*[^\W\d_][^\d,:;]{0,12},)?\s*(?:le|el|the|в|den|on|a)?|\s(?:في|le|el|a)\s)\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """The date with its span in the front text."""

    day: date
    span: Span
    confidence: float


def find_document_dates(
    segments: Sequence[Segment],
    values: Sequence[Value],
    anchors: Sequence[int],
    meeting: MeetingLine | None,
    document_language: str,
) -> list[DocumentDate]:
    """Find the dates near the anchors (segments with the number or the original language), or labelled; best first.

    A date that stands in running text, a period, and the line of the meeting are never the document's date.
    """
    labels = {value.segment: value.field for value in values}
    ranked: list[tuple[tuple[bool, int, bool], DocumentDate]] = []
    for place, segment in enumerate(segments if anchors else ()):
        dates = find_dates(segment.text, document_language)
        if not dates or is_sentence(segment):
            continue
        distance = min(abs(place - anchor) for anchor in anchors)
        labelled = labels.get(place) == "date" or value_without_colon(segment.text, "date") is not None
        if distance > _NEAR and not labelled:
            continue
        for found in dates:
            span = (segment.start + found.span[0], segment.start + found.span[1])
            if found.last is not None or (meeting is not None and span == meeting.date.span):
                continue
            own = place in anchors or labelled or (place in labels and found.span[0] == 0)
            before = meeting.date.span[1] - segment.start if meeting is not None and meeting.segment == place else 0
            alone = _stands_alone(segment.text, (before, found.span[0]), found.span[1])
            if own or alone or _follows_a_place(segment.text, found.span):
                rank = (not (own or alone), distance, segment.furniture)
                confidence = 0.95 if distance <= _BESIDE or labelled else 0.75
                ranked.append((rank, DocumentDate(found.first, span, confidence)))
    return [one for _, one in sorted(ranked, key=lambda item: item[0])]


def stands_alone(text: str, span: Span) -> bool:
    """Tell whether nothing but a place or a weekday stands beside a date on its line."""
    return _stands_alone(text, (0, span[0]), span[1]) or _follows_a_place(text, span)


def _stands_alone(text: str, before: Span, end: int) -> bool:
    lead = _HIJRI.sub("", _REFERENCE.sub("", without_weekday(text[slice(*before)])))
    behind = _HIJRI.sub("", _REFERENCE.sub("", text[end:]))
    told = lead.strip()  # "Agenda item: 5", "For action": the other column of the block, read as one line with the day
    row = len(told) <= _LONGEST_ROW and bool(
        told and (says_standing(told) or block_patterns().any_agenda.fullmatch(told))
    )
    return bool((row or _AROUND.fullmatch(lead)) and (_AROUND.fullmatch(behind) or _PLACE_BEHIND.fullmatch(behind)))


def _follows_a_place(text: str, span: Span) -> bool:
    # "Geneva, 4 August 2020" is a letter's date, unless a date without a place stands near the number.
    return bool(_WEEKDAY_OR_PLACE.fullmatch(without_weekday(text[: span[0]])) and _AROUND.fullmatch(text[span[1] :]))
