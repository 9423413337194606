"""The reading of a PDF file: page by page through pdfium, with pdfplumber and OCR for pages that pdfium gets wrong."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.document import PassageKind, RawFile
from extractors.errors import EncryptedDocument, LimitExceeded, UnreadableDocument
from extractors.options import Options
from extractors.pdf.assembly import Assembly
from extractors.pdf.front import front_lines
from extractors.pdf.furniture import FurnitureFilter
from extractors.pdf.pages import PageReader
from extractors.pdf.properties import read_embedded, read_outline, read_page_labels, read_properties
from extractors.reading import Block, Reading


def read_pdf(file: RawFile, options: Options) -> Reading:
    """Read a PDF file into blocks, tables and what it says of itself.

    Raises EncryptedDocument, UnreadableDocument, LimitExceeded, and ProgramMissing where pages are images and there
    is no Tesseract.
    """
    with _uncollected(), _opened(file.path, file.name) as document:
        pages = len(document)
        if pages == 0:
            raise UnreadableDocument(f"{file.name} has no pages. Please ask for the file again.")
        if pages > options.limits.pages:
            raise LimitExceeded(
                f"{file.name} has {pages} pages; the limit is {options.limits.pages}. Please split the file."
            )
        assembly, furniture = Assembly(), FurnitureFilter(pages)
        reader = PageReader(document, file, options)
        for number in range(1, pages + 1):
            for layout in furniture.push(reader.read(number)):
                assembly.add(layout)
        for layout in furniture.flush():
            assembly.add(layout)
        reader.complete()
        blocks, tables = assembly.finish()
        return Reading(
            blocks=blocks or tuple(Block(PassageKind.PARAGRAPH, text) for text in furniture.texts),
            tables=tables,
            front=front_lines(reader.first_rows, furniture.first_pages),
            pages=pages,
            properties=read_properties(document),
            furniture=furniture.texts,
            outline=read_outline(document),
            page_labels=read_page_labels(document, pages),
            embedded=read_embedded(document),
            warnings=tuple(reader.warnings),
        )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold back the cycle collector, a fifth of the time: a page makes thousands of small objects and no cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _opened(path: Path, name: str) -> Iterator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
            raise EncryptedDocument(
                f"{name} opens only with a password. Please ask the sender for a copy without one."
            ) from error
        raise UnreadableDocument(
            f"{name} is damaged or is not a PDF file. Please ask the sender to send it again."
        ) from error
    try:
        yield document
    finally:
        document.close()
