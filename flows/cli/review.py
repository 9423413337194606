"""`rapporteur review headers`: a work list that people fill in, and what they filled in."""

import shlex
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from extractors.header.names import load_names
from flows.cli.correct import print_applied
from flows.cli.main import DONE
from flows.corrections.applying import Change, apply_changes, held_warehouse
from flows.corrections.importing import changes_of_rows
from flows.corrections.sheet import read_sheet, write_sheet
from flows.settings import find_workspace, load_settings, person
from flows.workspace import open_workspace
from warehouse.connection import Connection
from warehouse.review import header_review


def export_headers(given: Path | None, file: Path, *, only_doubtful: bool) -> int:
    """Write the header fields as a work list, the most doubtful first, and give the exit code."""
    with held_warehouse(open_workspace(find_workspace(given))) as connection:
        number = write_sheet(header_review(connection, doubtful=only_doubtful), file)
    console = Console(highlight=False, soft_wrap=True)
    console.print(
        f"{number} rows are in [bold]{escape(str(file))}[/]. Fill in the columns correction and why; then type:"
    )
    where = f" --workspace {shlex.quote(str(given))}" if given else ""
    console.print(escape(f"rapporteur review headers --import {shlex.quote(str(file))}{where}"))
    return DONE


def import_headers(given: Path | None, file: Path, *, why: str, by: str | None, as_json: bool) -> int:
    """Make the corrections of a filled-in work list, all or none of them, and give the exit code."""
    who = person(by)
    root = find_workspace(given)
    names = load_names(load_settings(root).aliases)
    rows = read_sheet(file)

    def plan(connection: Connection) -> Sequence[Change]:
        return changes_of_rows(connection, rows, why=why, names=names)

    print_applied(apply_changes(open_workspace(root), plan, by=who), who, as_json=as_json)
    return DONE
