"""The second opinion on a page's characters: pdfplumber reading with pdfminer."""

import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from extractors.pdf.characters import Characters, Font, codes_of, font_named, quarter_turn

# pdfminer checks little of what it reads, and breaks with these on damaged files.
_BREAKS = (
    PDFException,
    PSException,
    PdfminerException,
    MalformedPDFException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    OSError,
    struct.error,
    zlib.error,
)


def read_again(path: Path, number: int) -> Characters | None:
    """Read the characters of one page, counted from 1, with pdfplumber; None where it breaks."""
    try:
        with pdfplumber.open(path, pages=[number]) as document:
            page = document.pages[0]
            return _characters(page.chars, float(page.mediabox[1]))
    except _BREAKS:
        return None


def _characters(chars: list[dict[str, Any]], bottom: float) -> Characters:
    fonts: dict[Font, int] = {}
    text: list[str] = []
    rows: list[tuple[float, float, float, float, float, int, int]] = []
    for char in chars:
        font = fonts.setdefault(font_named(str(char["fontname"])), len(fonts))
        a, b, *_ = char["matrix"]
        x0, x1, y0, y1 = (float(char[key]) for key in ("x0", "x1", "y0", "y1"))
        letters = str(char["text"])
        for letter in letters if not letters.startswith("(cid:") else "\ufffd":
            text.append(letter)
            rows.append((x0, y0 + bottom, x1, y1 + bottom, float(char["size"]), font, quarter_turn(a, b)))
    table = np.asarray(rows, np.float32).reshape(-1, 7)
    return Characters(
        codes_of("".join(text)),
        table[:, :4],
        table[:, 4],
        table[:, 5].astype(np.int32),
        table[:, 6].astype(np.int32),
        np.zeros(len(text), np.bool_),
        tuple(fonts) or (Font(),),
    )
