"""From the walk's paragraphs and tables to blocks: kinds, numbers, heading levels, rows, and the lines of the front."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractors.document import PassageKind, Table
from extractors.reading import Block, FrontLine
from extractors.word.headings import Ahead, bare_heading
from extractors.word.items import Grid, Item, Note, Paragraph, text_of
from extractors.word.tables import lay
from extractors.word.typed import TypedNumber, is_caption, is_of_figure, printed, typed_number
from extractors.word.wording import Segment, before, in_force, joined, stripped, without_number, worded

_FRONT_LINES: Final = 40
_MOST_HEADING: Final = 40
"""Words: legal texts give whole clauses a heading's style, and they are not headings."""
_BOX_WORDS: Final = 200
_TOP: Final = 12
"""Blocks among which a table without header row is the document's own head."""
_DEEPEST: Final = 9


class Blocks:
    """Collects the blocks, tables and front lines of one document."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.front: list[FrontLine] = []
        self._level = 0

    def add(self, items: Sequence[Item]) -> None:
        """Add items in reading order."""
        for at, item in enumerate(items):
            if isinstance(item, Grid):
                self._table(item)
                continue
            self._paragraph(item, Ahead(items, at))
            self._attached(item)

    @property
    def _at_top(self) -> bool:
        return (
            len(self.blocks) < _TOP
            and not self._level
            and all(
                block.kind is not PassageKind.HEADING and len(block.text.split()) <= _MOST_HEADING
                for block in self.blocks
            )
        )

    def _put(
        self,
        kind: PassageKind,
        segments: Sequence[Segment],
        *,
        level: int | None = None,
        number: str | None = None,
        place: tuple[int, int] | None = None,
    ) -> None:
        """Add a block; `place` is a row's table and row. What is wholly deleted is a block without text in force."""
        segments = stripped(segments)
        if not segments:
            return
        wording = worded(segments)
        table, row = place or (None, None)
        self.blocks.append(
            Block(
                kind,
                wording.text,
                level=level,
                number=number,
                text_before=wording.text_before,
                revisions=wording.revisions,
                table=table,
                row=row,
            )
        )

    def _paragraph(self, item: Paragraph, after: Ahead) -> None:
        segments = stripped(item.segments)
        text = in_force(segments)
        if not segments:
            return
        number = printed(item.number.text) if item.number is not None and item.number.text else None
        self._front_line(tuple(text.split("\t")), number)
        typed = typed_number(text or before(segments)) if item.number is None else None
        kind, level = self._kind(item, text, typed, after)
        if typed is not None:
            number = typed.text
            cut = without_number(segments, typed.length)
            segments = segments if cut is None else cut
        if level is not None and item.level is not None:
            self._level = level
        self._put(kind, segments, level=level and min(level, _DEEPEST), number=number)
        if kind is PassageKind.CAPTION:
            self._name_last_table(after, text)

    def _kind(
        self, item: Paragraph, text: str, typed: TypedNumber | None, after: Ahead
    ) -> tuple[PassageKind, int | None]:
        words = len(text.split())
        if not text:
            is_item = item.number is not None or typed is not None
            return PassageKind.LIST_ITEM if is_item else PassageKind.PARAGRAPH, None
        if item.style.caption or (after.is_table and is_caption(text)):
            return PassageKind.CAPTION, None
        if item.level is not None and words <= _MOST_HEADING:
            return PassageKind.HEADING, item.level
        is_bullet = (item.number is not None and not item.number.text) or (typed is not None and not typed.text)
        depth = None if is_bullet else bare_heading(item, text, after, self._level, top=self._at_top)
        if depth is not None:
            return PassageKind.HEADING, depth
        if item.number is not None or typed is not None:
            return PassageKind.LIST_ITEM, None
        return PassageKind.PARAGRAPH, None

    def _attached(self, item: Paragraph) -> None:
        for box in item.boxes:
            self._box(box)
        for note in item.notes:
            self._note(note)

    def _box(self, items: Sequence[Item]) -> None:
        paragraphs = [each for each in items if isinstance(each, Paragraph)]
        wordings = [each.numbered() for each in paragraphs]
        for wording in wordings:
            if wording:
                self._front_line(tuple(in_force(wording).split("\t")), None)
        if sum(len(in_force(wording).split()) for wording in wordings) <= _BOX_WORDS:
            wordings = [joined(wordings, "\n")]
        for wording in wordings:
            self._put(PassageKind.TEXT_BOX, wording)
        for each in items:
            if isinstance(each, Grid):
                self._table(each, nested=True)
            else:
                self._attached(each)

    def _note(self, note: Note) -> None:
        self._put(note.kind, joined(text_of(note.items), "\n"), number=note.number)

    def _table(self, grid: Grid, *, nested: bool = False) -> None:
        cells = [cell for row in grid.rows for cell in row.cells]
        if len(cells) == 1:
            self.add(cells[0].items)
            return
        last = self.blocks[-1] if self.blocks else None
        is_named = last is not None and last.kind is PassageKind.CAPTION and not is_of_figure(last.text)
        caption = last.text if last is not None and is_named else None
        index = len(self.tables)
        laid = lay(grid, index, caption, top=not nested and len(self.blocks) < _TOP and not self._level)
        is_in_force = not laid.arranges and any(cell.text for cell in laid.table.cells)
        if is_in_force:
            self.tables.append(laid.table)
        for at, row in enumerate(grid.rows):
            if any(laid.lines[at]):
                self._front_line(laid.lines[at], None)
            for piece in laid.rows[at]:
                if is_in_force:
                    self._put(PassageKind.TABLE_ROW, piece, place=(index, at))
                else:
                    self._put(PassageKind.PARAGRAPH, piece)
            for cell in row.cells:
                for item in cell.items:
                    if isinstance(item, Grid):
                        self._table(item, nested=True)
                    else:
                        self._attached(item)

    def _front_line(self, cells: tuple[str, ...], number: str | None) -> None:
        if len(self.front) >= _FRONT_LINES:
            return
        cells = tuple(cell.strip() for cell in cells)
        if number is not None:
            cells = (f"{number} {cells[0]}", *cells[1:])
        if any(cells):
            self.front.append(FrontLine(cells))

    def _name_last_table(self, after: Ahead, text: str) -> None:
        """A caption under a table names it, unless another table follows that it is nearer to."""
        if after.is_table or len(self.blocks) < 2 or is_of_figure(text):
            return
        above = self.blocks[-2]
        if above.table is not None and self.tables[above.table].caption is None:
            self.tables[above.table] = replace(self.tables[above.table], caption=text)
