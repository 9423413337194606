"""A person corrects what was read, and every later run, drop and query keeps to it."""

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.workspace import Workspace, hold
from tests.flows.cli.test_commands import SAMPLES, call, documented, outside
from tests.flows.corrections.conftest import Submit, doubtful, kenya, submit

__all__ = ["submit"]
KENYA = "CWG-COP-20_04-E_Kenya.docx"


def ask(workspace: Workspace, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(workspace.snapshot, read_only=True) as connection:
        return connection.execute(sql).fetchall()


def correct(workspace: Workspace, *arguments: str) -> tuple[int, str]:
    return call("correct", *arguments, "--workspace", workspace.root)


def test_a_correction_outlives_runs_and_drops_of_the_same_bytes(workspace: Workspace, prefect_server: str) -> None:
    for name in (KENYA, "CWG-COP-20_12_Uruguay.pdf"):
        shutil.copy(SAMPLES / name, workspace.inbox)
    assert call("run", "--workspace", workspace.root)[0] == 0
    code, shown = correct(
        workspace, "CWG-COP-20/4-E", "symbol=CWG-COP-21/4-E", "sources=KEN; UNICEF", "--why", "Reissued", "--by", "Ann"
    )
    assert code == 0
    assert "CWG-COP-20/4-E -> CWG-COP-21/4-E (corrected)" in shown
    expected = [("CWG-COP-21/4-E", "21", ["Kenya", "UNICEF"], ["KEN"])]
    sql = (
        "SELECT symbol, meeting, sources, states FROM document_versions "
        "WHERE body = 'CWG-COP' AND list_contains(states, 'KEN')"
    )
    assert ask(workspace, sql) == expected

    shutil.copy(SAMPLES / KENYA, workspace.inbox / "again.docx")
    shutil.copy(SAMPLES / "terms_of_reference.docx", workspace.inbox)
    code, shown = call("run", "--workspace", workspace.root)
    assert code == 0
    assert "CWG-COP-21/4-E; Kenya / UNICEF" in shown
    assert ask(workspace, sql) == expected
    assert ask(workspace, "SELECT count(*) FROM label_evidence WHERE symbol = 'CWG-COP-20/4-E'") == [(0,)]
    (receipt,) = workspace.receipts.rglob("again--*.txt")
    assert "symbol: CWG-COP-21/4-E, not CWG-COP-20/4-E (Ann, " in receipt.read_text(encoding="utf-8")

    _, shown = call("status", "--workspace", workspace.root)
    assert "Corrected by people: 4 fields" in shown
    assert "CWG-COP-21/4-E, sources: Kenya (KEN); UNICEF (Ann: Reissued)" in shown

    assert correct(workspace, "again.docx", "--withdraw", "symbol", "--why", "No")[0] == 0
    assert ask(workspace, "SELECT symbol, meeting FROM document_versions WHERE list_contains(states, 'KEN')") == [
        ("CWG-COP-20/4-E", "20")
    ]


def test_the_json_of_a_correction_is_the_documented_one(workspace: Workspace, submit: Submit) -> None:
    submit("a.docx", kenya())
    code, shown = correct(workspace, "1", "title=New", "--why", "x", "--json")
    (line,) = json.loads(shown)
    assert code == 0
    assert set(line) == documented("## `rapporteur correct --json`")
    assert (line["before"], line["value"], line["changed"]) == ("A plan", "New", True)


def test_status_tells_the_corrections_to_programs_too(workspace: Workspace, submit: Submit) -> None:
    submit("a.docx", kenya())
    for number in range(7):
        correct(workspace, "1", f"title=New {number}", f"agenda_item={number}", "--why", "x")
    correct(
        workspace, "1", *(f"{name}=x" for name in ("body", "meeting", "meeting_place")), "language=fr", "--why", "x"
    )
    state = json.loads(call("status", "--json", "--workspace", workspace.root)[1])
    assert [one["field"] for one in state["corrected"]][-2:] == ["agenda_item", "title"]
    assert set(state["corrected"][0]) <= documented("## `rapporteur run --json`")
    assert "and 1 more" in call("status", "--workspace", workspace.root)[1]


def test_what_is_wrong_is_said_in_plain_words_with_code_2(workspace: Workspace, submit: Submit) -> None:
    submit("a.docx", kenya())
    code, shown, error = outside("correct", "1", "tittle=x", "sources=KEX", "--why", "x", "-w", str(workspace.root))
    assert (code, shown) == (2, "")
    assert "Did you mean title" in error
    assert "KEX is no ISO 3166-1 code" in error
    assert "Traceback" not in error


def test_a_workspace_in_use_keeps_corrections_out(workspace: Workspace, submit: Submit) -> None:
    submit("a.docx", kenya())
    with hold(workspace):
        code, _, error = outside("correct", "1", "title=x", "--why", "x", "-w", str(workspace.root))
    assert code == 1
    assert "in use by process" in error


def test_text_that_looks_like_markup_is_shown_as_it_is(workspace: Workspace, submit: Submit) -> None:
    submit("a.docx", kenya())
    assert "A plan -> [red]New[/] (corrected)" in correct(workspace, "1", "title=[red]New[/]", "--why", "[b]x")[1]
    assert "is [red]New[/] already, as decided" in correct(workspace, "1", "title=[red]New[/]", "--why", "x")[1]
    assert "nothing was decided on it" in correct(workspace, "1", "--withdraw", "body", "--why", "x")[1]
    assert "[red]New[/] (" in call("status", "--workspace", workspace.root)[1]


def test_a_work_list_is_exported_filled_in_and_imported(workspace: Workspace, submit: Submit, tmp_path: Path) -> None:
    submit("a.docx", kenya())
    submit("b.docx", doubtful())
    file = tmp_path / "work [list].csv"
    code, shown = call("review", "headers", "--export", file, "--workspace", workspace.root)
    assert code == 0
    assert f"rapporteur review headers --import '{file}' --workspace {workspace.root}" in shown
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert set(rows[0]) == documented("## `rapporteur review headers --export")
    rows[0] |= {"correction": "CWG-COP-20/9-E", "why": "Stamp"}
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    code, shown = call("review", "headers", "--import", file, "--by", "Ann", "--workspace", workspace.root)
    assert code == 0
    assert "symbol: none -> CWG-COP-20/9-E (corrected)" in shown
    assert "1 corrected by Ann" in shown
    assert ask(workspace, "SELECT symbol FROM document_versions WHERE sha256[1] = 'b'") == [("CWG-COP-20/9-E",)]
    assert "Nothing to change" in call("review", "headers", "--import", file, "--workspace", workspace.root)[1]


@pytest.mark.parametrize("arguments", [(), ("--export", "a.csv", "--import", "b.csv")])
def test_review_either_exports_or_imports(workspace: Workspace, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "b.csv").touch()
    given = [str(tmp_path / each) if each.endswith(".csv") else each for each in arguments]
    assert call("review", "headers", *given, "--workspace", workspace.root)[0] == 2
