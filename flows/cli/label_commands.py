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
        str | None, typer.Option(help="This document only: document number, submission or file name.")
    ] = None,
    paragraph: Annotated[
        int | None, typer.Option(help="With --symbol: decide on the passage of this number.", min=1)
    ] = None,
    accept: Annotated[list[str] | None, typer.Option(help="A label that is right; may be given again.")] = None,
    reject: Annotated[list[str] | None, typer.Option(help="A label that is wrong; may be given again.")] = None,
    add: Annotated[list[str] | None, typer.Option(help="A label that is missing; may be given again.")] = None,
    words: Annotated[str, typer.Option(help="With --add: the words of the passage that it rests on.")] = "",
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

    said = {"accept": accept or [], "reject": reject or [], "add": add or []}
    _check_asked(export, import_, withdraw, paragraph, decisions=decisions)
    if ((language or facet) and export is None) or (symbol and export is None and paragraph is None):
        raise typer.BadParameter("--language, --facet and --symbol say what is exported; give --export FILE with them")
    if (paragraph is not None) != any(said.values()) or (paragraph is not None and symbol is None):
        raise typer.BadParameter(
            "one passage: --symbol DOCUMENT --paragraph NUMBER and --accept, --reject or --add NAME"
        )
    if export is not None:
        code = label_review.export_labels(workspace, export, limit=limit, language=language, facet=facet, symbol=symbol)
    elif import_ is not None:
        code = label_review.import_labels(workspace, import_, why=why, by=by, as_json=json)
    elif paragraph is not None and symbol is not None:
        code = label_review.decide_on_passage(
            workspace, symbol, paragraph, said, words=words, why=why, by=by, as_json=json
        )
    elif withdraw is not None:
        code = label_review.withdraw_label(workspace, withdraw, why=why, by=by, as_json=json)
    elif decisions:
        code = label_review.print_decisions(workspace, as_json=json)
    else:
        code = label_review.print_waiting(workspace, as_json=json)
    raise typer.Exit(code)


def _check_asked(*asked: Path | int | None, decisions: bool) -> None:
    """Refuse to do two things at once."""
    if sum(each is not None for each in asked) + decisions > 1:
        raise typer.BadParameter("give one of --export FILE, --import FILE, --decisions, --withdraw, --paragraph")
