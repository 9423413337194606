"""`rapporteur review labels`: what waits for a person, the work list, and what people decided."""

import json
import shlex
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from flows.cli.main import DONE
from flows.corrections.applying import held_warehouse
from flows.corrections.label_importing import decisions_of_rows
from flows.corrections.label_reading import read_work_list
from flows.corrections.label_rulings import decisions_on_passage
from flows.corrections.label_writing import write_work_list
from flows.corrections.labels import apply_decisions, withdraw
from flows.corrections.targets import find_target
from flows.errors import CorrectionError
from flows.settings import find_workspace, person
from flows.workspace import open_workspace
from models.labels import Facet
from warehouse.connection import Connection
from warehouse.label_decisions import Decided, LabelDecision, RecordedLabelDecision, recorded_label_decisions
from warehouse.label_places import Verdict
from warehouse.label_review import WaitingLabels, label_work_list, named_concepts, waiting_labels

_MOST_UNPLACED = 10


def print_waiting(given: Path | None, *, as_json: bool) -> int:
    """Print how many labels wait for review, by language and facet, and give the exit code."""
    with held_warehouse(open_workspace(find_workspace(given))) as connection:
        waiting = waiting_labels(connection)
        unplaced = sum(one.unplaced is not None for one in recorded_label_decisions(connection))
    if as_json:
        sys.stdout.write(json.dumps([asdict(one) for one in waiting], ensure_ascii=False) + "\n")
        return DONE
    console = Console(highlight=False, soft_wrap=True)
    if unplaced:
        console.print(f"{unplaced} decisions count for no passage now: rapporteur review labels --decisions says why.")
    if not waiting:
        console.print("No label waits for review.")
        return DONE
    console.print(_table(waiting))
    console.print(escape(f"To decide on them: rapporteur review labels --export labels.xlsx{_workspace(given)}"))
    return DONE


def export_labels(
    given: Path | None, file: Path, *, limit: int, language: str | None, facet: str | None, symbol: str | None
) -> int:
    """Write the labels that wait as a work list, the most doubtful first, and give the exit code."""
    with held_warehouse(open_workspace(find_workspace(given))) as connection:
        rows = label_work_list(
            connection,
            limit=limit,
            language=_language(connection, language) if language else None,
            facet=_facet(facet) if facet else None,
            documents=[find_target(connection, symbol).document] if symbol else None,
        )
        number = write_work_list(rows, named_concepts(connection), file)
    console = Console(highlight=False, soft_wrap=True)
    if number < len(rows):
        console.print(f"{len(rows) - number} rows are longer than a cell can be and are left out.")
    console.print(
        f"{number} labels are in [bold]{escape(str(file))}[/]. Fill in the yellow columns; see the sheet How to. "
        "Then type:"
    )
    command = f"rapporteur review labels --import {shlex.quote(str(file))} --by NAME --why REASON{_workspace(given)}"
    console.print(escape(command))
    return DONE


def import_labels(given: Path | None, file: Path, *, why: str, by: str | None, as_json: bool) -> int:
    """Record the decisions of a filled-in work list, all or none of them, and give the exit code."""
    who = person(by)
    rows = read_work_list(file)

    def plan(connection: Connection) -> Sequence[LabelDecision]:
        return decisions_of_rows(connection, rows, by=who, why=why)

    return _apply(given, plan, as_json=as_json)


def decide_on_passage(
    given: Path | None,
    word: str,
    paragraph: int,
    said: Mapping[str, Sequence[str]],
    *,
    words: str,
    why: str,
    by: str | None,
    as_json: bool,
) -> int:
    """Record decisions on one passage, all or none of them, and give the exit code."""
    who = person(by)
    named = {Verdict(verdict): names for verdict, names in said.items()}

    def plan(connection: Connection) -> Sequence[LabelDecision]:
        return decisions_on_passage(connection, word, paragraph, named, words=words, by=who, why=why)

    return _apply(given, plan, as_json=as_json)


def print_decisions(given: Path | None, *, as_json: bool) -> int:
    """Print the decisions on labels that stand, and give the exit code."""
    with held_warehouse(open_workspace(find_workspace(given))) as connection:
        decisions = recorded_label_decisions(connection)
    if as_json:
        sys.stdout.write(json.dumps([_as_object(one) for one in decisions], ensure_ascii=False) + "\n")
        return DONE
    console = Console(highlight=False, soft_wrap=True)
    for one in decisions:
        console.print(escape(_line(one)))
    if not decisions:
        console.print("Nobody has decided on a label yet.")
    return DONE


def withdraw_label(given: Path | None, number: int, *, why: str, by: str | None, as_json: bool) -> int:
    """Take a decision on a label back by its number, and give the exit code."""
    who = person(by)
    taken = withdraw(open_workspace(find_workspace(given)), number, by=who, why=why)
    if as_json:
        sys.stdout.write(json.dumps(_as_object(taken) | {"outcome": "withdrawn"}, ensure_ascii=False) + "\n")
    else:
        console = Console(highlight=False, soft_wrap=True)
        console.print(escape(f"Taken back by {who}: {_line(taken)}; published for the analysts."))
    return DONE


def _apply(given: Path | None, plan: Callable[[Connection], Sequence[LabelDecision]], *, as_json: bool) -> int:
    done = apply_decisions(open_workspace(find_workspace(given)), plan)
    if as_json:
        sys.stdout.write(json.dumps([_outcome(*one) for one in done], ensure_ascii=False) + "\n")
    else:
        _print_done(done, Console(highlight=False, soft_wrap=True))
    return DONE


def _facet(written: str) -> Facet:
    word = written.strip().casefold()
    if word not in set(Facet):
        raise CorrectionError(
            f"{written!r} is no question that passages are labelled by. These are: {', '.join(Facet)}."
        )
    return Facet(word)


def _language(connection: Connection, written: str) -> str:
    known = sorted({one.language for one in waiting_labels(connection)})
    word = written.strip().casefold()
    if word not in known:
        raise CorrectionError(
            f"No label waits for review in the language {written!r}. Labels wait in: {', '.join(known) or 'none'}."
        )
    return word


def _table(waiting: Sequence[WaitingLabels]) -> Table:
    table = Table("Language", "Question", title="Labels that wait for review", title_justify="left", box=None)
    for heading in ("Labels", "Passages", "Documents"):
        table.add_column(heading, justify="right")
    for one in waiting:
        table.add_row(one.language, one.facet.value, f"{one.labels:,}", f"{one.passages:,}", f"{one.families:,}")
    table.add_row("all", "", f"{sum(one.labels for one in waiting):,}", "", "", style="bold")
    return table


def _print_done(done: Sequence[tuple[LabelDecision, Decided]], console: Console) -> None:
    counts = Counter(decision.verdict for decision, made in done if made.recorded)
    told = {"accept": "accepted", "reject": "rejected", "add": "added"}
    parts = ", ".join(f"{number} {told[verdict]}" for verdict, number in counts.items())
    before = sum(not made.recorded for _, made in done)
    again = f" {before} stood already." if before else ""
    console.print(f"{parts}; published for the analysts.{again}" if parts else f"Nothing to change.{again}")
    unplaced = [(decision, made) for decision, made in done if made.unplaced]
    if unplaced:
        console.print(f"{len(unplaced)} count for no passage now (view unplaced_decisions):")
    for decision, made in unplaced[:_MOST_UNPLACED]:
        console.print(escape(f"  decision {made.number}, {decision.concept_name}: {made.unplaced}"))


def _line(one: RecordedLabelDecision) -> str:
    where = ", ".join(map(str, one.paragraphs))
    place = f"paragraph {where}" if where else f"no passage now: {one.unplaced}"
    name = one.symbol or one.document[:12]
    said = f"{one.number}  {one.verdict} {one.facet}: {one.name}"
    return f"{said}  on {name}, {place}  ({one.by}, {one.at:%d %B %Y}: {one.why})"


def _outcome(decision: LabelDecision, made: Decided) -> Mapping[str, object]:
    return {
        "decision": made.number,
        "outcome": "decided" if made.recorded else "standing",
        "document": decision.document,
        "verdict": decision.verdict.value,
        "facet": decision.facet.value,
        "concept": decision.concept,
        "name": decision.concept_name,
        "replaced": list(made.replaced),
        "unplaced": made.unplaced or None,
        "by": decision.by,
        "why": decision.why,
    }


def _as_object(one: RecordedLabelDecision) -> dict[str, object]:
    return {
        "decision": one.number,
        "document": one.document,
        "symbol": one.symbol,
        "verdict": one.verdict.value,
        "facet": one.facet.value,
        "concept": one.concept,
        "name": one.name,
        "text": one.text,
        "paragraphs": list(one.paragraphs),
        "unplaced": one.unplaced,
        "by": one.by,
        "at": one.at.isoformat(),
        "why": one.why,
    }


def _workspace(given: Path | None) -> str:
    return f" --workspace {shlex.quote(str(given))}" if given else ""
