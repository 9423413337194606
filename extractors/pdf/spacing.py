"""Spaces that pdfium makes up between letters, which have no width, and those that the page has."""

import numpy as np
import numpy.typing as npt

from extractors.pdf.characters import Codes, Floats
from extractors.pdf.scripts import IS_CJK, MARKS

CJK_GAP = 0.35
"""Programs part Chinese and Japanese signs from figures and Latin letters by up to so many letter sizes, unasked."""
_TOUCHING = 0.05
_FIRST_CJK = 0x2E80
_CJK_RANGES = ((0x2E80, 0x312F), (0x31A0, 0x9FFF), (0xF900, 0xFAFF), (0xFF01, 0xFF60))
"""Without Korean, which parts its words."""
Mask = npt.NDArray[np.bool_]


def has_cjk(codes: Codes) -> bool:
    """Tell whether there are Chinese or Japanese signs among characters."""
    return bool(len(codes)) and bool(codes.max() >= _FIRST_CJK) and bool(_are_cjk(codes).any())


def beside_cjk(codes: Codes) -> Mask:
    """Tell for each character but the last whether it or the next one is a Chinese or Japanese sign."""
    signs = _are_cjk(codes)
    return signs[:-1] | signs[1:]


def _are_cjk(codes: Codes) -> Mask:
    signs = np.zeros(len(codes), np.bool_)
    for first, last in _CJK_RANGES:
        signs |= (codes >= first) & (codes <= last)
    return signs


def truly_parting(text: str, parting: Mask, box: Floats, size: Floats) -> Mask:
    """Leave out the spaces that pdfium makes up where nothing parts the letters on the page.

    It makes them up around Arabic vowel signs and brackets, and between Chinese signs and figures.
    """
    made_up = np.append(parting & (box[:, 2] - box[:, 0] <= 0.01), False)
    firsts = np.flatnonzero(made_up[1:-1] & ~made_up[:-2]) + 1
    parting = parting.copy()
    for first in firsts.tolist():
        after = first + 1
        while made_up[after]:
            after += 1
        if after < len(text) and _stand_together(text, box, size, first - 1, after):
            parting[first:after] = False
    return parting


def _stand_together(text: str, box: Floats, size: Floats, before: int, after: int) -> bool:
    if MARKS.match(text[before]) or MARKS.match(text[after]):
        return True
    (x0, top, x1, bottom), (next_x0, next_top, next_x1, next_bottom) = box[before].tolist(), box[after].tolist()
    least = float(min(size[before], size[after]))
    if abs(top + bottom - next_top - next_bottom) > least:
        return False
    cjk = IS_CJK.match(text[before]) or IS_CJK.match(text[after])
    gap = max(next_x0 - x1, x0 - next_x1)
    return bool(-least < gap < (CJK_GAP if cjk else _TOUCHING) * least)
