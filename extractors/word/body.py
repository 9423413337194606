"""The walk through a document's body: paragraphs, tables, text boxes and notes in reading order."""

from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from extractors.word.changes import KINDS, change_of
from extractors.word.items import Grid, GridCell, GridRow, Item, Note, Paragraph
from extractors.word.names import ALT_CHUNK, ALTERNATE_CONTENT, P_PR, R_ID, R_PR, SDT, SDT_CONTENT, TBL, TC, TR, P, w
from extractors.word.notes import Notes
from extractors.word.numbering import Numbering
from extractors.word.runs import Runs
from extractors.word.shapes import chosen
from extractors.word.styles import INNER, Styles, has_lines, is_centred, is_on, outline_level, value, whole
from extractors.word.wording import Change, Segment, in_force

_SKIPPED: Final = frozenset({w("sdtPr"), w("sdtEndPr"), w("sectPr"), w("tblPr"), w("tblGrid"), w("tcPr"), w("trPr")})


class Body:
    """Reads the stories of one document: its body, notes, headers and footers."""

    def __init__(
        self, styles: Styles, numbering: Numbering, runs: Runs, notes: Notes, foreign: Callable[[str], list[Item]]
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._runs = runs
        self._notes = notes
        self._foreign = foreign

    def items(self, container: etree._Element, change: Change | None = None) -> list[Item]:
        """Read paragraphs and tables of a container: the body, a cell, a text box, a note."""
        found: list[Item] = []
        held: list[Paragraph] = []
        for element, fate in self._flat(container, change):
            if element.tag == P:
                paragraph, mark = self._paragraph(element, fate, held)
                if mark is not None and mark.gone and (held or in_force(paragraph.segments).strip()):
                    paragraph.segments.append(Segment("\n", mark))
                    held = [paragraph]
                else:
                    held = []
                    found.append(paragraph)
                    for identity in paragraph.parts:
                        found.extend(self._foreign(identity))
            else:
                found.extend(held)
                held = []
                found.extend(
                    self._foreign(element.get(R_ID, "")) if element.tag == ALT_CHUNK else [self._grid(element, fate)]
                )
        return found + held

    def _flat(self, container: etree._Element, change: Change | None) -> Iterator[tuple[etree._Element, Change | None]]:
        for child in container:
            tag = child.tag
            if tag in {P, TBL, ALT_CHUNK}:
                yield child, change
            elif tag == SDT:
                content = child.find(SDT_CONTENT)
                if content is not None:
                    yield from self._flat(content, change)
            elif tag == ALTERNATE_CONTENT:
                choice = chosen(child)
                if choice is not None:
                    yield from self._flat(choice, change)
            elif tag in KINDS:
                yield from self._flat(child, change_of(child, change))
            elif isinstance(tag, str) and tag not in _SKIPPED and not self._runs.markers.take(child):
                yield from self._flat(child, change)

    def _paragraph(
        self, element: etree._Element, change: Change | None, held: list[Paragraph]
    ) -> tuple[Paragraph, Change | None]:
        properties = element.find(P_PR)
        style = self._styles.get(value(properties, w("pStyle")))
        content = self._runs.read(element, style, change)
        mark = _mark(properties, change)
        outline, centred = outline_level(properties), is_centred(properties)
        paragraph = Paragraph(
            content.segments,
            style,
            level=style.level if outline is None else (outline or None),
            bold=content.signs > 0 and content.bold == content.signs,
            centred=bool(style.centred if centred is None else centred),
            size=content.size,
            usual_size=self._styles.usual_size,
        )
        if mark is None or not mark.gone:
            paragraph.number = self._numbering.number(properties, style)
        for reference in content.notes:
            number, note = self._notes.take(reference)
            if note is not None:
                paragraph.notes.append(Note(reference.kind, number, self.items(note, reference.change)))
        paragraph.parts.extend(content.parts)
        for box, fate in content.boxes:
            is_text = isinstance(box, str)
            paragraph.boxes.append([Paragraph([Segment(box, fate)], style)] if is_text else self.items(box, fate))
        for earlier in held:
            paragraph.follow(earlier)
        return paragraph, mark

    def _grid(self, table: etree._Element, change: Change | None) -> Grid:
        rows: list[GridRow] = []
        for element, fate in self._children(table, TR, change):
            properties = element.find(w("trPr"))
            if properties is not None:
                mark = next((each for each in properties if each.tag in KINDS), None)
                fate = fate if mark is None else change_of(mark, fate)  # noqa: PLW2901
            column = whole(value(properties, w("gridBefore"))) or 0
            cells: list[GridCell] = []
            for cell, cell_fate in self._children(element, TC, fate):
                cells.append(self._cell(cell, column, cell_fate))
                column += cells[-1].span
            header = properties is not None and is_on(properties.find(w("tblHeader")))
            rows.append(GridRow(header, cells))
        look = table.find(w("tblPr"))
        cells = [cell for row in rows for cell in row.cells]
        lined = sum(cell.lined for cell in cells) * 2 > len(cells)
        return Grid(rows, lined or self._is_ruled(look), self._names_first(look))

    def _names_first(self, properties: etree._Element | None) -> bool:
        style = self._styles.get(value(properties, w("tblStyle")) or "")
        look = properties.find(w("tblLook")) if properties is not None else None
        if look is None or not style.names_first:
            return False
        bits = str(look.get(w("val"), "0"))
        return is_on(look, w("firstRow"), absent=bool(_hexadecimal(bits) & _FIRST_ROW))

    def _is_ruled(self, properties: etree._Element | None) -> bool:
        own = properties.find(w("tblBorders")) if properties is not None else None
        if own is None:
            return self._styles.get(value(properties, w("tblStyle")) or "").ruled
        return has_lines(own, INNER)

    def _cell(self, cell: etree._Element, column: int, change: Change | None) -> GridCell:
        properties = cell.find(w("tcPr"))
        merge = properties.find(w("vMerge")) if properties is not None else None
        shade = properties.find(w("shd")) if properties is not None else None
        borders = properties.find(w("tcBorders")) if properties is not None else None
        return GridCell(
            column,
            max(1, min(whole(value(properties, w("gridSpan"))) or 1, _MOST_COLUMNS)),
            merge is not None and merge.get(w("val"), "continue") == "continue",
            shade is not None and str(shade.get(w("fill"), "auto")).lower() not in {"auto", "ffffff", "nil"},
            borders is not None and has_lines(borders, ("left", "right", "start", "end")),
            self.items(cell, change),
        )

    def _children(
        self, parent: etree._Element, wanted: str, change: Change | None
    ) -> Iterator[tuple[etree._Element, Change | None]]:
        for child in parent:
            if child.tag == wanted:
                yield child, change
            elif isinstance(child.tag, str) and child.tag not in _SKIPPED and not self._runs.markers.take(child):
                inner = change_of(child, change) if child.tag in KINDS else change
                yield from self._children(child, wanted, inner)


def _hexadecimal(text: str) -> int:
    try:
        return int(text, 16)
    except ValueError:
        return 0


_FIRST_ROW = 0x0020
"""The bit of a table's look that gives the first row its own format (ECMA-376 part 1, 17.7.6.7, in older files)."""
_MOST_COLUMNS = 63
"""Word's own limit for a table."""


def _mark(properties: etree._Element | None, change: Change | None) -> Change | None:
    formatting = properties.find(R_PR) if properties is not None else None
    for child in formatting if formatting is not None else ():
        if child.tag in KINDS:
            return change_of(child, change)
    return change
