"""The CSV form of the review: one row per document and field, written for people and read back from them."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.corrections.cells import from_cell, to_cell
from flows.errors import CorrectionError
from warehouse.review import ReviewRow

COLUMNS = (
    "doubt", "submission", "file", "symbol", "field", "value", "read", "page", "quote", "confidence",
    "correction", "why", "decided", "document", "as_exported",
)  # fmt: skip
_NEEDED = ("document", "field", "correction", "why", "as_exported")
_SEPARATORS = ",;\t"
"""Between cells: a spreadsheet program in a French, Russian or Spanish country saves with semicolons."""
_LONGEST_CELL = 1 << 24


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A filled-in row: its number in the spreadsheet, and the cells that matter."""

    number: int
    document: str
    field: str
    correction: str
    why: str
    as_exported: str


def write_sheet(rows: Iterable[ReviewRow], file: Path) -> int:
    """Write the work list as UTF-8 with a byte order mark, so that a spreadsheet program knows its letters.

    Returns the number of rows. Raises CorrectionError for a file that is there already: it may hold people's work.
    """
    if file.exists():
        raise CorrectionError(
            f"{file} is there already and may hold corrections that nobody has imported. Name another file."
        )
    unfinished = file.with_name(f".{file.name}.unfinished")
    try:
        with unfinished.open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(COLUMNS)
            number = sum(1 for row in rows if writer.writerow(map(to_cell, _cells(row))))
        unfinished.replace(file)
    except OSError as error:
        raise CorrectionError(f"{file} cannot be written: {error.strerror}. Name a file in another folder.") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return number


def read_sheet(file: Path) -> list[SheetRow]:
    """Read the rows that have a correction; raises CorrectionError for a file that is not such a sheet."""
    lines = _lines(_text(file))
    header = [cell.strip().casefold() for cell in next(lines, (0, []))[1]]
    missing = [name for name in _NEEDED if name not in header]
    if missing:
        raise CorrectionError(
            f"{file} is not a sheet of `rapporteur review headers --export`: the column {missing[0]} is missing from "
            "its first row. Export again and fill in the columns correction and why; leave all others as they are."
        )
    places = [header.index(name) for name in _NEEDED]
    rows = []
    for number, cells in lines:
        document, field, correction, why, state = (
            from_cell(cells[place]) if place < len(cells) else "" for place in places
        )
        if correction.strip():
            rows.append(SheetRow(number, document.strip(), field.strip(), correction, why, state.strip()))
    return rows


def state_of(row: ReviewRow) -> str:
    """Give a short mark of how a field stands, by which an import sees that it changed since the export."""
    text = json.dumps([row.document, row.field, row.value, row.last_decision])
    # Begins with a letter and has no other: a spreadsheet program takes 12e45 for a number.
    return f"s{int.from_bytes(hashlib.sha256(text.encode()).digest()[:6]):015d}"


def _cells(row: ReviewRow) -> Sequence[str]:
    decided = f"{row.decided_by}, {row.decided_at:%Y-%m-%d}: {row.why}" if row.decided_by and row.decided_at else ""
    return (
        _doubt(row),
        _shown(row.submission),
        row.name or "",
        row.symbol or "",
        row.field,
        row.value or "",
        row.read or "",
        _shown(row.page),
        row.quote or "",
        "" if row.confidence is None else f"{row.confidence:.2f}",
        "",
        "",
        decided,
        row.document,
        state_of(row),
    )


def _doubt(row: ReviewRow) -> str:
    if row.doubt == 0:
        return ""
    reasons = [
        *(["missing"] if row.missing else []),
        *row.doubts,
        *(f"name not known: {name}" for name in row.unresolved),
        *(["read with little confidence"] if row.unsure else []),
    ]
    return "; ".join(reasons)


def _shown(number: int | None) -> str:
    return "" if number is None else str(number)


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise CorrectionError(f"{file} cannot be read: {error.strerror}. Check the name of the file.") from error
    except UnicodeDecodeError as error:
        raise CorrectionError(
            f"{file} is not in UTF-8, so that letters beyond English would be lost. Save it again as "
            '"CSV UTF-8 (Comma delimited)".'
        ) from error


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    first = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), start=1)
    except csv.Error as error:
        raise CorrectionError(
            f"The sheet is damaged: {error}. Open it in a spreadsheet program and save it as CSV again."
        ) from error
