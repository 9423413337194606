"""How fast the readers are beside pdfplumber and markitdown: the same files, one core, one run, processor time."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pdfplumber
import pypdfium2

from extractors.errors import ExtractionError
from extractors.extract import extract
from extractors.media_type import raw_file
from extractors.options import Options
from extractors.pdf.reader import read_pdf
from extractors.word.reader import read_word
from tests.bench.figures import Figure, files, show

ROUNDS = 3
"""The fastest of so many counts for each file: the others were disturbed."""
Seconds = Mapping[str, float]


def main(markitdown: Path | None = None) -> None:
    """Print both tables; `markitdown` is the Python program of an environment that has it."""
    show("Speed on PDF", pdf_figures(markitdown))
    show("Speed on DOCX", docx_figures(markitdown))


def pdf_figures(markitdown: Path | None) -> list[Figure]:
    """Measure pages a second over the PDF files that need no OCR."""
    paths = files("*.pdf")
    ours = _timed(paths, lambda path: read_pdf(raw_file(path), Options()), ROUNDS)
    whole = _timed(paths, lambda path: extract(raw_file(path)), 2)
    plumber = _timed([Path(path) for path in ours if _opens(Path(path))], _plumber, ROUNDS)
    figures = [
        _rate("rapporteur, structure and tables", ours, ours),
        _rate("the same with header, passages and languages", whole, ours),
        _rate("pdfplumber, extract_text of each page", plumber, ours),
        _times("times as fast as pdfplumber", plumber, ours, 10),
    ]
    if markitdown is not None:
        theirs = _markitdown(markitdown, ours)
        figures += [_rate("markitdown", theirs, ours), _times("times as fast as markitdown", theirs, ours, 10)]
    return figures


def docx_figures(markitdown: Path | None) -> list[Figure]:
    """Measure files a second over the Word files."""
    ours = _timed(files("*.docx"), lambda path: read_word(raw_file(path), Options()), ROUNDS)
    figures = [Figure("rapporteur", len(ours) / sum(ours.values()), "files/s")]
    if markitdown is not None:
        theirs = _markitdown(markitdown, ours)
        figures.append(Figure("markitdown", len(theirs) / sum(theirs.values()), "files/s"))
        figures.append(_times("times as fast as markitdown", theirs, ours, 2))
    return figures


def _timed(paths: Iterable[Path], reader: Callable[[Path], object], rounds: int) -> dict[str, float]:
    seconds: dict[str, float] = {}
    for path in paths:
        for _ in range(rounds):
            start = time.process_time()
            try:
                reader(path)
            except ExtractionError:
                break
            seconds[str(path)] = min(seconds.get(str(path), float("inf")), time.process_time() - start)
    return seconds


def _plumber(path: Path) -> None:
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            page.close()


def _opens(path: Path) -> bool:
    """Tell whether pdfplumber finds the pages of a file; of a broken one it may find none, in no time."""
    with pdfplumber.open(path) as document:
        return bool(document.pages)


def _markitdown(python: Path, ours: Seconds) -> dict[str, float]:
    loop = Path(__file__).with_name("markitdown_loop.py")
    done = subprocess.run(
        [python, "-W", "ignore", loop], input=json.dumps(list(ours)), capture_output=True, text=True, check=True
    )
    return {path: float(seconds) for path, seconds in json.loads(done.stdout).items()}


def _rate(what: str, seconds: Seconds, ours: Seconds) -> Figure:
    shared = [path for path in seconds if path in ours]
    pages = sum(_pages(path) for path in shared)
    return Figure(
        what, pages / sum(seconds[path] for path in shared), "pages/s", note=f"{len(shared)} files, {pages} pages"
    )


def _pages(path: str) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def _times(what: str, theirs: Seconds, ours: Seconds, bar: float) -> Figure:
    shared = [path for path in theirs if path in ours]
    ratio = sum(theirs[path] for path in shared) / sum(ours[path] for path in shared)
    return Figure(what, ratio, "", bar, note=f"{len(shared)} files that both read")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
