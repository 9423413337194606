"""Files and folders put in place of others, so that a reader finds the old or the new and never half of one."""

import os
import shutil
import time
from pathlib import Path


def flush(path: Path) -> None:
    """See to it that a file or the entries of a folder are on the disk."""
    if os.name == "nt" and path.is_dir():  # Windows cannot open a folder; its rename needs no flush
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove(path: Path) -> None:
    """Take away a file, link or folder, or nothing where there is none."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def point(link: Path, folder: Path) -> None:
    """Let the name `link` stand for `folder`, in place of what it stood for.

    The name is a symbolic link that is replaced by one rename. That works the same on Linux, on macOS and on network
    shares (NFS; SMB, whose server follows the link), where exchanging two folders does not. A reader that follows the
    link once stays with the set that it began with. Where there are no links the folder itself takes the name; between
    the two renames that this needs, a reader finds none.
    """
    unfinished = link.with_name(f".{link.name}.unfinished")
    remove(unfinished)
    try:
        unfinished.symlink_to(os.path.relpath(folder, link.parent), target_is_directory=True)
    except (OSError, NotImplementedError):
        unfinished = folder
    if link.is_dir() and not link.is_symlink():
        link.rename(folder.with_name(f"{folder.name}.before"))
    unfinished.replace(link)


def clear(folder: Path, *, keep: Path, seconds: float) -> None:
    """Take away what lies in `folder` since that long, other than `keep`."""
    for entry in folder.iterdir():
        if entry != keep and time.time() - entry.stat().st_mtime > seconds:
            remove(entry)
