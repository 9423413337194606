"""The header block on the first page of a Word sample, and the running header with page number and symbol."""

from docx.document import Document
from docx.enum.table import WD_TABLE_DIRECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from samples.docx_tables import set_borders
from samples.sample import Sample

_WIDTHS = (Cm(10.2), Cm(6.4))


def add_header_block(document: Document, sample: Sample) -> None:
    """Write group, meeting, document, date, original, source and title as the table that delegates know."""
    header = sample.header
    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width
    if sample.right_to_left:
        table.table_direction = WD_TABLE_DIRECTION.RTL
    top = _merged(table)
    _write(top, header.group, bold=True, size=14)
    _write(top.add_paragraph(style="Table Text"), header.meeting, bold=True, size=11)
    set_borders(top, bottom=12)
    pairs = ((header.agenda_item or "", header.document), ("", header.date), ("", header.original))
    for left, right in pairs:
        row = table.add_row()
        for cell, width, text in zip(row.cells, _WIDTHS, (left, right), strict=True):
            cell.width = width
            _write(cell, text, bold=bool(text) and text == right, size=11)
    for label, value, size in ((header.source_label, header.source, 11), (header.title_label, header.title, 12)):
        cell = _merged(table)
        set_borders(cell, top=6)
        line = _write(cell, f"{label}: ", bold=True, size=11)
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(5)
        run = line.add_run(value)
        run.font.size, run.bold = Pt(size), label == header.title_label
    set_borders(table.rows[-1].cells[0], top=6, bottom=12)
    document.add_paragraph(style="Table Text")


def add_running_header(document: Document, sample: Sample) -> None:
    """Print page number and symbol at the top of every page but the first."""
    line = document.sections[0].header.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run("– ")
    line._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'))
    line.add_run(" –")
    second = document.sections[0].header.add_paragraph(sample.expect.symbol)
    second.alignment = WD_ALIGN_PARAGRAPH.CENTER
    second.paragraph_format.space_after = Pt(10)
    for paragraph in (line, second):
        paragraph.paragraph_format.space_before = Pt(0)
        for run in paragraph.runs:
            run.font.size = Pt(9)


def _merged(table: Table) -> _Cell:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call, unused-ignore] # typed in part only
    left, right = row.cells
    left.width, right.width = _WIDTHS
    merged: _Cell = left.merge(right)
    return merged


def _write(target: _Cell | Paragraph, text: str, *, bold: bool, size: float) -> Paragraph:
    line = target.paragraphs[0] if isinstance(target, _Cell) else target
    line.style = "Table Text"
    run = line.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    return line
