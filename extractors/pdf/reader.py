"""The reading of a PDF file: page by page through pdfium, with pdfplumber and OCR for pages that pdfium gets wrong."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from extractors.document import PassageKind, RawFile
from extractors.errors import LimitExceeded
from extractors.options import Options
from extractors.pdf.assembly import Assembly
from extractors.pdf.front import front_lines
from extractors.pdf.furniture import FurnitureFilter
from extractors.pdf.opening import opened
from extractors.pdf.pages import PageReader
from extractors.pdf.properties import read_embedded, read_outline, read_page_labels, read_properties
from extractors.reading import Block, Reading
from extractors.word.proposals import with_proposals

_STRETCH = 100
_MOST_STRETCHES = 40
"""A file is opened anew after so many pages, but not more often than this, for its pages are then counted anew too."""


def read_pdf(file: RawFile, options: Options) -> Reading:
    """Read a PDF file into blocks, tables and what it says of itself.

    Raises EncryptedDocument, UnreadableDocument, LimitExceeded, and ProgramMissing where pages are images and there
    is no Tesseract.
    """
    with _uncollected(), opened(file.path) as pdf:
        pages = len(pdf.document)
        if pages > options.limits.pages:
            raise LimitExceeded(
                f"The PDF has {pages} pages; the limit is {options.limits.pages}. Please split the file."
            )
        assembly, furniture = Assembly(), FurnitureFilter(pages)
        reader = PageReader(pdf, file, options)
        stretch = max(_STRETCH, pages // _MOST_STRETCHES)
        for number in range(1, pages + 1):
            if number > 1 and number % stretch == 1:
                pdf.renew()
            for layout in furniture.push(reader.read(number)):
                assembly.add(layout)
        for layout in furniture.flush():
            assembly.add(layout)
        reader.complete()
        outline = read_outline(pdf.document)
        blocks, tables = assembly.finish(outline)
        blocks = tuple(with_proposals(blocks))
        return Reading(
            blocks=blocks or tuple(Block(PassageKind.PARAGRAPH, text) for text in furniture.texts),
            tables=tables,
            front=front_lines(reader.first_rows, furniture.first_pages),
            pages=pages,
            properties=read_properties(pdf.document),
            furniture=furniture.texts,
            outline=outline,
            page_labels=read_page_labels(pdf.document, pages),
            embedded=read_embedded(pdf.document),
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
