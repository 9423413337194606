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
