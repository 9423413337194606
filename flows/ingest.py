"""The flow that takes what lies in the inbox into the warehouse, and the tasks that it is made of."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.task_runners import ThreadPoolTaskRunner
from prefect.utilities.annotations import quote

from flows.child import ReadDocument, read_and_classify
from flows.intake import Arrival, Intake, raw_file, take_inbox
from flows.ledger import Ledger, open_ledger
from flows.pool import Answer, ReadingPool, reading_pool
from flows.settings import Settings
from flows.workspace import Workspace
from warehouse.errors import WarehouseError

Progress = Callable[[str, int, int], None]
"""Is told the stage, how many submissions are done and how many there are."""

_AHEAD = 2
"""Batches that are read while another is loaded; more would only fill the memory."""


@flow(
    name="ingest",
    validate_parameters=False,
    task_runner=ThreadPoolTaskRunner(max_workers=_AHEAD),  # type: ignore[arg-type] # Prefect's own gap
)
def ingest(workspace: Workspace, settings: Settings, progress: Progress) -> tuple[int, Intake]:
    """Take the inbox in: archive, extract, classify, load, out of the inbox, publish; give the run's number.

    The intake comes with it, since files that could not be taken are in no table.
    """
    with (
        open_ledger(workspace, settings.taxonomy) as ledger,
        reading_pool(settings, workspace.ocr_cache, model=ledger.model) as pool,
    ):
        progress("Archiving", 0, 0)
        intake = archive_inbox(workspace, settings.settle_seconds)
        unread = record_arrivals(ledger, intake.arrivals, settings)
        batches = deque(unread[i : i + settings.batch_size] for i in range(0, len(unread), settings.batch_size))
        reading = deque(read_batch.submit(pool, workspace, batches.popleft()) for _ in range(min(_AHEAD, len(batches))))
        done = 0
        while reading:
            progress("Reading", done, len(unread))
            answers = reading.popleft().result()
            if batches:
                reading.append(read_batch.submit(pool, workspace, batches.popleft()))
            load_batch(ledger, quote(answers))
            done += len(answers)
        progress("Publishing", done, len(unread))
        publish_snapshot(ledger)
        return ledger.run, replace(intake, left=(*intake.left, *ledger.left))


def may_pass(_task: object, _run: object, state: State[object]) -> bool:
    """Tell whether a failure may pass by itself: a share or disk may come back, a fault of the program will not."""
    return isinstance(state.result(raise_on_failure=False), OSError | WarehouseError)


@task(retries=2, retry_delay_seconds=5, retry_condition_fn=may_pass, cache_policy=NO_CACHE)
def archive_inbox(workspace: Workspace, settle_seconds: float) -> Intake:
    """Archive every complete file of the inbox."""
    return take_inbox(workspace, settle_seconds)


@task(cache_policy=NO_CACHE)
def record_arrivals(ledger: Ledger, arrivals: Sequence[Arrival], settings: Settings) -> Sequence[Arrival]:
    """Write down who arrived; give those that have to be read, one for each content."""
    return ledger.record(arrivals, settings.options())


@task(cache_policy=NO_CACHE)
def read_batch(pool: ReadingPool, workspace: Workspace, arrivals: Sequence[Arrival]) -> "list[Answer[ReadDocument]]":
    """Extract and classify a batch in child processes."""
    return list(pool.run(read_and_classify, [raw_file(arrival, workspace.archive) for arrival in arrivals]))


@task(cache_policy=NO_CACHE)
def load_batch(ledger: Ledger, answers: "Sequence[Answer[ReadDocument]]") -> None:
    """Load a batch and the outcomes of its submissions in one transaction; then take its files out of the inbox."""
    ledger.settle(answers)


@task(retries=2, retry_delay_seconds=5, retry_condition_fn=may_pass, cache_policy=NO_CACHE)
def publish_snapshot(ledger: Ledger) -> None:
    """Replace the file that analysts open."""
    ledger.publish()
