"""Characters of the symbol fonts as Unicode: Word stores them as places in Wingdings and Symbol."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

import yaml

PRIVATE: Final = re.compile("[\uf020-\uf0ff]")
"""Where Word puts the characters of a symbol font."""
_UNKNOWN = "\ufffd"


def symbol(font: str, code: str) -> str:
    """Give the character of a `w:sym`: a font's name and a hexadecimal place."""
    try:
        place = int(code, 16)
    except ValueError:
        return _UNKNOWN
    if place >= 0xF000 or place < 0x100:
        return _maps().get(font.lower(), {}).get(place & 0xFF, _fallback(font, place))
    return chr(place) if place < 0xD800 or 0xE000 <= place < 0xFFFE else _UNKNOWN


def mapped(text: str, font: str) -> str:
    """Replace the private-use characters of a run in a symbol font."""
    return PRIVATE.sub(lambda match: symbol(font or "Symbol", f"{ord(match[0]):x}"), text)


def _fallback(font: str, place: int) -> str:
    """A font without a map of its own holds letters where letters are, unless it is one of pictures."""
    low = place & 0xFF
    is_letter = 0x20 <= low < 0x7F or (place < 0x100 and low >= 0xA0)
    is_pictorial = any(kind in font.lower() for kind in ("symbol", "dings"))
    return chr(low) if is_letter and not is_pictorial else _UNKNOWN


@cache
def _maps() -> Mapping[str, Mapping[int, str]]:
    data = yaml.safe_load((files(__package__) / "symbols.yaml").read_text("utf-8"))
    return {font: {int(place): str(sign) for place, sign in signs.items()} for font, signs in data.items()}
