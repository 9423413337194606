"""What a person should look at in a header that was read."""

from collections.abc import Iterator

from extractors.document import Header
from extractors.header.symbol import has_placeholder, parse

_UNSURE = 0.7
"""Confidence up to which a document number is shown for review."""
_DAYS_LATE = 366


def remarks_on(header: Header) -> Iterator[str]:
    """Say what in the header is missing, unsure or contradicts itself."""
    sure = {provenance.field: provenance.confidence for provenance in header.provenance}
    if header.symbol is None and has_placeholder(header.text):
        yield "The document number is not given yet on the first page."
    if header.symbol is not None and sure.get("symbol", 1.0) <= _UNSURE:
        yield f"The document number {header.symbol} was read from a running header or differs from it; please check it."
    symbol = parse(header.symbol) if header.symbol else None
    year = symbol.year if symbol else None
    if year and header.document_date and abs(header.document_date.year - year) > 1:
        yield f"The date {header.document_date.isoformat()} does not fit the year in the number {header.symbol}."
    if header.document_date and header.meeting_date and (header.document_date - header.meeting_date).days > _DAYS_LATE:
        yield (
            f"The document's date {header.document_date.isoformat()} is more than a year after its meeting of "
            f"{header.meeting_date.isoformat()}."
        )
