"""The folders of one working group: inbox, archive, quarantine, receipts, warehouse and published."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from flows.errors import WorkspaceError
from flows.settings import FILE_NAME, Settings

_FOLDERS = ("inbox", "archive", "quarantine", "receipts", "warehouse", "published")


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where the files of one working group lie."""

    root: Path

    @property
    def inbox(self) -> Path:
        """Where people drop files."""
        return self.root / "inbox"

    @property
    def archive(self) -> Path:
        """Where every file is kept under its sha256."""
        return self.root / "archive"

    @property
    def quarantine(self) -> Path:
        """Where files that cannot be read wait for a person."""
        return self.root / "quarantine"

    @property
    def receipts(self) -> Path:
        """Where each submission's receipt lies."""
        return self.root / "receipts"

    @property
    def warehouse(self) -> Path:
        """The DuckDB file that only a run writes."""
        return self.root / "warehouse" / "warehouse.duckdb"

    @property
    def snapshot(self) -> Path:
        """The DuckDB file that analysts open."""
        return self.root / "published" / "contributions.duckdb"

    @property
    def models(self) -> Path:
        """Where models lie that were trained with people's decisions."""
        return self.root / "models"

    @property
    def ocr_cache(self) -> Path:
        """Where OCR results are kept by page image."""
        return self.root / ".cache" / "ocr"

    @property
    def prefect_home(self) -> Path:
        """Where Prefect keeps its own files."""
        return self.root / ".prefect"

    @property
    def lock(self) -> Path:
        """The file that the running process holds."""
        return self.root / ".lock"


def create_workspace(root: Path) -> Workspace:
    """Make a workspace's folders and its commented settings file; what is there already stays."""
    workspace = Workspace(root.resolve())
    try:
        for name in _FOLDERS:
            (workspace.root / name).mkdir(parents=True, exist_ok=True)
        settings_file = workspace.root / FILE_NAME
        if not settings_file.exists():
            settings_file.write_text(_commented_settings(), encoding="utf-8")
    except OSError as error:
        raise WorkspaceError(
            f"No workspace can be made at {workspace.root}: {error.strerror}. Choose another folder."
        ) from error
    return workspace


def open_workspace(root: Path) -> Workspace:
    """Open an existing workspace; raise WorkspaceError where a folder is missing or not writable."""
    workspace = Workspace(root.resolve())
    if not (workspace.root / FILE_NAME).is_file():
        raise WorkspaceError(
            f"{workspace.root} is not a workspace (there is no {FILE_NAME} in it). "
            f"Make one with: rapporteur init {workspace.root}"
        )
    for name in _FOLDERS:
        folder = workspace.root / name
        if not folder.is_dir():
            raise WorkspaceError(f"The folder {folder} is missing. Put it back with: rapporteur init {workspace.root}")
        if not os.access(folder, os.W_OK | os.X_OK):
            raise WorkspaceError(f"The folder {folder} cannot be written to. Ask its owner for permission to write.")
    return workspace


@contextmanager
def hold(workspace: Workspace) -> Iterator[None]:
    """Keep every other run out of the workspace; raise WorkspaceError that names who holds it.

    The operating system lets go of the lock when its holder dies, so that nothing has to be cleaned up by hand.
    """
    holder = workspace.lock.with_suffix(".holder")
    lock = FileLock(workspace.lock)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        who = holder.read_text(encoding="utf-8") if holder.exists() else "another process"
        raise WorkspaceError(
            f"{workspace.root} is in use by {who}. Wait until that run has ended and try again."
        ) from error
    try:
        started = datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")
        holder.write_text(f"process {os.getpid()} on {socket.gethostname()} since {started}", encoding="utf-8")
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def is_held(workspace: Workspace) -> bool:
    """Tell whether a run is at work in the workspace."""
    lock = FileLock(workspace.lock)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    lock.release()
    return False


def _commented_settings() -> str:
    lines = ["# Settings of this workspace. Every line may stay as it is; take the # away to change a value.", ""]
    for name, field in Settings.model_fields.items():
        example = '""' if field.default is None else field.default
        lines += [f"# {field.description}", f"# {name} = {example}", ""]
    return "\n".join(lines)
