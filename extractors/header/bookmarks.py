"""Header fields from the bookmarks of ITU's Word templates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extractors.cleaning import clean
from extractors.document import Span
from extractors.header.block import block_patterns
from extractors.header.dates import find_dates
from extractors.header.names import Names
from extractors.header.original import leading_languages
from extractors.header.sources import read_sources
from extractors.header.symbol import find_symbol


@dataclass(frozen=True, slots=True)
class MarkedField:
    """A field's value, its span, and the header's text that the span is in."""

    field: str
    value: object
    span: Span
    text: str


def read_bookmarks(marked: Mapping[str, str], text: str, document_language: str, names: Names) -> Iterator[MarkedField]:
    """Read the fields that bookmarks enclose; what is not in the header's text yet is added to it as a line."""
    for name, bookmarks in block_patterns().bookmarks:
        found = (" ".join(clean(marked.get(bookmark, "")).split()) for bookmark in bookmarks)
        texts = [each for each in found if each and not block_patterns().placeholder.fullmatch(each)]
        value = _value(name, texts, document_language, names) if texts else None
        if value:
            line = " ".join(texts)
            start = text.find(line)
            if start < 0:
                text = f"{text}\n{line}" if text else line
                start = len(text) - len(line)
            yield MarkedField(name, value, (start, start + len(line)), text)


def _value(name: str, texts: list[str], document_language: str, names: Names) -> object:
    line = " ".join(texts)
    if name == "symbol":
        symbol = find_symbol(line)
        return symbol.printed if symbol else None
    if name == "document_date":
        dates = find_dates(line, document_language)
        return dates[0].first if dates else None
    if name == "original_languages":
        return leading_languages(line.replace("：", ":").rpartition(":")[2].strip())[0]
    return read_sources(texts, names) if name == "sources" else line
