"""Letters as they were meant, where OCR read them as digits or as others."""

import re
from functools import cache

from extractors.header.confusables import skeleton
from extractors.header.dates import month_names

_ONE = re.compile(
    r"(?<=[A-Za-zÀ-ÿ]{2})(?<!\bSG)1(?=[A-Za-zÀ-ÿ])|(?<=[A-Za-zÀ-ÿ]{5})1(?![\w/-])|(?<![\w.])1(?=as?\s[A-ZÀ-Ý])|(?<=[-/])[lI](?=\d)|(?<=\d)[lI](?=[-/])"
)
_NAUGHT = re.compile(
    r"(?<![\w/-])0(?=[A-Za-zÀ-ÿА-яё]{3})|(?<=[A-Za-zÀ-ÿА-яё])0(?=[A-Za-zÀ-ÿА-яё])|(?<=[A-Za-zÀ-ÿА-яё]{5})0(?![\w/-])"
)
_CAPITAL_I = re.compile(r"(?<=[A-ZÀ-Ý])l(?=[A-ZÀ-Ý])|(?<!\w)l(?=[nm][a-zà-ÿ]{3})")
_NAUGHT_IN_NUMBER = re.compile(r"(?<=\d)[OoОо](?=[-/])|(?<=[-/])[OО](?=\d)")
_LETTERS_OF_NUMBER = re.compile(
    r"(?<!\w)[A-ZАВСЕНКМОРТХ]{1,4}(?:-[A-ZАВСЕНКМОРТХ]{2,4})?(?=[-/]?\d{1,4}/)|(?<=\d-)[АСЕ](?!\w)"
)
_LATIN = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")
_MONTH_PLACE = re.compile(
    r"(?<=\d\s)[^\W_]{4,12}(?=\.?,?\s+(?:del?\s+)?\d{4})|(?<=\d\sde\s)[^\W_]{4,12}(?=\s+del?\s+\d{4})"
)
_SHORTEST_MONTH = 4
_YEAR = re.compile(r"(?<![A-Za-z0-9/-])[12][0-9OoОоlI]{3}(?![A-Za-z0-9/-])")
_DAY = re.compile(r"(?<!\w)(?:[1-3][OoОоlI]|[lI][0-9])(?=\s+[^\W\d_]{3})")
_DIGITS = str.maketrans({"O": "0", "o": "0", "О": "0", "о": "0", "l": "1", "I": "1"})


def mend_letters(text: str) -> str:
    """Put back letters and digits that OCR confuses ("Origina1", "0rigen", "2O17"); no offset changes."""
    text = _LETTERS_OF_NUMBER.sub(_as_latin, _YEAR.sub(_as_digits, text))
    text = _DAY.sub(_as_digits, text)
    text = _CAPITAL_I.sub("I", _NAUGHT_IN_NUMBER.sub("0", text))
    if "0" in text:
        text = _NAUGHT.sub(_as_o, text)
    if "1" in text or "/" in text:
        text = _ONE.sub(lambda match: "l" if match[0] == "1" else "1", text)
    return text


def mend_months(text: str) -> str:
    """Put back names of months that OCR misread letter by letter ("janvler"); no offset changes."""
    return _MONTH_PLACE.sub(_as_month, text)


def _as_month(match: re.Match[str]) -> str:
    name = match[0].casefold()
    month = None if name in month_names() else _months_alike().get(skeleton(name))
    return month.ljust(len(name)) if month and len(month) <= len(name) else match[0]


@cache
def _months_alike() -> dict[str, str]:
    return {skeleton(name): name for name in month_names() if len(name) >= _SHORTEST_MONTH}


def _as_latin(match: re.Match[str]) -> str:
    return match[0].translate(_LATIN)


def _as_digits(match: re.Match[str]) -> str:
    return match[0].translate(_DIGITS)


def _as_o(match: re.Match[str]) -> str:
    after = match.string[match.end() : match.end() + 1]
    start = match.start() == 0 or not match.string[match.start() - 1].isalpha()
    return "O" if after.isupper() or (start and after) else "o"
