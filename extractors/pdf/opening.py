"""The opening of a PDF file by pdfium, once or, while a long one is read, again and again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.errors import EncryptedDocument, UnreadableDocument

_IN_MEMORY = 32_000_000
"""Bytes."""


@dataclass(slots=True)
class OpenPdf:
    """A PDF file and pdfium's document of it."""

    path: Path
    content: bytes | Path
    document: pdfium.PdfDocument

    def renew(self) -> None:
        """Close the document and open it again, for pdfium keeps what it has parsed of each page until then."""
        self.document.close()
        self.document = _load(self.path, self.content)


@contextmanager
def opened(path: Path) -> Iterator[OpenPdf]:
    """Open a file that has pages.

    Raises EncryptedDocument where it needs a password, UnreadableDocument where it is damaged or has no pages.
    """
    # pdfium reads a file in small pieces, which costs more than to hold it, unless it is very large.
    content = path if path.stat().st_size > _IN_MEMORY else path.read_bytes()
    pdf = OpenPdf(path, content, _load(path, content))
    try:
        yield pdf
    finally:
        pdf.document.close()


def _load(path: Path, content: bytes | Path) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        # First, as pdfium then gives the reason of whatever file failed before.
        if _has_no_pages(path):
            raise UnreadableDocument("The PDF has no pages. Ask the sender to send it again.") from error
        if getattr(error, "err_code", None) in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
            raise EncryptedDocument(
                "The PDF opens only with a password. Ask the sender for a copy without one."
            ) from error
        raise UnreadableDocument("The file is damaged or is not a PDF. Ask the sender to send it again.") from error


def _has_no_pages(path: Path) -> bool:
    """Tell whether a file that was refused opens all the same, and is refused for its lack of pages."""
    document = pdfium_c.FPDF_LoadDocument(str(path).encode("utf-8", "surrogateescape"), None)
    if not document:
        return False
    pdfium_c.FPDF_CloseDocument(document)
    return True
