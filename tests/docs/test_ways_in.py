"""A snapshot and the files beside it are read by the tools that the README names, and by the notebook."""

import csv
import importlib.util
from pathlib import Path
from types import ModuleType

import altair as alt
import duckdb
import openpyxl
import pandas as pd
import polars as pl
import pyarrow.dataset as ds
import pytest

from tests.flows.cli.test_commands import call
from tests.warehouse.asking.conftest import snapshot
from warehouse.connection import open_warehouse
from warehouse.publish import publish

__all__ = ["snapshot"]
ROOT = Path(__file__).parents[2]
SYMBOLS = ["C/a-E", "C/b-E"]


def test_pandas_polars_and_arrow_read_the_snapshot(snapshot: Path) -> None:
    sql = "SELECT symbol, meeting_date, sources FROM documents ORDER BY symbol"
    with duckdb.connect(snapshot, read_only=True) as database:
        assert database.sql(sql).df()["symbol"].tolist() == SYMBOLS
        assert database.sql(sql).pl()["sources"].to_list() == [["France"], ["Kenya", "@club"]]
        assert database.sql(sql).to_arrow_table()["symbol"].to_pylist() == SYMBOLS


def test_pandas_polars_and_arrow_read_the_parquet_files(snapshot: Path) -> None:
    folder = snapshot.with_name("parquet")
    assert sorted(pd.read_parquet(folder / "documents.parquet")["symbol"]) == SYMBOLS
    assert sorted(pl.read_parquet(folder / "documents.parquet")["symbol"]) == SYMBOLS
    assert ds.dataset(folder / "labels.parquet").to_table().num_rows == 1
    with duckdb.connect() as elsewhere:
        files = elsewhere.read_parquet(str(folder / "passages.parquet"))
        assert files.count("*").fetchall() == [(3,)]


def test_csv_is_read_by_pandas_polars_and_what_reads_lines(snapshot: Path) -> None:
    file = snapshot.with_name("csv") / "sources.csv"
    expected = ["'@club", "France", "Kenya"]
    assert sorted(pd.read_csv(file)["name"]) == expected
    assert sorted(pl.read_csv(file)["name"]) == expected
    with file.open(encoding="utf-8-sig", newline="") as stream:
        assert sorted(row["name"] for row in csv.DictReader(stream)) == expected


def test_a_workbook_is_read_by_excel_s_readers(snapshot: Path, tmp_path: Path) -> None:
    assert call("export", "sources", "--to", tmp_path / "a.xlsx", "--snapshot", snapshot)[0] == 0
    assert sorted(pd.read_excel(tmp_path / "a.xlsx")["name"]) == ["@club", "France", "Kenya"]
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames == ["sources", "Dictionary"]


def notebook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("explore", ROOT / "docs" / "explore.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("full", [True, False])
def test_the_notebook_runs_from_top_to_bottom(
    snapshot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full: bool
) -> None:
    published = tmp_path / "workspace" / "published"
    if full:
        published.parent.mkdir()
        published.symlink_to(snapshot.parent)
    else:
        with open_warehouse(tmp_path / "empty.duckdb") as connection:
            publish(connection, published / "contributions.duckdb")
    monkeypatch.chdir(tmp_path)
    outputs, defined = notebook().app.run()
    charts = [output for output in outputs if isinstance(output, alt.Chart)]
    assert len(charts) == 4
    assert all(chart.to_dict()["mark"] for chart in charts)
    assert len(defined["words"]) == int(full)
    assert len(defined["languages"]) == 2 * full
