"""The types that the extractors make: RawFile, Document, Header, Passage and Table."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from extractors.header.vocabulary import Action, Category, Region, Status
from extractors.kind.document_kind import DocumentKind
from extractors.questionnaire.answer import Answer

Span = tuple[int, int]
"""Half-open character offsets."""


class MediaType(StrEnum):
    """The kinds of file that Rapporteur knows, as told from their bytes."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    DOCM = "application/vnd.ms-word.document.macroEnabled.12"
    DOTX = "application/vnd.openxmlformats-officedocument.wordprocessingml.template"
    DOC = "application/msword"
    RTF = "application/rtf"
    ODT = "application/vnd.oasis.opendocument.text"
    ENCRYPTED_OFFICE = "application/x-encrypted-office"
    EMPTY = "application/x-empty"
    UNKNOWN = "application/octet-stream"


class PassageKind(StrEnum):
    """The units of text that a document is made of."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    CAPTION = "caption"
    TEXT_BOX = "text_box"


class RevisionKind(StrEnum):
    """What a tracked change does to the text."""

    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE_FROM = "move_from"
    MOVE_TO = "move_to"


class ProposalKind(StrEnum):
    """The marks by which ITU proposals say what they do to a provision."""

    MOD = "MOD"
    ADD = "ADD"
    SUP = "SUP"
    NOC = "NOC"


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file to read: where its bytes lie, what it was called when dropped, and what kind its bytes are."""

    path: Path
    name: str
    sha256: str
    size: int
    media_type: MediaType

    def __post_init__(self) -> None:
        _require(len(self.sha256) == 64, f"sha256 has 64 hexadecimal digits, not {self.sha256!r}")
        _require(self.size >= 0, f"a size is not negative: {self.size}")


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change; a deletion's or move-source's span is in `text_before`, any other's in `text`."""

    kind: RevisionKind
    span: Span
    text: str
    author: str | None
    date: str | None
    """ISO 8601 as written in the file."""

    def __post_init__(self) -> None:
        _require(0 <= self.span[0] <= self.span[1], f"not a span: {self.span}")
        _require(len(self.text) == self.span[1] - self.span[0], "a revision's text fills its span")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list item, table row, footnote or heading: the unit that is classified and cited."""

    id: str
    """Content hash of the document, the text and its occurrence: the same on every machine and run."""
    page: int | None
    """Counted from 1; None where the format has no pages (Word)."""
    paragraph: int
    """Place in the document, counted from 1 over all passages."""
    kind: PassageKind
    heading_path: tuple[str, ...]
    language: str
    """ISO 639-1 code, or `und`."""
    text: str
    """The text in force: with insertions, without deletions."""
    number: str | None = None
    """The number that delegates cite, as printed: `2.3`, `a)`, `iv)`; a footnote's reference."""
    text_before: str | None = None
    """The text without the tracked insertions and with the deletions; None where nothing was tracked."""
    revisions: tuple[Revision, ...] = ()
    proposal: ProposalKind | None = None
    table: int | None = None
    """For a table row: the index of its table in `Document.tables`."""
    row: int | None = None
    """For a table row: its row in that table, counted from 0."""
    confidence: float | None = None
    """Mean word confidence, 0 to 1, where the text was read by OCR."""

    def __post_init__(self) -> None:
        _require(bool(self.id), "a passage has an id")
        _require(self.paragraph >= 1, f"paragraphs are counted from 1: {self.paragraph}")
        _require(self.page is None or self.page >= 1, f"pages are counted from 1: {self.page}")
        _require((self.table is None) == (self.row is None), "a table row names its table and its row")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; row and column are counted from 0."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    header: bool = False

    def __post_init__(self) -> None:
        _require(self.row >= 0 and self.column >= 0, "rows and columns are counted from 0")
        _require(self.row_span >= 1 and self.column_span >= 1, "a cell spans at least itself")


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its cells in reading order; merged cells stand once, with their spans."""

    index: int
    page: int | None
    caption: str | None
    rows: int
    columns: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Who submitted a document, as written, with the ISO 3166-1 alpha-3 code of a State."""

    name: str
    iso3: str | None = None
    organisation: str | None = None
    """The one name of an organisation that is known under several, in several languages; None where it is not known."""
    region: Region | None = None
    """ITU region of the State; None for all others and for Territories."""
    category: Category | None = None
    """None where neither the first page nor the lists of names tell it."""

    @property
    def resolved(self) -> bool:
        """Tell whether it is known who this is; the other names are listed for review."""
        return bool(self.iso3 or self.organisation) or self.category in {Category.SECRETARIAT, Category.CHAIR}


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a header field was read: page, span in `Header.text`, and how sure the reading is (0 to 1)."""

    field: str
    page: int | None
    span: Span
    confidence: float

    def __post_init__(self) -> None:
        if not (0 <= self.span[0] <= self.span[1] and 0.0 <= self.confidence <= 1.0):
            raise ValueError(f"not a span, or a confidence that is not between 0 and 1: {self.span}, {self.confidence}")


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a person should look at in a header: why, and the other reading where the first page has two."""

    field: str
    reason: str
    """In plain words, for the person."""
    value: str | None = None
    """The reading that is not in the field, as the field would have it (dates in ISO 8601)."""
    page: int | None = None
    span: Span | None = None
    """Of the other reading in `Header.text`."""

    def __post_init__(self) -> None:
        _require(self.span is None or 0 <= self.span[0] <= self.span[1], f"not a span: {self.span}")


@dataclass(frozen=True, slots=True)
class Header:
    """What the first page says of the document; what it does not say is None or empty, never guessed."""

    text: str = ""
    """The first lines that the fields were read from; cells are parted by a tab, lines by a newline."""
    symbol: str | None = None
    body: str | None = None
    meeting: str | None = None
    meeting_place: str | None = None
    meeting_date: date | None = None
    """The first day of the meeting."""
    document_date: date | None = None
    original_languages: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    title: str | None = None
    agenda_item: str | None = None
    action: Action | None = None
    status: Status | None = None
    provenance: tuple[Provenance, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file's own metadata says; often wrong, so never used as a header field."""

    title: str | None = None
    author: str | None = None
    created: str | None = None
    modified: str | None = None
    producer: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A reviewer's comment and the text that it is anchored to."""

    author: str | None
    date: str | None
    text: str
    anchor: str
    """The commented words; empty where the comment hangs on a point."""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One line of a PDF's outline (bookmarks)."""

    title: str
    level: int
    page: int | None


@dataclass(frozen=True, slots=True)
class Document:
    """The content behind a sha256."""

    sha256: str
    media_type: MediaType
    language: str
    """The language of most of its text: ISO 639-1 code, or `und`."""
    pages: int | None
    header: Header
    passages: tuple[Passage, ...]
    tables: tuple[Table, ...]
    properties: Properties = Properties()
    furniture: tuple[str, ...] = ()
    """Running headers, footers and page numbers, each once; kept out of the passages."""
    remarks: tuple[Remark, ...] = ()
    outline: tuple[OutlineEntry, ...] = ()
    page_labels: tuple[str, ...] = ()
    bookmarks: tuple[str, ...] = ()
    """Names of Word bookmarks in order (ITU templates mark `dstart`, `dbreak` and others)."""
    embedded: tuple[str, ...] = ()
    """Names of files embedded in the document."""
    warnings: tuple[str, ...] = ()
    """What a reader should know of the reading: low OCR confidence, a page left out and why."""
    answers: tuple[Answer, ...] = ()
    """The questions of a questionnaire in their order, each with what was answered; empty for any other document."""
    kind: DocumentKind = DocumentKind.OTHER
    kind_reason: str = ""
    """Why it is of this kind, in plain words; empty where no rule told it."""


def _require(condition: bool, message: str) -> None:
    if not condition:
        raise ValueError(message)
