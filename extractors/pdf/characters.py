"""The characters of a page with box, size and font, read through pdfium."""

import ctypes
import math
import sys
from dataclasses import dataclass
from itertools import repeat
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.pdf.boxes import read_boxes
from extractors.pdf.calls import Pointer, function

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
Codes = npt.NDArray[np.uint32]

INVISIBLE = 3
"""The text render mode of PDF that paints nothing (ISO 32000-1, table 106)."""
UPRIGHT, SLANTED = 0, -1
_STRIDE = 8
_SPACE = 0x20
_SPACES = (0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)
_PARTS = np.isin(np.arange(_SPACES[-1] + 2), [*range(_SPACE + 1), *_SPACES])
"""For each code whether it parts words; the last stands for all codes after it."""
_NO_OBJECT, _NONE = 0, -1
_FORCE_BOLD = 1 << 18
_ITALIC = 1 << 6
_BOLD_WEIGHT = 600
_HYPHEN, _LINE_END_HYPHEN, _OTHER_HYPHEN = 0x2D, 0xFFFE, 0x02
"""pdfium has no character for a hyphen at a line's end."""
_FIRST_SURROGATE, _LAST_SURROGATE, _UNKNOWN = 0xD800, 0xDFFF, 0xFFFD


@dataclass(frozen=True, slots=True)
class Font:
    """What of a font tells on structure."""

    name: str = ""
    bold: bool = False
    italic: bool = False


@dataclass(slots=True)
class Characters:
    """The characters of one page in content order, as columns; boxes are x0, bottom, x1, top, y upwards."""

    codes: Codes
    """Unicode code points."""
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

    @property
    def text(self) -> str:
        """Return the characters as one string."""
        return text_of(self.codes)

    def keep(self, mask: npt.NDArray[np.bool_]) -> "Characters":
        """Return the characters under the mask; dropped ones part no words."""
        chosen = np.flatnonzero(mask)
        return Characters(
            self.codes[chosen],
            self.box[chosen],
            self.size[chosen],
            self.font[chosen],
            self.turn[chosen],
            self.hidden[chosen],
            self.fonts,
            self.unmapped,
        )


class _Run(NamedTuple):
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
    codes = _codes(handle, count)
    box = read_boxes(handle, codes)
    fonts: list[Font] = []
    runs: dict[int, _Run] = {}
    read_run = _RunReader(handle, fonts)
    last = _NOTHING
    lengths: list[int] = []
    found: list[_Run] = []
    for start, end, item in _object_runs(handle, count):
        if item == _NO_OBJECT:
            run = _Run(last.size, 0, last.turn, False, False)
        else:
            run = runs.get(item) or read_run(start, item)
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
    return Characters(codes, box, size, font, turn, hidden, tuple(fonts) or (Font(),), unmapped)


def parting(codes: Codes) -> npt.NDArray[np.bool_]:
    """Tell spaces, line ends and control characters from what is printed."""
    return _PARTS[np.minimum(codes, len(_PARTS) - 1)]


def text_of(codes: Codes) -> str:
    """Return code points as a string."""
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def codes_of(text: str) -> Codes:
    """Return the code points of a string."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _codes(handle: int, count: int) -> Codes:
    units = np.zeros(count + 1, np.uint16)
    written = function("FPDFText_GetText", ctypes.c_int)(
        Pointer(handle), 0, count, ctypes.byref(ctypes.c_char.from_address(units.ctypes.data))
    )
    codes = units[:count].astype(np.uint32)
    highest = int(codes.max(initial=0))
    surrogates = highest >= _FIRST_SURROGATE and ((codes >= _FIRST_SURROGATE) & (codes <= _LAST_SURROGATE)).any()
    if written != count + 1 or surrogates:
        unicode_of = function("FPDFText_GetUnicode", ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
        codes = np.asarray([unicode_of(handle, index) for index in range(count)], np.uint32)
        codes[(codes > sys.maxunicode) | ((codes >= _FIRST_SURROGATE) & (codes <= _LAST_SURROGATE))] = _UNKNOWN
    codes[codes == _OTHER_HYPHEN] = _HYPHEN
    if highest >= _LINE_END_HYPHEN:
        codes[codes == _LINE_END_HYPHEN] = _HYPHEN
    return codes


def _object_runs(handle: int, count: int) -> list[tuple[int, int, int]]:
    """Find the runs of one text object; looks at every eighth character first, for most runs are long."""
    if not count:
        return []
    object_at = function("FPDFText_GetTextObject", ctypes.c_size_t)
    page = Pointer(handle)
    runs: list[tuple[int, int, int]] = []
    probes = [*map(object_at, repeat(page), range(0, count, _STRIDE)), _NONE]
    start, current = 0, probes[0]
    for place, probe in enumerate(probes[1:]):
        # Made-up line breaks have no object and may well stand eight apart, with a short word between them.
        if probe == current != _NO_OBJECT:
            continue
        first = place * _STRIDE + 1
        for index, item in enumerate(map(object_at, repeat(page), range(first, min(first + _STRIDE, count))), first):
            if item != current:
                runs.append((start, index, current))
                start, current = index, item
                if item == probe != _NO_OBJECT:
                    break
    runs.append((start, count, current))
    return runs


class _RunReader:
    """Reads the look of text objects; all that is the same for each of them is made once."""

    def __init__(self, handle: int, fonts: list[Font]) -> None:
        self._handle, self._page = handle, Pointer(handle)
        self._fonts = fonts
        self._known: dict[int, tuple[int, bool]] = {}
        self._matrix = pdfium_c.FS_MATRIX()
        self._place = ctypes.byref(self._matrix)
        self._matrix_of = function("FPDFText_GetMatrix", ctypes.c_int)
        self._size_of = function("FPDFText_GetFontSize", ctypes.c_double)
        self._font_of = function("FPDFTextObj_GetFont", ctypes.c_size_t)
        self._mode_of = function("FPDFTextObj_GetTextRenderMode", ctypes.c_int)

    def __call__(self, index: int, item: int) -> _Run:
        """Read the text object `item`, of which the character at `index` is one."""
        thing, matrix = Pointer(item), self._matrix
        scale, turn = 1.0, UPRIGHT
        if self._matrix_of(self._page, index, self._place):
            a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
            scale = (abs(d) if c == 0 else math.hypot(c, d)) or math.hypot(a, b) or 1.0
            if b != 0 or a < 0:
                turn = quarter_turn(a, b)
        key = self._font_of(thing)
        place, unmapped = self._known.get(key) or self._font(key, index)
        size = abs(self._size_of(self._page, index)) * scale
        return _Run(size, place, turn, self._mode_of(thing) == INVISIBLE, unmapped)

    def _font(self, key: int, index: int) -> tuple[int, bool]:
        font = _read_font(ctypes.cast(key, pdfium_c.FPDF_FONT)) if key else Font()
        if font not in self._fonts:
            self._fonts.append(font)
        broken = function("FPDFText_HasUnicodeMapError", ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
        self._known[key] = self._fonts.index(font), broken(self._handle, index) == 1
        return self._known[key]


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
