"""`rapporteur status`: what lies in the inbox, what waits, what is quarantined, and how the last run went."""

import json
import sys
import time
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from flows.cli.main import ATTENTION, DONE
from flows.inbox import list_inbox
from flows.settings import find_workspace, load_settings
from flows.workspace import Workspace, is_held, open_workspace
from warehouse.connection import open_snapshot
from warehouse.decisions import Correction, corrections
from warehouse.runs import Run, last_run
from warehouse.submissions import Outcome, submissions
from warehouse.summary import summary
from warehouse.trust import Standing, label_standings
from warehouse.unresolved import unresolved_names

_MOST_NAMES = 10
"""Unresolved names on the terminal; the view unresolved_sources has all."""

_MOST_CORRECTIONS = 5


def print_status(given: Path | None, *, as_json: bool) -> int:
    """Print the state of the workspace; the exit code is 1 where something needs attention."""
    root = find_workspace(given)
    workspace = open_workspace(root)
    state = workspace_state(workspace, load_settings(root).settle_seconds)
    if as_json:
        sys.stdout.write(json.dumps(state, ensure_ascii=False, default=str) + "\n")
    else:
        _print(workspace, state, Console(highlight=False, soft_wrap=True))
    return ATTENTION if state["waiting"] or state["quarantined"] else DONE


def workspace_state(workspace: Workspace, settle_seconds: float) -> dict[str, object]:
    """Give the state as the JSON form of docs/formats.md."""
    listing = list_inbox(workspace.inbox, settle_seconds, time.time_ns())
    state: dict[str, object] = {
        "workspace": str(workspace.root),
        "inbox": [drop.name for drop in listing.ready],
        "settling": [drop.name for drop in listing.settling],
        "waiting": [],
        "quarantined": [],
        "last_run": None,
        "documents": 0,
        "corrected": [],
        "unresolved_sources": [],
        "labels": [],
    }
    # During a run the warehouse is locked; the snapshot tells how things stood before it.
    source = workspace.snapshot if is_held(workspace) else workspace.warehouse
    if not source.exists():
        return state
    with open_snapshot(source) as connection:
        waiting = submissions(connection, outcome=Outcome.WAITING)
        quarantined = submissions(connection, outcome=Outcome.QUARANTINED)
        return state | {
            "waiting": [{"name": one.name, "program": one.program, "reason": one.reason} for one in waiting],
            "quarantined": [{"name": one.name, "reason": one.reason} for one in quarantined],
            "last_run": _run_state(last_run(connection)),
            "documents": summary(connection).documents,
            "corrected": [_correction_state(one) for one in corrections(connection)],
            "unresolved_sources": [
                {"name": one.name, "documents": one.documents} for one in unresolved_names(connection)
            ],
            "labels": [_label_state(one) for one in label_standings(connection)],
        }


def _run_state(run: Run | None) -> dict[str, object] | None:
    if run is None:
        return None
    return {
        "run": run.id,
        "started": run.started_at.isoformat(),
        "finished": run.finished_at.isoformat() if run.finished_at else None,
        "state": run.state.value,
        "loaded": run.loaded,
        "duplicate": run.duplicates,
        "waiting": run.waiting,
        "quarantined": run.quarantined,
    }


def _label_state(one: Standing) -> dict[str, object]:
    return {"facet": one.facet.value, "trusted": one.trusted, "to_review": one.to_review}


def _correction_state(one: Correction) -> dict[str, object]:
    return {
        "document": one.document,
        "symbol": one.symbol,
        "field": one.field,
        "read": one.read,
        "value": one.value,
        "by": one.by,
        "at": one.at.isoformat(),
        "why": one.why,
    }


def _print(workspace: Workspace, state: dict[str, object], console: Console) -> None:
    console.print(f"[bold]{escape(str(workspace.root))}[/]: {state['documents']} documents")
    match state["last_run"]:
        case {"run": number, "started": str(started), "state": how}:
            when = datetime.fromisoformat(started)
            console.print(f"Last run: number {number}, started {when:%d %B %Y, %H:%M %Z}, {how}")
        case _:
            console.print("No run yet. Drop files into the inbox and type: rapporteur run")
    for key, words in (("inbox", "In the inbox"), ("settling", "Still being copied")):
        names = state[key]
        if isinstance(names, list):
            console.print(f"{words}: {len(names)}" + "".join(f"\n  {escape(name)}" for name in names))
    for key, words in (("waiting", "Waiting for a program"), ("quarantined", "Quarantined")):
        entries = state[key]
        if isinstance(entries, list):
            lines = "".join(f"\n  {escape(one['name'])}: {escape(one['reason'])}" for one in entries)
            console.print(f"{words}: {len(entries)}{lines}")
    _print_labels(state["labels"], console)
    unknown = state["unresolved_sources"]
    if isinstance(unknown, list) and unknown:
        console.print(f"Sources that are in no list of names: {len(unknown)} (see docs/installation.md, aliases)")
        console.print("\n".join(f"  {escape(one['name'])}" for one in unknown[:_MOST_NAMES]))
    made = state["corrected"]
    if isinstance(made, list) and made:
        console.print(f"Corrected by people: {len(made)} fields")
        for one in made[:_MOST_CORRECTIONS]:
            name, told = one["symbol"] or one["document"][:12], one["value"] or "none"
            console.print(
                f"  {escape(name)}, {one['field']}: {escape(told)} ({escape(one['by'])}: {escape(one['why'])})"
            )
        if len(made) > _MOST_CORRECTIONS:
            console.print(f"  and {len(made) - _MOST_CORRECTIONS} more, in the view headers and with --json")


def _print_labels(standings: object, console: Console) -> None:
    if not isinstance(standings, list) or not standings:
        return
    waiting = sum(one["to_review"] for one in standings)
    every = waiting + sum(one["trusted"] for one in standings)
    parts = ", ".join(f"{one['facet']} {one['to_review']}" for one in standings if one["to_review"])
    console.print(f"Labels that wait for review: {waiting} of {every}" + (f" ({parts})" if parts else ""))
