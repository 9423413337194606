"""Questions to a published snapshot and their answers, batch by batch."""

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import pyarrow as pa

from warehouse.asking.child import DONE, REFUSED
from warehouse.asking.question import Limits, Question
from warehouse.errors import QueryError, WarehouseError

_OUT_OF_MEMORY = (b"MemoryError", b"bad_alloc", b"Cannot allocate memory")


class Answers:
    """The answers to the questions of one call: read in the order of the questions, each to its end."""

    def __init__(self, process: "subprocess.Popen[bytes]", limits: Limits) -> None:
        self._process = process
        self._limits = limits
        self._seconds = limits.seconds
        self._late = False

    def next(self) -> pa.RecordBatchReader:
        """Give the next answer; its schema has the comments of the columns, where the question names a mart.

        Here and while it is read it raises QueryError where the SQL is wrong or needs more time or memory than there
        is, and WarehouseError for a snapshot that cannot be opened.
        """
        with self._waiting():
            stream = pa.ipc.open_stream(self._process.stdout)
        return pa.RecordBatchReader.from_batches(stream.schema, self._batches(stream))

    def _batches(self, stream: pa.RecordBatchReader) -> Iterator[pa.RecordBatch]:
        while True:
            with self._waiting():
                batch = next(stream, None)
            if batch is None:
                break
            yield batch
        with self._waiting():  # the stream looks complete, too, where it was cut off between two batches
            if not self._process.stdout or self._process.stdout.read(len(DONE)) != DONE:
                raise EOFError

    @contextmanager
    def _waiting(self) -> Iterator[None]:
        """Count the time that is waited for the answer; kill who answers when it is used up, and tell why it failed."""
        timer = threading.Timer(self._seconds, self._stop)
        begin = time.monotonic()
        timer.start()
        try:
            yield
        except (pa.ArrowException, OSError, EOFError) as error:
            raise self._failure() from error
        finally:
            timer.cancel()
            self._seconds = max(0.0, self._seconds - (time.monotonic() - begin))

    def _stop(self) -> None:
        self._late = True
        self._process.kill()

    def _failure(self) -> WarehouseError:
        told = self._process.stderr.read() if self._process.stderr else b""
        if self._late:
            return QueryError(
                f"The query was stopped after {self._limits.seconds:g} seconds. Ask for less, or allow more with the "
                "setting query_seconds."
            )
        if self._process.wait() != REFUSED:
            if self._process.returncode > 0 and not any(word in told for word in _OUT_OF_MEMORY):
                raise RuntimeError(told.decode(errors="replace"))
            return QueryError(
                f"The query was stopped: it needs more than the {self._limits.megabytes} MB of memory that it may "
                "have. Ask for fewer rows or columns, or allow more with the setting query_megabytes."
            )
        error = json.loads(told)
        return (QueryError if error["asked_wrong"] else WarehouseError)(error["error"])


@contextmanager
def ask(snapshot: Path, questions: Sequence[Question], limits: Limits) -> Iterator[Answers]:
    """Put questions to one and the same snapshot, even if it is replaced meanwhile, and end who answers them after."""
    with (
        tempfile.TemporaryDirectory(prefix="rapporteur-") as temporary,
        subprocess.Popen(
            [sys.executable, "-P", "-m", "warehouse.asking.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process,
    ):
        job = {
            "path": str(snapshot.absolute()),
            "temporary": temporary,
            "seconds": limits.seconds,
            "megabytes": limits.megabytes,
            "questions": [asdict(question) for question in questions],
        }
        try:
            if process.stdin:
                process.stdin.write(json.dumps(job).encode())
                process.stdin.close()
            yield Answers(process, limits)
        finally:
            process.kill()
