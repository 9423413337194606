"""`rapporteur init`: make a workspace and say what to do next."""

from pathlib import Path

from rich.console import Console

from flows.workspace import create_workspace


def make(folder: Path) -> None:
    """Make the workspace and print the next two steps."""
    workspace = create_workspace(folder)
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"The workspace is ready: [bold]{workspace.root}[/]")
    console.print(f"1. Drop PDF and Word files into {workspace.inbox}")
    console.print(f"2. Type: rapporteur run --workspace {workspace.root}")
