"""`rapporteur export` writes marts as files, each whole or not there."""

import csv
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from flows.errors import ExportError
from tests.flows.cli.test_commands import call
from tests.warehouse.asking.conftest import snapshot
from warehouse.errors import QueryError

__all__ = ["snapshot"]


def export(snapshot: Path, *arguments: str | Path) -> tuple[int, str]:
    return call("export", *arguments, "--snapshot", snapshot)


def test_marts_go_into_a_folder_as_files_of_their_names(snapshot: Path, tmp_path: Path) -> None:
    for form in ("csv", "parquet", "xlsx"):
        code, shown = export(snapshot, "documents", "labels", "--to", tmp_path / "out", "--format", form)
        assert code == 0
        assert f"documents.{form}: 2 rows\n" in shown
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [
        f"{name}.{form}" for name in ("documents", "labels") for form in ("csv", "parquet", "xlsx")
    ]
    with (tmp_path / "out" / "documents.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert {row["sources"] for row in csv.DictReader(stream)} == {"France", "Kenya; @club"}
    assert pq.read_table(tmp_path / "out" / "labels.parquet").num_rows == 1
    rows, dictionary = openpyxl.load_workbook(tmp_path / "out" / "documents.xlsx")
    assert rows.max_row == 3
    told = {row[0].value: row[2].value for row in dictionary if row[0].value}
    assert told["symbol"]
    assert told["Taxonomy"] == "2026.1"


def test_one_mart_goes_into_a_file_and_its_ending_says_the_kind(snapshot: Path, tmp_path: Path) -> None:
    file = tmp_path / "kenya.XLSX"
    assert export(snapshot, "documents", "--country", "Kenya", "--where", "language = 'fr'", "--to", file)[0] == 0
    _, dictionary = openpyxl.load_workbook(file)
    assert {row[0].value: row[2].value for row in dictionary}["Filters"] == "country: Kenya; language = 'fr'"


def test_what_is_there_is_replaced_only_when_asked(snapshot: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("work of a person", encoding="utf-8")
    with pytest.raises(ExportError, match="is there already"):
        export(snapshot, "documents", "--to", file)
    assert file.read_text(encoding="utf-8") == "work of a person"
    assert export(snapshot, "documents", "--to", file, "--replace")[0] == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("documents", "--to", "out"), "Say which kind of file"),
        (("documents", "labels", "--to", "a.csv"), "do not go into one file"),
        (("documents", "--to", "a.csv", "--format", "xlsx"), "not that of --format"),
        (("documnts", "--to", "a.csv"), "Did you mean documents"),
        (("documents", "--to", "a.csv", "--where", "yeer > 2020"), "no column yeer"),
        (("documents", "--to", "a.csv", "--where", "1) TO 'b.csv' --"), "cannot be understood"),
        (("documents", "labels", "--to", "out", "--format", "csv", "--where", "symbol = ''"), "symbol"),
    ],
)
def test_what_cannot_be_exported_is_told_and_leaves_nothing(
    snapshot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises((ExportError, QueryError), match=says):
        export(snapshot, *arguments)
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


def test_more_rows_than_excel_holds_are_refused_with_what_to_do(snapshot: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    many = "true) UNION ALL BY NAME (SELECT paragraph FROM passages, range(600000)"
    with pytest.raises(ExportError, match=r"has 1,800,003 rows, and Excel holds 1,048,575\. Filter it"):
        export(snapshot, "passages", "--to", file, "--where", many)
    assert list(tmp_path.iterdir()) == []


def test_without_a_name_the_marts_are_listed(snapshot: Path) -> None:
    code, shown = export(snapshot)
    assert code == 0
    assert "documents  " in shown
    assert call("export", "documents")[0] == 2
