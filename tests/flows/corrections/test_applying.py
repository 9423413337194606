"""Corrections count for analysts at once, are on the receipt, and are made all or none."""

from collections.abc import Sequence

import pytest

from flows.corrections.applying import Change, apply_changes
from flows.errors import CorrectionError, WorkspaceError
from flows.workspace import Workspace, hold
from tests.flows.corrections.conftest import Submit, doubtful, kenya
from warehouse.connection import Connection, open_snapshot
from warehouse.submissions import Outcome

KEY = "a" * 64


def change(name: str, value: str | None, document: str = KEY) -> Change:
    return Change(document, "A plan", name, value, "The cover says so.")


def titles(workspace: Workspace) -> list[str]:
    with open_snapshot(workspace.snapshot) as connection:
        return [row[0] for row in connection.execute("SELECT title FROM document_versions ORDER BY sha256").fetchall()]


def test_the_snapshot_and_the_receipts_of_all_drops_say_it_at_once(workspace: Workspace, submit: Submit) -> None:
    submit("Kenya.docx", kenya())
    submit("again.docx", kenya(), Outcome.DUPLICATE)
    submit("other.docx", doubtful())
    (applied,) = apply_changes(workspace, lambda _: [change("title", "New")], by="Ann")
    assert (applied.before, applied.now, applied.done) == ("A plan", "New", True)
    assert titles(workspace) == ["New", "@home"]
    receipts = sorted(workspace.receipts.rglob("*.txt"))
    assert [path.name for path in receipts] == ["Kenya--1.docx.txt", "again--2.docx.txt"]
    for path in receipts:
        text = path.read_text(encoding="utf-8")
        assert "Title        New" in text
        assert "title: New, not A plan (Ann, " in text
        assert "The cover says so." in text


def test_a_correction_that_is_taken_back_leaves_the_receipt(workspace: Workspace, submit: Submit) -> None:
    submit("Kenya.docx", kenya())
    apply_changes(workspace, lambda _: [change("title", "New")], by="Ann")
    (applied,) = apply_changes(workspace, lambda _: [change("title", None)], by="Bob")
    assert (applied.before, applied.now, applied.done) == ("New", "A plan", True)
    (receipt,) = workspace.receipts.rglob("*.txt")
    assert "corrected" not in receipt.read_text(encoding="utf-8")


def test_what_is_so_already_is_told(workspace: Workspace, submit: Submit) -> None:
    submit("Kenya.docx", kenya())
    apply_changes(workspace, lambda _: [change("title", "New")], by="Ann")
    again = apply_changes(workspace, lambda _: [change("title", "New"), change("body", None)], by="Ann")
    assert [one.done for one in again] == [False, False]


def test_all_changes_are_made_or_none(workspace: Workspace, submit: Submit) -> None:
    submit("Kenya.docx", kenya())
    apply_changes(workspace, lambda _: [], by="Ann")

    def plan(_: Connection) -> Sequence[Change]:
        raise CorrectionError("no")

    with pytest.raises(CorrectionError):
        apply_changes(workspace, plan, by="Ann")
    assert titles(workspace) == ["A plan"]


def test_a_workspace_in_use_is_left_alone(workspace: Workspace, submit: Submit) -> None:
    submit("Kenya.docx", kenya())
    with hold(workspace), pytest.raises(WorkspaceError, match="in use by process"):
        apply_changes(workspace, lambda _: [], by="Ann")


def test_without_a_warehouse_there_is_nothing_to_correct(workspace: Workspace) -> None:
    with pytest.raises(WorkspaceError, match="no warehouse"):
        apply_changes(workspace, lambda _: [], by="Ann")
    assert not workspace.warehouse.exists()


def test_families_follow_a_corrected_symbol(workspace: Workspace, submit: Submit) -> None:
    submit("English.docx", kenya("a", "CWG-COP-20/4-E"))
    submit("French.docx", kenya("b", "CWG-COP-20/9-F"))
    sql = "SELECT count(DISTINCT family) FROM family_members"
    apply_changes(workspace, lambda _: [change("symbol", "CWG-COP-20/4-F", "b" * 64)], by="Ann")
    with open_snapshot(workspace.snapshot) as connection:
        assert connection.execute(sql).fetchall() == [(1,)]
    apply_changes(workspace, lambda _: [change("symbol", None, "b" * 64)], by="Ann")
    with open_snapshot(workspace.snapshot) as connection:
        assert connection.execute(sql).fetchall() == [(2,)]
