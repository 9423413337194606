"""`rapporteur evaluate`: how good the labels are, as a page, as JSON and as a model card."""

import json
import sys
from importlib import resources
from pathlib import Path

from rich.console import Console
from rich.table import Table

from flows.cli.main import DONE
from flows.cli.progress import progress_bar
from models.evaluation.evaluation import STAGES, Evaluation, evaluate
from models.evaluation.files import Places, write_evaluation
from models.evaluation.intervals import ALL
from models.evaluation.tables import interval, share
from models.trust import write_trust


def print_evaluation(file: Path | None, into: Path | None, *, write_gates: bool, as_json: bool) -> int:
    """Evaluate, write the page, the figures and the card, and print what they come to."""
    with progress_bar("Evaluating", STAGES) as advance:
        made = evaluate(file, progress=advance)
    written = write_evaluation(made, _places(file, into))
    if write_gates:
        written = (*written, write_trust(made.trust))
    if as_json:
        sys.stdout.write(json.dumps(made.figures, ensure_ascii=False) + "\n")
    else:
        _print(made, written, Console(highlight=False, soft_wrap=True))
    return DONE


def _places(file: Path | None, into: Path | None) -> Places:
    """Put the project's own figures into the project, others into a folder beside the user."""
    root = Path(str(resources.files("models"))).parent
    if file is None and into is None and (root / "docs").is_dir():
        return Places(root / "docs", root / "models" / "card.md")
    folder = into or Path("quality")
    return Places(folder, folder / "card.md")


def _print(made: Evaluation, written: tuple[Path, ...], console: Console) -> None:
    table = Table(box=None, padding=(0, 1), pad_edge=False, header_style="bold")
    facets = made.figures["facets"]
    others = [name for name in next(iter(facets.values())) if name != "model"]
    for title in ("Facet", "F1 of the model", "P", "R", *others):
        table.add_column(title, no_wrap=True)
    for facet, members in facets.items():
        mine = members["model"][ALL]
        table.add_row(
            facet,
            interval(mine["f1"]),
            share(mine["precision"]),
            share(mine["recall"]),
            *(share(members[name][ALL]["f1"]) for name in others),
        )
    data, review = made.figures["data"], made.figures["review"][ALL]
    console.print(f"{data['passages']} passages of {data['source']}, model {made.figures['model']['version']}\n")
    console.print(table)
    console.print(
        f"\nOf {review['with_subject']} passages with a framework or risk "
        f"{review['to_review']} have one that waits for review."
    )
    if "tfidf" not in others:
        console.print("Without the baseline tfidf, which needs scikit-learn: pip install scikit-learn")
    for path in written:
        console.print(f"Written: {path}")
