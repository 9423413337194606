"""Writing a count the way a list's number format says: `4`, `d`, `iv`, `四`."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_ARABIC_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HAN = "〇一二三四五六七八九"
_ALPHABETS = {
    "lowerLetter": _LATIN,
    "upperLetter": _LATIN.upper(),
    "russianLower": _RUSSIAN,
    "russianUpper": _RUSSIAN.upper(),
    "arabicAlpha": _ARABIC_ALPHA,
    "arabicAbjad": _ABJAD,
}
_HAN_COUNTS = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "ideographTraditional",
        "chineseLegalSimplified",
        "japaneseLegal",
    }
)
_CIRCLED = frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle"})
_DECIMALS = {
    "decimalZero": "{count:02d}",
    "ordinal": "{count}{ending}",
    "decimalEnclosedParen": "({count})",
    "decimalEnclosedFullstop": "{count}.",
    "numberInDash": "- {count} -",
}
_LARGEST_ROMAN = 4999


def counted(count: int, number_format: str) -> str:
    """Write a count in one of Word's number formats (ECMA-376 part 1, 17.18.59); one it does not know is decimal."""
    if number_format in {"none", "bullet"}:
        return ""
    if number_format in _ALPHABETS:
        return _letters(count, _ALPHABETS[number_format])
    if number_format in {"lowerRoman", "upperRoman"} and 0 < count <= _LARGEST_ROMAN:
        return _roman(count) if number_format == "lowerRoman" else _roman(count).upper()
    if number_format in _HAN_COUNTS and 0 < count < 100:
        return _han(count)
    if number_format == "ideographDigital":
        return "".join(_HAN[int(digit)] for digit in str(count))
    return _decimal(count, number_format)


def _decimal(count: int, number_format: str) -> str:
    if number_format in _CIRCLED and 0 < count <= 20:
        return chr(ord("①") + count - 1)
    if number_format in {"hindiNumbers", "arabicNumbers"}:
        return str(count).translate({48 + digit: 0x0660 + digit for digit in range(10)})
    return _DECIMALS.get(number_format, "{count}").format(count=count, ending=_ordinal_ending(count))


def _letters(count: int, alphabet: str) -> str:
    if count < 1:
        return ""
    repeats, place = divmod(count - 1, len(alphabet))
    return alphabet[place] * (repeats + 1) if repeats < 10 else str(count)


def _roman(count: int) -> str:
    result = ""
    for size, sign in _ROMAN:
        times, count = divmod(count, size)
        result += sign * times
    return result


def _han(count: int) -> str:
    tens, ones = divmod(count, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_HAN[tens]}十"
    return head + (_HAN[ones] if ones else "")


def _ordinal_ending(count: int) -> str:
    if 10 < count % 100 < 14:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
