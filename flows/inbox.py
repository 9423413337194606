"""The inbox: which dropped files are complete and can be taken."""

import fnmatch
import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Drop:
    """One file in the inbox, as it was when it was looked at."""

    path: Path
    name: str
    """Path below the inbox, with forward slashes."""
    size: int
    changed_ns: int
    """Last change of content or of the file's entry, whichever is later: copies keep old content times."""

    @property
    def received(self) -> datetime:
        """When the file came to lie in the inbox."""
        return datetime.fromtimestamp(self.changed_ns / 1e9, UTC)


@dataclass(frozen=True, slots=True)
class InboxListing:
    """What lies in the inbox: files to take, files still being copied, files that are no submissions."""

    ready: tuple[Drop, ...]
    settling: tuple[Drop, ...]
    ignored: tuple[str, ...]


def list_inbox(inbox: Path, settle_seconds: float, now_ns: int) -> InboxListing:
    """Look at every file in the inbox, in any depth, in the order of names."""
    ready: list[Drop] = []
    settling: list[Drop] = []
    ignored: list[str] = []
    for path in sorted(_files(inbox)):
        name = _readable(path.relative_to(inbox).as_posix())
        if path.is_symlink() or any(_is_ignored(part) for part in path.relative_to(inbox).parts):
            ignored.append(name)
            continue
        drop = look(path, name)
        if drop is None:
            continue
        quiet = now_ns - drop.changed_ns >= settle_seconds * 1e9
        (ready if quiet else settling).append(drop)
    return InboxListing(tuple(ready), tuple(settling), tuple(ignored))


def look(path: Path, name: str) -> Drop | None:
    """Take down a file's size and time of change; None where it has gone meanwhile."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return Drop(path, name, status.st_size, max(status.st_mtime_ns, status.st_ctime_ns))


def _files(inbox: Path) -> Iterator[Path]:
    return (path for path in inbox.rglob("*") if path.is_symlink() or path.is_file())


def _readable(name: str) -> str:
    """Replace bytes that are no UTF-8, which old file shares leave in names and no database takes."""
    return os.fsencode(name).decode("utf-8", "replace")


def _is_ignored(name: str) -> bool:
    return any(fnmatch.fnmatchcase(name.casefold(), pattern) for pattern in _patterns())


@cache
def _patterns() -> tuple[str, ...]:
    text = resources.files("flows").joinpath("ignored_names.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["patterns"])
