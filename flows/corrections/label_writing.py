"""The work list on labels as a file: XLSX with drop-down lists, or CSV."""

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from rich.cells import cell_len

from flows.corrections.cells import to_cell
from flows.corrections.label_sheet import Column, cells, columns, fits, set_off, wording
from flows.errors import CorrectionError
from models.labels import Facet
from warehouse.label_review import NamedConcept, WorkRow

_HEAD = PatternFill("solid", fgColor="DDE5EE")
_TO_FILL = PatternFill("solid", fgColor="FFF6CC")
_FONT = {"name": "Calibri", "size": 11}
_EVIDENCE = InlineFont(rFont="Calibri", sz=11, b=True, color="C00000")
_RIGHT_TO_LEFT = 2
_GUIDE_WIDTH = 120
_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ABOVE = Border(top=Side("thin", color="808080"))
_AGAIN = Font(color="808080", **_FONT)
_LINE, _HIGHEST = 15.0, 405.0
"""Points."""
_WIDER = 1.1
"""Of letters against figures, by which widths are told; words that do not fit the end of a line come on top."""
_OF_PASSAGE = ("document", "source", "place", "heading", "language", "text", "has already")
"""Columns that say the same in all rows of a passage."""
_TURNED = ("text", "heading")
"""Columns in the language of the passage."""


def write_work_list(rows: Sequence[WorkRow], concepts: Sequence[NamedConcept], file: Path) -> int:
    """Write the work list, as CSV where the file is called so and else as XLSX, and return the number of rows.

    A row that is longer than a cell can be is left out. Raises CorrectionError for a file that is there already: it may
    hold people's work; and for one that cannot be written.
    """
    if file.suffix.casefold() not in _WRITERS:
        raise CorrectionError(f"{file.name} is neither .xlsx nor .csv. Give the file one of these endings.")
    if file.exists():
        raise CorrectionError(
            f"{file} is there already and may hold decisions that nobody has imported. Name another file."
        )
    at = datetime.now(UTC)
    fitting = [row for row in rows if fits(row, at)]
    unfinished = file.with_name(f".{file.name}.unfinished")
    try:
        _WRITERS[file.suffix.casefold()](fitting, concepts, unfinished, at)
        unfinished.replace(file)
    except OSError as error:
        raise CorrectionError(f"{file} cannot be written: {error.strerror}. Name a file in another folder.") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return len(fitting)


def _write_csv(rows: Sequence[WorkRow], _: Sequence[NamedConcept], file: Path, at: datetime) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([column.name for column in columns()])
        for row in rows:
            values = cells(row, at)
            pieces = set_off(row.anchor.text, row.evidence)
            values["text"] = "".join(f"[[{piece}]]" if evidence else piece for piece, evidence in pieces)
            writer.writerow(to_cell(str(values.get(column.name, ""))) for column in columns())


def _write_xlsx(rows: Sequence[WorkRow], concepts: Sequence[NamedConcept], file: Path, at: datetime) -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = wording()["sheet"]
    _write_head(sheet)
    for number, row in enumerate(rows, start=2):
        first = number == 2 or row.anchor != rows[number - 3].anchor
        _write_row(sheet, number, row, cells(row, at), first=first)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns()))}{len(rows) + 1}"
    lists = _write_concepts(book.create_sheet(wording()["concepts"]), concepts)
    _add_lists(sheet, rows, lists)
    _write_guide(book.create_sheet(wording()["guide"]))
    book.save(file)


def _write_head(sheet: Worksheet) -> None:
    for number, column in enumerate(columns(), start=1):
        cell = sheet.cell(1, number, column.name)
        cell.font, cell.fill = Font(bold=True, **_FONT), _TO_FILL if column.fill else _HEAD
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.hidden = column.width, column.hidden
    sheet.row_dimensions[1].height = 2 * _LINE
    sheet.freeze_panes = "B2"
    _fit_to_page(sheet)
    sheet.print_title_rows = "1:1"


def _write_row(sheet: Worksheet, number: int, row: WorkRow, values: Mapping[str, str | float], *, first: bool) -> None:
    for place, column in enumerate(columns(), start=1):
        cell = sheet.cell(number, place)
        turned = row.language == "ar" and column.name in _TURNED
        cell.alignment = Alignment(
            vertical="top",
            wrap_text=not column.hidden,
            horizontal="right" if turned else None,
            readingOrder=_RIGHT_TO_LEFT if turned else 0,
            indent=1 if turned else 0,
        )
        if first:
            cell.border = _ABOVE
        elif column.name in _OF_PASSAGE:
            cell.font = _AGAIN
        if column.fill:
            cell.fill, cell.number_format = _TO_FILL, "@"
        elif isinstance(value := values[column.name], float):
            cell.value, cell.number_format = value, "0.00"
        elif column.name == "text":
            _put_text(cell, row)
        else:
            _put(cell, value)
    # Not every program makes a row as high as its text asks for.
    sheet.row_dimensions[number].height = min(_LINE * max(map(_lines(values), columns())), _HIGHEST)


def _lines(values: Mapping[str, str | float]) -> Callable[[Column], int]:
    def of(column: Column) -> int:
        if column.hidden:
            return 1
        lines = str(values.get(column.name, "")).split("\n")
        return sum(1 + int(_WIDER * cell_len(line)) // column.width for line in lines)

    return of


def _put(cell: Cell, text: str | float) -> None:
    """Put text into a cell as text, which no spreadsheet program runs, not even when the cell is edited."""
    cell.number_format, cell.quotePrefix = "@", True
    if printed := _printable(str(text)):
        cell.value, cell.data_type = printed, "s"


def _put_text(cell: Cell, row: WorkRow) -> None:
    _put(cell, row.anchor.text)
    pieces = [(_printable(piece), evidence) for piece, evidence in set_off(row.anchor.text, row.evidence)]
    if any(piece and evidence for piece, evidence in pieces):
        shown = (TextBlock(_EVIDENCE, piece) if evidence else piece for piece, evidence in pieces if piece)
        cell.value = CellRichText(*shown)


def _printable(text: str) -> str:
    # XML has no control characters, and Excel reads _x0041_ as the letter of that number.
    printed = "".join(each for each in text if each >= " " or each in "\t\n\r")
    return _CODED.sub("_x005F_", printed)


def _write_concepts(sheet: Worksheet, concepts: Sequence[NamedConcept]) -> Mapping[Facet, str]:
    """Write the names of the newest taxonomy, a column for each facet, and return where those of each facet stand."""
    names: dict[Facet, list[str]] = defaultdict(list)
    for one in concepts:
        if one.taxonomy == concepts[0].taxonomy:
            names[one.facet].append(one.name)
    for place, (facet, some) in enumerate(names.items(), start=1):
        for number, name in enumerate([facet.value, *some], start=1):
            _put(sheet.cell(number, place), name)
    sheet.sheet_state = "hidden"
    return {
        facet: f"'{sheet.title}'!${get_column_letter(place)}$2:${get_column_letter(place)}${len(some) + 1}"
        for place, (facet, some) in enumerate(names.items(), start=1)
    }


def _add_lists(sheet: Worksheet, rows: Sequence[WorkRow], lists: Mapping[Facet, str]) -> None:
    letters = {column.name: get_column_letter(place) for place, column in enumerate(columns(), start=1)}
    decisions = ",".join(wording()["decisions"])
    decision = _list(f'"{decisions}"', "stop", f"Choose one of: {decisions.replace(',', ', ')}.")
    adds = {
        facet: _list(
            source, "warning", f"This is no {facet.value} of the list. Several names are parted by a semicolon."
        )
        for facet, source in lists.items()
    }
    numbered = enumerate(rows, start=2)
    for facet, run in groupby(numbered, key=lambda each: each[1].facet):
        numbers = [number for number, _ in run]
        if facet in adds:
            adds[facet].add(f"{letters['add']}{numbers[0]}:{letters['add']}{numbers[-1]}")
    if rows:
        decision.add(f"{letters['decision']}2:{letters['decision']}{len(rows) + 1}")
    for one in (decision, *adds.values()):
        if one.sqref:
            sheet.add_data_validation(one)


def _list(source: str, style: str, error: str) -> DataValidation:
    return DataValidation(
        type="list", formula1=source, allow_blank=True, showErrorMessage=True, errorStyle=style, error=error
    )


def _write_guide(sheet: Worksheet) -> None:
    lines: Sequence[str] = wording()["guide_text"]["lines"]
    for number, line in enumerate(lines, start=1):
        cell = sheet.cell(number, 1)
        _put(cell, line)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        if number == 1 or not lines[number - 2]:
            cell.font = Font(bold=True, **_FONT)
        sheet.row_dimensions[number].height = _LINE * (1 + int(_WIDER * cell_len(line)) // _GUIDE_WIDTH)
    sheet.column_dimensions["A"].width = _GUIDE_WIDTH
    _fit_to_page(sheet)


def _fit_to_page(sheet: Worksheet) -> None:
    sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = "landscape", 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


_WRITERS: Mapping[str, Callable[[Sequence[WorkRow], Sequence[NamedConcept], Path, datetime], None]] = {
    ".xlsx": _write_xlsx,
    ".csv": _write_csv,
}
