"""What runs in a child process: reading and classifying one file under its limits."""

import logging
import resource
import socket
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import NoReturn

from extractors.document import Document, RawFile
from extractors.errors import LimitExceeded
from extractors.extract import extract
from extractors.options import Options
from extractors.signature import Signature, signature
from models.classifier import Classifier, classify
from models.labels import Suggestion
from models.passage_words import PassageWords, document_words


@dataclass(frozen=True, slots=True)
class ChildLimits:
    """What one file may cost, and how it is read."""

    megabytes: int
    options: Options
    taxonomy: Path | None
    """Another taxonomy file than the one that the models bring along."""
    model: Path | None = None
    """The folder of another trained model than the one of Rapporteur."""


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What a child hands back: the document and what the classifier says of it."""

    document: Document
    suggestions: tuple[Suggestion, ...]
    signature: Signature
    words: PassageWords
    model: str
    """Version of the classifier."""
    extract_seconds: float
    classify_seconds: float


def confine(limits: ChildLimits) -> None:
    """Set this process's limits for good: memory, no core files, no network.

    Data and heap are limited rather than the address space, of which libraries reserve much without using it.
    """
    # pdfminer tells every oddity of a damaged file; what matters becomes the file's outcome.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    size = limits.megabytes << 20
    resource.setrlimit(resource.RLIMIT_DATA, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Nothing that reads a file has business on the network; LibreOffice is confined where it is started.
    socket.socket.connect = _refuse  # type: ignore[method-assign]
    socket.socket.connect_ex = _refuse  # type: ignore[method-assign]


def read_only(file: RawFile, limits: ChildLimits, converted: Path | None) -> Document:
    """Read one file; raise ExtractionError with a plain reason where that cannot be done."""
    try:
        return extract(file, limits.options, converted)
    except MemoryError as error:
        raise LimitExceeded(
            f"Reading the file would need more than {limits.megabytes} MB of memory. "
            "Ask for a smaller file, for example in several parts or with smaller pictures."
        ) from error


def read_and_classify(file: RawFile, limits: ChildLimits, converted: Path | None) -> ReadDocument:
    """Read one file and classify its passages."""
    start = perf_counter()
    document = read_only(file, limits, converted)
    middle = perf_counter()
    labeller = classifier(limits.taxonomy, limits.model)
    suggestions = classify(document, labeller)
    return ReadDocument(
        document=document,
        suggestions=suggestions,
        signature=signature(document),
        words=document_words(document),
        model=labeller.version,
        extract_seconds=middle - start,
        classify_seconds=perf_counter() - middle,
    )


@cache
def classifier(taxonomy: Path | None, model: Path | None = None) -> Classifier:
    """Load the classifier once in each process."""
    return Classifier.load(taxonomy, model)


def _refuse(*_: object) -> NoReturn:
    raise PermissionError("A process that reads files has no access to the network.")
