"""What was filled into the form fields of a page, as words where the fields stand."""

import ctypes
import textwrap
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.pdf.rulings import Box
from extractors.pdf.words import Frame, Word

_MOST_FIELDS = 2_000
_SIZE = 10.0
"""Points; a field's own size of letters is not in its value."""
_WIDTH = 0.5
"""Of a letter, as share of its size, where a value over several lines is broken."""
_OFF = frozenset({"", "Off"})
_TICKED, _OPEN = "☒", "☐"
_SAME = 3
"""Signs up to which a value may well be on the page twice."""
_UNSEEN = pdfium_c.FPDF_ANNOT_FLAG_HIDDEN | pdfium_c.FPDF_ANNOT_FLAG_NOVIEW


def field_words(page: pdfium.PdfPage, frame: Frame, words: Sequence[Word]) -> list[Word]:
    """Give the values of a page's text fields and the states of its boxes; `words` are those that are there already.

    A value that the page shows as its own text too is not given again.
    """
    if pdfium_c.FPDFPage_GetAnnotCount(page.raw) <= 0:
        return []
    shown = " ".join(" ".join(word.text for word in words).split())
    found: list[Word] = []
    for box, value in _fields(page):
        if not value.strip() or (len(value) > _SAME and " ".join(value.split()) in shown):
            continue
        found += _laid(value.strip(), frame.place_all([box])[0])
    return found


def _fields(page: pdfium.PdfPage) -> Iterator[tuple[Box, str]]:
    for index in range(min(pdfium_c.FPDFPage_GetAnnotCount(page.raw), _MOST_FIELDS)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            if pdfium_c.FPDFAnnot_GetSubtype(annotation) != pdfium_c.FPDF_ANNOT_WIDGET:
                continue
            if pdfium_c.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
                continue
            rectangle = pdfium_c.FS_RECTF()
            if not pdfium_c.FPDFAnnot_GetRect(annotation, rectangle):
                continue
            low, high = sorted((rectangle.bottom, rectangle.top))
            box: Box = (rectangle.left, low, rectangle.right, high)
            if pdfium_c.FPDFAnnot_HasKey(annotation, b"AS"):
                yield box, _OPEN if _string(annotation, b"AS") in _OFF else _TICKED
            else:
                yield box, _string(annotation, b"V")
        finally:
            pdfium_c.FPDFPage_CloseAnnot(annotation)


def _string(annotation: pdfium_c.FPDF_ANNOTATION, key: bytes) -> str:
    length = pdfium_c.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pointer = ctypes.cast(buffer, ctypes.POINTER(pdfium_c.FPDF_WCHAR))
    pdfium_c.FPDFAnnot_GetStringValue(annotation, key, pointer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", errors="replace")


def _laid(value: str, box: Box) -> Iterator[Word]:
    """Lay a value out in its field, from the top, as far down as it takes."""
    left, top, right, bottom = box
    size = min(_SIZE, max(bottom - top, 1.0))
    if value in {_TICKED, _OPEN}:
        yield Word(value, left, top, right, bottom, size)
        return
    across = max(int((right - left) / (size * _WIDTH)), 8)
    lines = [piece for line in value.splitlines() for piece in textwrap.wrap(line, across) or [""]]
    step = (bottom - top) / max(len(lines), 1)
    for at, line in enumerate(lines):
        if line:
            width = min(right - left, len(line) * size * _WIDTH)
            yield Word(line, left, top + at * step, left + width, top + at * step + min(step, size * 1.2), size)
