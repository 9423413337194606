"""`rapporteur train` and `rapporteur models`: learning from decisions, and which model is in use."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from flows.cli.main import ATTENTION, DONE
from flows.cli.progress import progress_bar
from flows.learning import STAGES, Lesson, learn
from flows.settings import find_workspace, load_settings
from flows.trained_models import TrainedModel, model_named, trained_models, use_model
from flows.workspace import Workspace, open_workspace
from models.classifier import Classifier
from models.decided import Contradiction
from models.evaluation.cases import third_cases
from models.evaluation.comparison import Difference, compare
from models.evaluation.verdicts import classify_cases
from models.scheme import load_taxonomy
from models.training_data import read_examples

_EXCERPT = 100


def print_training(given: Path | None, *, as_json: bool) -> int:
    """Train with people's decisions; the exit code is 1 where the new model is worse and was not installed."""
    workspace = _workspace(given)
    settings = load_settings(workspace.root)
    with progress_bar("Learning (some minutes)", STAGES) as advance:
        made = learn(workspace, settings, advance)
    if as_json:
        sys.stdout.write(json.dumps(_lesson_json(made), ensure_ascii=False, default=str) + "\n")
    else:
        _print_lesson(made, Console(highlight=False, soft_wrap=True))
    return DONE if made.is_installed else ATTENTION


def print_models(given: Path | None, *, as_json: bool) -> int:
    """Print the models of a workspace."""
    models = trained_models(_workspace(given))
    if as_json:
        rows = [
            {"name": one.name, "in_use": one.is_used} | {key: one.report.get(key) for key in ("made", "decisions")}
            for one in models
        ]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False) + "\n")
        return DONE
    table = _table("model", "in use", "made", "decisions")
    for one in models:
        report = one.report
        made, decisions = report.get("made", "comes with Rapporteur"), report.get("decisions", "")
        table.add_row(one.name, "yes" if one.is_used else "", str(made), str(decisions))
    Console(highlight=False).print(table)
    return DONE


def print_use(given: Path | None, name: str) -> int:
    """Use a model from the next run on."""
    use_model(_workspace(given), name)
    sys.stdout.write(f"{name} is in use from the next run on. Labels that are there already stay as they are.\n")
    return DONE


def print_difference(given: Path | None, first: str, second: str, *, as_json: bool) -> int:
    """Compare two models on the test third of Rapporteur's own texts."""
    workspace = _workspace(given)
    chosen = [model_named(workspace, name) for name in (first, second)]
    taxonomy = load_settings(workspace.root).taxonomy
    with progress_bar("Comparing", len(chosen)) as advance:
        made = _compare(chosen, taxonomy, advance)
    if as_json:
        sys.stdout.write(json.dumps([asdict(one) for one in made]) + "\n")
    else:
        console = Console(highlight=False)
        console.print(f"F1 on the test third of Rapporteur's own texts: {escape(first)}, {escape(second)}\n")
        console.print(_differences(made))
    return DONE


def _compare(models: Sequence[TrainedModel], taxonomy: Path | None, advance: object) -> tuple[Difference, ...]:
    cases = third_cases(read_examples(), load_taxonomy())
    verdicts = []
    for one in models:
        verdicts.append(classify_cases(cases, Classifier.load(taxonomy, one.folder), one.name))
        if callable(advance):
            advance()
    return compare(cases, verdicts[0], verdicts[1])


def _print_lesson(made: Lesson, console: Console) -> None:
    console.print(f"Learned from {made.decisions} decisions on {made.passages} passages: model {escape(made.name)}\n")
    if made.contradictions:
        console.print(
            f"{len(made.contradictions)} times people said different things of the same words; the latest counts:"
        )
        for one in made.contradictions:
            console.print(f"  {escape(_told(one))}")
        console.print("")
    console.print(_differences(made.differences))
    if made.is_installed:
        console.print("\n[green]Nothing got worse:[/] it is in use from the next run on.")
        return
    worse = ", ".join(f"{one.facet} in {one.language}" for one in made.worse)
    console.print(
        f"\n[red]Not installed:[/] {worse} got worse. The model before stays in use. To use the new one all the same:"
    )
    console.print(f"  rapporteur models use {escape(made.name)}")


def _differences(some: Sequence[Difference]) -> Table:
    table = _table("facet", "language", "before", "after", "change", "")
    for one in some:
        verdict = "[red]worse[/]" if one.is_worse else "[green]better[/]" if one.is_better else ""
        change = f"{one.change.value:+.3f} ({one.change.low:+.3f} to {one.change.high:+.3f})"
        table.add_row(one.facet, one.language, f"{one.before:.3f}", f"{one.after:.3f}", change, verdict)
    return table


def _told(one: Contradiction) -> str:
    said = "; ".join(f"{'yes' if each.holds else 'no'} ({each.by}, {each.at:%d %B %Y})" for each in one.decisions)
    text = " ".join(one.text.split())
    return f"{one.label[0]} {one.label[1]}: {said}: {text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + '…'}"


def _lesson_json(made: Lesson) -> dict[str, object]:
    return {
        "model": made.name,
        "installed": made.is_installed,
        "decisions": made.decisions,
        "passages": made.passages,
        "contradictions": [asdict(one) for one in made.contradictions],
        "differences": [asdict(one) | {"worse": one.is_worse, "better": one.is_better} for one in made.differences],
    }


def _table(*titles: str) -> Table:
    table = Table(box=None, padding=(0, 1), pad_edge=False, header_style="bold")
    for title in titles:
        table.add_column(title, no_wrap=True)
    return table


def _workspace(given: Path | None) -> Workspace:
    return open_workspace(find_workspace(given))
