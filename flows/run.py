"""One run from start to end: the workspace is held, Prefect is started only where there is work, the report is made."""

import time
from collections.abc import Callable, Mapping

from flows.inbox import list_inbox
from flows.intake import Intake
from flows.report import RunReport, SubmissionLine
from flows.settings import Settings, quiet_prefect
from flows.workspace import Workspace, hold
from models.scheme import load_taxonomy
from warehouse.connection import Connection, open_snapshot, open_warehouse
from warehouse.digest import digest
from warehouse.publish import publish
from warehouse.runs import last_run
from warehouse.search.upkeep import update_index
from warehouse.submissions import Outcome, Submission, open_submissions, submissions, waiting_by_program
from warehouse.summary import Count, summary


def run_once(workspace: Workspace, settings: Settings, progress: Callable[[str, int, int], None]) -> RunReport:
    """Take in what lies in the inbox and what waits for a program that has come; report what was done.

    Before any file is touched it raises ClassificationError for a taxonomy that cannot be used, and WorkspaceError
    where another run is at work.
    """
    start = time.monotonic()
    with hold(workspace):
        load_taxonomy(settings.taxonomy)
        run, intake = None, Intake((), ())
        if _is_work(workspace, settings):
            progress("Starting Prefect", 0, 0)
            quiet_prefect(workspace.prefect_home)
            from flows.ingest import ingest  # noqa: PLC0415 - Prefect is slow to import and reads its settings then

            run, intake = ingest(workspace, settings, progress)
        with open_warehouse(workspace.warehouse) as connection:
            if run is None and last_run(connection):
                progress("Publishing", 0, 0)
                update_index(connection)
                publish(connection, workspace.snapshot)  # what a killed run, or an older program, did not publish
            return _report(connection, workspace, run, intake, time.monotonic() - start)


def _is_work(workspace: Workspace, settings: Settings) -> bool:
    listing = list_inbox(workspace.inbox, 0, time.time_ns())
    if listing.ready or listing.settling:
        return True
    if not workspace.warehouse.exists():
        return False
    there = settings.options().programs
    with open_snapshot(workspace.warehouse) as connection:
        takeable = [program for program in waiting_by_program(connection) if there.get(program)]
        return bool(takeable or open_submissions(connection))


def _report(connection: Connection, workspace: Workspace, run: int | None, intake: Intake, seconds: float) -> RunReport:
    figures = summary(connection, run)
    return RunReport(
        run=run,
        seconds=round(seconds, 1),
        submissions=() if run is None else tuple(_line(connection, one) for one in submissions(connection, run_id=run)),
        left=intake.left,
        outcomes={outcome.value: 0 if run is None else number for outcome, number in figures.outcomes.items()},
        documents=figures.documents,
        contents=figures.contents,
        languages=_by_id(figures.by_language),
        frameworks=_by_id(figures.by_framework),
        risks=_by_id(figures.by_risk),
        warehouse=workspace.warehouse,
        snapshot=workspace.snapshot,
    )


def _by_id(counts: tuple[Count, ...]) -> Mapping[str, int]:
    return {count.id: count.documents for count in counts}


def _line(connection: Connection, one: Submission) -> SubmissionLine:
    found = digest(connection, one.sha256) if one.outcome in {Outcome.LOADED, Outcome.DUPLICATE} else None
    base = (one.name, one.sha256, str(one.outcome), one.reason)
    if found is None:
        return SubmissionLine(*base)
    return SubmissionLine(
        *base, found.symbol, found.sources, found.language, found.title, found.frameworks, found.risks
    )
