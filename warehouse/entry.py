"""The unit that is loaded: a document with its suggestions and what made them."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Document
from extractors.signature import Signature
from models.labels import Suggestion
from models.passage_words import PassageWords


@dataclass(frozen=True, slots=True)
class Versions:
    """What made a document and its suggestions."""

    extractor: str
    model: str
    taxonomy: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A document with its suggestions and what made them."""

    document: Document
    suggestions: Sequence[Suggestion]
    versions: Versions
    signature: Signature | None = None
    """Made while loading where it was not made with the document."""
    words: PassageWords | None = None
    """Likewise."""


def name_of(document: Document) -> str:
    """Call a document by its symbol, or else by the beginning of its hash."""
    return document.header.symbol or document.sha256[:12]
