"""How fast the Word reader is beside Microsoft's markitdown, on the same files in the same run."""

import importlib
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from extractors.errors import ExtractionError
from extractors.media_type import raw_file
from extractors.options import Options
from extractors.word.reader import read_word

ROUNDS = 5
"""Passes over the files; the fastest counts, as the others were disturbed."""


def main() -> None:
    """Print files and words per second of both readers, and how many times as fast ours is."""
    files = list(_files())
    if not files:
        sys.stdout.write("word_speed: there are no DOCX files beside this checkout\n")
        return
    ours, words = _timed(_read, files)
    _report("rapporteur", ours, words, len(files))
    theirs = _markitdown()
    if theirs is None:
        sys.stdout.write(
            "word_speed: markitdown is not installed (pip install 'markitdown[docx]'); nothing to compare\n"
        )
        return
    seconds, words = _timed(theirs, files)
    _report("markitdown", seconds, words, len(files))
    sys.stdout.write(f"word_speed: {seconds / ours:.1f} times as fast as markitdown (bar: 2)\n")


def _files() -> Iterable[Path]:
    root = Path(__file__).resolve().parents[2]
    for folder in (root / "samples" / "files", root.parent / "shared" / "corpora" / "ordinary"):
        yield from sorted(folder.glob("*.docx"))


def _timed(reader: Callable[[Path], int], files: Sequence[Path]) -> tuple[float, int]:
    best, words = float("inf"), 0
    for _ in range(ROUNDS):
        start = time.perf_counter()
        words = sum(reader(path) for path in files)
        best = min(best, time.perf_counter() - start)
    return best, words


def _read(path: Path) -> int:
    try:
        reading = read_word(raw_file(path), Options())
    except ExtractionError:
        return 0
    return sum(len(block.text.split()) for block in reading.blocks)


def _markitdown() -> Callable[[Path], int] | None:
    try:
        package = importlib.import_module("markitdown")
    except ImportError:
        return None
    converter = package.MarkItDown(enable_plugins=False)

    def read(path: Path) -> int:
        try:
            return len(str(converter.convert(str(path)).text_content).split())
        except package.MarkItDownException:
            return 0

    return read


def _report(name: str, seconds: float, words: int, files: int) -> None:
    sys.stdout.write(
        f"word_speed: {name}: {files} files in {seconds:.3f} s, "
        f"{files / seconds:.0f} files/s, {words / seconds:,.0f} words/s\n"
    )


if __name__ == "__main__":
    main()
