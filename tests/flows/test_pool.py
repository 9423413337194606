"""A file is read in a child with limits, and its failure never reaches another file."""

import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.document import Document, RawFile
from extractors.errors import EncryptedDocument, LimitExceeded, UnreadableDocument
from extractors.media_type import raw_file
from flows.child import ChildLimits, read_and_classify, read_only
from flows.pool import Failure, ReadingPool, Stage, reading_pool
from flows.settings import Settings


@pytest.fixture(scope="module")
def pool() -> Iterator[ReadingPool]:
    with reading_pool(Settings(workers=2, seconds_per_file=4, ocr_seconds_per_file=4, megabytes_per_file=1024)) as made:
        yield made


@pytest.fixture
def two(tmp_path: Path) -> list[RawFile]:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(name.encode())
    return [raw_file(tmp_path / name) for name in ("a", "b")]


def is_second(file: RawFile) -> bool:
    return file.name == "b"


def hang(file: RawFile, limits: ChildLimits, converted: Path | None) -> str:
    if not is_second(file):
        time.sleep(60)
    return file.name


def die(file: RawFile, limits: ChildLimits, converted: Path | None) -> str:
    if not is_second(file):
        os._exit(9)
    return file.name


def eat_memory(file: RawFile, limits: ChildLimits, converted: Path | None) -> str:
    if not is_second(file):
        try:
            bytearray(2 << 30)
        except MemoryError as error:
            raise LimitExceeded("too much") from error
    return file.name


def break_down(file: RawFile, limits: ChildLimits, converted: Path | None) -> str:
    if not is_second(file):
        raise KeyError("a fault of ours")
    return file.name


def call_home(file: RawFile, limits: ChildLimits, converted: Path | None) -> str:
    with socket.socket() as line:
        line.connect(("127.0.0.1", 9))
    return file.name


@pytest.mark.parametrize(
    ("stage", "error", "words"),
    [
        (hang, LimitExceeded, "longer than 4 seconds"),
        (die, UnreadableDocument, "made the reading program stop"),
        (eat_memory, LimitExceeded, "too much"),
        (break_down, UnreadableDocument, r"Rapporteur itself failed on this file \(KeyError"),
    ],
)
def test_a_file_that_fails_costs_only_itself(
    pool: ReadingPool, two: list[RawFile], stage: Stage[str], error: type[Exception], words: str
) -> None:
    first, second = pool.run(stage, two)
    assert isinstance(first.result, Failure)
    assert isinstance(first.result.error, error)
    with pytest.raises(error, match=words):
        raise first.result.error
    assert first.result.expected is (stage is not break_down)
    assert second.result == "b"


def test_a_child_has_no_network(pool: ReadingPool, two: list[RawFile]) -> None:
    for answer in pool.run(call_home, two):
        assert isinstance(answer.result, Failure)
        assert "no access to the network" in str(answer.result.error)


def test_a_real_file_comes_back_as_a_document_and_a_bad_one_as_its_typed_error() -> None:
    samples = Path(__file__).parents[2] / "samples" / "files"
    locked = samples / "CWG-COP-20_09_Senegal_protected.pdf"
    files = [raw_file(samples / "terms_of_reference.docx"), raw_file(locked)]
    with reading_pool(Settings(workers=1, seconds_per_file=60, megabytes_per_file=1024)) as patient:
        good, bad = patient.run(read_only, files)
    assert isinstance(good.result, Document)
    assert isinstance(bad.result, Failure)
    assert isinstance(bad.result.error, EncryptedDocument)


def test_a_document_comes_with_what_the_classifier_says_of_it(tmp_path: Path) -> None:
    sample = Path(__file__).parents[2] / "samples" / "files" / "terms_of_reference.docx"
    limits = ChildLimits(1024, Settings().options(), None)
    read = read_and_classify(raw_file(sample), limits, None)
    assert read.document.language == "en"
    assert {one.passage_id for one in read.suggestions} <= {passage.id for passage in read.document.passages}
    assert read.model


def test_a_document_that_needs_too_much_memory_is_over_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two: list[RawFile]
) -> None:
    def too_big(*_: object) -> Document:
        raise MemoryError

    monkeypatch.setattr("flows.child.extract", too_big)
    with pytest.raises(LimitExceeded, match="more than 1024 MB"):
        read_only(two[0], ChildLimits(1024, Settings().options(), None), None)
