"""Source and title of a page, from the lines in which they stand."""

import re
from collections.abc import Sequence

from extractors.document import Source, Span
from extractors.header.block import block_patterns
from extractors.header.continuation import goes_on
from extractors.header.labels import Value
from extractors.header.member_list import more_states
from extractors.header.organisation_name import is_organisation_name
from extractors.header.page import Page
from extractors.header.sources import all_states, read_sources

_BETWEEN_IDEOGRAPHS = re.compile(r"(?<=[一-鿿，。、：；》”）])\n(?=[一-鿿《“（])")
_CITATION = re.compile(
    r"[,،，(（]\s*(?:19|20)\d\d\s*(?:年|год[ау]?|г\.)?[)）]?\s*[.。]?$|[.。]$(?<!\.\w\.)(?<!Inc\.)(?<!Ltd\.)(?<!S\.A\.)"
)
"""How the source of a figure or a table ends: with a year, or as a sentence does."""
_PART = re.compile(r"\s*[,،，(（]\s*|\s+[–—-]\s+")
_PERSONS = frozenset({"author", "sender"})
_AFTER_HYPHEN = re.compile(r"(?<=\w-)\n")


def put_sources(page: Page, value: Value) -> bool:
    """Put the sources behind a label; a list of States may go on below it, one to a line.

    False where the label is that of a figure's source, not the document's.
    """
    spans = list(value.lines)
    lines = [page.text.text[slice(*spans[0])]]
    if block_patterns().placeholder.fullmatch(lines[0]):
        page.doubt("sources", "The first page has a placeholder where the source should stand.", lines[0], spans[0])
        return True
    if _CITATION.search(lines[0]):
        return False
    spans, lines = _joined(page, spans)
    spans, lines = _unbroken(page, spans, lines)
    if value.field in _PERSONS and (found := _behind_person(page, " ".join(lines))):
        page.put("sources", found, (spans[0][0], spans[-1][1]), 0.7)
        return True
    labelled = {each.segment for each in page.values}
    last = value.last
    for place in range(value.last + 1, len(page.segments)):
        segment = page.segments[place]
        if place in labelled or not (all_states(lines[-1], page.names) and all_states(segment.text, page.names)):
            break
        spans.append(segment.span)  # a list of States, one to a line
        lines.append(segment.text)
        last = place
    sources, end = more_states(page.segments, last, "\n".join(lines), page.names)
    if sources:
        page.put("sources", sources, (spans[0][0], end or spans[-1][1]), 0.95)
    return True


def put_title(page: Page, lines: Sequence[Span], confidence: float) -> None:
    """Put a title of one line or several; a placeholder is a doubt."""
    words = [page.text.text[start:end].strip() for start, end in lines]
    title = join_lines("\n".join(words)).rstrip("*†‡¹ ")
    span = (lines[0][0], lines[-1][1])
    if title and block_patterns().placeholder.fullmatch(title):
        page.doubt("title", "The first page has a placeholder where the title should stand.", title, span)
    elif title:
        page.put("title", title, span, confidence)


def _behind_person(page: Page, text: str) -> tuple[Source, ...]:
    # "A. Mwangi, Communications Authority of Kenya": the member stands behind the person's name.
    starts = (match.end() for match in _PART.finditer(text))
    found = (read_sources([text[start:].rstrip(" )）")], page.names) for start in starts)
    return next((each for each in found if each and all(source.resolved for source in each)), ())


def _joined(page: Page, spans: Sequence[Span]) -> tuple[list[Span], list[str]]:
    # A line that plainly goes on with the one before it is no name of its own.
    kept: list[Span] = []
    lines: list[str] = []
    for start, end in spans:
        text = page.text.text[start:end]
        if lines and goes_on(lines[-1], text):
            kept[-1], lines[-1] = (kept[-1][0], end), f"{lines[-1]} {text}"
        else:
            kept.append((start, end))
            lines.append(text)
    return kept, lines


def _unbroken(page: Page, spans: list[Span], lines: list[str]) -> tuple[list[Span], list[str]]:
    # On a page, a name may be broken over lines: it is one where only all of it together is a name, or nothing is.
    place = page.place_of(spans[0][0])
    if len(lines) == 1 or place is None or page.segments[place].page is None:
        return spans, lines
    whole = " ".join(lines)
    known = all(source.resolved for source in read_sources([whole], page.names))
    apart = all(source.resolved for source in read_sources(lines, page.names))
    if known or not (apart or all(map(is_organisation_name, lines))):
        return [(spans[0][0], spans[-1][1])], [whole]
    return spans, lines


def join_lines(text: str) -> str:
    """Join the lines of a title: with a space, but not between Chinese characters or after a hyphen."""
    text = _BETWEEN_IDEOGRAPHS.sub("", text)
    return " ".join(_AFTER_HYPHEN.sub("", text).split())
