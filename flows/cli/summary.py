"""How a run's report looks at the terminal: a line for each submission, then what the warehouse holds."""

from collections.abc import Mapping, Sequence

from rich.columns import Columns
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from flows.report import RunReport, SubmissionLine
from warehouse.queries import starter_queries

_MOST = 3
"""Subjects on a submission's line; its receipt and the warehouse have all."""
_STYLES = {"loaded": "green", "duplicate": "blue", "waiting": "yellow", "quarantined": "red"}


def print_report(report: RunReport, console: Console) -> None:
    """Print what became of each submission, the figures, what needs attention, and queries to start with."""
    if not report.submissions and not report.left:
        console.print(f"The inbox is empty; nothing to do. The warehouse holds {report.documents} documents.")
        return
    _print_submissions(report, console)
    counts = ", ".join(f"{number} {outcome}" for outcome, number in report.outcomes.items() if number)
    console.print(f"\n[bold]{len(report.submissions)} submissions[/]: {counts}, in {report.seconds:.0f} seconds.")
    console.print(
        f"[bold]{report.documents} documents[/] in the warehouse{_versions(report)}, "
        "by the passages that speak of each subject:\n"
    )
    console.print(
        Columns(
            [
                _figures("Language", report.languages),
                _figures("Framework", report.frameworks),
                _figures("Risk theme", report.risks),
            ],
            padding=(0, 4),
        )
    )
    _print_attention(report, console)
    _print_queries(report, console)


def _versions(report: RunReport) -> str:
    if report.contents == report.documents:
        return ""
    return f" ({report.contents} with language versions, revisions and copies, which are counted once)"


def _print_submissions(report: RunReport, console: Console) -> None:
    # One line each, cut where the terminal ends: reasons stand below in full, all else in receipts and warehouse.
    table = Table(box=None, padding=(0, 1), show_header=True, header_style="bold", pad_edge=False, expand=True)
    table.add_column("Outcome", no_wrap=True)
    table.add_column("File", no_wrap=True, overflow="ellipsis", max_width=42)
    table.add_column("Lang", no_wrap=True)
    table.add_column("Symbol, source and subjects, or why not", no_wrap=True, overflow="ellipsis", ratio=1)
    for line in report.submissions:
        style = _STYLES[line.outcome]
        table.add_row(
            f"[{style}]{line.outcome}[/]",
            escape(line.name),
            line.language or "",
            _about(line),
        )
    console.print(table)


def _about(line: SubmissionLine) -> str:
    if line.reason:
        return escape(line.reason)
    subjects = ", ".join(filter(None, (_first(line.frameworks), _first(line.risks))))
    return escape("; ".join(filter(None, (line.symbol, " / ".join(line.sources), subjects))))


def _first(names: Sequence[str]) -> str:
    """Give the names that most passages speak of, and how many more there are."""
    more = f" +{len(names) - _MOST} more" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more


def _figures(title: str, figures: Mapping[str, int]) -> Table:
    table = Table(box=None, padding=(0, 1), header_style="bold", pad_edge=False)
    table.add_column(title)
    table.add_column("", justify="right")
    for name, number in figures.items():
        table.add_row(escape(name), str(number))
    return table


def _print_attention(report: RunReport, console: Console) -> None:
    lines = [
        (line.name, line.reason or "") for line in report.submissions if line.outcome in {"waiting", "quarantined"}
    ]
    if not (lines or report.left):
        return
    console.print("\n[bold]Needs attention[/]")
    for name, reason in (*lines, *report.left):
        console.print(f"  {escape(name)}: {escape(reason)}", soft_wrap=True)


def _print_queries(report: RunReport, console: Console) -> None:
    console.print(f"\n[bold]Three queries to start with[/], on {report.snapshot}", soft_wrap=True)
    for query in starter_queries()[:3]:
        console.print(f"\n  [dim]-- {escape(query.title)}[/]")
        for line in query.sql.strip().splitlines():
            console.print(f"  {escape(line)}", soft_wrap=True)
