"""`rapporteur review families`: which documents may be one, and what people decide of it."""

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from flows.cli.main import DONE
from flows.corrections.applying import held_warehouse
from flows.corrections.families import Ruling, merge, split, withdraw
from flows.corrections.targets import title
from flows.settings import find_workspace, person
from flows.workspace import open_workspace
from warehouse.families.decisions import RecordedDecision, family_decisions
from warehouse.families.review import FamilyDoubt, families_to_review
from warehouse.named import named_submissions


def print_families(given: Path | None, *, as_json: bool) -> int:
    """Print the pairs that a person should look at and the decisions that stand, and give the exit code."""
    with held_warehouse(open_workspace(find_workspace(given))) as connection:
        doubts, decisions = families_to_review(connection), family_decisions(connection)
        names = {one.document: title(one) for one in reversed(named_submissions(connection))}
    if as_json:
        state = {"doubts": [asdict(one) for one in doubts], "decisions": [_as_object(one) for one in decisions]}
        sys.stdout.write(json.dumps(state, ensure_ascii=False, default=str) + "\n")
        return DONE
    console = Console(highlight=False, soft_wrap=True)
    for doubt in doubts:
        console.print(escape(_doubt(doubt)))
    if doubts:
        console.print("Decide with --merge A B or --split A --apart-from B; the numbers are those of the submissions.")
    else:
        console.print("No documents look as if they might be one.")
    for one in decisions:
        console.print(escape(f"Decision {one.id}: {_decision(one, names)}"))
    return DONE


def decide_families(
    given: Path | None,
    *,
    merged: tuple[str, str] | None,
    parted: str | None,
    other: str | None,
    withdrawn: int | None,
    why: str,
    by: str | None,
    as_json: bool,
) -> int:
    """Record or take back one decision, tell what is counted with what now, and give the exit code."""
    who = person(by)
    workspace = open_workspace(find_workspace(given))
    if merged is not None:
        ruling = merge(workspace, *merged, by=who, why=why)
    elif parted is not None:
        ruling = split(workspace, parted, other, by=who, why=why)
    else:
        ruling = withdraw(workspace, withdrawn or 0, by=who, why=why)
    if as_json:
        sys.stdout.write(json.dumps(asdict(ruling) | {"by": who}, ensure_ascii=False) + "\n")
    else:
        _print_ruling(ruling, who, Console(highlight=False, soft_wrap=True))
    return DONE


def _print_ruling(ruling: Ruling, by: str, console: Console) -> None:
    others = escape(", ".join(ruling.counted_with))
    console.print(f"{escape(ruling.documents[0].name)} is counted {f'with {others}' if others else 'on its own'}.")
    told = {"decided": "is made", "withdrawn": "is taken back", "standing": "stood already"}[ruling.outcome]
    console.print(f"Decision {ruling.decision} {told}, by {escape(by)}; published for the analysts.")


def _doubt(one: FamilyDoubt) -> str:
    return f"{one.submission} {one.name} and {one.other_submission} {one.other_name}: {one.note}"


def _decision(one: RecordedDecision, names: Mapping[str, str]) -> str:
    decision = one.decision
    documents = " and ".join(names.get(each, each) for each in (decision.document, decision.other) if each)
    return f"{decision.action} {documents} ({decision.by}, {one.at:%d %B %Y}: {decision.why})"


def _as_object(one: RecordedDecision) -> dict[str, object]:
    return {"id": one.id, "at": one.at.isoformat()} | asdict(one.decision)
