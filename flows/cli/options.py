"""Options that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

WorkspaceOption = Annotated[
    Path | None,
    typer.Option("--workspace", "-w", help="The workspace; else RAPPORTEUR_WORKSPACE, this folder, or ./workspace."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object for programs to read.")]
WhyOption = Annotated[str, typer.Option("--why", help="Why, in a few words; kept with the decision.")]
ByOption = Annotated[str | None, typer.Option("--by", help="Who decides; else the user of the operating system.")]
