"""`rapporteur doctor`: is everything there that the work needs, and if not, what to do."""

import json
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from flows.cli.main import ATTENTION, DONE
from flows.errors import WorkspaceError
from flows.settings import Settings, find_workspace, load_settings, prefect_server
from flows.trained_models import model_in_use
from flows.workspace import Workspace, open_workspace
from models.trust import load_trust

_FREE_GIGABYTES = 2
_SERVER_SECONDS = 3
_OCR_LANGUAGES = ("ara", "chi_sim", "eng", "fra", "rus", "spa", "osd")
"""Tesseract's names of the six languages, and of its model that tells orientation and script."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: whether it is well, what was found, and what to do."""

    subject: str
    well: bool
    optional: bool
    found: str
    remedy: str | None = None


def print_examination(given: Path | None, *, as_json: bool) -> int:
    """Print the findings; the exit code is 1 where something that is not optional is amiss."""
    root = find_workspace(given)
    findings = tuple(examine(root, load_settings(root)))
    code = DONE if all(finding.well or finding.optional for finding in findings) else ATTENTION
    if as_json:
        sys.stdout.write(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False) + "\n")
        return code
    table = Table(box=None, padding=(0, 2, 0, 0))
    for title in ("", "What", "Found", "What to do"):
        table.add_column(title, overflow="fold")
    for finding in findings:
        mark = "[green]ok[/]" if finding.well else "[yellow]missing[/]" if finding.optional else "[red]amiss[/]"
        table.add_row(mark, finding.subject, finding.found, finding.remedy or "")
    Console(highlight=False).print(table)
    return code


def examine(root: Path, settings: Settings) -> Iterator[Finding]:
    """Look at the Python, the workspace, the disk, the optional programs, Prefect and the trust gate."""
    yield Finding("Python", sys.version_info >= (3, 11), False, sys.version.split()[0])
    yield _workspace(root)
    yield _disk(root)
    options = settings.options()
    yield _program("Tesseract (scanned documents)", options.tesseract, "sudo apt-get install tesseract-ocr-all")
    if options.tesseract:
        missing = _missing_languages(options.tesseract)
        remedy = "sudo apt-get install " + " ".join(f"tesseract-ocr-{name.replace('_', '-')}" for name in missing)
        found = "all six languages" if not missing else f"without {', '.join(missing)}"
        yield Finding("Tesseract's languages", not missing, True, found, remedy if missing else None)
    yield _program("LibreOffice (.doc, .rtf, .odt)", options.soffice, "sudo apt-get install libreoffice-writer")
    yield _prefect()
    yield _trust(root)


def _trust(root: Path) -> Finding:
    try:
        trusted = len(load_trust(model_in_use(Workspace(root))).labels)
    except WorkspaceError as error:
        return Finding("Trust gate", False, False, "the model in use is missing", str(error))
    found = f"{trusted} labels of a language count without review" if trusted else "every label waits for review"
    remedy = "The model is newer than its gates: rapporteur evaluate --write-gates"
    return Finding("Trust gate", trusted > 0, True, found, None if trusted else remedy)


def _workspace(root: Path) -> Finding:
    try:
        open_workspace(root)
    except WorkspaceError as error:
        return Finding("Workspace", False, False, str(root), str(error))
    return Finding("Workspace", True, False, f"{root}, all folders writable")


def _disk(root: Path) -> Finding:
    place = next(folder for folder in (root, *root.parents) if folder.exists())
    free = shutil.disk_usage(place).free / 1e9
    remedy = None if free >= _FREE_GIGABYTES else f"Make room: at least {_FREE_GIGABYTES} GB should be free."
    return Finding("Disk space", remedy is None, False, f"{free:.1f} GB free", remedy)


def _program(subject: str, path: Path | None, command: str) -> Finding:
    return Finding(subject, path is not None, True, str(path or "not installed"), None if path else command)


def _missing_languages(tesseract: Path) -> tuple[str, ...]:
    listed = subprocess.run([tesseract, "--list-langs"], capture_output=True, text=True, timeout=30, check=False)
    return tuple(name for name in _OCR_LANGUAGES if name not in listed.stdout.split())


def _prefect() -> Finding:
    address = prefect_server()
    if address is None:
        return Finding("Prefect", True, False, "a temporary server for each run (PREFECT_API_URL is not set)")
    try:
        with urllib.request.urlopen(f"{address.rstrip('/')}/health", timeout=_SERVER_SECONDS):  # noqa: S310 - as configured
            return Finding("Prefect", True, False, f"the server at {address} answers")
    except (urllib.error.URLError, OSError, ValueError) as error:
        remedy = "Start it with: prefect server start  (or unset PREFECT_API_URL to do without)"
        return Finding("Prefect", False, False, f"no answer from {address}: {error}", remedy)
