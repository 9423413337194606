"""Papers of companies and universities: a name above, a line that says to whom it goes, and a title."""

from collections.abc import Sequence

from extractors.header.block import block_patterns
from extractors.header.dates import find_dates
from extractors.header.membership import find_organisation, source_of
from extractors.header.organisation_name import is_institution, is_organisation_name, is_unit, letterhead_name
from extractors.header.page import Page
from extractors.header.single_date import date_before, labelled_date, put_date
from extractors.header.standing_words import says_standing
from extractors.header.titles import is_title, last_line
from extractors.header.unlabelled import read_by_line
from extractors.header.values import put_title

_TOP = 3


def read_submission(page: Page) -> bool:
    """Read such a paper; False for a page without a line that says to whom it is submitted, or without a name above.

    A university's name anywhere among the lines before the text is its source as well.
    """
    lines = [place for place in range(min(page.head, len(page.segments))) if not page.segments[place].furniture]
    to = next((place for place in lines if _says_to_whom(page, place)), None)
    source = _source(page, lines, to)
    if source is None:
        return False
    place, name, start = source
    segment = page.segments[place]
    span = segment.start + start, segment.start + start + len(name)
    found = _title(page, [each for each in lines if each not in {to, place}], to, place)
    date = labelled_date(page) or date_before(page, page.head)
    if found is None or (to is None and date is None):
        return False
    page.put("sources", (source_of(name, None, page.names),), span, 0.6)
    put_title(page, (found,), 0.6)
    if date is not None:
        put_date(page, *date)
    return True


def _says_to_whom(page: Page, place: int) -> bool:
    text = page.segments[place].text
    if not block_patterns().to_whom.match(text):
        return False
    line = read_by_line(place, page.segments[place], page.names)
    return line is None or not all(source.iso3 for source in line.sources)


def _source(page: Page, lines: Sequence[int], to: int | None) -> tuple[int, str, int] | None:
    above = [place for place in lines if to is not None and place < to]
    known = [place for place in lines if _is_known(page, place)]
    named = [place for place in above if place in known] or above[:1] or known[:1]
    for place in named[:1]:
        text = page.segments[place].text
        name = letterhead_name(text)
        if place in known and name is None:
            return place, text, 0
        if name is not None:
            return place, name, max(text.find(name), 0)
    return None


def _is_known(page: Page, place: int) -> bool:
    segment = page.segments[place]
    if segment.cells > 1 and segment.cell > 0:
        return False
    text = segment.text
    if is_institution(text):
        return True
    if place >= _TOP:
        return False
    whole = find_organisation(text, page.names, whole=True)
    return whole is not None or is_organisation_name(text)


def _title(page: Page, lines: Sequence[int], to: int | None, source: int) -> tuple[int, int] | None:
    labelled = frozenset({*(value.segment for value in page.values), source, *([] if to is None else [to])})
    taken = -1
    for place in lines:
        segment = page.segments[place]
        text = segment.text
        if place <= taken or place in labelled or _is_no_title(text):
            continue
        half = segment._replace(text=text.rstrip(" :："))
        if place + 1 == source and not is_title(half):
            continue
        if is_title(half) and not _is_known(page, place) and not _is_small_logo(page, place, source):
            last = last_line(page.segments, place, labelled)
            return None if last is None else (segment.start, page.segments[last].span[1])
    return None


def _is_no_title(text: str) -> bool:
    patterns = block_patterns()
    told = is_unit(text) or bool(find_dates(text)) or says_standing(text)
    return told or bool(patterns.addressee.fullmatch(text) or patterns.address.fullmatch(text))


def _is_small_logo(page: Page, place: int, source: int) -> bool:
    # "orange" above "Orange S.A.": the logo of the name below it.
    logo = letterhead_name(page.segments[place].text.capitalize())
    return place < source and logo is not None and page.segments[source].text.casefold().startswith(logo.casefold())
