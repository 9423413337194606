"""`rapporteur data check`: whether the labelled texts can be learned from."""

import json
import sys
from collections.abc import Sequence
from importlib import resources
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from flows.cli.main import ATTENTION, DONE
from models.evaluation.coverage import Coverage
from models.evaluation.data_check import DataCheck, Twins, check_data, check_json
from models.scheme import LANGUAGES, load_taxonomy

_MOST = 20
"""Findings of a kind on the terminal; --json has all."""


def print_check(folder: Path | None, taxonomy: Path | None, *, as_json: bool) -> int:
    """Print what was found; the exit code is 1 where there are errors, not where there are only warnings."""
    source = folder or Path(str(resources.files("models").joinpath("training")))
    check = check_data(source, load_taxonomy(taxonomy))
    if as_json:
        sys.stdout.write(json.dumps(check_json(check), ensure_ascii=False) + "\n")
    else:
        _print(source, check, Console(highlight=False, soft_wrap=True))
    return DONE if check.is_sound else ATTENTION


def _print(source: Path, check: DataCheck, console: Console) -> None:
    console.print(f"[bold]{escape(str(source))}[/]: {check.texts} texts, {check.test} of them in the test third\n")
    console.print(_coverage_table(check.coverage, {(one.concept, one.language) for one in check.gaps}))
    faults = [f"{one.place}: {one.what}" for one in check.faults]
    leaks = [f"{one.place} and {one.other}: {_short(one.text)}" for one in check.leaks]
    near = [one for one in check.twins if one.across and one.share < 1.0]
    _list(console, "[red]Errors[/] in a line", faults)
    _list(console, "[red]The same text on both sides of the split[/]", leaks)
    _list(console, "[yellow]Contradictions[/]: the same text with different labels", _contradictions(check))
    _list(console, "[yellow]Near-duplicates across the split[/]", [_pair(one) for one in near])
    quoted = [f"{one.place} stands in {one.other}: {_short(one.text)}" for one in check.quotations]
    _list(console, "[yellow]Learned from, and quoted in the test third[/]", quoted)
    inside = [_pair(one) for one in check.twins if not one.across]
    _list(console, "[yellow]Near-duplicates within a part[/]", inside)
    console.print(f"\n{len(check.gaps)} labels have too few texts in a language (marked in the table).")
    console.print("[green]No errors.[/]" if check.is_sound else "[red]There are errors; mend them before training.[/]")


def _contradictions(check: DataCheck) -> list[str]:
    return [
        f"{one.place} and {one.other}: {', '.join(one.contradicts)}: {_short(one.text)}" for one in check.contradictions
    ]


def _coverage_table(counted: Sequence[Coverage], gaps: set[tuple[str, str]]) -> Table:
    table = Table(box=None, padding=(0, 1), pad_edge=False, header_style="bold")
    table.add_column("to learn from + test", no_wrap=True)
    for language in LANGUAGES:
        table.add_column(language, justify="right")
    for facet, of_facet in groupby(counted, key=lambda one: one.facet):
        table.add_row(f"[bold]{facet}[/]")
        for concept, some in groupby(of_facet, key=lambda one: one.concept):
            cells = [
                f"[yellow]{one.learning}+{one.test}[/]"
                if (concept, one.language) in gaps
                else f"{one.learning}+{one.test}"
                for one in some
            ]
            table.add_row(f"  {concept}", *cells)
    return table


def _list(console: Console, title: str, lines: Sequence[str]) -> None:
    if not lines:
        return
    console.print(f"\n{title}: {len(lines)}")
    for line in lines[:_MOST]:
        console.print(f"  {escape(line)}")
    if len(lines) > _MOST:
        console.print(f"  and {len(lines) - _MOST} more, with --json")


def _pair(one: Twins) -> str:
    return f"{one.place} and {one.other} ({one.share:.0%}): {_short(one.text)}"


def _short(text: str) -> str:
    return text if len(text) <= 70 else text[:69] + "…"
