"""Peak memory of the PDF reader on a long document, beside one of a tenth of its pages."""

import multiprocessing
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from extractors.extract import extract
from extractors.media_type import raw_file
from extractors.options import Options
from extractors.pdf.reader import read_pdf
from tests.bench.figures import Figure, show

_FEW, _MANY = 200, 2_000
_WORDS = "The members speak of the protection of children who are online"


def main() -> None:
    """Print both peaks and their ratio."""
    show("Memory on long PDF files", figures())


def figures() -> list[Figure]:
    """Read two made documents, each in a child process of its own that has loaded the same libraries."""
    with TemporaryDirectory() as folder:
        few, many = (_peak(_read, pages, Path(folder)) for pages in (_FEW, _MANY))
        whole = _peak(_extract, _MANY, Path(folder))
    return [
        Figure(f"peak on {_FEW:,} pages", few, "MB"),
        Figure(f"peak on {_MANY:,} pages", many, "MB", 400, at_most=True),
        Figure(f"{_MANY:,} pages against {_FEW:,}", many / few, "times", 1.3, at_most=True),
        Figure(f"peak on {_MANY:,} pages, with passages and languages", whole, "MB", 400, at_most=True),
    ]


def _peak(stage: Callable[[Path], None], pages: int, folder: Path) -> float:
    """Make and read a document in two children: a child's peak begins at that of its parent."""
    path = folder / f"{pages}.pdf"
    children = multiprocessing.get_context("spawn")
    with children.Pool(1) as maker:
        maker.apply(_make_document, (path, pages))
    with children.Pool(1) as reader:
        return reader.apply(_measured, (stage, path))


def _measured(stage: Callable[[Path], None], path: Path) -> float:
    stage(path)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _read(path: Path) -> None:
    read_pdf(raw_file(path), Options())


def _extract(path: Path) -> None:
    extract(raw_file(path))


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
