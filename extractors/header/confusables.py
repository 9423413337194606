"""Words as a scan may have them: letters that look alike, folded into one."""

import unicodedata
from functools import lru_cache

_ALIKE = str.maketrans(
    {
        "1": "i", "l": "i", "|": "i", "!": "i", "ı": "i", "j": "i", "0": "o", "5": "s", "8": "b", "6": "b", "c": "e",
        "а": "a", "е": "e", "с": "e", "о": "o", "р": "p", "х": "x", "у": "y", "к": "k", "м": "m", "т": "t", "н": "h",
        "в": "b", "и": "u", "п": "n", "й": "u", "ё": "e", "ь": "b",
    }
)  # fmt: skip
"""Latin letters and digits, and Cyrillic letters beside Latin ones, that scans and keyboards confuse."""


@lru_cache(maxsize=4096)
def skeleton(text: str) -> str:
    """Give a word with all letters that look alike as one; two words of one skeleton may be the same word."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(each for each in folded if not unicodedata.combining(each))
    plain = plain.replace("rn", "m").replace("vv", "w").replace("cl", "d").replace("ii", "u")
    return " ".join(plain.translate(_ALIKE).split())
