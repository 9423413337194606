"""The words of `rapporteur taxonomy`."""

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.options import JsonOption, WorkspaceOption

app = typer.Typer(help="The scheme of categories and themes, and what a new version of it would change.")


@app.command()
def check(
    file: Annotated[
        Path | None, typer.Argument(help="A taxonomy file; else the one of Rapporteur.", exists=True, dir_okay=False)
    ] = None,
    *,
    since: Annotated[
        Path | None, typer.Option(help="The taxonomy in use until now; else the one of Rapporteur.", exists=True)
    ] = None,
    json: JsonOption = False,
) -> None:
    """Check a taxonomy and the changes.yaml beside it, with file and line of each error; exit code 1: errors."""
    from flows.cli.taxonomy import print_taxonomy_check  # noqa: PLC0415 - each command loads only what it needs

    raise typer.Exit(print_taxonomy_check(file, since, as_json=json))


@app.command()
def rehearse(
    file: Annotated[Path, typer.Argument(help="The new taxonomy file.", exists=True, dir_okay=False)],
    *,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Show what a new taxonomy would relabel, by year, country, language and label, before anything changes."""
    from flows.cli.taxonomy import print_rehearsal  # noqa: PLC0415 - as above

    raise typer.Exit(print_rehearsal(file, workspace, as_json=json))


@app.command()
def candidates(workspace: WorkspaceOption = None, json: JsonOption = False) -> None:
    """Look for words about children that fit no theme in documents of several sources: what may be a new risk."""
    from flows.cli.candidates import print_candidates  # noqa: PLC0415 - as above

    raise typer.Exit(print_candidates(workspace, as_json=json))
