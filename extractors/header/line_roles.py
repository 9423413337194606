"""What each line of a first page without a header block is there for."""

import re
from enum import StrEnum
from functools import cache

from extractors.header.block import block_patterns
from extractors.header.continuation import continues, goes_on
from extractors.header.countries import iso3
from extractors.header.dates import find_dates, month_pattern
from extractors.header.document_date import stands_alone
from extractors.header.front_text import Segment
from extractors.header.meeting import find_body_name, find_number
from extractors.header.membership import find_organisation
from extractors.header.offices import begins_with_office, names_office
from extractors.header.organisation_name import is_institution, is_organisation_name, is_unit
from extractors.header.page import Page
from extractors.header.standing_words import says_standing
from extractors.header.titles import is_heading
from extractors.header.unlabelled import read_by_line, read_member_line
from extractors.header.vocabulary import Category

_LONGEST_NAME = 130
_YEARS = re.compile(
    r"(?:[^\W\d]+[\s,–-]+){0,4}[(（]?\s*(?:19|20)\d\d\s*年?(?:\s*[-–—]+\s*(?:19|20)\d\d)?\s*(?:年(?:\d{1,2}月|.季?)?|г\.|года?|гг\.|م)?[)）]?"
)
"""A month and year, or a span of years, with at most a few words: "Suva, March 2024", "2024 – 2028"."""
_FEW_WORDS = 5
_FULL_LINE = 50
_WORD, _SMALL = re.compile(r"[^\W\d]{2,}"), re.compile(r"(?<![\w’'-])[a-zа-я]{4,}")
_BRACKET = re.compile(r"\s*[(（][^()（）]{2,20}[)）]$")


class Role(StrEnum):
    """What a line is there for; `TEXT` may be a title."""

    LABEL = "label"
    DATE = "date"
    YEARS = "years"
    BY = "by"
    """Says by whom the paper is."""
    NAME = "name"
    """The name of a member, an office or another organisation."""
    OCCASION = "occasion"
    """The meeting or consultation for which the paper is."""
    ADDRESS = "address"
    OTHER = "other"
    """Reference, addressee, salutation, heading."""
    TEXT = "text"


_GOING_ON = frozenset({Role.NAME, Role.OCCASION, Role.BY, Role.OTHER})


def line_roles(page: Page, last: int) -> dict[int, Role]:
    """Tell the roles of the lines before `last`, running headers left out."""
    labelled = {place for value in page.values for place in page.places_of_value(value)}
    roles: dict[int, Role] = {}
    for place, segment in enumerate(page.segments[:last]):
        if not segment.furniture:
            before = roles.get(place - 1)
            on = before in _GOING_ON and segment.cells == 1 and goes_on(page.segments[place - 1].text, segment.text)
            on = (on and not (before is Role.NAME and continues(segment.text))) or _is_last_word(page, place)
            role = Role.LABEL if place in labelled else _role(page, place, segment)
            roles[place] = before if on and before and role is Role.TEXT else role
    return _with_offices(page, roles)


def _is_last_word(page: Page, place: int) -> bool:
    # One word below a line that fills its column.
    segment = page.segments[place]
    alone = segment.page is not None and segment.cells == 1 and " " not in segment.text and segment.text.isalpha()
    return alone and place > 0 and len(page.segments[place - 1].text) >= _FULL_LINE and segment.text.isascii()


def says_more(page: Page, segment: Segment, role: Role) -> bool:
    """Tell whether a line of a role that is no title's may be one all the same: "National plan 2022-2025"."""
    text = segment.text
    if role is Role.YEARS:
        return len(_WORD.findall(text)) > 1 and not _month().search(text) and "," not in text
    if role is Role.OCCASION:
        return block_patterns().to_whom.match(text) is not None and not find_dates(text)
    known = read_member_line(0, segment, page.names) is not None or find_organisation(text, page.names) is not None
    return not known and not names_office(text) and len(_SMALL.findall(text)) > 1


@cache
def _month() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{month_pattern()})(?!\w)", re.IGNORECASE)


def _with_offices(page: Page, roles: dict[int, Role]) -> dict[int, Role]:
    # "National Council for Childhood" is an office beside the line with its State, if a title is left.
    states = [
        place for place, role in roles.items() if role is Role.NAME and iso3(page.segments[place].text, page.names)
    ]
    texts = [place for place, role in roles.items() if role is Role.TEXT]
    for place in texts:
        beside = {place - 1, place + 1} & set(states)
        if beside and len(texts) > 1 and begins_with_office(page.segments[place].text):
            return {**roles, place: Role.NAME}
    return roles


def _role(page: Page, place: int, segment: Segment) -> Role:
    return next((role for role, holds in _TESTS if holds(page, place, segment)), Role.TEXT)


def _is_date(page: Page, _place: int, segment: Segment) -> bool:
    return any(stands_alone(segment.text, found.span) for found in find_dates(segment.text, page.language))


def _is_years(_page: Page, _place: int, segment: Segment) -> bool:
    return _YEARS.fullmatch(segment.text) is not None and len(segment.text.split()) <= _FEW_WORDS


def _is_address(_page: Page, _place: int, segment: Segment) -> bool:
    return block_patterns().address.fullmatch(segment.text) is not None


def _is_other(_page: Page, place: int, segment: Segment) -> bool:
    text, patterns = segment.text, block_patterns()
    if place == 0 and patterns.slogans.fullmatch(text):
        return True
    told = patterns.salutation.fullmatch(text) or patterns.addressee.fullmatch(text) or patterns.references.match(text)
    return bool(told) or says_standing(text) or is_heading(text) or is_unit(text)


def _is_member(page: Page, place: int, segment: Segment) -> bool:
    addressed = block_patterns().addressee.fullmatch(segment.text) is not None
    return not addressed and read_member_line(place, segment, page.names) is not None


def _says_by(page: Page, place: int, segment: Segment) -> bool:
    line = read_by_line(place, segment, page.names)
    if line is None or all(source.resolved for source in line.sources):
        return line is not None
    return not (line.sources[0].name[0].islower() or _is_occasion(page, place, segment))


def _is_occasion(_page: Page, _place: int, segment: Segment) -> bool:
    text = segment.text
    if find_body_name(text) or block_patterns().to_whom.match(text):
        return True
    return block_patterns().occasions.search(text) is not None or find_number([segment]) is not None


def _is_name(page: Page, _place: int, segment: Segment) -> bool:
    text = segment.text
    if len(text) > _LONGEST_NAME or (text[-1] in ".:;?!。：；？！" and not is_organisation_name(text)):
        return False
    organisation = find_organisation(_BRACKET.sub("", text), page.names, whole=True)
    if organisation is not None:
        return organisation.category is not Category.SECRETARIAT
    return is_institution(text) or is_organisation_name(text) or names_office(text)


_TESTS = (
    (Role.DATE, _is_date),
    (Role.BY, _says_by),
    (Role.YEARS, _is_years),
    (Role.NAME, _is_member),
    (Role.OTHER, _is_other),
    (Role.OCCASION, _is_occasion),
    (Role.NAME, _is_name),
    (Role.ADDRESS, _is_address),
)
"""The surest first."""
