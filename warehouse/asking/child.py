"""The process that answers: reads questions as JSON, writes an Arrow stream for each, can be killed at any time."""

import contextlib
import json
import os
import sys
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import duckdb
import pyarrow as pa

from extractors.errors import RapporteurError
from warehouse.asking.question import Limits, Question
from warehouse.asking.reading import open_for_reading, read
from warehouse.asking.sql_errors import in_plain_words
from warehouse.errors import QueryError
from warehouse.snapshot.comments import comments_of

DONE = b"done"
"""Follows each stream that is complete."""
REFUSED = 3
"""Exit code after an error that is told on standard error as JSON."""
_ROWS = 20_000
_OWN_MEGABYTES = 1536
"""Address space of the program itself and of DuckDB's reserves."""
_NICE = 5


def main(job: Mapping[str, Any], output: BinaryIO) -> None:
    """Answer the questions of a job from one and the same snapshot, one stream after the other.

    A stream's schema has the comments of the columns. Raises WarehouseError for a snapshot that cannot be opened and
    for a question that cannot be answered; the stream is then cut off.
    """
    limits = Limits(job["seconds"], job["megabytes"])
    _limit_memory(limits)
    with open_for_reading(Path(job["path"]), limits, Path(job["temporary"])) as connection:
        for asked in job["questions"]:
            try:
                _answer(connection, Question(**asked), output)
            except (duckdb.Error, MemoryError) as error:
                raise QueryError(in_plain_words(connection, error)) from error


def _answer(connection: duckdb.DuckDBPyConnection, question: Question, output: BinaryIO) -> None:
    comments = comments_of(connection, question.mart) if question.mart else {}
    reader = read(connection, question).to_arrow_reader(_ROWS)
    schema = _commented(reader.schema, comments)
    stream = pa.ipc.new_stream(output, schema)
    for batch in _batches(connection, reader):
        stream.write_batch(batch.replace_schema_metadata(schema.metadata).cast(schema))
    stream.close()
    output.write(DONE)
    output.flush()


def _batches(connection: duckdb.DuckDBPyConnection, reader: pa.RecordBatchReader) -> Iterator[pa.RecordBatch]:
    try:
        yield from reader
    except (pa.ArrowException, OSError) as error:  # what DuckDB's errors become on their way through the reader
        raise QueryError(in_plain_words(connection, error)) from error


def _commented(schema: pa.Schema, comments: Mapping[str | None, str]) -> pa.Schema:
    fields = [
        field.with_metadata({"comment": comments[field.name]}) if field.name in comments else field for field in schema
    ]
    return pa.schema(fields, {"comment": comments[None]} if None in comments else None)


def _limit_memory(limits: Limits) -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    # DuckDB holds much, but not all, of what it uses to its own limit.
    most = (limits.megabytes + _OWN_MEGABYTES) << 20
    with contextlib.suppress(ValueError, OSError):  # macOS does not hold a process to it
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    os.nice(_NICE)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    try:
        main(json.load(sys.stdin), sys.stdout.buffer)
    except BrokenPipeError:
        os._exit(1)  # nobody reads any more
    except RapporteurError as refused:
        sys.stderr.write(json.dumps({"error": str(refused), "asked_wrong": isinstance(refused, QueryError)}))
        sys.stderr.flush()
        os._exit(REFUSED)  # without closing the stream, which would look complete
