"""What means harm gives a document or one typed error within its limits, and reaches nothing outside its file."""

import contextlib
import ctypes
import os
import select
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from extractors.document import Document
from extractors.document_json import to_json
from extractors.errors import ExtractionError, RapporteurError, UnreadableDocument
from extractors.media_type import raw_file
from flows.child import read_only
from flows.pool import Failure, ReadingPool, reading_pool
from flows.settings import Settings
from tests.extractors import hostile_pdf_files, hostile_word_files
from tests.extractors.hostile_pdf_files import TEXT

SECONDS = 15.0
SIGHT = "canary-5be1a9"
IN_OPEN = 0x20
"""From Linux's inotify.h."""
KINDS = {".pdf": hostile_pdf_files, ".docx": hostile_word_files}


@dataclass(slots=True)
class Canary:
    """A file that nobody may read and a web server that nobody may ask."""

    address: str
    file: Path
    watch: int
    """Descriptor that has something to read once somebody opened the file; -1 where the system cannot tell."""
    asked: list[str]

    @property
    def opened(self) -> bool:
        return self.watch >= 0 and bool(select.select([self.watch], [], [], 0)[0])


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Canary]:
    file = tmp_path_factory.mktemp("canary") / "canary.txt"
    file.write_text(SIGHT, encoding="ascii")
    watch = watched(file)
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            asked.append(self.rfile.readline().decode("latin-1"))

    with ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Canary(f"http://127.0.0.1:{server.server_port}", file, watch, asked)
        server.shutdown()
    if watch >= 0:
        os.close(watch)


def watched(file: Path) -> int:
    """Ask Linux to tell when a file is opened, by whatever library."""
    libc = ctypes.CDLL(None)
    if not hasattr(libc, "inotify_init1"):
        return -1
    watch = int(libc.inotify_init1(os.O_NONBLOCK))
    libc.inotify_add_watch(watch, os.fsencode(file), IN_OPEN)
    return watch


@pytest.fixture(scope="module")
def pool() -> Iterator[ReadingPool]:
    settings = Settings(workers=2, seconds_per_file=SECONDS, ocr_seconds_per_file=SECONDS, megabytes_per_file=640)
    with reading_pool(settings) as made:
        yield made


@pytest.fixture(scope="module")
def outcomes(
    pool: ReadingPool, canary: Canary, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Document | RapporteurError]:
    """Read every made file, side by side; a failure of our own program stops the tests here."""
    folder, files = tmp_path_factory.mktemp("hostile"), []
    for suffix, group, name in cases("READ", "STOPPED", "EITHER"):
        path = folder / f"{name}{suffix}"
        path.write_bytes(getattr(KINDS[suffix], group)[name](canary.address, str(canary.file)))
        files.append(raw_file(path))
    return {answer.file.name: outcome(answer.result) for answer in pool.run(read_only, files)}


def cases(*groups: str) -> list[tuple[str, str, str]]:
    return [
        (suffix, group, name) for suffix, kind in KINDS.items() for group in groups for name in getattr(kind, group)
    ]


def outcome(result: object) -> Document | RapporteurError:
    if isinstance(result, Failure):
        # Where the program itself is at fault, the error says what it was.
        return result.error if result.expected else RapporteurError(str(result.error))
    assert isinstance(result, Document)
    return result


def names(*groups: str) -> list[str]:
    return [f"{name}{suffix}" for suffix, _, name in cases(*groups)]


@pytest.mark.parametrize("name", names("READ"))
def test_the_text_beside_a_trap_is_read(outcomes: dict[str, Document | RapporteurError], name: str) -> None:
    found = outcomes[name]
    assert isinstance(found, Document), found
    assert TEXT in " ".join(passage.text for passage in found.passages)


@pytest.mark.parametrize("name", names("STOPPED"))
def test_what_cannot_be_read_is_one_typed_error(outcomes: dict[str, Document | RapporteurError], name: str) -> None:
    assert isinstance(outcomes[name], ExtractionError), outcomes[name]


def test_a_part_that_claims_gigabytes_is_damaged_and_reserves_none(
    outcomes: dict[str, Document | RapporteurError],
) -> None:
    assert isinstance(outcomes["part_larger_than_the_file.docx"], UnreadableDocument)


@pytest.mark.parametrize("name", names("EITHER"))
def test_what_may_be_read_is_a_document_or_one_typed_error(
    outcomes: dict[str, Document | RapporteurError], name: str
) -> None:
    assert isinstance(outcomes[name], Document | ExtractionError), outcomes[name]


def test_nothing_outside_the_files_was_reached(outcomes: dict[str, Document | RapporteurError], canary: Canary) -> None:
    assert canary.asked == []
    assert not canary.opened
    for name, found in outcomes.items():
        text = str(to_json(found)) if isinstance(found, Document) else str(found)
        assert SIGHT not in text, name


@pytest.mark.skipif(Settings().options().soffice is None, reason="LibreOffice is not installed")
def test_libreoffice_reaches_nothing_outside_the_file(pool: ReadingPool, canary: Canary, tmp_path: Path) -> None:
    for name, make in (("a.odt", hostile_word_files.odt), ("a.rtf", hostile_word_files.rtf)):
        (tmp_path / name).write_bytes(make(canary.address, str(canary.file)))
    for answer in pool.run(read_only, [raw_file(tmp_path / "a.odt"), raw_file(tmp_path / "a.rtf")]):
        found = outcome(answer.result)
        assert isinstance(found, Document), found
        assert TEXT in " ".join(passage.text for passage in found.passages)
        assert SIGHT not in str(to_json(found))
    assert canary.asked == []
    assert not canary.opened


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".doc", ".rtf", ".odt", ""])
@pytest.mark.parametrize("content", [b"", b"%", b"P", b"{", b"\xd0", b"\x00"])
def test_a_file_of_at_most_one_byte_is_one_typed_error(
    pool: ReadingPool, tmp_path: Path, suffix: str, content: bytes
) -> None:
    path = tmp_path / f"small{suffix}"
    path.write_bytes(content)
    (answer,) = pool.run(read_only, [raw_file(path)])
    assert isinstance(outcome(answer.result), ExtractionError)


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_a_file_may_have_any_name(pool: ReadingPool, tmp_path: Path, suffix: str) -> None:
    odd = (
        "\u202egnp",
        "a\nb\r\tc",
        "%s %n {0} {x}",
        "-rf",
        "'; --\"",
        "№ مساهمة 提案 👧🏽",
        "a" * 240,
        "\udcff\udc80",
        "~",
        "$(x)`x`",
    )
    data = hostile_pdf_files.one_page() if suffix == ".pdf" else hostile_word_files.word()
    files = []
    for name in odd:
        path = tmp_path / f"{name}{suffix}"
        path.write_bytes(data)
        files.append(raw_file(path))
    read = [outcome(answer.result) for answer in pool.run(read_only, files)]
    assert all(isinstance(found, Document) for found in read), read
    assert len({found.passages for found in read if isinstance(found, Document)}) == 1


def test_the_canary_sings(canary: Canary, tmp_path: Path) -> None:
    file = tmp_path / "canary.txt"
    file.write_text(SIGHT, encoding="ascii")
    other = Canary(canary.address, file, watched(file), [])
    assert not other.opened
    file.read_text(encoding="ascii")
    assert other.opened or other.watch < 0
    song = HTTPConnection(canary.address.removeprefix("http://"), timeout=5)
    song.request("GET", "/song")
    with contextlib.suppress(HTTPException, OSError):
        song.getresponse()
    song.close()
    assert canary.asked == ["GET /song HTTP/1.1\r\n"]
    canary.asked.clear()
