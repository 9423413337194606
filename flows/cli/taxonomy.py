"""`rapporteur taxonomy check` and `rehearse`: whether a taxonomy can be used, and what it would change."""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from flows.cli.main import ATTENTION, DONE
from flows.cli.progress import progress_bar
from flows.rehearsal import Rehearsal, Relabelled, rehearse
from flows.settings import find_workspace, load_settings
from flows.workspace import open_workspace
from models.classifier import Classifier
from models.scheme import Taxonomy, load_taxonomy, taxonomy_file
from models.succession import load_succession
from models.taxonomy_check import Problem, check_taxonomy
from models.taxonomy_effects import effects
from warehouse.classified_texts import Label
from warehouse.connection import open_snapshot

_SAMPLES = 5
_EXCERPT = 160


def print_taxonomy_check(file: Path | None, since: Path | None, *, as_json: bool) -> int:
    """Check a taxonomy file by itself and against the one in use until now; the exit code is 1 where it is wrong."""
    new, problems = _checked(file, load_taxonomy(since))
    if as_json:
        found = [{"file": str(one.file), "line": one.line, "what": one.what} for one in problems]
        sys.stdout.write(json.dumps({"version": new.version, "problems": found}, ensure_ascii=False) + "\n")
    else:
        console = Console(highlight=False, soft_wrap=True)
        for one in problems:
            console.print(escape(str(one)))
        console.print("[red]It cannot be used as it is.[/]" if problems else f"Taxonomy {new.version}: no errors.")
    return ATTENTION if problems else DONE


def print_rehearsal(file: Path, given: Path | None, *, as_json: bool) -> int:
    """Print what a new taxonomy would relabel; nothing is changed. The exit code is 1 where it cannot be used."""
    root = find_workspace(given)
    workspace, settings = open_workspace(root), load_settings(root)
    old = load_taxonomy(settings.taxonomy)
    new, problems = _checked(file, old)
    if problems:
        sys.stderr.write("".join(f"{one}\n" for one in problems))
        return ATTENTION
    differing = effects(old, new, load_succession(file))
    with open_snapshot(workspace.warehouse) as connection, progress_bar("Rehearsing") as advance:
        made = rehearse(connection, Classifier.load(file), differing, advance)
    if as_json:
        sys.stdout.write(json.dumps(_json(made, old, new), ensure_ascii=False) + "\n")
    else:
        _print(made, old, new, Console(highlight=False, soft_wrap=True))
    return DONE


def _checked(file: Path | None, old: Taxonomy) -> tuple[Taxonomy, tuple[Problem, ...]]:
    new = load_taxonomy(file)
    return new, check_taxonomy(taxonomy_file(file), new, old, load_succession(file))


def _print(made: Rehearsal, old: Taxonomy, new: Taxonomy, console: Console) -> None:
    documents = len({one.document for one in made.passages})
    console.print(
        f"From {old.version} to {new.version}: {len(made.affected)} documents would be classified again; "
        f"{len(made.passages)} passages in {documents} of them would change. Nothing is changed yet.\n"
    )
    if not made.passages:
        return
    console.print(_table("label", {_told(key): value for key, value in _pairs(made.by_theme).items()}))
    for title, counts in _counts(made).items():
        console.print(_table(title, _pairs(counts)))
    console.print("Samples:")
    for one in _samples(made.passages):
        lost, gained = (", ".join(label[1] for label in some) or "none" for some in (one.lost, one.gained))
        console.print(escape(f"  {one.counted.symbol or one.document[:8]}, passage {one.paragraph}: -{lost} +{gained}"))
        console.print(escape(f"    {_excerpt(one.text)}"))


def _counts(made: Rehearsal) -> dict[str, Counter[tuple[object, str]]]:
    return {
        "year": made.count(lambda one: [one.counted.year or "unknown"]),
        "country": made.count(lambda one: one.counted.states or ["none"]),
        "language": made.count(lambda one: [one.counted.language]),
    }


def _pairs(counts: Counter[tuple[object, str]]) -> dict[object, tuple[int, int]]:
    keys = sorted({key for key, _ in counts}, key=str)
    return {key: (counts[key, "lost"], counts[key, "gained"]) for key in keys}


def _told(label: object) -> str:
    return f"{label[0]} {label[1]}" if isinstance(label, tuple) else str(label)


def _table(title: str, rows: dict[Any, tuple[int, int]]) -> Table:
    table = Table(box=None, padding=(0, 1), pad_edge=False, header_style="bold")
    table.add_column(title, no_wrap=True)
    for name in ("lost", "gained"):
        table.add_column(name, justify="right")
    for key, (lost, gained) in rows.items():
        table.add_row(escape(str(key)), str(lost), str(gained))
    table.add_row("")
    return table


def _samples(passages: Iterable[Relabelled]) -> list[Relabelled]:
    """Give the first passage of each kind of change, the most frequent kinds first."""
    first: dict[tuple[tuple[Label, ...], tuple[Label, ...]], Relabelled] = {}
    kinds: Counter[tuple[tuple[Label, ...], tuple[Label, ...]]] = Counter()
    for one in passages:
        kinds[one.lost, one.gained] += 1
        first.setdefault((one.lost, one.gained), one)
    return [first[kind] for kind, _ in kinds.most_common(_SAMPLES)]


def _excerpt(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _EXCERPT else plain[: _EXCERPT - 1] + "…"


def _json(made: Rehearsal, old: Taxonomy, new: Taxonomy) -> dict[str, Any]:
    def counted(pairs: dict[object, tuple[int, int]]) -> dict[str, dict[str, int]]:
        return {_told(key): {"lost": lost, "gained": gained} for key, (lost, gained) in pairs.items()}

    return {
        "from": old.version,
        "to": new.version,
        "affected": list(made.affected),
        "by_label": counted(_pairs(made.by_theme)),
        **{f"by_{title}": counted(_pairs(counts)) for title, counts in _counts(made).items()},
        "passages": [
            {
                "document": one.document,
                "paragraph": one.paragraph,
                "symbol": one.counted.symbol,
                "lost": [list(label) for label in one.lost],
                "gained": [list(label) for label in one.gained],
                "text": one.text,
            }
            for one in made.passages
        ],
    }
