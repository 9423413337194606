"""A run takes every file of the inbox to exactly one outcome, and a run that is killed loses and doubles nothing."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractors.errors import RapporteurError
from flows.report import RunReport
from flows.run import run_once
from flows.settings import load_settings
from flows.workspace import Workspace
from models.errors import ClassificationError
from models.trust import fingerprint
from tests.flows.conftest import Drop
from warehouse.connection import open_snapshot
from warehouse.runs import last_run
from warehouse.submissions import Outcome, submissions

SAMPLES = Path(__file__).parents[2] / "samples" / "files"


def run(workspace: Workspace) -> RunReport:
    return run_once(workspace, load_settings(workspace.root), lambda *_: None)


def outcomes(report: RunReport) -> dict[str, str]:
    return {line.name: line.outcome for line in report.submissions}


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.usefixtures("prefect_server")
def test_each_file_has_one_outcome_with_a_receipt_and_leaves_the_inbox(workspace: Workspace, drop: Drop) -> None:
    drop("a.docx", "First.")
    (workspace.inbox / "CWG-COP-20").mkdir()
    (workspace.inbox / "CWG-COP-20" / "副本.docx").write_bytes((workspace.inbox / "a.docx").read_bytes())
    drop("b.docx", "Second.")
    drop("broken.pdf", content=b"%PDF-1.7 and then nothing")
    drop("note.txt", content=b"hello")
    drop("empty.pdf", content=b"")
    (workspace.inbox / "locked.pdf").write_bytes((SAMPLES / "CWG-COP-20_09_Senegal_protected.pdf").read_bytes())
    report = run(workspace)
    found = outcomes(report)
    assert sorted((found.pop("CWG-COP-20/副本.docx"), found.pop("a.docx"))) == ["duplicate", "loaded"]
    assert found.pop("b.docx") == "loaded"
    assert set(found.values()) == {"quarantined"}
    assert sorted(found) == ["broken.pdf", "empty.pdf", "locked.pdf", "note.txt"]
    assert all(line.reason for line in report.submissions if line.outcome == "quarantined")
    assert report.documents == 2
    assert report.needs_attention
    assert files(workspace.inbox) == []
    assert len(files(workspace.receipts)) == 7
    assert len([name for name in files(workspace.quarantine) if name.endswith(".why.txt")]) == 4
    assert len(files(workspace.archive)) == 6


@pytest.mark.usefixtures("prefect_server")
def test_dropping_the_same_files_again_loads_nothing_twice(workspace: Workspace, drop: Drop) -> None:
    path = drop("a.docx")
    content = path.read_bytes()
    assert outcomes(run(workspace)) == {"a.docx": "loaded"}
    path.write_bytes(content)
    drop("copy of a.docx", content=content)
    report = run(workspace)
    assert outcomes(report) == {"a.docx": "duplicate", "copy of a.docx": "duplicate"}
    assert report.documents == 1
    assert not report.needs_attention


@pytest.mark.usefixtures("prefect_server")
def test_the_snapshot_that_analysts_open_holds_what_was_loaded(workspace: Workspace, drop: Drop) -> None:
    drop("a.docx")
    run(workspace)
    with open_snapshot(workspace.snapshot) as connection:
        rows = connection.execute("SELECT DISTINCT facet, concept FROM labels").fetchall()
        fingerprints = connection.execute("SELECT fingerprints FROM models").fetchall()
        lists = connection.execute("SELECT (SELECT count(*) FROM members), (SELECT count(*) FROM crosswalk)").fetchall()
    assert ("risk", "grooming") in rows
    assert ("framework", "legal") in rows
    assert fingerprints == [([fingerprint()],)]
    assert lists[0][0] > 190
    assert lists[0][1] > 0


def test_an_empty_inbox_needs_no_prefect(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "flows.ingest", None)
    report = run(workspace)
    assert (report.run, report.submissions, report.documents) == (None, (), 0)


@pytest.mark.usefixtures("prefect_server")
def test_what_waits_for_a_program_is_taken_up_once_it_is_there(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    soffice = load_settings(workspace.root).options().soffice
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    old = next(SAMPLES.glob("*.doc"))
    (workspace.inbox / old.name).write_bytes(old.read_bytes())
    monkeypatch.setattr("flows.settings._on_path", lambda *_: None)
    first = run(workspace)
    assert outcomes(first) == {old.name: "waiting"}
    assert files(workspace.inbox) == []
    assert run(workspace).run is None
    monkeypatch.undo()
    assert outcomes(run(workspace)) == {old.name: "loaded"}


@pytest.mark.usefixtures("prefect_server")
def test_a_file_that_may_not_be_read_stays_in_the_inbox_and_is_named(workspace: Workspace, drop: Drop) -> None:
    if os.geteuid() == 0:
        # The administrator of the system may read everything; a directory that vanishes stands for it below.
        drop("a.docx")
        (workspace.inbox / "gone.docx").symlink_to(workspace.root / "nowhere")
        assert outcomes(run(workspace)) == {"a.docx": "loaded"}
        return
    drop("secret.docx").chmod(0)
    report = run(workspace)
    assert report.left[0][0] == "secret.docx"
    assert "permission" in report.left[0][1].casefold()


@pytest.mark.usefixtures("prefect_server")
def test_a_file_that_may_not_leave_the_inbox_is_named_and_stops_no_other(
    workspace: Workspace, drop: Drop, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck = drop("a.docx", "Stuck.")
    drop("b.docx", "Free.")
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        # The administrator of the system may remove everything, so the system's refusal is put in its place.
        if path == stuck:
            raise PermissionError(1, "Operation not permitted")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    report = run(workspace)
    assert outcomes(report) == {"a.docx": "loaded", "b.docx": "loaded"}
    assert report.left[0][0] == "a.docx"
    assert report.needs_attention
    assert files(workspace.inbox) == ["a.docx"]
    again = run(workspace)
    assert again.submissions == ()
    assert again.left[0][0] == "a.docx"
    monkeypatch.undo()
    run(workspace)
    assert files(workspace.inbox) == []


def test_an_unreadable_taxonomy_stops_before_any_file_is_touched(workspace: Workspace, drop: Drop) -> None:
    drop("a.docx")
    bad = workspace.root / "taxonomy.yaml"
    bad.write_text("version: [\n", encoding="utf-8")
    (workspace.root / "rapporteur.toml").write_text(f'taxonomy = "{bad}"\n', encoding="utf-8")
    with pytest.raises(ClassificationError, match=r"taxonomy\.yaml"):
        run(workspace)
    assert files(workspace.inbox) == ["a.docx"]
    assert files(workspace.archive) == []


def test_a_fault_of_the_program_stops_the_run_loudly_and_keeps_the_files(
    workspace: Workspace, drop: Drop, prefect_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop("a.docx")
    monkeypatch.setattr("flows.ledger.publish", lambda *_: (_ for _ in ()).throw(ZeroDivisionError("a fault")))
    with pytest.raises(ZeroDivisionError):
        run(workspace)
    with open_snapshot(workspace.warehouse) as connection:
        last = last_run(connection)
    assert last is not None
    assert last.state == "failed"
    monkeypatch.undo()
    drop("b.docx", "Another.")
    assert outcomes(run(workspace)) == {"b.docx": "loaded"}


def test_runs_that_are_killed_lose_nothing_and_double_nothing(
    workspace: Workspace, drop: Drop, prefect_server: str
) -> None:
    chance = random.Random(1306)  # noqa: S311 - moments to kill, not secrets
    for number in range(12):
        drop(f"{number}.docx", f"Number {number}.")
    drop("broken.pdf", content=b"%PDF-1.7 and then nothing")
    drop("same as 3.docx", content=(workspace.inbox / "3.docx").read_bytes())
    command = [sys.executable, "-m", "flows.cli", "run", "--workspace", str(workspace.root), "--json"]
    environment = os.environ | {"PREFECT_API_URL": prefect_server}
    for _ in range(5):
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        ) as victim:
            time.sleep(chance.uniform(1.0, 4.5))
            os.killpg(victim.pid, signal.SIGKILL)
    run(workspace)
    assert files(workspace.inbox) == []
    with open_snapshot(workspace.snapshot) as connection:
        found = submissions(connection)
        documents = connection.execute("SELECT count(*) FROM document_versions").fetchone()
    assert documents == (12,)
    assert len(found) == 14
    assert sum(one.outcome is Outcome.LOADED for one in found) == 12
    assert sum(one.outcome is Outcome.DUPLICATE for one in found) == 1
    assert sum(one.outcome is Outcome.QUARANTINED for one in found) == 1


def test_a_workspace_in_use_is_left_alone(workspace: Workspace, drop: Drop) -> None:
    from flows.workspace import hold

    drop("a.docx")
    with hold(workspace), pytest.raises(RapporteurError, match="in use by process"):
        run(workspace)
    assert files(workspace.inbox) == ["a.docx"]
