"""A workspace is made once, opened safely and held by one run."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from flows.errors import WorkspaceError
from flows.settings import FILE_NAME, Settings
from flows.workspace import create_workspace, hold, open_workspace


def test_a_new_workspace_has_all_folders_and_a_commented_settings_file(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "new")
    names = {path.name for path in workspace.root.iterdir() if path.is_dir()}
    assert names == {"inbox", "archive", "quarantine", "receipts", "warehouse", "published"}
    text = (workspace.root / FILE_NAME).read_text(encoding="utf-8")
    assert tomllib.loads(text) == {}
    for name in Settings.model_fields:
        assert f"# {name} = " in text
    assert open_workspace(workspace.root) == workspace


def test_making_a_workspace_again_keeps_the_settings_that_somebody_wrote(tmp_path: Path) -> None:
    create_workspace(tmp_path)
    (tmp_path / FILE_NAME).write_text("workers = 1\n", encoding="utf-8")
    (tmp_path / "receipts").rmdir()
    create_workspace(tmp_path)
    assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == "workers = 1\n"
    assert (tmp_path / "receipts").is_dir()


def test_a_workspace_cannot_be_made_where_a_file_lies(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkspaceError, match="Choose another folder"):
        create_workspace(tmp_path / "file" / "workspace")


def test_a_folder_that_is_no_workspace_is_refused_with_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match=f"is not a workspace.*rapporteur init {tmp_path}"):
        open_workspace(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    create_workspace(tmp_path)
    (tmp_path / "inbox").rmdir()
    with pytest.raises(WorkspaceError, match=f"{tmp_path}/inbox is missing"):
        open_workspace(tmp_path)


def test_a_second_run_is_told_who_holds_the_workspace(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path)
    program = (
        "import sys, pathlib\nfrom flows.workspace import open_workspace, hold\n"
        f"with hold(open_workspace(pathlib.Path({str(tmp_path)!r}))):\n"
        "    print('held', flush=True)\n    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(WorkspaceError, match=f"in use by process {holder.pid} on .* since"), hold(workspace):
            pass
        holder.kill()
    with hold(workspace):
        assert str(workspace.lock.with_suffix(".holder").read_text()).startswith("process ")
    assert not workspace.lock.with_suffix(".holder").exists()
