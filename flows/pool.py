"""The pool of child processes in which files are read, and the one place where a file's failure is caught."""

import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import TimeoutError as OutOfTime
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from extractors.document import RawFile
from extractors.errors import ExtractionError, LimitExceeded, RapporteurError, UnreadableDocument
from extractors.word.conversion import CONVERTED, convert_batch
from flows.child import ChildLimits, confine
from flows.settings import Settings

T = TypeVar("T")
Stage = Callable[[RawFile, ChildLimits, Path | None], T]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file could not be read: the error, or what stands for it where the child died."""

    error: RapporteurError
    expected: bool = True
    """False where the program itself is at fault, not the file."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What became of one file: a result or a failure."""

    file: RawFile
    result: T | Failure


class ReadingPool:
    """Child processes that read files, each with a time and a memory limit."""

    def __init__(self, pool: ProcessPool, limits: ChildLimits, seconds: float, ocr_seconds: float) -> None:
        self._pool = pool
        self._limits = limits
        self._seconds = ocr_seconds if limits.options.tesseract else seconds

    def run(self, stage: "Stage[T]", files: Sequence[RawFile]) -> Iterator[Answer[T]]:
        """Yield the answer for each file, in the order given; convert old formats first, in one batch."""
        with TemporaryDirectory(prefix="rapporteur-") as folder:
            converted = self._convert(files, Path(folder))
            futures: list[ProcessFuture[T] | ExtractionError] = []
            for file in files:
                source = converted.get(file.sha256)
                if isinstance(source, ExtractionError):
                    futures.append(source)
                else:
                    futures.append(self._pool.schedule(stage, args=(file, self._limits, source), timeout=self._seconds))
            for file, future in zip(files, futures, strict=True):
                if isinstance(future, ExtractionError):
                    yield Answer(file, Failure(future))
                else:
                    result = self._wait(future)
                    yield Answer(file, result)

    def _convert(self, files: Sequence[RawFile], folder: Path) -> Mapping[str, Path | ExtractionError]:
        options = self._limits.options
        old = [file for file in files if file.media_type in CONVERTED]
        if not old or options.soffice is None:
            return {}
        return convert_batch(old, options.soffice, folder, options.limits.conversion_seconds)

    def _wait(self, future: "ProcessFuture[T]") -> "T | Failure":
        try:
            return future.result()
        except RapporteurError as error:
            return Failure(error)
        except OutOfTime:
            return Failure(
                LimitExceeded(
                    f"Reading the file took longer than {self._seconds:.0f} seconds and was stopped. "
                    "Ask for a simpler file, for example one saved anew or split in parts."
                )
            )
        except ProcessExpired as death:
            return Failure(
                UnreadableDocument(
                    f"The file made the reading program stop (exit code {death.exitcode}); it is damaged "
                    "or made to do harm. Ask the sender for a new copy."
                )
            )
        except Exception as error:  # noqa: BLE001 - the boundary around one document: one file never stops the others
            return Failure(
                UnreadableDocument(
                    f"Rapporteur itself failed on this file ({type(error).__name__}: {error}). "
                    "Please report this to whoever looks after the program; the file is kept."
                ),
                expected=False,
            )


@contextmanager
def reading_pool(
    settings: Settings, options_cache: Path | None = None, workers: int | None = None, model: Path | None = None
) -> Iterator[ReadingPool]:
    """Open a pool for the length of a run; its processes start from a server that has the libraries loaded."""
    limits = ChildLimits(settings.megabytes_per_file, settings.options(options_cache), settings.taxonomy, model)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["flows.child"])
    pool = ProcessPool(workers or settings.processes, initializer=confine, initargs=(limits,), context=context)
    try:
        yield ReadingPool(pool, limits, settings.seconds_per_file, settings.ocr_seconds_per_file)
        pool.close()  # type: ignore[no-untyped-call] # pebble's own gap, as below
    except BaseException:
        pool.stop()  # type: ignore[no-untyped-call]
        raise
    finally:
        pool.join()
