"""The cover of a questionnaire, filled in or not: its title, who answers, and when."""

from extractors.header.block import block_patterns
from extractors.header.labels import Value
from extractors.header.membership import source_of
from extractors.header.offices import is_office
from extractors.header.organisation_name import is_organisation_name
from extractors.header.page import Page
from extractors.header.single_date import date_before, labelled_date, put_date
from extractors.header.titles import is_title, last_line
from extractors.header.unlabelled import read_by_line
from extractors.header.values import put_sources, put_title

_TOP = 6


def read_questionnaire(page: Page) -> bool:
    """Read the cover of a questionnaire; False for a page that is none.

    It has a label for the country, or a title that says so above a form.
    """
    country = next((value for value in page.values if value.field == "country"), None)
    asked = [value for value in page.values if value.field in {"country", "organisation"}]
    if country is None and not (asked and _title(page, asked[0].segment)):
        return False
    _who(page, country)
    date = labelled_date(page) or date_before(page, len(page.segments))
    if date is not None:
        put_date(page, *date)
    labelled = next((value for value in page.values if value.field == "title"), None)
    if labelled is not None:
        put_title(page, labelled.lines, 0.9)
        return True
    title = _title(page, asked[0].segment)
    if title is not None:
        put_title(page, (title,), 0.7)
    return True


def _who(page: Page, country: Value | None) -> None:
    # A Sector Member answers for itself; an office, or what stands below the State's name, answers for the State.
    organisation = next((value for value in page.values if value.field == "organisation"), None)
    if organisation is not None:
        name = page.text.text[slice(*organisation.lines[0])]
        below = country is not None and country.segment < organisation.segment and not is_organisation_name(name)
        if not (block_patterns().placeholder.fullmatch(name) or below or (country is not None and is_office(name))):
            page.put("sources", (source_of(name, None, page.names),), organisation.lines[0], 0.8)
            return
    if country is not None:
        put_sources(page, country)
        _state_in_title(page)


def _state_in_title(page: Page) -> None:
    # "Reply of Luxembourg to the questionnaire", above an office that does not say of which State it is.
    if all(source.resolved for source in page.fields.get("sources", ())):
        return
    lines = (read_by_line(place, segment, page.names) for place, segment in enumerate(page.segments[:_TOP]))
    line = next((each for each in lines if each and all(source.iso3 for source in each.sources)), None)
    if line is not None:
        page.fields.pop("sources", None)
        page.put("sources", line.sources, line.span, 0.7)


def _title(page: Page, before: int) -> tuple[int, int] | None:
    """Give the title above the form: the first line that names a questionnaire, past an annex's number."""
    labelled = frozenset(value.segment for value in page.values)
    for place, segment in enumerate(page.segments[: min(before, _TOP)]):
        if segment.furniture or place in labelled or not is_title(segment) or _is_annex(segment.text):
            continue
        last = last_line(page.segments, place, labelled)
        if last is not None and last < before:
            span = segment.start, page.segments[last].span[1]
            if block_patterns().questionnaire.search(page.text.text[slice(*span)]):
                return span
    return None


def _is_annex(text: str) -> bool:
    return block_patterns().annex.match(text) is not None
