"""The words of `rapporteur review labels`."""

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.options import ByOption, JsonOption, WhyOption, WorkspaceOption

app = typer.Typer()

_ROWS = 300
"""Labels in a work list, where nobody says how many: what a person can read in a day."""


@app.command()
def labels(
    *,
    export: Annotated[Path | None, typer.Option(help="Write the work list to this new .xlsx or .csv file.")] = None,
    limit: Annotated[int, typer.Option(help="Export at most so many labels.", min=1, max=1_000_000)] = _ROWS,
    language: Annotated[str | None, typer.Option(help="Export passages in this language only, such as ar.")] = None,
    facet: Annotated[str | None, typer.Option(help="Export labels of this question only, such as risk.")] = None,
    symbol: Annotated[
        str | None, typer.Option(help="Export this document only: document number, submission or file name.")
    ] = None,
    import_: Annotated[
        Path | None, typer.Option("--import", help="Read the filled-in work list.", exists=True, dir_okay=False)
    ] = None,
    decisions: Annotated[bool, typer.Option("--decisions", help="List the decisions that stand.")] = False,
    withdraw: Annotated[int | None, typer.Option(help="Take back the decision of this number.")] = None,
    why: WhyOption = "",
    by: ByOption = None,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Count the labels that wait for review; export them as a work list, most doubtful first, and import decisions."""
    from flows.cli import label_review  # noqa: PLC0415 - each command loads only what it needs

    if sum(bool(each) for each in (export, import_, decisions, withdraw is not None)) > 1:
        raise typer.BadParameter("give one of --export FILE, --import FILE, --decisions, --withdraw NUMBER")
    if export is None and (language or facet or symbol):
        raise typer.BadParameter("--language, --facet and --symbol say what is exported; give --export FILE with them")
    if export is not None:
        code = label_review.export_labels(workspace, export, limit=limit, language=language, facet=facet, symbol=symbol)
    elif import_ is not None:
        code = label_review.import_labels(workspace, import_, why=why, by=by, as_json=json)
    elif withdraw is not None:
        code = label_review.withdraw_label(workspace, withdraw, why=why, by=by, as_json=json)
    elif decisions:
        code = label_review.print_decisions(workspace, as_json=json)
    else:
        code = label_review.print_waiting(workspace, as_json=json)
    raise typer.Exit(code)
