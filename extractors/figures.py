"""Numbers and addresses in a text, written alike in every language."""

import re

_DIGITS = {first + place: str(place) for first in (0x0660, 0x06F0, 0xFF10) for place in range(10)}
"""Arabic, Persian and full-width digits."""
_GROUP = "[ .,\u00a0\u202f\u2009’'٬،]"
_NUMBER = re.compile(rf"(?<![\w.,])\d{{1,3}}(?:{_GROUP}\d{{3}})+(?!\d)|(?<![A-Za-z\d])\d+(?:[.,٫]\d+)?")
_ADDRESS = re.compile(r"(?:https?://|www\.)[\w./~%-]+[\w/]|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_GROUPED = re.compile(r"\d{1,3}(?:\D\d{3})+")
_YEARS = range(1900, 2100)


def figures(text: str) -> dict[str, bool]:
    """Find the numbers of two digits and more, the decimals and the addresses, in one form each.

    "3 120", "3,120" and "٣٬١٢٠" are 3120, "3,5" is 3.5. The value tells whether it is strong: no year, and more than a
    number up to 99, which any text may have.
    """
    plain = text.translate(_DIGITS)
    found = {address.casefold(): True for address in _ADDRESS.findall(plain)}
    for match in _NUMBER.finditer(plain):
        number = _plain(match[0])
        if "." in number or len(number) > 1:
            found[number] = "." in number or len(number) > 4 or (int(number) > 99 and int(number) not in _YEARS)
    return found


def _plain(number: str) -> str:
    if _GROUPED.fullmatch(number):
        return re.sub(r"\D", "", number)
    return number.replace(",", ".").replace("٫", ".")
