"""What a story consists of: paragraphs with their notes and boxes, and tables of cells that hold the same again."""

from dataclasses import dataclass, field

from extractors.document import PassageKind
from extractors.word.numbering import Number
from extractors.word.styles import Style
from extractors.word.typed import printed
from extractors.word.wording import Segment, stripped


@dataclass(slots=True)
class Note:
    """A footnote or endnote where it is referred to."""

    kind: PassageKind
    number: str | None
    """None where its reference was deleted."""
    items: "list[Item]"


@dataclass(slots=True)
class Paragraph:
    """A paragraph with what its properties say of it, and what hangs on it."""

    segments: list[Segment]
    style: Style
    level: int | None = None
    number: Number | None = None
    bold: bool = False
    centred: bool = False
    size: float | None = None
    """Half-points of its smallest letters."""
    usual_size: float | None = None
    """Half-points of the document's usual letters."""
    notes: list[Note] = field(default_factory=list)
    boxes: "list[list[Item]]" = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    """Relationship ids of documents that are put in after it."""

    def follow(self, earlier: "Paragraph") -> None:
        """Take up a paragraph whose end was deleted, in front; it is used up by that."""
        # The long list grows by the short one: a thousand deleted ends in a row are joined one by one.
        earlier.segments += self.segments
        earlier.notes += self.notes
        earlier.boxes += self.boxes
        earlier.parts += self.parts
        self.segments, self.notes = earlier.segments, earlier.notes
        self.boxes, self.parts = earlier.boxes, earlier.parts

    def numbered(self) -> list[Segment]:
        """Give the wording with its number in front, for where paragraphs are put together."""
        segments = stripped(self.segments)
        number = self.number.text if self.number is not None else None
        return [Segment(f"{printed(number)} "), *segments] if number and segments else segments


@dataclass(slots=True)
class GridCell:
    """A cell as it stands in its row; `continued` is the lower part of a cell that is merged downwards."""

    column: int
    span: int
    continued: bool
    shaded: bool
    lined: bool
    """True where a line parts it from the cell beside it."""
    items: "list[Item]"


@dataclass(slots=True)
class GridRow:
    """A table row; `header` is Word's own mark for rows that are repeated on every page."""

    header: bool
    cells: list[GridCell]


@dataclass(slots=True)
class Grid:
    """A table as it stands in the body."""

    rows: list[GridRow]
    ruled: bool = False
    """True where lines part its cells."""
    names_first: bool = False
    """True where its style sets the first row apart."""


Item = Paragraph | Grid


def text_of(items: list[Item]) -> list[list[Segment]]:
    """Give the wording of every paragraph of these items, those of tables too, in order."""
    found: list[list[Segment]] = []
    for item in items:
        if isinstance(item, Paragraph):
            found.append(item.numbered())
            continue
        for row in item.rows:
            for cell in row.cells:
                found.extend(text_of(cell.items))
    return [segments for segments in found if segments]
