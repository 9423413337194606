"""The document in the making: pages come in one by one, blocks and tables come out at the end."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import OutlineEntry, PassageKind, Table
from extractors.pdf.breaks import begins
from extractors.pdf.compounds import settle_compounds
from extractors.pdf.continuation import append_grid, continues, says_continued
from extractors.pdf.footnotes import Footnotes, part_references, place_notes
from extractors.pdf.headings import settle_kinds
from extractors.pdf.korean import settle_korean
from extractors.pdf.layout import Layout
from extractors.pdf.letterhead import part_labels, stands_beside
from extractors.pdf.lines import Line
from extractors.pdf.paragraphs import Draft, extend, start
from extractors.pdf.structure import structure
from extractors.pdf.tables import Grid, finish_table, page_of_row
from extractors.reading import Block


class Assembly:
    """Joins the lines of page after page into paragraphs, and the grids into tables."""

    def __init__(self) -> None:
        self._drafts: list[Draft] = []
        self._grids: list[Grid] = []
        self._sizes: Counter[float] = Counter()
        self._open: Draft | None = None
        self._interrupted: Draft | None = None
        """The paragraph that small print came into the midst of."""
        self._last_grid: Grid | None = None
        """The table that no text has followed yet."""
        self._footnotes = Footnotes()
        self._marks: dict[str, Draft] = {}
        """The paragraphs of the last page with marks whose notes were not on it."""
        self._held: tuple[Layout, list[Draft]] | None = None
        """The last page with its notes, until those of the next one are known."""

    @property
    def body_size(self) -> float:
        """Return the letter size of most of the text so far."""
        return self._sizes.most_common(1)[0][0] if self._sizes else 10.0

    def add(self, layout: Layout) -> None:
        """Take the next page."""
        for item in layout.items:
            if isinstance(item, Line):
                self._sizes[round(item.size * 2) / 2] += len(item.text)
        notes = self._footnotes.take(layout, self.body_size)
        self._settle({note.number for note in notes})
        self._held = layout, notes

    def _settle(self, later: set[str | None]) -> None:
        """Take in the page that was held back until the notes of the next one were known."""
        if self._held is None:
            return
        (layout, notes), self._held = self._held, None
        taken = part_references(layout, {note.number for note in notes}, later)
        leading = _leadings(layout)
        for item in layout.items:
            if isinstance(item, Grid):
                self._add_grid(item)
                continue
            line, *beside = part_labels(item)
            if self._open is not None and self._open.last is not None and stands_beside(line, self._open.last):
                beside.insert(0, line)
            else:
                self._add_line(line, leading.get(line.zone, 1.25 * line.size))
                if taken and self._open is not None:
                    self._marks.update(dict.fromkeys(taken.get(id(item), ()), self._open))
            self._drafts += [replace(start(part), last=None) for part in beside]
        for draft in self._drafts[-400:]:
            if draft is not self._open and draft is not self._interrupted:
                draft.last = None
        for note in notes:
            note.anchor = self._marks.pop(note.number or "", None)
        self._marks = {number: draft for number, draft in self._marks.items() if number in later}
        # Notes stand after the page's text, before whatever the last paragraph goes on to.
        self._drafts += notes

    def _add_grid(self, grid: Grid) -> None:
        last = self._last_grid
        if last is not None and grid.page > last.last_page and not grid.within and continues(last, grid):
            append_grid(last, grid)
            return
        self._grids.append(grid)
        self._drafts.append(
            Draft("", grid.page, 0, False, False, kind=PassageKind.TABLE_ROW, table=len(self._grids) - 1)
        )
        if not grid.within:
            self._last_grid = grid

    def _add_line(self, line: Line, leading: float) -> None:
        if not line.text.strip():
            return
        if self._last_grid is not None and not says_continued(line.text):
            self._last_grid = None
        if self._open is not None:
            new, marker = begins(self._open, line, leading)
            if not new or self._is_resumed(line, leading):
                extend(self._open, line)
                return
            self._note_interruption(self._open, line)
        else:
            new, marker = begins(Draft("", line.page, 0, False, False), line, leading)
        draft = start(line, marker)
        last = self._open.last if self._open is not None else None
        if last is not None:
            # What begins a page stands apart.
            draft.gap_before = line.top - last.bottom if last.page == line.page else line.size
        self._open = draft
        self._drafts.append(draft)

    def _is_resumed(self, line: Line, leading: float) -> bool:
        """Tell whether a line goes on the interrupted paragraph, which is then the open one."""
        draft = self._interrupted
        if draft is None or draft.last is None or not line.text[:1].islower():
            return False
        elsewhere = (draft.last.page, draft.last.zone) != (line.page, line.zone)
        if not elsewhere or begins(draft, line, leading)[0]:
            return False
        self._open, self._interrupted = draft, None
        return True

    def _note_interruption(self, draft: Draft, line: Line) -> None:
        """Keep the open paragraph where small print without a number follows in the midst of a sentence."""
        smaller = structure().footnote_smaller
        amidst = draft.kind is PassageKind.PARAGRAPH and draft.lines > 1 and not structure().stops(draft.text)
        if amidst and line.size < smaller * draft.size and draft.size < self.body_size + 1:
            self._interrupted = draft
        elif self._interrupted is not None and line.size >= smaller * self._interrupted.size:
            self._interrupted = None

    def finish(self, outline: Sequence[OutlineEntry] = ()) -> tuple[tuple[Block, ...], tuple[Table, ...]]:
        """Settle kinds and levels and return all blocks and tables."""
        self._settle(set())
        settle_compounds(self._drafts)
        settle_korean(self._drafts)
        settle_kinds(self._drafts, self.body_size, outline)
        place_notes(self._drafts)
        captions = {place: self._caption(place) for place, draft in enumerate(self._drafts) if draft.table is not None}
        blocks: list[Block] = []
        tables: list[Table] = []
        # From the end, so that each draft's memory is free before its block is made.
        place = len(self._drafts)
        while self._drafts:
            place -= 1
            draft = self._drafts.pop()
            if draft.table is not None:
                table, rows = finish_table(self._grids[draft.table], draft.table, captions[place])
                tables.append(table)
                blocks += [_row_block(self._grids[draft.table], table, row, text) for row, text in reversed(rows)]
            elif draft.text.strip() or draft.number:
                text, number = draft.text.strip(), draft.number
                blocks.append(Block(draft.kind, text, draft.page, draft.level, number, confidence=draft.confidence))
        blocks.reverse()
        tables.reverse()
        return tuple(blocks), tuple(tables)

    def _caption(self, place: int) -> str | None:
        for near in (place - 1, place + 1):
            if 0 <= near < len(self._drafts) and self._drafts[near].kind is PassageKind.CAPTION:
                return self._drafts[near].text
        return None


def _row_block(grid: Grid, table: Table, row: int, text: str) -> Block:
    return Block(PassageKind.TABLE_ROW, text, page_of_row(grid, row), table=table.index, row=row)


def _leadings(layout: Layout) -> dict[int, float]:
    """Return the usual distance of baselines for each zone: the median of the distances below two letter sizes."""
    distances: dict[int, list[float]] = {}
    last: Line | None = None
    for item in layout.items:
        if not isinstance(item, Line):
            last = None
            continue
        if last is not None and last.zone == item.zone and abs(last.size - item.size) < 0.5:
            down = item.bottom - last.bottom
            if 0.7 * item.size < down < 2.6 * item.size:
                distances.setdefault(item.zone, []).append(down)
        last = item
    return {zone: _typical(values) for zone, values in distances.items()}


def _typical(values: list[float]) -> float:
    values.sort()
    return values[len(values) // 3]
