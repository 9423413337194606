"""Pages a second and peak memory of the PDF reader, beside a plain pdfplumber loop over the same files."""

import hashlib
import multiprocessing
import resource
import sys
import tempfile
import time
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium

from extractors.document import MediaType, RawFile
from extractors.errors import ExtractionError
from extractors.options import Options
from extractors.pdf.reader import read_pdf

_CORPORA = Path(__file__).parents[3] / "shared" / "corpora" / "ordinary"
_SAMPLES = Path(__file__).parents[2] / "samples"
_ROUNDS = 3
_WORDS = "The members speak of the protection of children who are online"


def main() -> None:
    """Print both tables; files that need OCR are left out of the first."""
    # Before anything else: a child starts from the peak of its parent.
    with tempfile.TemporaryDirectory() as folder:
        peaks = [_peak(count, Path(folder)) for count in (200, 2_000)]
    files = [raw_file(path) for folder in (_CORPORA, _SAMPLES) for path in sorted(folder.rglob("*.pdf"))]
    readable = [file for file in files if _reads(file)]
    pages = sum(len(pdfium.PdfDocument(file.path)) for file in readable)
    ours = min(_timed_ours(readable) for _ in range(_ROUNDS))
    theirs = min(_timed_plumber(readable) for _ in range(2))
    print(f"{len(readable)} files, {pages} pages, one core, processor time, best of {_ROUNDS} and of 2 rounds")
    print(f"{'rapporteur, structure and tables':38} {pages / ours:8.1f} pages/s")
    print(f"{'pdfplumber, extract_text':38} {pages / theirs:8.1f} pages/s")
    print(f"{'ratio':38} {theirs / ours:8.1f}")
    print(f"peak memory: 200 pages {peaks[0]:.0f} MB, 2,000 pages {peaks[1]:.0f} MB, ratio {peaks[1] / peaks[0]:.2f}")


def raw_file(path: Path) -> RawFile:
    """Describe a PDF file on disk."""
    data = path.read_bytes()
    return RawFile(path, path.name, hashlib.sha256(data).hexdigest(), len(data), MediaType.PDF)


def _reads(file: RawFile) -> bool:
    try:
        return bool(read_pdf(file, Options()).blocks)
    except ExtractionError:
        return False


def _timed_ours(files: list[RawFile]) -> float:
    start = time.process_time()
    for file in files:
        read_pdf(file, Options())
    return time.process_time() - start


def _timed_plumber(files: list[RawFile]) -> float:
    start = time.process_time()
    for file in files:
        with pdfplumber.open(file.path) as document:
            for page in document.pages:
                page.extract_text()
                page.close()
    return time.process_time() - start


def _peak(pages: int, folder: Path) -> float:
    """Return the peak memory, in MB, of a child process that reads a made document of so many pages."""
    path = folder / f"{pages}.pdf"
    _make_document(path, pages)
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_read_and_measure, (path,))


def _read_and_measure(path: Path) -> float:
    read_pdf(raw_file(path), Options())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _make_document(path: Path, pages: int) -> None:
    """Write a PDF by hand: a running header, eight paragraphs of five lines and a page number on each page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for number in range(1, pages + 1):
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        lines = [f"{_WORDS}{'.' if line % 5 == 4 else f', as line {line} says'}" for line in range(40)]
        text = "".join(f"1 0 0 1 72 {740 - 16 * line} Tm ({words}) Tj\n" for line, words in enumerate(lines))
        content = (
            f"BT /F1 11 Tf 1 0 0 1 72 800 Tm (Working group on child online protection) Tj\n{text}"
            f"1 0 0 1 290 40 Tm ({number}) Tj ET"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects[1] = f"<< /Type /Pages /Count {pages} /Kids [{' '.join(kids)}] >>"
    body, offsets = "%PDF-1.4\n", []
    for index, item in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{index} 0 obj\n{item}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    path.write_text(f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}", "latin-1")


if __name__ == "__main__":
    main()
