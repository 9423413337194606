"""The ruling lines, boxes and images of a page."""

import ctypes
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.pdf.calls import function, pointer

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
    get, kind_of = function(f"{prefix}_GetObject", ctypes.c_size_t), function("FPDFPageObj_GetType", ctypes.c_int)
    own = pointer(ctypes.addressof(holder.contents))
    for index in range(min(count, budget[0])):
        address = get(own, index)
        kind = kind_of(pointer(address)) if address else pdfium_c.FPDF_PAGEOBJ_UNKNOWN
        budget[0] -= 1
        if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
            continue
        item = getattr(pdfium_c, f"{prefix}_GetObject")(holder, index)
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            found.paths += 1
            _read_path(item, matrix, found)
        elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(item, matrix)
            if box:
                found.images.append(box)
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and budget[1] > 0:
            budget[1] -= 1
            _walk(item, True, _times(_matrix_of(item), matrix), found, budget)
            budget[1] += 1


def _read_path(item: Any, matrix: Matrix, found: Rulings) -> None:
    box = _bounds(item, matrix)
    if box is None:
        return
    if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
        if _painted(item):
            found.lines.append(box)
        return
    segments = pdfium_c.FPDFPath_CountSegments(item)
    if segments > _MOST_SEGMENTS or not _painted(item):
        return
    _read_segments(item, segments, _times(_matrix_of(item), matrix), found)


def _read_segments(item: Any, segments: int, matrix: Matrix, found: Rulings) -> None:
    """Take the straight horizontal and vertical segments of a path; a path with curves is a drawing."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(segments):
        segment = pdfium_c.FPDFPath_GetPathSegment(item, index)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        point = _apply(matrix, x.value, y.value)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            _close(points, found)
            points = [point]
        elif kind == pdfium_c.FPDF_SEGMENT_LINETO:
            points.append(point)
            if pdfium_c.FPDFPathSegment_GetClose(segment):
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
    fill, stroke = ctypes.c_int(), pdfium_c.FPDF_BOOL()
    if not pdfium_c.FPDFPath_GetDrawMode(item, fill, stroke):
        return False
    if stroke.value:
        return not _white(item, pdfium_c.FPDFPageObj_GetStrokeColor)
    return bool(fill.value) and not _white(item, pdfium_c.FPDFPageObj_GetFillColor)


def _white(item: Any, colour: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not colour(item, red, green, blue, alpha):
        return False
    return min(red.value, green.value, blue.value) >= _WHITE or alpha.value == 0


def _bounds(item: Any, matrix: Matrix) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    if matrix == _SAME:
        return left.value, bottom.value, right.value, top.value
    corners = [_apply(matrix, x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)]
    xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix_of(item: Any) -> Matrix:
    matrix = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(item, matrix):
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
