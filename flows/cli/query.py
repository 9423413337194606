"""`rapporteur query`: the answer to a question, as a table for people or as CSV or JSON for programs."""

import json
import math
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from flows.cli.main import DONE
from flows.cli.snapshot_commands import Form
from flows.settings import find_workspace, load_settings
from flows.workspace import Workspace
from warehouse.asking.answers import ask
from warehouse.asking.question import Limits, Question
from warehouse.cells import readable
from warehouse.connection import open_snapshot
from warehouse.errors import QueryError
from warehouse.export import write_csv
from warehouse.marts import marts, select
from warehouse.nearest import did_you_mean
from warehouse.queries import queries

_NARROWEST = 12
"""A table has as many columns as fit with this width."""


def list_queries(form: Form | None) -> int:
    """Print the ready queries with the questions that they answer, and give the exit code."""
    if _chosen(form) is Form.JSON:
        entries = [{"name": one.name, "title": one.title, "sql": one.sql} for one in queries()]
        sys.stdout.write(json.dumps(entries, ensure_ascii=False, indent=1) + "\n")
        return DONE
    console = Console(highlight=False, soft_wrap=True)
    for one in queries():
        console.print(f"[bold]{escape(one.name)}[/]  {escape(one.title)}")
    console.print("\nType: rapporteur query NAME, or rapporteur query --sql SQL")
    return DONE


def print_answer(
    given: Path | None, file: Path | None, name: str | None, sql: str | None, *, form: Form | None, most: int
) -> int:
    """Print the answer to a ready query, mart or SQL, and give the exit code."""
    path, limits = snapshot_and_limits(given, file)
    question = Question(sql) if sql is not None else _named(path, name or "")
    with ask(path, [question], limits) as answers:
        rows = answers.next()
        match _chosen(form):
            case Form.CSV:
                write_csv(rows, sys.stdout.buffer, for_excel=False)
            case Form.JSON:
                _print_json(rows)
            case Form.TABLE:
                _print_table(rows.schema.names, _read(rows), most)
    return DONE


def snapshot_and_limits(given: Path | None, file: Path | None) -> tuple[Path, Limits]:
    """Tell which snapshot is asked, and what may be spent on the answer."""
    root = find_workspace(given)
    settings = load_settings(root)
    return file or Workspace(root).snapshot, Limits(settings.query_seconds, settings.query_megabytes)


def _chosen(form: Form | None) -> Form:
    return form or (Form.TABLE if sys.stdout.isatty() else Form.CSV)


def _named(path: Path, name: str) -> Question:
    ready = {one.name: one.sql for one in queries()}
    if name in ready:
        return Question(ready[name])
    with open_snapshot(path) as connection:
        names = [mart.name for mart in marts(connection)]
        if name in names:
            return select(connection, name, {})
    raise QueryError(
        f"There is no ready query or mart {name}.{did_you_mean(name, [*ready, *names])} "
        "`rapporteur query` lists the queries, `rapporteur export` the marts."
    )


def _read(rows: Any) -> Iterator[list[object]]:
    for batch in rows:
        for row in readable(batch).to_pylist():
            yield list(row.values())


def _print_table(names: Sequence[str], rows: Iterator[list[object]], most: int) -> None:
    console = Console(highlight=False)
    fitting = max(1, console.width // _NARROWEST)
    shown = list(islice(rows, most))
    cells = [["" if value is None else _one_line(value) for value in row[:fitting]] for row in shown]
    widths = _widths(
        [max(map(cell_len, column)) for column in zip(names[:fitting], *cells, strict=True)], console.width
    )
    table = Table(box=None, pad_edge=False, padding=(0, 1), header_style="bold")
    for place, (name, width) in enumerate(zip(names, widths, strict=False)):
        numbers = all(isinstance(row[place], int | float | Decimal | None) for row in shown)
        table.add_column(
            escape(name), justify="right" if numbers else "left", overflow="ellipsis", no_wrap=True, width=width
        )
    for row in cells:
        table.add_row(*map(escape, row))
    console.print(table)
    _print_rest(console, names[fitting:], len(shown), len(shown) + sum(1 for _ in rows))


def _widths(wanted: Sequence[int], room: int) -> list[int]:
    """Give each column what it wants, and the wide ones an equal share of what the others leave."""
    given = dict.fromkeys(range(len(wanted)), 0)
    left = room - 2 * len(wanted)
    for number, place in enumerate(sorted(given, key=wanted.__getitem__)):
        given[place] = max(1, min(wanted[place], left // (len(wanted) - number)))
        left -= given[place]
    return list(given.values())


def _print_rest(console: Console, hidden: Sequence[str], shown: int, number: int) -> None:
    told = f"{number:,} row{'' if number == 1 else 's'}" if shown == number else f"{shown:,} of {number:,} rows"
    if hidden:
        told += f"; not shown: {', '.join(hidden)}"
    console.print(f"\n{escape(told)}.", soft_wrap=True)
    if hidden or shown < number:
        console.print("All: --format csv or --format json; to files: rapporteur export", soft_wrap=True)


def _one_line(value: object) -> str:
    return " ".join(str(value).split())


def _print_json(rows: Any) -> None:
    lead = "["
    for batch in rows:
        for row in batch.to_pylist(maps_as_pydicts="lossy"):
            text = json.dumps(_numbers(row), ensure_ascii=False, default=_as_json, allow_nan=False)
            sys.stdout.write(f"{lead}{text}")
            lead = ",\n"
    sys.stdout.write("[]\n" if lead == "[" else "]\n")


def _numbers(value: object) -> object:
    """Put null for what JSON has no number for."""
    match value:
        case float() if not math.isfinite(value):
            return None
        case dict():
            return {key: _numbers(part) for key, part in value.items()}
        case list():
            return [_numbers(part) for part in value]
        case _:
            return value


def _as_json(value: object) -> object:
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return str(value)
