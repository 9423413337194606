"""Marts as Excel workbooks: the rows on one sheet, what the columns mean and where they come from on a second."""

import math
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow as pa
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ERROR_CODES, ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from warehouse.cells import FORMULA, readable

MOST_ROWS = 1_048_575
"""Excel's 1,048,576 without the one that names the columns."""
_LONGEST = 32_767
"""Characters in one cell of Excel."""
_MOST_DIGITS = 10**15
"""Excel changes the last digits of a larger number."""
_NARROW, _WIDE = 8, 60
_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_MEANING_WIDTH = 100


def write_workbook(rows: pa.RecordBatchReader, file: Path, name: str, about: Mapping[str, str]) -> int:
    """Write a workbook of the rows, at most MOST_ROWS, and of what `about` tells; give how many cells were cut.

    A text is a text, whatever it begins with; one that is longer than a cell of Excel is cut. The comments in the
    schema are the meanings on the second sheet.
    """
    book = Workbook(write_only=True)
    cut = _write_rows(book, rows, name)
    _write_dictionary(book, rows.schema, about)
    book.save(file)
    return cut


def _write_rows(book: Workbook, rows: pa.RecordBatchReader, name: str) -> int:
    sheet = book.create_sheet(_SHEET_NAME.sub("_", name)[:31])
    names = rows.schema.names
    first = next(rows, None)
    shown = [] if first is None else readable(first).to_pylist()
    for place, column in enumerate(names, start=1):
        longest = max([len(column) + 3, *(len(str(row[column])) for row in shown[:1000] if row[column] is not None)])
        sheet.column_dimensions[get_column_letter(place)].width = min(max(longest, _NARROW), _WIDE)
    sheet.freeze_panes = "A2"
    sheet.append([_text(sheet, column, bold=True) for column in names])
    number = cut = 0
    for row in chain(shown, (row for batch in rows for row in readable(batch).to_pylist())):
        values = [row[column] for column in names]
        cut += sum(isinstance(value, str) and len(value) > _LONGEST for value in values)
        sheet.append(_cells(sheet, values))
        number += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}{number + 1}"
    return cut


def _write_dictionary(book: Workbook, schema: pa.Schema, about: Mapping[str, str]) -> None:
    sheet = book.create_sheet("Dictionary")
    for letter, width in zip("ABC", (28, 28, _MEANING_WIDTH), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    sheet.append([_text(sheet, title, bold=True) for title in ("Column", "Type", "Meaning")])
    for field in schema:
        _append_texts(sheet, field.name, str(field.type), _comment(field.metadata))
    sheet.append([])
    for title, text in chain([("Rows", _comment(schema.metadata))], about.items()):
        _append_texts(sheet, title, "", text)


def _append_texts(sheet: Any, *texts: str) -> None:
    sheet.append([_text(sheet, text, wrapped=True) for text in texts])


def _cells(sheet: Any, values: Sequence[object]) -> list[object]:
    plain = [_plain(value) for value in values]
    if not any(isinstance(value, str) and _is_dangerous(value) for value in plain):
        return plain
    # In a row with cells of its own, openpyxl gives the style of one to the plain values after it.
    return [
        _text(sheet, value) if isinstance(value, str) and _is_dangerous(value) else WriteOnlyCell(sheet, value)
        for value in plain
    ]


def _plain(value: Any) -> Any:
    match value:
        case str():
            return _clean(value)
        case float() if not math.isfinite(value):
            return str(value)
    if isinstance(value, int | Decimal) and not -_MOST_DIGITS < value < _MOST_DIGITS:
        return str(value)
    return value


def _is_dangerous(text: str) -> bool:
    return bool(FORMULA.match(text)) or text in ERROR_CODES


def _text(sheet: Any, value: str, *, bold: bool = False, wrapped: bool = False) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, _clean(value))
    cell.data_type = "s"  # else a text with = before it would be a formula
    cell.quotePrefix = True  # and it would become one when a person edits the cell
    if bold:
        cell.font = Font(bold=True)
    if wrapped:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _clean(text: str) -> str:
    return str(ILLEGAL_CHARACTERS_RE.sub(" ", text))[:_LONGEST]


def _comment(metadata: Mapping[bytes, bytes] | None) -> str:
    comment: bytes = (metadata or {}).get(b"comment", b"")
    return comment.decode()
