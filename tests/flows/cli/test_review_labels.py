"""`rapporteur review labels` at the command line: count, export, import, list, take back."""

import json
from pathlib import Path

import duckdb
import pytest
from openpyxl import load_workbook

from flows.errors import CorrectionError
from flows.workspace import Workspace
from tests.flows.cli.test_commands import call, documented
from tests.flows.corrections.labelled import english, make_warehouse
from tests.warehouse.made import VERSIONS
from warehouse.connection import open_warehouse
from warehouse.load import load


def labels(workspace: Workspace, *arguments: str | Path) -> tuple[int, str]:
    return call("review", "labels", *arguments, "--workspace", workspace.root)


def test_from_the_work_list_to_the_snapshot_and_back(workspace: Workspace, tmp_path: Path) -> None:
    make_warehouse(workspace.warehouse)
    counted = json.loads(labels(workspace, "--json")[1])
    assert set(counted[0]) == documented("## `rapporteur review labels --json`")
    assert "risk" in (shown := labels(workspace)[1])
    assert "rapporteur review labels --export labels.xlsx" in shown
    sheet = tmp_path / "work.xlsx"
    code, shown = labels(workspace, "--export", sheet, "--language", "EN", "--facet", "risk", "--symbol", "1")
    assert code == 0
    assert "2 labels are in" in shown
    book = load_workbook(sheet, rich_text=True)
    columns = {cell.value: cell.column for cell in book["Labels"][1]}
    assert {name for name in columns if " " not in name} == documented(
        "## `rapporteur review labels --export FILE.xlsx`"
    )
    for row, said in ((2, "reject"), (3, "accept")):
        book["Labels"].cell(row, columns["decision"]).value = said
    book.save(sheet)
    shown = labels(workspace, "--import", sheet, "--by", "Ann", "--why", "Read on paper.")[1]
    assert shown == "1 rejected, 1 accepted; published for the analysts.\n"
    with duckdb.connect(workspace.snapshot, read_only=True) as snapshot:
        sql = "SELECT concept, decided_by FROM labels WHERE standing = 'decided'"
        assert snapshot.execute(sql).fetchall() == [("grooming", "Ann")]
    assert "Kenya--1.docx.txt" in {file.name for file in workspace.receipts.rglob("*.txt")}
    again = json.loads(labels(workspace, "--import", sheet, "--by", "Ann", "--why", "Read on paper.", "--json")[1])
    assert [one["outcome"] for one in again] == ["standing", "standing"]
    assert set(again[0]) == documented("## `rapporteur review labels --import FILE --json`")
    shown = labels(workspace, "--decisions")[1]
    assert "1  reject risk: Sexual extortion and blackmail  on CWG-COP-20/4-E, paragraph 2  (Ann, " in shown
    assert "Taken back by Bob: 1  reject risk" in labels(workspace, "--withdraw", "1", "--by", "Bob", "--why", "No.")[1]
    (left,) = json.loads(labels(workspace, "--decisions", "--json")[1])
    assert set(left) == documented("## `rapporteur review labels --decisions --json`")


def test_one_passage_is_decided_without_a_sheet(workspace: Workspace) -> None:
    make_warehouse(workspace.warehouse)
    passage = ("--symbol", "CWG-COP-20/4-E", "--paragraph", "1", "--by", "Ann")
    said = ("--reject", "grooming", "--accept", "Legal framework", "--add", "technical framework", "--words", "courts")
    shown = labels(workspace, *passage, *said, "--why", "It is of the past.")[1]
    assert shown == "1 accepted, 1 rejected, 1 added; published for the analysts.\n"
    with duckdb.connect(workspace.snapshot, read_only=True) as snapshot:
        sql = "SELECT concept, quote FROM label_evidence WHERE standing = 'decided' ORDER BY ALL"
        assert snapshot.execute(sql).fetchall() == [("legal", "law"), ("technical", "courts")]
        sql = "SELECT verdict, suggested_score FROM label_decisions ORDER BY id"
        assert snapshot.execute(sql).fetchall() == [("accept", 0.58), ("reject", 0.9), ("add", None)]
    with open_warehouse(workspace.warehouse) as connection:
        load(connection, english(("Nothing is left.",)), [], versions=VERSIONS)
    assert labels(workspace)[1].startswith("3 decisions count for no passage now: ")
    assert "no passage now: Its words are not in the document" in labels(workspace, "--decisions")[1]
    with open_warehouse(workspace.warehouse) as connection:
        load(connection, english(), [], versions=VERSIONS)
    for wrong, told in (
        (("--accept", "sextortion"), "is not suggested for this passage"),
        (("--add", "Groming and sexual solicitation"), "Did you mean Grooming and sexual solicitation"),
        (("--add", "level: Grooming"), "is no level"),
        (("--add", "technical", "--words", "nowhere"), "does not stand in the passage"),
        (("--reject", "grooming", "--words", "courts"), "give --add with them"),
        (("--paragraph", "9", "--reject", "grooming"), "has no paragraph 9"),
    ):
        with pytest.raises(CorrectionError, match=told):
            labels(workspace, *passage, *wrong, "--why", "x")
    with pytest.raises(CorrectionError, match="Say why"):
        labels(workspace, *passage, "--reject", "grooming")


def test_what_cannot_be_is_said_before_anything_is_done(workspace: Workspace, tmp_path: Path) -> None:
    make_warehouse(workspace.warehouse)
    new = tmp_path / "new.xlsx"
    for arguments, told in (
        (("--export", new, "--language", "klingon"), "Labels wait in: ar, en"),
        (("--export", new, "--facet", "mood"), "These are: framework, risk, level, purpose, stakeholder"),
        (("--export", new, "--symbol", "CWG-COP-99/9"), "There is no submission"),
        (("--withdraw", "7", "--why", "x"), "No decision number 7 on labels stands"),
        (("--withdraw", "7"), "Say why"),
    ):
        with pytest.raises(CorrectionError, match=told):
            labels(workspace, *arguments)
    assert not new.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--decisions", "--withdraw", "1"),
        ("--language", "ar"),
        ("--export", "a.xlsx", "--decisions"),
        ("--limit", "0"),
        ("--symbol", "1", "--accept", "legal"),
        ("--symbol", "1", "--paragraph", "1"),
    ],
)
def test_one_thing_at_a_time(workspace: Workspace, arguments: tuple[str, ...]) -> None:
    assert labels(workspace, *arguments)[0] == 2
