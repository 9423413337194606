"""The words of the command line that read the published snapshot: `query` and `export`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from flows.cli.options import WorkspaceOption

app = typer.Typer()

SnapshotOption = Annotated[
    Path | None, typer.Option("--snapshot", help="A snapshot file; else that of the workspace.", dir_okay=False)
]


class Form(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class FileForm(StrEnum):
    """What kind of file is written."""

    PARQUET = "parquet"
    CSV = "csv"
    XLSX = "xlsx"


@app.command()
def query(
    name: Annotated[str | None, typer.Argument(help="A ready query or a mart; none: list the ready queries.")] = None,
    *,
    sql: Annotated[str | None, typer.Option(help="A question of your own in SQL; it can only read.")] = None,
    form: Annotated[
        Form | None, typer.Option("--format", help="Else a table at a terminal, and CSV elsewhere.")
    ] = None,
    rows: Annotated[int, typer.Option(min=1, help="How many rows of a table are shown.")] = 40,
    snapshot: SnapshotOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Ask the published snapshot: a ready query, a mart, or SQL; a run that is at work is not disturbed."""
    from flows.cli.query import list_queries, print_answer  # noqa: PLC0415 - each command loads only what it needs

    if name is not None and sql is not None:
        raise typer.BadParameter("give either NAME or --sql SQL")
    if name is None and sql is None:
        raise typer.Exit(list_queries(form))
    raise typer.Exit(print_answer(workspace, snapshot, name, sql, form=form, most=rows))


@app.command()
def export(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME...", help="Marts; none: list them.")] = None,
    *,
    to: Annotated[Path | None, typer.Option(help="A folder, or for one mart a file.")] = None,
    form: Annotated[FileForm | None, typer.Option("--format", help="Else as the ending of the file says.")] = None,
    where: Annotated[
        str | None, typer.Option(help='Only rows for which this SQL condition holds: "year > 2020".')
    ] = None,
    country: Annotated[str | None, typer.Option(help="Only this State: KEN, or Kenya.")] = None,
    year: Annotated[int | None, typer.Option(help="Only this year.")] = None,
    theme: Annotated[str | None, typer.Option(help="Only this risk theme: sextortion.")] = None,
    framework: Annotated[str | None, typer.Option(help="Only this framework category: legal.")] = None,
    language: Annotated[str | None, typer.Option(help="Only this language: en.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace files that are there already.")] = False,
    snapshot: SnapshotOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Write marts of the published snapshot as Parquet, CSV or Excel files, all of them from the same run."""
    from flows.cli.export import export_marts, list_marts  # noqa: PLC0415 - as above

    if not names:
        raise typer.Exit(list_marts(workspace, snapshot))
    if to is None:
        raise typer.BadParameter("give --to FOLDER, or --to FILE for one mart")
    filters = {
        "country": country,
        "year": str(year) if year is not None else None,
        "theme": theme,
        "framework": framework,
        "language": language,
    }
    chosen = {key: value for key, value in filters.items() if value is not None}
    raise typer.Exit(
        export_marts(workspace, snapshot, names, to, form=form, where=where, filters=chosen, replace=replace)
    )
