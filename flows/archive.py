"""The archive: every file that was ever dropped, kept under the sha256 of its bytes."""

import hashlib
import os
import tempfile
from pathlib import Path

_CHUNK = 1 << 20


def store(path: Path, archive: Path) -> str:
    """Copy a file into the archive and give its sha256; the same bytes are kept once.

    The copy is complete on disk before it gets its name, so that a crash leaves no half file under a hash.
    """
    digest = hashlib.sha256()
    with tempfile.NamedTemporaryFile(dir=archive, prefix=".incoming-", delete=False) as copy:
        try:
            with path.open("rb") as original:
                while chunk := original.read(_CHUNK):
                    digest.update(chunk)
                    copy.write(chunk)
            copy.flush()
            os.fsync(copy.fileno())
            target = stored(archive, digest.hexdigest())
            target.parent.mkdir(exist_ok=True)
            Path(copy.name).replace(target)
        except BaseException:
            Path(copy.name).unlink(missing_ok=True)
            raise
    target.chmod(0o444)
    return digest.hexdigest()


def stored(archive: Path, sha256: str) -> Path:
    """Tell where the bytes with this sha256 lie, or would lie."""
    return archive / sha256[:2] / sha256


def discard_incomplete(archive: Path) -> None:
    """Remove what a killed run left half copied; the originals are still in the inbox."""
    for leftover in archive.glob(".incoming-*"):
        leftover.unlink()
