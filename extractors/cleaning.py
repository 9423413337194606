"""Text as it is stored: composed characters, nothing invisible, nothing that cannot be written as UTF-8."""

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
"""Control characters, soft hyphens, marks of text direction; the joiners U+200C and U+200D are letters' own."""
_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Compose the characters (NFC), drop control characters, and replace lone surrogates by U+FFFD."""
    if text.isascii() and text.isprintable():
        return text
    text = _SURROGATE.sub("\ufffd", text)
    text = _INVISIBLE.sub("", _BREAK.sub("\n", text))
    return unicodedata.normalize("NFC", text)
