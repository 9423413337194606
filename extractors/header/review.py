"""What a person should look at in a header that was read."""

import re
from collections.abc import Iterator

from extractors.document import Doubt, Header
from extractors.header.block import block_patterns
from extractors.header.page import Page
from extractors.header.symbol import Symbol, find_placeholder, parse

_UNSURE = 0.7
"""Confidence up to which a document number is shown for review."""
_DAYS_LATE = 366
_NOT_GIVEN = "The document number is not given yet on the first page."


def remarks_on(header: Header) -> Iterator[str]:
    """Say what in the header is missing, unsure or contradicts itself, for the document's warnings."""
    for doubt in header.doubts:
        yield doubt.reason if doubt.value is None else f"{doubt.reason} It says: {doubt.value}"


def missing_number(page: Page) -> None:
    """Doubt a first page whose document number is a placeholder ("CWG-COP-20/XX") or left blank ("Document:")."""
    for segment in page.segments:
        found = find_placeholder(segment.text)
        if found and not segment.furniture:
            span = (segment.start + found[0], segment.start + found[1])
            page.doubt("symbol", _NOT_GIVEN, segment.text[slice(*found)], span)
            return
    for value in page.values:
        text = page.text.text[slice(*value.lines[0])]
        if value.field == "document" and _BLANK.fullmatch(text):
            page.doubt("symbol", _NOT_GIVEN, text, value.lines[0])
            return
    if any(block_patterns().document_label.fullmatch(segment.text) for segment in page.segments):
        page.doubt("symbol", _NOT_GIVEN)


_BLANK = re.compile(r"[\s\[\](){}<>._…?#*/-]*(?:[Xx]{1,6}|TBD|tbd|[Nn]{2,4})?[\s\[\](){}<>._…?#*/-]*(?:-?[EFSACR])?")


def doubts_about(header: Header, document_language: str) -> Iterator[Doubt]:
    """Give what in a header is unsure, or contradicts itself or the language of the text."""
    sure = {provenance.field: provenance for provenance in header.provenance}
    symbol = parse(header.symbol) if header.symbol else None
    if header.symbol is not None and "symbol" in sure and sure["symbol"].confidence <= _UNSURE:
        yield Doubt(
            "symbol",
            f"The document number {header.symbol} was read from a running header or differs from it; please check it.",
        )
    if symbol is not None:
        yield from _letter(header, symbol, document_language)
        yield from _years(header, symbol)
    if header.document_date and header.meeting_date and (header.document_date - header.meeting_date).days > _DAYS_LATE:
        yield Doubt(
            "document_date",
            f"The document's date {header.document_date.isoformat()} is more than a year after its meeting of "
            f"{header.meeting_date.isoformat()}.",
        )


def _letter(header: Header, symbol: Symbol, document_language: str) -> Iterator[Doubt]:
    code = symbol.language_code
    if code is not None and document_language not in {code, "und"}:
        yield Doubt(
            "symbol",
            f"The letter of the number {header.symbol} means the language {code}, but the text is in "
            f"{document_language}.",
        )


def _years(header: Header, symbol: Symbol) -> Iterator[Doubt]:
    if symbol.year is None:
        return
    if header.document_date and abs(header.document_date.year - symbol.year) > 1:
        yield Doubt(
            "document_date",
            f"The date {header.document_date.isoformat()} does not fit the year in the number {header.symbol}.",
        )
    if header.meeting_date and abs(header.meeting_date.year - symbol.year) > 0:
        yield Doubt(
            "meeting_date",
            f"The meeting of {header.meeting_date.isoformat()} is not in the year of the number {header.symbol}.",
        )
