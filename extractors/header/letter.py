"""Letters and messages: who wrote them, when, and about what."""

import re

from extractors.document import Source
from extractors.header.block import block_patterns
from extractors.header.countries import iso3
from extractors.header.front_text import Segment
from extractors.header.labels import Value
from extractors.header.membership import source_of
from extractors.header.offices import names_office, state_of_office
from extractors.header.organisation_name import letterhead_name
from extractors.header.page import Page
from extractors.header.prose import is_sentence
from extractors.header.single_date import closing_date, date_before, labelled_date, put_date
from extractors.header.sources import all_states, read_sources
from extractors.header.titles import is_title, last_line
from extractors.header.values import put_title

_TOP = 14
_ADDRESS = re.compile(r"\s*[<(\[]?[\w.+-]+@[\w.-]+[>)\]]?\s*$")
_PART = re.compile(r"\s*[,،，(]\s*|\s+[–—-]\s+")
_ZH = re.compile(r"[\u4e00-\u9fff\s]{2,16}$")
_SHORTEST_SUBJECT, _LONGEST_SUBJECT = 20, 120
_SUBJECT = ("subject", "title")


def is_letter(page: Page) -> bool:
    """Tell whether a page is a letter: dated, with a salutation, or with a subject and an addressee or a sender."""
    valued = {place for value in page.values for place in page.places_of_value(value)}
    for place, segment in enumerate(page.segments):
        if (
            place not in valued
            and block_patterns().salutation.fullmatch(segment.text)
            and _date(page, place) is not None
        ):
            return True
    if any(block_patterns().compliments.search(segment.text) for segment in page.segments):
        return (date_before(page, len(page.segments)) or closing_date(page)) is not None
    subject = next((value.segment for value in page.values if value.field in _SUBJECT), None)
    date = date_before(page, subject) if subject is not None else None
    if subject is None or date is None:
        return False
    addressed = any(block_patterns().addressee.fullmatch(segment.text) for segment in page.segments[:subject])
    return addressed or any(_sender_line(segment, page) for segment in page.segments[: date[0]])


def read_letter(page: Page) -> None:
    """Read date, sender and subject of a letter."""
    date = date_before(page, len(page.segments)) or closing_date(page)
    if date is None:
        return
    place, found = date
    put_date(page, place, found)
    _sender(page)
    before = min(place, page.head)
    for segment in page.segments[:before]:
        sources = _sender_line(segment, page)
        if sources and "sources" not in page.fields:
            page.put("sources", sources, segment.span, 0.7)
            break
    if "sources" not in page.fields:
        _addressed(page, before)
    if "sources" not in page.fields:
        _letterhead(page)
    subject = next((value for value in page.values if _is_subject(page, value) and value.segment < _TOP), None)
    if subject is not None:
        put_title(page, subject.lines, 0.8)
    else:
        _unlabelled_subject(page)


def _is_subject(page: Page, value: Value) -> bool:
    # "Ref.: Replies to the questionnaire": a reference without a number is the subject.
    if value.field in _SUBJECT:
        return True
    label, text = page.text.text[slice(*value.label)], page.text.text[slice(*value.lines[0])]
    return label.casefold().startswith("ref") and not any(map(str.isdigit, text)) and len(text) >= _SHORTEST_SUBJECT


def read_message(page: Page) -> None:
    """Read "From", "To", "Date" and "Subject", as a message is printed."""
    subject = next((value for value in page.values if value.field == "subject"), None)
    date = labelled_date(page) or date_before(page, len(page.segments))
    if subject is None:
        return
    _sender(page)
    put_title(page, subject.lines, 0.8)
    if date is not None:
        put_date(page, *date)


def _sender(page: Page) -> None:
    sender = next((value for value in page.values if value.field == "sender"), None)
    if sender is None:
        return
    start, end = sender.lines[0][0], sender.lines[-1][1]
    text = _ADDRESS.sub("", " ".join(page.text.text[start:end].split())).rstrip()
    for offset in [0, *(match.end() for match in _PART.finditer(text))]:
        sources = read_sources([text[offset:]], page.names)
        if sources and all(source.resolved for source in sources):
            page.put("sources", sources, (start + offset, start + len(text)), 0.7)
            return


def _sender_line(segment: Segment, page: Page) -> tuple[Source, ...]:
    return all_states(segment.text, page.names) or _office(segment, page)


def _office(segment: Segment, page: Page) -> tuple[Source, ...]:
    code = state_of_office(segment.text, page.names)
    return (source_of(segment.text, code, page.names),) if code else ()


def _date(page: Page, place: int) -> object:
    return date_before(page, max(place, page.head)) or closing_date(page)


def _addressed(page: Page, before: int) -> None:
    # An office that does not say of which State it is, and the State at the end of its address.
    office = next((each for each in page.segments[:before] if names_office(each.text)), None)
    for segment in page.segments[:before]:
        text = segment.text
        parts = [
            _PART.split(text)[-1].strip(" .)"),
            *(text[:end] for end in range(len(text), 1, -1) if _ZH.match(text)),
        ]
        code = next(filter(None, (iso3(part, page.names) for part in parts)), None)
        if code and office is not None and segment is not office:
            page.put("sources", (source_of(office.text, code, page.names),), office.span, 0.6)
            return


def _letterhead(page: Page) -> None:
    # The first line of a letter that no State sends is the name of its sender.
    first = next((segment for segment in page.segments if not segment.furniture), None)
    name = letterhead_name(first.text) if first is not None and first.cells == 1 else None
    if first is not None and name is not None:
        page.put("sources", (source_of(name, None, page.names),), (first.start, first.start + len(name)), 0.6)


def _unlabelled_subject(page: Page) -> None:
    # "On the nomination of a focal point"; or the line between the salutation and the text.
    subject, salutation = block_patterns().letter_subject, block_patterns().salutation
    for place, segment in enumerate(page.segments[1 : page.head], start=1):
        greeted = salutation.fullmatch(page.segments[place - 1].text) is not None
        short = len(segment.text) <= _LONGEST_SUBJECT and not is_sentence(segment)
        last = last_line(page.segments, place, frozenset()) if is_title(segment) else None
        if last is not None and (subject.fullmatch(segment.text) or (greeted and short and last + 1 >= page.head)):
            put_title(page, ((segment.start, page.segments[last].span[1]),), 0.7)
            return
