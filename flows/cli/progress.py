"""Progress on standard error, where a person looks at it and the answers go to a file or program."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


@contextmanager
def progress_bar(description: str, total: int | None = None) -> Iterator[Callable[[], object]]:
    """Show a bar and give the function that moves it by one.

    Nothing is shown where standard error is no terminal, or where the answers themselves scroll by on it.
    """
    console = Console(stderr=True, highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    hidden = not console.is_terminal or sys.stdout.isatty()
    with Progress(*columns, console=console, transient=True, disable=hidden) as bars:
        bar = bars.add_task(description, total=total)
        yield lambda: bars.advance(bar)
