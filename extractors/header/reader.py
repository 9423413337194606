"""From the first lines of a document to its Header."""

from collections.abc import Mapping, Sequence

from extractors.document import Header
from extractors.header.front_text import front_text
from extractors.reading import FrontLine


def read_header(front: Sequence[FrontLine], marked: Mapping[str, str], document_language: str) -> Header:
    """Read what the first page says of the document; a field that it does not say stays None or empty."""
    return Header(text=front_text(front).text)
