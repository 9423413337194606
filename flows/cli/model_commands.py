"""The words of `rapporteur train` and `rapporteur models`."""

from typing import Annotated

import typer

from flows.cli.options import JsonOption, WorkspaceOption

app = typer.Typer()
models = typer.Typer(help="The trained models of a workspace, and which one is in use.", no_args_is_help=True)
app.add_typer(models, name="models")


@app.command()
def train(
    *,
    with_decisions: Annotated[
        bool, typer.Option("--with-decisions", help="Learn from what people decided on labels.")
    ] = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Learn a new model from people's decisions, and use it if no facet of any language got worse."""
    from flows.cli.models import print_training  # noqa: PLC0415 - each command loads only what it needs

    if not with_decisions:
        raise typer.BadParameter(
            "add --with-decisions; Rapporteur's own model is learned with `python -m models.train`"
        )
    raise typer.Exit(print_training(workspace, as_json=json))


@models.command(name="list")
def list_models(workspace: WorkspaceOption = None, json: JsonOption = False) -> None:
    """List the models, and which one is in use."""
    from flows.cli.models import print_models  # noqa: PLC0415 - as above

    raise typer.Exit(print_models(workspace, as_json=json))


@models.command()
def use(
    name: Annotated[
        str, typer.Argument(help="As `rapporteur models list` tells it; `rapporteur`: the one it came with.")
    ],
    workspace: WorkspaceOption = None,
) -> None:
    """Use a model from the next run on."""
    from flows.cli.models import print_use  # noqa: PLC0415 - as above

    raise typer.Exit(print_use(workspace, name))


@models.command()
def diff(
    first: Annotated[str, typer.Argument(help="A model.")],
    second: Annotated[str, typer.Argument(help="Another one.")],
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Compare two models on texts that neither learned from, by facet and language."""
    from flows.cli.models import print_difference  # noqa: PLC0415 - as above

    raise typer.Exit(print_difference(workspace, first, second, as_json=json))
