"""What a format's reader hands on: blocks in reading order, before they become passages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from extractors.document import (
    Cell,
    OutlineEntry,
    PassageKind,
    Properties,
    ProposalKind,
    Remark,
    Revision,
    Span,
    Table,
)

__all__ = ["Block", "Cell", "FrontLine", "Look", "Reading", "StyledLine", "Table"]


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of the document's own making: a paragraph, heading, list item, table row or note."""

    kind: PassageKind
    text: str
    page: int | None = None
    level: int | None = None
    """A heading's depth, from 1 (title); None for all other kinds."""
    number: str | None = None
    text_before: str | None = None
    revisions: tuple[Revision, ...] = ()
    proposal: ProposalKind | None = None
    table: int | None = None
    row: int | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class FrontLine:
    """One visual line of the first page, as cells from left to right; a table row is one line."""

    cells: tuple[str, ...]
    page: int | None = None
    furniture: bool = False
    """True for text of the page's running header or footer."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a format's reader found in a file."""

    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    front: tuple[FrontLine, ...] = ()
    """The first page (Word: the first-page header and the first 40 paragraphs or table rows), in visual order."""
    marked: Mapping[str, str] = field(default_factory=dict)
    """Text by name of the Word bookmark that encloses it, for the header fields of ITU templates."""
    pages: int | None = None
    properties: Properties = field(default_factory=Properties)
    furniture: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    outline: tuple[OutlineEntry, ...] = ()
    page_labels: tuple[str, ...] = ()
    bookmarks: tuple[str, ...] = ()
    embedded: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class Look(Enum):
    """How words are set apart from those around them."""

    BOLD = auto()
    UNDERLINED = auto()
    STRUCK = auto()
    MARKED = auto()
    """Highlighted or shaded."""


@dataclass(frozen=True, slots=True)
class StyledLine:
    """A line of a file with the looks of its words, for where a look is what was written: `Yes / No`, one in bold."""

    text: str
    looks: tuple[tuple[Look, Span], ...]
