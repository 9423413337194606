"""`rapporteur query` prints what the snapshot answers, and can do nothing else."""

import json
from pathlib import Path

import pytest

from flows.workspace import Workspace
from tests.flows.cli.test_commands import call, documented, outside
from tests.warehouse.asking.conftest import snapshot
from warehouse.errors import QueryError, WarehouseError
from warehouse.queries import queries

__all__ = ["snapshot"]


def test_the_ready_queries_are_listed_with_their_questions() -> None:
    code, shown = call("query", "--format", "table")
    assert code == 0
    assert [line for one in queries() if (line := f"{one.name}  {one.title}") not in shown] == []
    assert [one["name"] for one in json.loads(call("query", "--format", "json")[1])] == [one.name for one in queries()]


def test_a_ready_query_a_mart_and_sql_are_answered(snapshot: Path) -> None:
    code, shown = call("query", "frameworks_by_language", "--snapshot", snapshot)
    assert code == 0
    assert shown.startswith('"framework","language"')
    assert call("query", "labels", "--snapshot", snapshot)[1].count("\n") == 2
    assert call("query", "--sql", "SELECT 1 AS one", "--snapshot", snapshot)[1] == '"one"\n1\n'


def test_a_table_is_cut_to_the_terminal_and_says_how_many_rows_there_are(
    snapshot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    sql = "SELECT a, repeat('long ', 50) AS b, 1 AS c, 2 AS d, 3 AS e, '[red]' AS f FROM range(1234) AS t(a)"
    _, shown = call("query", "--sql", sql, "--format", "table", "--rows", "3", "--snapshot", snapshot)
    assert "3 of 1,234 rows; not shown: f." in shown
    assert "--format csv" in shown
    assert "long …" in shown
    assert max(map(len, shown.splitlines()[:4])) <= 60
    _, shown = call("query", "--sql", "SELECT '[red]' AS f", "--format", "table", "--snapshot", snapshot)
    assert "[red]" in shown
    assert shown.endswith("1 row.\n")


def test_json_is_one_list_that_any_program_reads(snapshot: Path) -> None:
    sql = """SELECT 'é' AS a, DATE '2026-01-13' AS b, ['x'] AS c, sum(2) AS d, 'nan'::DOUBLE AS e, NULL AS f,
        {'n': 'nan'::DOUBLE} AS g, MAP {'k': 1.5} AS h"""
    (row,) = json.loads(call("query", "--sql", sql, "--format", "json", "--snapshot", snapshot)[1])
    assert row == {
        "a": "é",
        "b": "2026-01-13",
        "c": ["x"],
        "d": 2,
        "e": None,
        "f": None,
        "g": {"n": None},
        "h": {"k": 1.5},
    }
    assert (
        json.loads(call("query", "--sql", "SELECT 1 WHERE false", "--format", "json", "--snapshot", snapshot)[1]) == []
    )
    assert documented("## `rapporteur query") >= {"table", "csv", "json"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("frameworks_by_langauge",), "no ready query or mart .* Did you mean frameworks_by_language"),
        (("--sql", "DROP VIEW labels"), "DROP is not allowed"),
        (("--sql", "FROM labls"), "Did you mean labels"),
    ],
)
def test_what_cannot_be_asked_is_told(snapshot: Path, arguments: tuple[str, ...], says: str) -> None:
    with pytest.raises(QueryError, match=says):
        call("query", *arguments, "--snapshot", snapshot)


def test_an_error_is_wrong_usage_and_no_traceback(snapshot: Path) -> None:
    code, shown, error = outside("query", "--sql", "SELECT titel\nFROM documents", "--snapshot", str(snapshot))
    assert (code, shown) == (2, "")
    assert error.splitlines() == [
        "There is no column titel in what is read. Did you mean title?",
        "  line 1:  SELECT titel",
        "                  ^^^^^",
    ]


def test_a_workspace_without_a_snapshot_and_a_damaged_one_are_told(workspace: Workspace) -> None:
    for form in ("table", "csv"):
        with pytest.raises(WarehouseError, match="`rapporteur run` makes it"):
            call("query", "labels", "--format", form, "--workspace", workspace.root)
    workspace.snapshot.write_bytes(b"DUCKDUCKDUCK" * 5000)
    for arguments in (("query", "--sql", "FROM labels"), ("query", "labels"), ("export", "labels", "--to", "x.csv")):
        with pytest.raises(WarehouseError, match="may be damaged"):
            call(*arguments, "--workspace", workspace.root)
    assert workspace.snapshot.read_bytes() == b"DUCKDUCKDUCK" * 5000
    assert call("query", "labels", "--sql", "FROM labels")[0] == 2
