"""What a run could not publish, the next one publishes, even if nothing new has come."""

from flows.run import run_once
from flows.settings import load_settings
from flows.workspace import Workspace
from tests.flows.corrections.conftest import Submit, kenya, submit
from warehouse.connection import open_snapshot

__all__ = ["submit"]


def run(workspace: Workspace) -> None:
    run_once(workspace, load_settings(workspace.root), lambda *_: None)


def test_what_was_loaded_and_not_published_is_published_by_the_next_run(workspace: Workspace, submit: Submit) -> None:
    run(workspace)
    assert not workspace.snapshot.exists()
    submit("a.docx", kenya())
    run(workspace)
    with open_snapshot(workspace.snapshot) as snapshot:
        assert snapshot.execute("SELECT documents FROM snapshot").fetchall() == [(1,)]
    before = workspace.snapshot.stat().st_ino
    run(workspace)
    assert workspace.snapshot.stat().st_ino == before
