"""Receipts: what became of each submission, in words that need no explanation."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import resources
from pathlib import Path, PurePosixPath

_NAME_BYTES = 150
"""Most file systems allow 255 bytes; a date, a key and an ending join the name."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the receipt of one submission tells."""

    key: str
    name: str
    received: datetime
    outcome: str
    reason: str | None
    understood: Sequence[tuple[str, str]] = ()
    """Pairs of a word and what was understood, e.g. ("Symbol", "CWG-COP-20/4-E")."""
    corrected: Sequence[str] = ()
    """What people corrected, a line each."""


def write_receipt(receipt: Receipt, folder: Path) -> Path:
    """Write a receipt as a text file, in a folder for the day; writing it again gives the same file."""
    day = folder / receipt.received.strftime("%Y-%m-%d")
    day.mkdir(parents=True, exist_ok=True)
    path = day / f"{file_name(receipt.name, receipt.key)}.txt"
    path.write_text(receipt_text(receipt), encoding="utf-8")
    return path


def receipt_text(receipt: Receipt) -> str:
    """Say what happened, why, what was understood, and what to do."""
    wording = _wording()
    lines = [
        f"Receipt for  {receipt.name}",
        f"Received     {receipt.received:%d %B %Y, %H:%M %Z}",
        f"Outcome      {wording['outcome'][receipt.outcome]}",
    ]
    if receipt.reason:
        lines.append(f"Reason       {receipt.reason}")
    if receipt.understood:
        lines += ["", "What was understood", *(f"  {word:<12} {value}" for word, value in receipt.understood)]
    if receipt.corrected:
        lines += ["", "What a person corrected", *(f"  {line}" for line in receipt.corrected)]
    lines += ["", f"What to do   {wording['advice'][receipt.outcome]}", ""]
    return "\n".join(lines)


def file_name(name: str, key: str) -> str:
    """Make a file name of a submission's name (which may hold folders) that no other submission has."""
    flat = name.replace("/", "__")
    suffix = PurePosixPath(flat).suffix
    stem = flat.removesuffix(suffix).encode("utf-8", "replace")[:_NAME_BYTES].decode("utf-8", "ignore")
    return f"{stem}--{key[:8]}{suffix[:20]}"


@cache
def _wording() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files("flows").joinpath("receipt.toml").read_text(encoding="utf-8"))
