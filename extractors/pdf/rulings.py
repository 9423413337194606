"""The ruling lines, boxes and images of a page."""

import ctypes
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.pdf.calls import Pointer, function

Box = tuple[float, float, float, float]

_THIN = 2.5
_MOST_OBJECTS = 20_000
_MOST_RULINGS = 4_000
_MOST_SEGMENTS = 2_000
_DEPTH = 4
_WHITE = 250
_SAME = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Rulings:
    """Boxes of thin lines, of rectangles and of images, as x0, bottom, x1, top in page units, y upwards."""

    lines: list[Box] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    paths: int = 0
    """How many paths are drawn in all."""


def read_rulings(page: pdfium.PdfPage) -> Rulings:
    """Read what is drawn on a page; stops at 20,000 objects, for drawings with more rule no table."""
    found = Rulings()
    _walk(page.raw, False, _SAME, found, [_MOST_OBJECTS, _DEPTH])
    if len(found.lines) + len(found.boxes) > _MOST_RULINGS:
        return Rulings(images=found.images, paths=found.paths)
    return found


Matrix = tuple[float, float, float, float, float, float]


def _walk(holder: Any, form: bool, matrix: Matrix, found: Rulings, budget: list[int]) -> None:
    """Read the objects of a page or form; `budget` holds how many objects and levels are left."""
    prefix = "FPDFFormObj" if form else "FPDFPage"
    count = getattr(pdfium_c, f"{prefix}_CountObjects")(holder)
    get, kind_of = function(f"{prefix}_GetObject", Pointer), function("FPDFPageObj_GetType", ctypes.c_int)
    own = Pointer(ctypes.addressof(holder.contents))
    count = min(count, budget[0])
    budget[0] -= count
    # The loop over all objects runs in C: nearly all are text, which is read elsewhere.
    items = list(map(get, repeat(own), range(count)))
    for index, kind in enumerate(map(kind_of, items)):
        if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
            continue
        item = items[index]
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            found.paths += 1
            _read_path(item, matrix, found)
        elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(item, matrix)
            if box:
                found.images.append(box)
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and budget[1] > 0:
            budget[1] -= 1
            inner = getattr(pdfium_c, f"{prefix}_GetObject")(holder, index)
            _walk(inner, True, _times(_matrix_of(item), matrix), found, budget)
            budget[1] += 1


def _read_path(item: Any, matrix: Matrix, found: Rulings) -> None:
    box = _bounds(item, matrix)
    if box is None:
        return
    if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
        if _painted(item):
            found.lines.append(box)
        return
    segments = function("FPDFPath_CountSegments", ctypes.c_int)(item)
    if segments > _MOST_SEGMENTS or not _painted(item):
        return
    _read_segments(item, segments, _times(_matrix_of(item), matrix), found)


def _read_segments(item: Any, segments: int, matrix: Matrix, found: Rulings) -> None:
    """Take the straight horizontal and vertical segments of a path; a path with curves is a drawing."""
    get = function("FPDFPath_GetPathSegment", Pointer)
    kind_of, place = (function(f"FPDFPathSegment_{what}", ctypes.c_int) for what in ("GetType", "GetPoint"))
    closes = function("FPDFPathSegment_GetClose", ctypes.c_int)
    x, y = ctypes.c_float(), ctypes.c_float()
    x_place, y_place = ctypes.byref(x), ctypes.byref(y)
    points: list[tuple[float, float]] = []
    for index in range(segments):
        segment = get(item, index)
        kind = kind_of(segment)
        place(segment, x_place, y_place)
        point = _apply(matrix, x.value, y.value)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            _close(points, found)
            points = [point]
        elif kind == pdfium_c.FPDF_SEGMENT_LINETO:
            points.append(point)
            if closes(segment):
                points.append(points[0])
        else:
            return
    _close(points, found)


def _close(points: list[tuple[float, float]], found: Rulings) -> None:
    if len(points) < 2:
        return
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    box = (min(xs), min(ys), max(xs), max(ys))
    if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
        found.lines.append(box)
        return
    straight = all(abs(a[0] - b[0]) < 1 or abs(a[1] - b[1]) < 1 for a, b in pairwise(points))
    if straight and len(points) in (4, 5) and len({round(x) for x in xs}) == 2 and len({round(y) for y in ys}) == 2:
        found.boxes.append(box)
    elif straight:
        for a, b in pairwise(points):
            found.lines.append((min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])))


def _painted(item: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not function("FPDFPath_GetDrawMode", ctypes.c_int)(item, ctypes.byref(fill), ctypes.byref(stroke)):
        return False
    if stroke.value:
        return not _white(item, "FPDFPageObj_GetStrokeColor")
    return bool(fill.value) and not _white(item, "FPDFPageObj_GetFillColor")


def _white(item: Any, colour: str) -> bool:
    values = (ctypes.c_uint * 4)()
    if not function(colour, ctypes.c_int)(item, *(ctypes.byref(values, place) for place in (0, 4, 8, 12))):
        return False
    red, green, blue, alpha = values
    return min(red, green, blue) >= _WHITE or alpha == 0


def _bounds(item: Any, matrix: Matrix) -> Box | None:
    edges = (ctypes.c_float * 4)()
    at = (ctypes.byref(edges), ctypes.byref(edges, 4), ctypes.byref(edges, 8), ctypes.byref(edges, 12))
    if not function("FPDFPageObj_GetBounds", ctypes.c_int)(item, *at):
        return None
    left, bottom, right, top = edges
    if matrix == _SAME:
        return left, bottom, right, top
    corners = [_apply(matrix, x, y) for x in (left, right) for y in (bottom, top)]
    xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix_of(item: Any) -> Matrix:
    matrix = pdfium_c.FS_MATRIX()
    if not function("FPDFPageObj_GetMatrix", ctypes.c_int)(item, ctypes.byref(matrix)):
        return _SAME
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _times(m: Matrix, n: Matrix) -> Matrix:
    e, f = _apply(n, m[4], m[5])
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        e,
        f,
    )
