"""What a PDF file says of itself: properties, outline, page labels, embedded files."""

import ctypes
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.document import OutlineEntry, Properties
from extractors.pdf.calls import Pointer, function

_MOST_ENTRIES = 5_000
_DEPTH = 15
_USUAL_LENGTH = 256
_MOST_FILES = 1_000


def read_properties(document: pdfium.PdfDocument) -> Properties:
    """Read title, author, dates and producer; an empty one is None."""

    read, own = function("FPDF_GetMetaText", ctypes.c_ulong), Pointer(ctypes.addressof(document.raw.contents))

    def value(key: str) -> str | None:
        return _utf16(read, own, key.encode()).strip("\x00 \r\n\t") or None

    return Properties(
        value("Title"), value("Author"), _date(value("CreationDate")), _date(value("ModDate")), value("Producer")
    )


def _date(text: str | None) -> str | None:
    """Turn `D:20260131120000+01'00'` into ISO 8601; anything else is kept as written."""
    if text is None:
        return None
    digits = text.removeprefix("D:")
    if not digits[:8].isdigit():
        return text
    day = f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"
    if not digits[8:14].isdigit() or len(digits) < 14:
        return day
    zone = digits[14:].replace("'", ":").strip(":")
    zone = "+00:00" if zone.startswith("Z") else zone
    return f"{day}T{digits[8:10]}:{digits[10:12]}:{digits[12:14]}{zone}"


def read_outline(document: pdfium.PdfDocument) -> tuple[OutlineEntry, ...]:
    """Read the bookmarks in order; loops are cut, and no more than 5,000 are read."""
    first, following = (function(f"FPDFBookmark_Get{what}", Pointer) for what in ("FirstChild", "NextSibling"))
    title_of = function("FPDFBookmark_GetTitle", ctypes.c_ulong)
    own = Pointer(ctypes.addressof(document.raw.contents))
    entries: list[OutlineEntry] = []
    seen: set[int] = set()
    stack = [(first(own, None), 1)]
    while stack and len(entries) < _MOST_ENTRIES:
        bookmark, level = stack.pop()
        if not bookmark or bookmark.value in seen or level > _DEPTH:
            continue
        seen.add(bookmark.value)
        entries.append(OutlineEntry(_utf16(title_of, bookmark), level, _page(own, bookmark)))
        stack.append((following(own, bookmark), level))
        stack.append((first(own, bookmark), level + 1))
    return tuple(entries)


def _utf16(function: Any, *arguments: Any) -> str:
    buffer = ctypes.create_string_buffer(_USUAL_LENGTH)
    length = function(*arguments, buffer, _USUAL_LENGTH)
    if length <= 2:
        return ""
    if length > _USUAL_LENGTH:
        buffer = ctypes.create_string_buffer(length)
        function(*arguments, buffer, length)
    return buffer.raw[:length].decode("utf-16-le", "replace").strip("\x00").strip()


def _page(document: Pointer, bookmark: Pointer) -> int | None:
    target = function("FPDFBookmark_GetDest", Pointer)(document, bookmark)
    if not target:
        action = function("FPDFBookmark_GetAction", Pointer)(bookmark)
        target = function("FPDFAction_GetDest", Pointer)(document, action) if action else None
    if not target:
        return None
    index: int = function("FPDFDest_GetDestPageIndex", ctypes.c_int)(document, target)
    return index + 1 if index >= 0 else None


def read_page_labels(document: pdfium.PdfDocument, pages: int) -> tuple[str, ...]:
    """Read the label of each page (`iv`, `A-1`); empty where the file has none."""
    labels = tuple(document.get_page_label(index) for index in range(pages))
    return labels if any(labels) else ()


def read_embedded(document: pdfium.PdfDocument) -> tuple[str, ...]:
    """Read the names of the embedded files; their content is not touched."""
    names = []
    for index in range(min(max(pdfium_c.FPDFDoc_GetAttachmentCount(document.raw), 0), _MOST_FILES)):
        attachment = pdfium_c.FPDFDoc_GetAttachment(document.raw, index)
        if attachment:
            names.append(_utf16_bytes(attachment))
    return tuple(name for name in names if name)


def _utf16_bytes(attachment: Any) -> str:
    length = pdfium_c.FPDFAttachment_GetName(attachment, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium_c.FPDFAttachment_GetName(attachment, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[:length].decode("utf-16-le", "replace").strip("\x00").strip()
