"""Intake: from files in the inbox to archived arrivals, and out of the inbox once their outcome is kept."""

import shutil
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from extractors.document import RawFile
from extractors.media_type import detect
from flows.archive import discard_incomplete, store, stored
from flows.inbox import Drop, InboxListing, list_inbox, look
from flows.receipts import file_name
from flows.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Arrival:
    """One submission on its way: its bytes are in the archive, its outcome is open."""

    name: str
    sha256: str
    size: int
    received: datetime
    drop: Drop | None = None
    """The file in the inbox; None where it was taken by an earlier run."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What a look at the inbox brought."""

    arrivals: tuple[Arrival, ...]
    left: tuple[tuple[str, str], ...]
    """Names of files that stay in the inbox, and why."""


def take_inbox(workspace: Workspace, settle_seconds: float) -> Intake:
    """Archive every complete file in the inbox; files that were just dropped are given the time to settle."""
    discard_incomplete(workspace.archive)
    listing = settled_listing(workspace.inbox, settle_seconds)
    left = [(drop.name, "It is still being copied; the next run takes it.") for drop in listing.settling]
    arrivals: list[Arrival] = []
    for drop in listing.ready:
        try:
            sha256 = store(drop.path, workspace.archive)
        except (PermissionError, FileNotFoundError) as error:
            left.append((drop.name, f"It cannot be opened ({error.strerror}). Ask for permission to read it."))
            continue
        if look(drop.path, drop.name) == drop:
            arrivals.append(Arrival(drop.name, sha256, drop.size, drop.received, drop))
        else:
            left.append((drop.name, "It changed while it was being read; the next run takes it."))
    return Intake(tuple(arrivals), tuple(left))


def settled_listing(inbox: Path, settle_seconds: float) -> InboxListing:
    """List the inbox, waiting once for files that were dropped a moment ago."""
    listing = list_inbox(inbox, settle_seconds, time.time_ns())
    if not listing.settling:
        return listing
    youngest = max(drop.changed_ns for drop in listing.settling)
    time.sleep(min(settle_seconds, max(0.0, settle_seconds - (time.time_ns() - youngest) / 1e9)) + 0.05)
    return list_inbox(inbox, settle_seconds, time.time_ns())


def raw_file(arrival: Arrival, archive: Path) -> RawFile:
    """Tell the extractors where an arrival's bytes lie and what they are."""
    path = stored(archive, arrival.sha256)
    return RawFile(path, arrival.name, arrival.sha256, arrival.size, detect(path))


def leave_inbox(arrivals: Iterable[Arrival]) -> tuple[tuple[str, str], ...]:
    """Take files out of the inbox whose outcome is committed; a file that was changed meanwhile stays.

    Give the names of files that may not be removed, and why: they stay, are not counted again, and stop no other file.
    """
    left = []
    for arrival in arrivals:
        drop = arrival.drop
        if drop is not None and look(drop.path, drop.name) == drop:
            try:
                drop.path.unlink(missing_ok=True)
            except PermissionError as error:
                left.append((drop.name, f"It is done, but may not be taken out of the inbox ({error.strerror})."))
    return tuple(left)


def quarantine(workspace: Workspace, arrival: Arrival, key: str, receipt: Path) -> None:
    """Put a copy of the original into the quarantine folder, with its receipt beside it."""
    target = workspace.quarantine / file_name(arrival.name, key)
    shutil.copyfile(stored(workspace.archive, arrival.sha256), target)
    shutil.copyfile(receipt, target.with_name(f"{target.name}.why.txt"))
