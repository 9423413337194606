"""Reads damaged copies of the corpus and sample files in child processes, and keeps those that show a fault of ours."""

import argparse
import json
import multiprocessing
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pebble import ProcessPool

from extractors.document import MediaType, RawFile, RevisionKind
from extractors.document_json import from_json, to_json
from extractors.media_type import raw_file
from extractors.options import Options
from flows.child import ChildLimits, confine, read_only
from flows.pool import Failure, ReadingPool
from tests.bench.mutations import mutate, plain_pdf

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT / "samples" / "files", ROOT.parent / "shared" / "corpora")
READ_HERE = (MediaType.PDF, MediaType.DOCX, MediaType.DOCM, MediaType.DOTX)
_REMOVED = (RevisionKind.DELETION, RevisionKind.MOVE_FROM)
_LARGEST = 2_000_000
_BATCH = 20
_MEGABYTES = 1024


def main() -> None:
    """Fuzz until the time is over; failing files and `findings.tsv` go to the folder that is named."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.fuzz", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to keep failing files and findings.tsv")
    parser.add_argument("--kind", choices=("pdf", "docx"), required=True)
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--seed", type=int, default=0, help="number of the first file; the others follow")
    parser.add_argument("--limit", type=float, default=20.0, help="seconds that one file may take")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    outcomes = fuzz(asked.folder, asked.kind, asked.seed, asked.seconds, asked.limit)
    sys.stdout.write(f"fuzz {asked.kind}: {sum(outcomes.values())} files from seed {asked.seed}\n")
    for outcome, number in outcomes.most_common():
        sys.stdout.write(f"{number:7} {outcome}\n")


def fuzz(folder: Path, kind: str, seed: int, seconds: float, limit: float) -> Counter[str]:
    """Count the outcomes by their names; a name that ends in `!` is a fault of ours and stands in findings.tsv."""
    outcomes: Counter[str] = Counter()
    sources, end = _sources(kind), time.monotonic() + seconds
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["flows.child"])
    limits = ChildLimits(_MEGABYTES, Options(), None)
    with ProcessPool(1, initializer=confine, initargs=(limits,), context=context) as children:
        pool = ReadingPool(children, limits, limit, limit)
        while time.monotonic() < end:
            files = dict(_made(folder, kind, sources, range(seed, seed + _BATCH)))
            seed += _BATCH
            for answer in pool.run(read_and_check, [file for file, _ in files.values()]):
                outcome, detail = _outcome(answer.result)
                outcomes[outcome] += 1
                if outcome.endswith("!"):
                    number = int(answer.file.path.stem)
                    with (folder / "findings.tsv").open("a", encoding="utf-8") as findings:
                        findings.write(f"{number}\t{files[number][1].name}\t{outcome}\t{detail}\n")
                else:
                    answer.file.path.unlink()
    return outcomes


def read_and_check(file: RawFile, limits: ChildLimits, converted: Path | None) -> int:
    """Read a file and check what holds for every document; return its number of passages."""
    document = read_only(file, limits, converted)
    stored = json.dumps(to_json(document), ensure_ascii=False).encode()
    if from_json(json.loads(stored)) != document:
        raise AssertionError("the document's JSON form does not give it back")
    if not document.passages and not document.remarks:
        raise AssertionError("a document without passages")
    if any(passage.page and passage.page > (document.pages or 0) for passage in document.passages):
        raise AssertionError("a passage on a page that there is not")
    for passage in document.passages:
        for revision in passage.revisions:
            text = passage.text_before if revision.kind in _REMOVED else passage.text
            if (text or "")[slice(*revision.span)] != revision.text:
                raise AssertionError("a revision's span does not hold its text")
    return len(document.passages)


def _sources(kind: str) -> list[Path]:
    found = (path for folder in FOLDERS for path in sorted(folder.rglob("*")) if path.is_file())
    return [path for path in found if path.stat().st_size <= _LARGEST and _is(kind, path)]


def _is(kind: str, path: Path) -> bool:
    media_type = raw_file(path).media_type
    return media_type in READ_HERE and (media_type is MediaType.PDF) == (kind == "pdf")


def _made(folder: Path, kind: str, sources: list[Path], numbers: range) -> Iterator[tuple[int, tuple[RawFile, Path]]]:
    for number in numbers:
        rng = random.Random(f"{kind}-{number}")  # noqa: S311 - repeatable, not secret
        source = rng.choice(sources)
        data = source.read_bytes()
        if kind == "pdf" and rng.random() < 0.7:
            data = _plain(source) or data
        path = folder / f"{number}.{kind}"
        path.write_bytes(mutate(kind, data, rng))
        yield number, (raw_file(path), source)


@cache
def _plain(source: Path) -> bytes | None:
    return plain_pdf(source.read_bytes())


def _outcome(result: object) -> tuple[str, str]:
    if not isinstance(result, Failure):
        return "read", ""
    message = " ".join(str(result.error).split())
    name = type(result.error).__name__
    if not result.expected:
        return "internal error!", message
    if "and was stopped" in message:
        return "too slow!", message
    if "made the reading program stop" in message:
        return "died!", message
    if "MB of memory" in message:
        return "too much memory!", message
    return name, message


if __name__ == "__main__":
    main()
