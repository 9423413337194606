"""`rapporteur run`: the main job, and what it says at the end."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from flows.cli.main import ATTENTION, DONE
from flows.cli.summary import print_report
from flows.run import run_once
from flows.settings import find_workspace, load_settings
from flows.workspace import open_workspace

_WIDTH_OF_FILES = 200


def run_ingest(given: Path | None, *, as_json: bool) -> int:
    """Run the flow on what is in the inbox, print what came of it, and give the exit code."""
    root = find_workspace(given)
    workspace = open_workspace(root)
    settings = load_settings(root)
    console = Console(stderr=True, highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=as_json or not console.is_terminal) as bars:
        bar = bars.add_task("Starting", total=None)

        def progress(stage: str, done: int, total: int) -> None:
            bars.update(bar, description=stage, completed=done, total=total or None)

        report = run_once(workspace, settings, progress)
    if as_json:
        sys.stdout.write(json.dumps(asdict(report), ensure_ascii=False, default=str) + "\n")
    else:
        # A file or pipe has no width of its own; there the lines may be as long as they need.
        print_report(report, Console(highlight=False, width=None if sys.stdout.isatty() else _WIDTH_OF_FILES))
    return ATTENTION if report.needs_attention else DONE
