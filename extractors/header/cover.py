"""Papers without a header block, read by what each of their first lines is there for."""

from collections.abc import Sequence

from extractors.document import Source, Span
from extractors.header.line_roles import Role, line_roles, says_more
from extractors.header.membership import source_of
from extractors.header.organisation_name import is_organisation_name, letterhead_name
from extractors.header.page import Page
from extractors.header.single_date import date_before, labelled_date, put_date
from extractors.header.titles import is_title, last_line, may_begin
from extractors.header.unlabelled import read_by_line, read_member_line
from extractors.header.values import put_sources, put_title

_MOST_LINES = 14
_MOST_COVER_LINES = 6
_FEWEST_LINES = 2
_TAIL = 10
_BARE = 0.6
"""Confidence in a source that no word introduces."""


def read_cover(page: Page) -> None:
    """Read source, date and title; nothing where the lines do not say enough to be the head of a paper.

    A paper says by whom it is, or names a member and tells a day or the meeting that it is for; or it has a cover of a
    few short lines with a year.
    """
    roles = line_roles(page, min(page.head, _MOST_LINES))
    by = _labelled(page) or _by_line(page, roles)
    named = by or _named(page, roles)
    title = _title(page, roles) or _by_line_as_title(page, roles)
    date = labelled_date(page) or date_before(page, page.head) or date_before(page, len(page.segments))
    told = {Role.DATE, Role.OCCASION} & set(roles.values()) or date is not None
    if not by and not (title and (_is_cover(page, roles) or (named and told))):
        page.clear()
        return
    if date is not None:
        put_date(page, *date)
    if title is not None and "title" not in page.fields:
        put_title(page, title, 0.9 if len(title) > 1 else 0.6)


def read_rest(page: Page, after: int, taken: frozenset[int]) -> None:
    """Read source and title that a page with a block still lacks, from the lines between the block and the text."""
    roles = {place: role for place, role in line_roles(page, page.head).items() if place > after and place not in taken}
    if "sources" not in page.fields:
        by = _by_line(page, roles)
        if not by:
            _named(page, roles)
    title = _title(page, roles)
    if title is not None and "title" not in page.fields:
        put_title(page, title, 0.5)


def _labelled(page: Page) -> bool:
    for value in page.values:
        if value.field in {"source", "country", "author"} and value.segment < page.head:
            put_sources(page, value)
            sources = page.fields.get("sources", ())
            if sources and all(source.resolved or _is_told(value.field, source.name) for source in sources):
                return True
            page.clear()
    return False


def _is_told(label: str, name: str) -> bool:
    # Behind "Author" may stand a person.
    return is_organisation_name(name) if label == "author" else not name[0].islower()


def _by_line(page: Page, roles: dict[int, Role]) -> bool:
    for place in _of(roles, Role.BY):
        line = read_by_line(place, page.segments[place], page.names)
        if line is not None:
            page.put("sources", line.sources, line.span, 0.7)
            return True
    return False


def _named(page: Page, roles: dict[int, Role]) -> bool:
    """Put the source that a line names: a member first, else the first organisation, else what stands above all."""
    places = _of(roles, Role.NAME)
    for place in places:
        line = read_member_line(place, page.segments[place], page.names)
        if line is not None:
            page.put("sources", line.sources, line.span, _BARE)
            return True
    occasions = _of(roles, Role.OCCASION)
    first = min(roles, default=None)
    several = len(_of(roles, Role.TEXT)) > 1
    if (
        not places
        and several
        and occasions
        and first is not None
        and roles[first] is Role.TEXT
        and first < occasions[0]
    ):
        places = [first] if letterhead_name(page.segments[first].text) else []
        roles.update(dict.fromkeys(places, Role.NAME))
    for place in places[:1]:
        segment = page.segments[place]
        name = letterhead_name(segment.text) or segment.text
        start = segment.start + max(segment.text.find(name), 0)
        source: Source = source_of(name, None, page.names)
        page.put("sources", (source,), (start, start + len(name)), _BARE)
        return True
    return False


def _title(page: Page, roles: dict[int, Role]) -> Sequence[Span] | None:
    for value in page.values:
        if value.field in {"title", "subject"}:
            return value.lines
    labelled = frozenset(place for place, role in roles.items() if role not in {Role.TEXT, Role.YEARS})
    for place in _of(roles, Role.TEXT):
        if may_begin(page.segments, place, labelled) and not _is_logo(page, place, roles):
            last = last_line(page.segments, place, labelled)
            if last is not None:
                return [(page.segments[place].start, page.segments[last].span[1])]
    return _second_choice(page, roles)


def _second_choice(page: Page, roles: dict[int, Role]) -> Sequence[Span] | None:
    # Where nothing else is left, a line that looks like an organisation, a span of years or an occasion is the title.
    taken = set(page.places_of("sources"))
    for place, role in roles.items():
        segment = page.segments[place]
        doubtful = place not in taken and role in {Role.NAME, Role.YEARS, Role.OCCASION} and is_title(segment)
        if doubtful and "sources" in page.fields and says_more(page, segment, role):
            return [segment.span]
    return None


def _by_line_as_title(page: Page, roles: dict[int, Role]) -> Sequence[Span] | None:
    # "Reply of Luxembourg to the questionnaire of the Union": the line that names the member is the title as well.
    for place in _of(roles, Role.BY):
        segment = page.segments[place]
        line = read_by_line(place, segment, page.names)
        if line is not None and segment.span[1] - line.span[1] >= _TAIL and is_title(segment):
            return [segment.span]
    return None


def _is_logo(page: Page, place: int, roles: dict[int, Role]) -> bool:
    # "orange" above "Orange S.A.": the logo of the name below it.
    logo = letterhead_name(page.segments[place].text.capitalize())
    names = (page.segments[each].text for each in _of(roles, Role.NAME) if each > place)
    return logo is not None and any(name.casefold().startswith(logo.casefold()) for name in names)


def _is_cover(page: Page, roles: dict[int, Role]) -> bool:
    # A few lines with a year before the text; a heading and a page number are none.
    short = _FEWEST_LINES <= len(roles) <= _MOST_COVER_LINES and page.head < len(page.segments)
    return short and bool({Role.DATE, Role.YEARS} & set(roles.values()))


def _of(roles: dict[int, Role], role: Role) -> list[int]:
    return [place for place, each in roles.items() if each is role]
