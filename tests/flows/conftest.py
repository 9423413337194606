"""Workspaces with real files."""

import os
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from flows.settings import FILE_NAME
from flows.workspace import Workspace, create_workspace

Drop = Callable[..., Path]


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    for name in [name for name in os.environ if name.startswith("RAPPORTEUR_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = create_workspace(tmp_path / "workspace")
    (made.root / FILE_NAME).write_text("settle_seconds = 0\nworkers = 2\nbatch_size = 2\n", encoding="utf-8")
    return made


@pytest.fixture
def drop(workspace: Workspace) -> Drop:
    """Give a function that drops a small contribution, or given bytes, into the inbox."""

    def make(name: str, text: str = "", content: bytes | None = None) -> Path:
        path = workspace.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is not None:
            path.write_bytes(content)
            return path
        document = docx.Document()
        document.add_paragraph(f"The ministry adopted a law against the grooming of children online. {text}")
        document.save(str(path))
        return path

    return make
