"""The ledger of a run: which submissions are open, and the one place where their outcomes are written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from extractors.errors import ProgramMissing
from extractors.header.members import member_states
from extractors.options import Options
from extractors.version import EXTRACTOR_VERSION
from flows.child import ReadDocument
from flows.concepts import concept_rows
from flows.intake import Arrival, leave_inbox, quarantine
from flows.pool import Answer, Failure
from flows.receipts import write_receipt
from flows.trained_models import model_in_use
from flows.understanding import receipt_of
from flows.workspace import Workspace
from models.crosswalk import crosswalk
from models.scheme import load_taxonomy
from models.trust import fingerprint, load_trust
from warehouse.concepts import load_concepts
from warehouse.connection import Connection, open_warehouse, transaction
from warehouse.families.linking import link_changed
from warehouse.load import Entry, Versions, load_batch
from warehouse.models_used import record_models
from warehouse.publish import publish
from warehouse.reference import replace_crosswalk, replace_member_states
from warehouse.runs import RunState, finish_run, start_run
from warehouse.search.upkeep import update_index
from warehouse.submissions import (
    Outcome,
    Stage,
    Submission,
    known_document,
    open_submissions,
    record_failure,
    record_submission,
    retake_submission,
    set_outcome,
    settled_submission,
    submission,
    waiting_by_program,
)
from warehouse.trust import replace_trust


class Ledger:
    """The open submissions of a run, by the sha256 of their bytes."""

    def __init__(
        self, connection: Connection, workspace: Workspace, run: int, taxonomy: str, model: Path | None
    ) -> None:
        self.run = run
        self.model = model
        """The folder of the trained model, where it is not the one of Rapporteur."""
        self.left: list[tuple[str, str]] = []
        """Files that are done and could not be taken out of the inbox, and why."""
        self._taxonomy = taxonomy
        self._model_fingerprint = fingerprint(model)
        self._connection = connection
        self._workspace = workspace
        self._open: dict[str, dict[int, Arrival]] = defaultdict(dict)

    def record(self, arrivals: Iterable[Arrival], options: Options) -> list[Arrival]:
        """Write down the arrivals and give those to read, one for each content.

        Taken up again are also submissions that a killed run left open, and those whose missing program has come.
        What an earlier run settled but could not take out of the inbox any more is not counted a second time.
        """
        done: dict[int, Arrival] = {}
        with transaction(self._connection):
            for arrival in arrivals:
                found = settled_submission(
                    self._connection, name=arrival.name, sha256=arrival.sha256, received_at=arrival.received
                )
                if found is not None:
                    done[found] = arrival
                else:
                    self._open_or_duplicate(self._record(arrival), arrival, done)
            for earlier in self._to_take_up(options):
                if earlier.id not in self._open[earlier.sha256]:
                    retake_submission(self._connection, earlier.id, run_id=self.run)
                    self._open_or_duplicate(earlier.id, _arrival(earlier), done)
        self._conclude(done)
        return [next(iter(same.values())) for same in self._open.values() if same]

    def settle(self, answers: "Sequence[Answer[ReadDocument]]") -> None:
        """Load documents and set the outcomes of their submissions in one transaction; then, only then, clear up."""
        done: dict[int, Arrival] = {}
        with transaction(self._connection):
            read = [answer.result for answer in answers if isinstance(answer.result, ReadDocument)]
            load_batch(self._connection, [self._entry(one) for one in read])
            record_models(self._connection, {one.model for one in read}, self._model_fingerprint)
            for answer in answers:
                same = self._open.pop(answer.file.sha256)
                for number in same:
                    if isinstance(answer.result, Failure):
                        self._fail(number, answer.result)
                    else:
                        first = number == next(iter(same))
                        set_outcome(self._connection, number, Outcome.LOADED if first else Outcome.DUPLICATE)
                done |= same
        self._conclude(done)

    def publish(self) -> None:
        """Replace the file that analysts open."""
        publish(self._connection, self._workspace.snapshot)

    def _record(self, arrival: Arrival) -> int:
        return record_submission(
            self._connection,
            name=arrival.name,
            sha256=arrival.sha256,
            size=arrival.size,
            received_at=arrival.received,
            run_id=self.run,
        )

    def _open_or_duplicate(self, number: int, arrival: Arrival, done: dict[int, Arrival]) -> None:
        if known_document(self._connection, arrival.sha256):
            set_outcome(self._connection, number, Outcome.DUPLICATE)
            done[number] = arrival
        else:
            self._open[arrival.sha256][number] = arrival

    def _to_take_up(self, options: Options) -> Iterator[Submission]:
        yield from open_submissions(self._connection)
        for program, waiting in waiting_by_program(self._connection).items():
            if options.programs.get(program):
                yield from waiting

    def _entry(self, read: ReadDocument) -> Entry:
        return Entry(
            read.document,
            read.suggestions,
            Versions(EXTRACTOR_VERSION, read.model, self._taxonomy),
            read.signature,
            read.words,
        )

    def _fail(self, number: int, failure: Failure) -> None:
        error = failure.error
        program = error.program if isinstance(error, ProgramMissing) else None
        outcome = Outcome.WAITING if program else Outcome.QUARANTINED
        reason = str(error)
        record_failure(
            self._connection,
            number,
            run_id=self.run,
            stage=Stage.EXTRACT,
            error_type=type(error).__name__ if failure.expected else "InternalError",
            reason=reason,
        )
        set_outcome(self._connection, number, outcome, reason=reason, program=program)

    def _conclude(self, done: dict[int, Arrival]) -> None:
        """Write receipts, copy what cannot be read into the quarantine, and take the files out of the inbox."""
        for number, arrival in done.items():
            settled = submission(self._connection, number)
            receipt = write_receipt(receipt_of(self._connection, settled), self._workspace.receipts)
            if settled.outcome is Outcome.QUARANTINED:
                quarantine(self._workspace, arrival, str(number), receipt)
        self.left.extend(leave_inbox(done.values()))


@contextmanager
def open_ledger(workspace: Workspace, taxonomy_file: Path | None) -> Iterator[Ledger]:
    """Open the warehouse for a run, and write down at its end how it went."""
    taxonomy, model = load_taxonomy(taxonomy_file), model_in_use(workspace)
    with open_warehouse(workspace.warehouse) as connection:
        load_concepts(connection, taxonomy.version, concept_rows(taxonomy))
        replace_trust(connection, load_trust(model))
        replace_member_states(connection, member_states())
        replace_crosswalk(connection, crosswalk())
        link_changed(connection)
        update_index(connection)
        run = start_run(connection, program_version=version("rapporteur"))
        try:
            yield Ledger(connection, workspace, run, taxonomy.version, model)
        except BaseException:
            finish_run(connection, run, RunState.FAILED)
            raise
        finish_run(connection, run)


def _arrival(earlier: Submission) -> Arrival:
    return Arrival(earlier.name, earlier.sha256, earlier.size, earlier.received_at)
