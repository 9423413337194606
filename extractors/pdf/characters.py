"""The characters of a page with box, size and font, read through pdfium."""

import ctypes
import math
import re
from collections import deque
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.pdf.calls import function, pointer

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]

INVISIBLE = 3
"""The text render mode of PDF that paints nothing (ISO 32000-1, table 106)."""
UPRIGHT, SLANTED = 0, -1
_STRIDE = 8
_NO_OBJECT = 0
_FORCE_BOLD = 1 << 18
_ITALIC = 1 << 6
_BOLD_WEIGHT = 600
_PDFIUM_SIGNS = {0xFFFE: "-", 0x02: "-"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""A hyphen at a line's end comes as no character at all, and half of a surrogate pair is no letter."""
_HAS_SIGNS = re.compile("[\ufffe\x02\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Font:
    """What of a font tells on structure."""

    name: str = ""
    bold: bool = False
    italic: bool = False


@dataclass(slots=True)
class Characters:
    """The characters of one page in content order, as columns; boxes are x0, bottom, x1, top, y upwards."""

    text: list[str]
    box: Floats
    size: Floats
    font: Ints
    """Index into `fonts`."""
    turn: Ints
    """Quarter turns against the clock of the writing direction; -1 for text at another angle."""
    hidden: npt.NDArray[np.bool_]
    fonts: tuple[Font, ...]
    unmapped: int = 0
    """How many characters stand in text objects whose font has no Unicode mapping."""

    def keep(self, mask: npt.NDArray[np.bool_]) -> "Characters":
        """Return the characters under the mask; dropped ones part no words."""
        chosen = np.flatnonzero(mask)
        text = [self.text[index] for index in chosen.tolist()]
        columns = (self.box[chosen], self.size[chosen], self.font[chosen], self.turn[chosen], self.hidden[chosen])
        return Characters(text, *columns, self.fonts, self.unmapped)


@dataclass(frozen=True, slots=True)
class _Run:
    size: float
    font: int
    turn: int
    hidden: bool
    unmapped: bool


_NOTHING = _Run(0.0, 0, UPRIGHT, False, False)


def read_characters(text_page: pdfium.PdfTextPage) -> Characters:
    """Read all characters of a page; those that pdfium makes up between words come as spaces without a box."""
    # Not ctypes.cast, whose results hold themselves alive until the cycle collector comes by.
    handle = ctypes.addressof(text_page.raw.contents)
    count = pdfium_c.FPDFText_CountChars(text_page.raw)
    count = max(count, 0)
    text = _text(handle, count)
    box = np.zeros((count, 4), np.float32)
    _boxes(handle, count, box)
    fonts: list[Font] = []
    runs: dict[int, _Run] = {}
    known: dict[int, tuple[int, bool]] = {}
    last = _NOTHING
    lengths: list[int] = []
    found: list[_Run] = []
    for start, end, item in _object_runs(handle, count):
        if item == _NO_OBJECT:
            run = _Run(last.size, 0, last.turn, False, False)
        else:
            run = runs.get(item) or _read_run(handle, start, item, fonts, known)
            runs[item] = run
        last = run
        lengths.append(end - start)
        found.append(run)
    size = np.repeat(np.asarray([run.size for run in found], np.float32), lengths)
    font, turn = (
        np.repeat(np.asarray(column, np.int32), lengths)
        for column in ([run.font for run in found], [run.turn for run in found])
    )
    hidden = np.repeat(np.asarray([run.hidden for run in found], np.bool_), lengths)
    unmapped = sum(length for length, run in zip(lengths, found, strict=True) if run.unmapped)
    box = box[:, (0, 3, 2, 1)]  # FS_RECTF is left, top, right, bottom
    return Characters(text, box, size, font, turn, hidden, tuple(fonts) or (Font(),), unmapped)


def _text(handle: int, count: int) -> list[str]:
    buffer = ctypes.create_string_buffer(2 * count + 2)
    text_of = function("FPDFText_GetText", ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_void_p)
    written = text_of(handle, 0, count, ctypes.addressof(buffer))
    if written == count + 1:
        text = buffer.raw[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return list(text.translate(_PDFIUM_SIGNS) if _HAS_SIGNS.search(text) else text)
    unicode_of = function("FPDFText_GetUnicode", ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
    codes = (unicode_of(handle, index) for index in range(count))
    return [char for code in codes for char in (chr(code) if code < 0x110000 else "\ufffd").translate(_PDFIUM_SIGNS)]


def _boxes(handle: int, count: int, box: Floats) -> None:
    """Fill the boxes; arguments made beforehand take half the time of integers that are converted for each call."""
    loose = function("FPDFText_GetLooseCharBox", None)
    page = pointer(handle)
    rows = (ctypes.c_char * box.nbytes).from_address(box.ctypes.data)
    places = map(ctypes.byref, repeat(rows), range(0, box.nbytes, box.itemsize * 4))
    deque(map(loose, repeat(page), range(count), places), 0)


def _object_runs(handle: int, count: int) -> list[tuple[int, int, int]]:
    """Find the runs of one text object; looks at every eighth character first, for most runs are long."""
    object_at = function("FPDFText_GetTextObject", ctypes.c_size_t)
    page = pointer(handle)
    runs: list[tuple[int, int, int]] = []
    start, current = 0, object_at(page, 0) if count else 0
    index = 0
    while index < count:
        probe = index + _STRIDE
        # Made-up line breaks have no object and may well stand eight apart, with a short word between them.
        if probe < count and current != _NO_OBJECT and object_at(page, probe) == current:
            index = probe
            continue
        for step in range(index + 1, min(probe + 1, count)):
            item = object_at(page, step)
            if item != current:
                runs.append((start, step, current))
                start, current = step, item
        index = probe
    if count:
        runs.append((start, count, current))
    return runs


def _read_run(handle: int, index: int, item: int, fonts: list[Font], known: dict[int, tuple[int, bool]]) -> _Run:
    page, thing = pointer(handle), pointer(item)
    matrix_of = function("FPDFText_GetMatrix", ctypes.c_int)
    size_of = function("FPDFText_GetFontSize", ctypes.c_double)
    font_of = function("FPDFTextObj_GetFont", ctypes.c_size_t)
    mode_of = function("FPDFTextObj_GetTextRenderMode", ctypes.c_int)
    matrix = pdfium_c.FS_MATRIX()
    scale, turn = 1.0, UPRIGHT
    if matrix_of(page, index, ctypes.byref(matrix)):
        scale = math.hypot(matrix.c, matrix.d) or math.hypot(matrix.a, matrix.b) or 1.0
        if matrix.b != 0 or matrix.a < 0:
            turn = quarter_turn(matrix.a, matrix.b)
    key = font_of(thing)
    if key not in known:
        font = _read_font(ctypes.cast(key, pdfium_c.FPDF_FONT)) if key else Font()
        if font not in fonts:
            fonts.append(font)
        broken = function("FPDFText_HasUnicodeMapError", ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
        known[key] = fonts.index(font), broken(handle, index) == 1
    place, unmapped = known[key]
    return _Run(abs(size_of(page, index)) * scale, place, turn, mode_of(thing) == INVISIBLE, unmapped)


def quarter_turn(cosine: float, sine: float) -> int:
    """Return the quarter turns nearest to a direction, or SLANTED where it is more than 10 degrees away."""
    degrees = math.degrees(math.atan2(sine, cosine))
    turns = round(degrees / 90)
    return turns % 4 if abs(degrees - 90 * turns) <= 10 else SLANTED


def _read_font(handle: Any) -> Font:
    buffer = ctypes.create_string_buffer(256)
    length = pdfium_c.FPDFFont_GetBaseFontName(handle, buffer, 256)
    name = buffer.raw[: max(min(length, 256) - 1, 0)].decode("utf-8", "replace")
    return font_named(name, pdfium_c.FPDFFont_GetWeight(handle), pdfium_c.FPDFFont_GetFlags(handle))


def font_named(name: str, weight: int = 0, flags: int = 0) -> Font:
    """Judge a font by its name and, where the file gives them, its weight (100 to 900) and descriptor flags."""
    name = name.partition("+")[2] or name
    low = name.lower()
    bold = any(sign in low for sign in ("bold", "black", "heavy")) or bool(flags & _FORCE_BOLD)
    bold = bold or (weight >= _BOLD_WEIGHT and "regular" not in low)
    italic = "italic" in low or "oblique" in low or bool(flags & _ITALIC)
    return Font(name, bold, italic)
