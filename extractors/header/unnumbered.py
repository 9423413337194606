"""What a first page without a header block says: a letter, a questionnaire's cover, a paper with a by-line."""

from extractors.header.cover import read_cover
from extractors.header.letter import is_letter, read_letter, read_message
from extractors.header.minutes import read_minutes
from extractors.header.page import Page
from extractors.header.questionnaire_cover import read_questionnaire

_TOP = 14
"""Segments in which the head of such a page stands."""


def read_unnumbered(page: Page) -> None:
    """Read source, date and title of a page that is plainly one of these; of any other page nothing."""
    page.segments = page.segments[: max(_TOP, page.head + 2)]
    if is_letter(page):
        read_letter(page)
    elif any(value.field == "sender" for value in page.values):
        read_message(page)
    elif not (read_minutes(page) or read_questionnaire(page)):
        read_cover(page)
