"""Source and title of a page, from the lines in which they stand."""

import re
from collections.abc import Sequence

from extractors.document import Span
from extractors.header.block import block_patterns
from extractors.header.continuation import goes_on
from extractors.header.labels import Value
from extractors.header.page import Page
from extractors.header.sources import all_states
from extractors.header.unlabelled import more_states

_BETWEEN_IDEOGRAPHS = re.compile(r"(?<=[一-鿿，。、：；》”）])\n(?=[一-鿿《“（])")
_CITATION = re.compile(
    r"[,،，(（]\s*(?:19|20)\d\d\s*(?:年|год[ау]?|г\.)?[)）]?\s*[.。]?$|[.。]$(?<!\.\w\.)(?<!Inc\.)(?<!Ltd\.)(?<!S\.A\.)"
)
"""How the source of a figure or a table ends: with a year, or as a sentence does."""
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


def join_lines(text: str) -> str:
    """Join the lines of a title: with a space, but not between Chinese characters or after a hyphen."""
    text = _BETWEEN_IDEOGRAPHS.sub("", text)
    return " ".join(_AFTER_HYPHEN.sub("", text).split())
