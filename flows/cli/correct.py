"""`rapporteur correct`: what a person knows better than the reader, on one document."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from extractors.header.names import load_names
from flows.cli.main import DONE
from flows.corrections.applying import Applied, Change, apply_changes
from flows.corrections.assignments import changes_of
from flows.corrections.targets import find_target
from flows.settings import find_workspace, load_settings, person
from flows.workspace import open_workspace
from warehouse.connection import Connection


def correct_document(
    given: Path | None,
    word: str,
    assignments: Sequence[str],
    withdrawn: Sequence[str],
    *,
    why: str,
    by: str | None,
    as_json: bool,
) -> int:
    """Make the corrections on one document, tell what changed, and give the exit code."""
    who = person(by)
    root = find_workspace(given)
    names = load_names(load_settings(root).aliases)

    def plan(connection: Connection) -> list[Change]:
        return changes_of(find_target(connection, word), assignments, withdrawn, why=why, names=names)

    print_applied(apply_changes(open_workspace(root), plan, by=who), who, as_json=as_json)
    return DONE


def print_applied(applied: Sequence[Applied], by: str, *, as_json: bool) -> None:
    """Print what became of the changes, as lines or as the JSON form of docs/formats.md."""
    if as_json:
        sys.stdout.write(json.dumps([as_object(one, by) for one in applied], ensure_ascii=False) + "\n")
        return
    console = Console(highlight=False, soft_wrap=True)
    name = None
    for one in applied:
        if one.change.name != name:
            name = one.change.name
            console.print(f"[bold]{escape(name)}[/]")
        console.print(f"  {one.change.field}: {escape(_told(one))}")
    changed = sum(one.done for one in applied)
    console.print(
        f"{changed} corrected by {escape(by)}; published for the analysts." if changed else "Nothing to change."
    )


def as_object(one: Applied, by: str) -> dict[str, object]:
    """Give what became of one change as the JSON form of docs/formats.md."""
    change = one.change
    return {
        "document": change.document,
        "name": change.name,
        "field": change.field,
        "before": one.before,
        "value": one.now,
        "changed": one.done,
        "withdrawn": change.value is None,
        "by": by,
        "why": change.why,
    }


def _told(one: Applied) -> str:
    if not one.done:
        return (
            "nothing was decided on it" if one.change.value is None else f"is {one.now or 'none'} already, as decided"
        )
    what = "as read again" if one.change.value is None else "corrected"
    return f"{one.before or 'none'} -> {one.now or 'none'} ({what})"
