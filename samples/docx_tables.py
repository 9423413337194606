"""Tables in the Word samples: grids with a header row and check boxes, and the boxed summary."""

import re
from xml.sax.saxutils import escape

from docx.document import Document
from docx.enum.table import WD_TABLE_DIRECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from samples.blocks import Grid, Summary

_CHECK_BOXES = {"☐": "0", "☒": "1"}
_TEXT_WIDTH_CM = 16.6
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def add_grid(document: Document, grid: Grid, right_to_left: bool) -> None:
    """Write a table with its caption above it; the header row repeats on each page."""
    if grid.caption:
        document.add_paragraph(grid.caption, style="Caption")
    table = document.add_table(rows=0, cols=len(grid.header), style="Table Grid")
    if right_to_left:
        table.table_direction = WD_TABLE_DIRECTION.RTL
    table.autofit = False
    widths = [Cm(_TEXT_WIDTH_CM * share) for share in column_shares(grid)]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for index, row in enumerate((grid.header, *grid.rows)):
        added = table.add_row()
        added._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        if index == 0:
            added._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        for cell, text, width in zip(added.cells, row, widths, strict=True):
            cell.width = width
            _fill(cell, text, header=index == 0)
    document.add_paragraph(style="Table Text")


def column_shares(grid: Grid) -> tuple[float, ...]:
    """Share the width of a page among the columns, by the root of their longest texts."""
    columns = zip(grid.header, *grid.rows, strict=True)
    lengths = [max(9, *(len(text) for text in column)) ** 0.6 for column in columns]
    return tuple(length / sum(lengths) for length in lengths)


def add_box(document: Document, summary: Summary) -> None:
    """Write the summary in a box, its label in bold above it."""
    table = document.add_table(rows=1, cols=1, style="Table Grid")
    cell = table.rows[0].cells[0]
    label = cell.paragraphs[0]
    label.style = document.styles["Table Text"]
    label.add_run(summary.label).bold = True
    text = cell.add_paragraph(summary.text, style="Table Text")
    text.paragraph_format.space_after = Pt(6)
    cell._tc.get_or_add_tcPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="F3F6FA"/>')
    )


def set_borders(cell: _Cell, **eighths: int) -> None:
    """Draw borders (top=, bottom=) of so many eighths of a point."""
    lines = "".join(f'<w:{side} w:val="single" w:sz="{size}" w:color="1F3864"/>' for side, size in eighths.items())
    properties = cell._tc.get_or_add_tcPr()
    for old in properties.xpath("w:tcBorders"):
        properties.remove(old)
    properties.append(parse_xml(f"<w:tcBorders {nsdecls('w')}>{lines}</w:tcBorders>"))


def _fill(cell: _Cell, text: str, *, header: bool) -> None:
    if header:
        shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="DCE6F1"/>'
        cell._tc.get_or_add_tcPr().append(parse_xml(shade))
    for index, line_text in enumerate(text.split("\n")):
        line = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        line.style = "Table Text"
        for part in re.split("([☐☒])", line_text):
            if part in _CHECK_BOXES:
                _check_box(line, part)
            elif part:
                line.add_run(part).bold = header


def _check_box(line: Paragraph, mark: str) -> None:
    line._p.append(
        parse_xml(
            f"<w:sdt {nsdecls('w')} {_W14}><w:sdtPr><w14:checkbox>"
            f'<w14:checked w14:val="{_CHECK_BOXES[mark]}"/>'
            '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
            '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"/>'
            f"</w:rPr><w:t>{escape(mark)}</w:t></w:r></w:sdtContent></w:sdt>"
        )
    )
