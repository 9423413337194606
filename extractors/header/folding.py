"""Names with all that does not distinguish them folded away."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"^(?:the|le|la|les|l|el|los|las) ")


@lru_cache(maxsize=8192)
def normalise(name: str) -> str:
    """Fold what does not distinguish names: case, accents, hyphens, brackets, Arabic hamza and the letter ё."""
    if name.isascii():
        return " ".join(_WORD.findall(name.casefold()))
    folded = "".join(
        each
        for each in unicodedata.normalize("NFKD", name.casefold())
        if unicodedata.category(each) not in {"Mn", "Cf"}
    )
    folded = folded.replace("ة", "ه").replace("ى", "ي").replace("ـ", "")
    return " ".join(_WORD.findall(folded))


def article_free(key: str) -> str:
    """Take the article off the beginning of a normalised name."""
    return _ARTICLE.sub("", key)


def without_accents(pattern: str) -> str:
    """Let a pattern match its Latin letters also where they have lost their accents: "Contribucion", "REPONSE"."""
    return "".join(
        f"[{part}{bare}]" if (bare := _bare(part)) != part and "[" not in part else part
        for part in _SETS.split(pattern)
    )


def letters_alone(text: str) -> str:
    """Give a text with its Latin letters without accents, as capitals and scans have them."""
    return "".join(map(_bare, text))


def _bare(letter: str) -> str:
    plain = unicodedata.normalize("NFD", letter)
    return plain[0] if len(letter) == 1 and len(plain) > 1 and plain[0].isascii() else letter


_SETS = re.compile(r"(\[[^\]]*\]|[À-ÿ])")
"""Sets of letters, which stay as they are, and single letters with accents."""
