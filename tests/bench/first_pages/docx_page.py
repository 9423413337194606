"""Builds a first page as a Word file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_DIRECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from tests.bench.first_pages.page import FirstPage

MARK = re.compile(r"\[\[(\w+)\|(.*?)\]\]", re.DOTALL)
"""`[[name|text]]`: text that a Word bookmark encloses; a PDF shows the text only."""
LEFT, ABOVE = "<<", "^^"
"""A cell that is merged with the one to its left, or with the one above."""
_WIDTH = 16.6
_ALIGN = {"right": WD_ALIGN_PARAGRAPH.RIGHT, "center": WD_ALIGN_PARAGRAPH.CENTER, "left": WD_ALIGN_PARAGRAPH.LEFT}


def build_docx(page: FirstPage, target: Path) -> None:
    """Write the page as a DOCX."""
    document = docx.Document()
    builder = _Builder(document, page.right_to_left)
    for block in page.blocks:
        builder.add(block)
    document.save(str(target))


class _Builder:
    def __init__(self, document: Document, right_to_left: bool) -> None:
        self._document = document
        self._right_to_left = right_to_left
        self._numbers = count(1)

    def add(self, block: Mapping[str, Any]) -> None:
        match block:
            case {"p": str(text)}:
                for piece in text.split("\n"):
                    self._write(self._document.add_paragraph(), piece, block)
            case {"tab": list(cells)}:
                line = self._document.add_paragraph()
                for number in range(1, len(cells)):
                    line.paragraph_format.tab_stops.add_tab_stop(Cm(_WIDTH * max(0.58, number / len(cells))))
                self._write(line, "\t".join(cells), block)
            case {"right": list(lines)}:
                for text in lines:
                    line = self._document.add_paragraph()
                    line.paragraph_format.left_indent = Cm(_WIDTH * 0.58)
                    self._write(line, text, block)
            case {"table": list(rows)}:
                self._table(rows, block)
            case {"box": list(lines)}:
                self._box(lines)
            case {"running": str(text)}:
                self._write(self._document.sections[0].header.paragraphs[0], text, block)
            case {"foot": str(text)}:
                self._write(self._document.sections[0].footer.paragraphs[0], text, block)
            case {"rule": _}:
                self._document.add_paragraph("_" * 40)
            case _:
                raise ValueError(f"no such block: {block!r}")

    def _table(self, rows: Sequence[Sequence[str]], block: Mapping[str, Any]) -> None:
        columns = max(map(len, rows))
        table = self._document.add_table(rows=len(rows), cols=columns)
        if block.get("ruled"):
            table.style = "Table Grid"
        if self._right_to_left:
            table.table_direction = WD_TABLE_DIRECTION.RTL
        shares = block.get("widths") or [1 / columns] * columns
        for row_number, row in enumerate(rows):
            for column, text in enumerate(row):
                if text not in (LEFT, ABOVE):
                    self._cell(_spanned(table, rows, row_number, column), text, block)
                    table.cell(row_number, column).width = Cm(_WIDTH * shares[column])

    def _cell(self, cell: _Cell, text: str, block: Mapping[str, Any]) -> None:
        for number, piece in enumerate(text.split("\n")):
            self._write(cell.add_paragraph() if number else cell.paragraphs[0], piece, block)

    def _box(self, lines: Sequence[str]) -> None:
        inner = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>' for text in lines)
        run = self._document.add_paragraph().add_run()
        run._r.append(
            parse_xml(
                f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml">'
                f'<v:shape style="width:190pt;height:70pt">'
                f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>"
            )
        )

    def _write(self, line: Paragraph, text: str, block: Mapping[str, Any]) -> None:
        if align := block.get("align"):
            line.alignment = _ALIGN[align]
        if self._right_to_left:
            line._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for name, piece in _pieces(text):
            number = str(next(self._numbers))
            if name:
                start = OxmlElement("w:bookmarkStart")
                start.set(qn("w:id"), number)
                start.set(qn("w:name"), name)
                line._p.append(start)
            self._run(line, piece, block)
            if name:
                end = OxmlElement("w:bookmarkEnd")
                end.set(qn("w:id"), number)
                line._p.append(end)

    def _run(self, line: Paragraph, text: str, block: Mapping[str, Any]) -> None:
        run = line.add_run(text.replace("⏎", "\n"))
        run.bold = block.get("bold")
        run.font.size = Pt(block.get("size", 11))
        if self._right_to_left:
            run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    place = 0
    for found in MARK.finditer(text):
        if found.start() > place:
            yield "", text[place : found.start()]
        yield found[1], found[2]
        place = found.end()
    if place < len(text):
        yield "", text[place:]


def _spanned(table: Table, rows: Sequence[Sequence[str]], row: int, column: int) -> _Cell:
    last_column = column
    while last_column + 1 < len(rows[row]) and rows[row][last_column + 1] == LEFT:
        last_column += 1
    last_row = row
    while last_row + 1 < len(rows) and rows[last_row + 1][column : column + 1] == [ABOVE]:
        last_row += 1
    cell = table.cell(row, column)
    return cell if (last_row, last_column) == (row, column) else cell.merge(table.cell(last_row, last_column))
