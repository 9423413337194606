"""Files that other programs read: CSV, Parquet and Excel."""

import csv
import io
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from warehouse.export import write_csv, write_parquet
from warehouse.workbook import write_workbook

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "#REF!", "plain; text"]
ROWS = pa.table(
    {
        "text": DANGEROUS,
        "number": list(range(len(DANGEROUS))),
        "day": [date(2026, 1, 13)] * len(DANGEROUS),
        "at": pa.array([datetime(2026, 1, 13, 9, tzinfo=UTC)] * len(DANGEROUS), pa.timestamp("us", "UTC")),
        "names": [["Kenya", "Côte d'Ivoire"]] * len(DANGEROUS),
        "big": [2**60] * len(DANGEROUS),
    }
)
COMMENTED = ROWS.schema.set(0, ROWS.schema.field(0).with_metadata({"comment": "What it says."})).with_metadata(
    {"comment": "One row per text."}
)


def reader() -> pa.RecordBatchReader:
    return pa.RecordBatchReader.from_batches(COMMENTED, ROWS.cast(COMMENTED).to_batches(max_chunksize=4))


def test_csv_has_a_byte_order_mark_and_no_formulas() -> None:
    stream = io.BytesIO()
    assert write_csv(reader(), stream) == len(DANGEROUS)
    content = stream.getvalue()
    assert content.startswith(b"\xef\xbb\xbf")
    assert b'"plain; text",8,2026-01-13,"2026-01-13 09:00:00+0000","Kenya; C\xc3\xb4te d\'Ivoire",' in content
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["text"] for row in rows] == [f"'{text}" for text in DANGEROUS[:7]] + DANGEROUS[7:]


def test_csv_without_rows_has_its_columns() -> None:
    stream = io.BytesIO()
    assert write_csv(pa.RecordBatchReader.from_batches(ROWS.schema, []), stream, for_excel=False) == 0
    assert stream.getvalue() == b'"text","number","day","at","names","big"\n'


def test_parquet_keeps_types_and_comments(tmp_path: Path) -> None:
    assert write_parquet(reader(), tmp_path / "a.parquet") == len(DANGEROUS)
    table = pq.read_table(tmp_path / "a.parquet")
    assert table.cast(ROWS.schema) == ROWS
    assert table.schema.field("text").metadata[b"comment"] == b"What it says."


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("workbook") / "a.xlsx"
    assert write_workbook(reader(), file, "texts/of:all", {"Run": "7", "Filters": "=1"}) == 0
    return file


def sheet(file: Path, place: int) -> Any:
    return openpyxl.load_workbook(file).worksheets[place]


def test_a_workbook_has_no_formula_whatever_its_texts_begin_with(workbook: Path) -> None:
    rows = sheet(workbook, 0)
    assert [rows.cell(row, 1).data_type for row in range(2, 11)] == ["s"] * 9
    assert [rows.cell(row, 1).value.strip() for row in range(2, 11)] == [text.strip() for text in DANGEROUS]
    assert all(rows.cell(row, 1).quotePrefix for row in range(2, 9))
    with ZipFile(workbook) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist() if "sheet" in name)


def test_a_workbook_has_heads_filters_widths_and_values_of_their_types(workbook: Path) -> None:
    rows = sheet(workbook, 0)
    assert rows.title == "texts_of_all"
    assert rows.freeze_panes == "A2"
    assert rows.auto_filter.ref == "A1:F10"
    assert rows["A1"].font.b
    assert not rows["A3"].font.b
    assert rows.column_dimensions["E"].width > rows.column_dimensions["B"].width
    assert [cell.value for cell in rows[3]][1:] == [
        1, datetime(2026, 1, 13), "2026-01-13 09:00:00+0000", "Kenya; Côte d'Ivoire", str(2**60),
    ]  # fmt: skip


def test_a_workbook_says_what_its_columns_mean_and_where_they_come_from(workbook: Path) -> None:
    told = [[cell.value for cell in row] for row in sheet(workbook, 1)]
    assert told[:2] == [["Column", "Type", "Meaning"], ["text", "string", "What it says."]]
    assert told[-3:] == [["Rows", None, "One row per text."], ["Run", None, "7"], ["Filters", None, "=1"]]


def test_what_no_cell_can_hold_is_cut_or_left_out_and_told(tmp_path: Path) -> None:
    table = pa.table({"a": ["x" * 40_000, "a\x00b"], "b": [float("nan"), 1.5]})
    assert write_workbook(table.to_reader(), tmp_path / "a.xlsx", "a", {}) == 1
    values = [[cell.value for cell in row] for row in sheet(tmp_path / "a.xlsx", 0)][1:]
    assert values == [["x" * 32_767, "nan"], ["a b", 1.5]]
