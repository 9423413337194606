"""Cells: nested values as text, instants with their zone, and nothing that runs as a formula."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.cells import FORMULA, readable, without_formulas


def cells(values: list[object], kind: pa.DataType) -> list[object]:
    batch = pa.record_batch([pa.array(values, kind)], names=["a"])
    return list(without_formulas(readable(batch))["a"].to_pylist())


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        (["a", "b"], pa.list_(pa.string()), "a; b"),
        ([], pa.list_(pa.string()), ""),
        (None, pa.list_(pa.string()), None),
        ([1, None, 2], pa.list_(pa.int32()), "1; 2"),
        ([["a", "b"], ["c"]], pa.list_(pa.list_(pa.string())), "a, b; c"),
        (
            [{"symbol": "C/1", "in_force": True, "page": None}, {"symbol": "C/2", "in_force": False, "page": 3}],
            pa.list_(pa.struct([("symbol", pa.string()), ("in_force", pa.bool_()), ("page", pa.int32())])),
            "symbol: C/1, in_force: true; symbol: C/2, in_force: false, page: 3",
        ),
        ({"title": "=A"}, pa.map_(pa.string(), pa.string()), "title: =A"),
        (["=A"], pa.list_(pa.string()), "'=A"),
        (datetime(2026, 1, 13, 9, 5, 7, 123456, tzinfo=UTC), pa.timestamp("us", "UTC"), "2026-01-13 09:05:07+0000"),
        (date(2026, 1, 13), pa.date32(), date(2026, 1, 13)),
        (-5, pa.int64(), -5),
        (Decimal("-1.50"), pa.decimal128(5, 2), Decimal("-1.50")),
        (True, pa.bool_(), True),
        ("a", pa.dictionary(pa.int8(), pa.string()), "a"),
        ("-", pa.dictionary(pa.int8(), pa.string()), "'-"),
        (b"\x00", pa.binary(), "b'\\x00'"),
    ],
)
def test_a_value_is_written_as_people_read_it(value: object, kind: pa.DataType, shown: object) -> None:
    assert cells([value], kind) == [shown]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'=", "''@"])
def test_a_text_that_could_run_gets_an_apostrophe(start: str) -> None:
    assert cells([f"{start}SUM(A1)", "no formula", None, "'t"], pa.string()) == [
        f"'{start}SUM(A1)", "no formula", None, "'t",
    ]  # fmt: skip


@given(st.lists(st.text()))
def test_no_text_runs_and_none_is_lost(texts: list[str]) -> None:
    for text, cell in zip(texts, cells([*texts], pa.string()), strict=True):
        assert isinstance(cell, str)
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
        assert (cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell) == text
