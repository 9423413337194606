"""The boxes of a page's characters, read through pdfium."""

import ctypes
from collections import deque
from itertools import repeat

import numpy as np
import numpy.typing as npt

from extractors.pdf.calls import Pointer, function

_SPACE = 0x20
_FIRST_RTL = 0x0590
_SIZE = 16
"""Bytes of an FS_RECTF: left, top, right, bottom."""


def read_boxes(handle: int, codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.float32]:
    """Return the boxes of a page's characters as x0, bottom, x1, top, y upwards.

    A space has none where no letter is Arabic or Chinese: only beside these does pdfium make up spaces.
    """
    boxes = np.zeros((len(codes), 4), np.float32)
    wanted = np.flatnonzero(codes > _SPACE) if codes.max(initial=0) < _FIRST_RTL else np.arange(len(codes))
    read = np.zeros((len(wanted), 4), np.float32)
    memory = (ctypes.c_char * read.nbytes).from_address(read.ctypes.data)
    # Arguments made beforehand take half the time of integers that are converted for each call.
    places = map(ctypes.byref, repeat(memory), range(0, read.nbytes, _SIZE))
    deque(map(function("FPDFText_GetLooseCharBox", None), repeat(Pointer(handle)), wanted.tolist(), places), 0)
    boxes[wanted] = read[:, (0, 3, 2, 1)]
    return boxes
