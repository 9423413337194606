"""Accents that are printed as signs of their own over or under the letter before them."""

import unicodedata

import numpy as np
import numpy.typing as npt

from extractors.pdf.characters import Codes, Floats

_COMBINING = {
    "`": "\u0300",
    "´": "\u0301",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "¨": "\u0308",
    "˚": "\u030a",
    "ˇ": "\u030c",
    "¸": "\u0327",
}
_ACCENTS = np.asarray([ord(sign) for sign in _COMBINING], np.uint32)
_DOTLESS = {"ı": "i", "ȷ": "j"}


def take_accents(codes: Codes, box: Floats) -> tuple[Codes, npt.NDArray[np.bool_] | None]:
    """Put accents on the letters that they are printed over; the mask is of what is left, None where all is.

    TeX prints the accent first, so that only the place tells to which letter it belongs.
    """
    places = np.flatnonzero(np.isin(codes, _ACCENTS))
    if not len(places):
        return codes, None
    codes, left = codes.copy(), np.ones(len(codes), np.bool_)
    middles = (box[:, 0] + box[:, 2]) / 2
    for place in places[places > 0].tolist():
        before = place - 1
        if not box[before, 0] <= middles[place] <= box[before, 2]:
            continue
        letter = chr(codes[before])
        accent = _COMBINING[chr(codes[place])]
        composed = unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + accent)
        if letter.isalpha() and len(composed) == 1:
            codes[before], left[place] = ord(composed), False
    return codes, left
