"""The filled-in work list on labels, read back from XLSX or CSV with the address of every cell."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from flows.corrections.cells import from_cell
from flows.corrections.label_sheet import columns
from flows.errors import CorrectionError

_NEEDED = ("decision", "add", "why", "as_exported")
_DECIDED = ("decision", "add", "words")
_HEAD_WITHIN = 10
"""Rows in which the names of the columns are looked for: people put titles above."""
_SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row in which a person wrote something: its cells by column, and how a person finds them."""

    cells: dict[str, str]
    sheet: str
    number: int
    places: dict[str, str]
    """The letter of each column; in a CSV file its name."""

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def address(self, column: str) -> str:
        """Give the address of a cell, as a spreadsheet program shows it."""
        place = self.places.get(column)
        return f"{self.sheet}, cell {place}{self.number}" if place else f"{self.sheet}, row {self.number}"


def read_work_list(file: Path) -> list[FilledRow]:
    """Read the rows with a decision or an added label; raises CorrectionError for a file that is no such sheet."""
    sheets = _csv_rows(file) if file.suffix.casefold() == ".csv" else _xlsx_rows(file)
    for name, rows in sheets:
        found = _filled(name, rows)
        if found is not None:
            return found
    raise CorrectionError(
        f"{file} is not a sheet of `rapporteur review labels --export`: no sheet in it has the columns "
        f"{', '.join(_NEEDED)}. Export again, fill in the yellow columns, and leave the names of all columns."
    )


def _filled(sheet: str, rows: Iterable[Sequence[str]]) -> list[FilledRow] | None:
    known = {column.name for column in columns()}
    places: dict[str, int] = {}
    filled = []
    for number, row in enumerate(rows, start=1):
        if not places:
            names = [cell.strip().casefold() for cell in row]
            if set(_NEEDED) <= set(names):
                places = {name: names.index(name) for name in known.intersection(names)}
            elif number >= _HEAD_WITHIN:
                return None
            continue
        cells = {name: row[place] for name, place in places.items() if place < len(row)}
        if any(cells.get(name, "").strip() for name in _DECIDED):
            letters = {name: get_column_letter(place + 1) for name, place in places.items()}
            filled.append(FilledRow(cells, sheet, number, letters))
    return filled if places else None


def _xlsx_rows(file: Path) -> Iterator[tuple[str, Iterator[list[str]]]]:
    try:
        with closing(load_workbook(file, read_only=True)) as book:
            for sheet in book.worksheets:
                values = sheet.iter_rows(values_only=True)
                rows = [["" if value is None else str(value) for value in row] for row in values]
                yield f"Sheet {sheet.title}", iter(rows)
    # What a damaged workbook raises depends on which of its parts is damaged; SyntaxError is that of XML.
    except (OSError, BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, SyntaxError) as error:
        raise CorrectionError(
            f"{file} cannot be read as a workbook: {error}. Open it in a spreadsheet program and save it as .xlsx."
        ) from error


def _csv_rows(file: Path) -> Iterator[tuple[str, Iterator[list[str]]]]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise CorrectionError(f"{file} cannot be read: {error.strerror}. Check the name of the file.") from error
    except UnicodeDecodeError as error:
        raise CorrectionError(
            f'{file} is not in UTF-8. Save it again as "CSV UTF-8 (Comma delimited)", or use .xlsx.'
        ) from error
    separator = max(_SEPARATORS, key=text.split("\n", 1)[0].count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise CorrectionError(f"{file} is damaged: {error}. Save it as CSV again, or use .xlsx.") from error
    yield file.name, iter([from_cell(cell) for cell in row] for row in rows)
