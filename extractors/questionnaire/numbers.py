"""The numbers of questions: read, compared, and followed by one another."""

import re
from typing import NamedTuple

_PART = re.compile(r"\d+|[^\W\d_]+")
_NUMBER = re.compile(
    r"(?P<number>\(?(?:[A-Za-zА-Яа-я]{1,3}[.\-–]?)?\d{1,3}(?:[.\-]\d{1,2}){0,4}(?:\s?\(?[a-zа-яأ-ي]\))?"
    r"|\(?[a-zа-яA-Z] ?\)|\([a-zа-я]\)|[a-z](?=[.])|\(?[ivx]{1,5}\)|[IVX]{1,5}(?=[.)])|[A-Z](?=[.)])"
    r"|[（(]?[一二三四五六七八九十]{1,3}(?=[、）)])|[\u0660-\u0669\u06f0-\u06f9]{1,3}|[أ-ي](?=[.-])|[أ-ي]\s?[()])"
    r"(?P<end>[.．:：)）、\-–—]*)(?:\s+|(?<=[、）.．])|$)"
)
_CHINESE = {sign: place for place, sign in enumerate("一二三四五六七八九十", start=1)}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
_ARABIC = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"


class Key(NamedTuple):
    """A number as something to compare: `B.2` is (("b", 2),), of the shape `A.1`."""

    parts: tuple[int, ...]
    shape: str
    """Digits as 1, letters as a or A, signs as they are: only numbers of one shape follow one another."""

    @property
    def is_part(self) -> bool:
        """Tell whether it numbers a part of a question: a small letter or small Roman number alone."""
        return len(self.parts) == 1 and self.shape.strip("().（）") in {"a", "i", "ا"}


def split_number(text: str) -> tuple[str | None, str]:
    """Part a text from the number that it begins with."""
    match = _NUMBER.match(text)
    if match is None:
        return None, text
    # Right-to-left text of a page may part a letter from its bracket, or turn the bracket.
    number = match["number"]
    if number.endswith((" )", "(")):
        number = f"{number.rstrip(' ()')})"
    if match["end"] and match["end"][0] in ")）" and not number.endswith((")", "）")):
        number += match["end"][0]
    if not match["end"] and not text[match.end() :].strip() and not number.isdigit():
        return (number, "") if any(sign.isdigit() for sign in number) or number.endswith(")") else (None, text)
    return number, text[match.end() :].strip()


def key_of(number: str) -> Key | None:
    """Make a number comparable; None where it is no number that questions have."""
    parts: list[int] = []
    shape = ""
    bare = number.strip().rstrip(".．:：、")
    place = 0
    for match in _PART.finditer(bare):
        shape += bare[place : match.start()]
        place = match.end()
        value, sign = _value(match[0])
        if value is None:
            if parts:
                return None
            shape += match[0].lower()
            continue
        parts.append(value)
        shape += sign
    shape += bare[place:]
    return Key(tuple(parts), shape.replace(" ", "")) if parts else None


def follows(later: Key, earlier: Key, *, new_section: bool) -> int | None:
    """Tell how much a number is missing to be the next one after another: 0 none, None if it is none at all.

    With `new_section` a heading stands between the two, and the count may begin anew.
    """
    if later.shape == earlier.shape:
        return _step(later.parts, earlier.parts, new_section=new_section)
    deeper, higher = later.parts, earlier.parts
    if len(deeper) > len(higher):  # 2 -> 2.1, 2 -> 3.1
        head = deeper[: len(higher)]
        if head == higher or (head[:-1] == higher[:-1] and head[-1] == higher[-1] + 1):
            return 0 if all(part == 1 for part in deeper[len(higher) :]) else 1
        return None
    if len(deeper) < len(higher):  # 2.3 -> 3
        return 0 if deeper[:-1] == higher[: len(deeper) - 1] and deeper[-1] == higher[len(deeper) - 1] + 1 else None
    return None


def _step(later: tuple[int, ...], earlier: tuple[int, ...], *, new_section: bool) -> int | None:
    if len(later) != len(earlier):
        return None
    for at, (new, old) in enumerate(zip(later, earlier, strict=True)):
        if new == old:
            continue
        gap = new - old - 1
        if gap >= 0:
            reset = all(part == 1 for part in later[at + 1 :])
            return gap + (0 if reset else 1)
        return 1 if new_section and all(part == 1 for part in later[at:]) else None
    return None


def _value(part: str) -> tuple[int | None, str]:
    if part.isdigit():
        return int(part), "1"
    low = part.lower()
    if len(part) == 1:
        for letters, sign in ((_LETTERS, "a"), (_CYRILLIC, "a"), (_ARABIC, "ا")):
            if low in letters:
                place = letters.index(low) + 1
                return place, sign if part == low else sign.upper()
    if all(sign in _CHINESE for sign in part):
        return _chinese(part), "一"
    if part in {low, part.upper()} and all(sign in _ROMAN for sign in low):
        return _roman(low), "i" if part == low else "I"
    return None, ""


def _chinese(part: str) -> int:
    if "十" not in part:
        return _CHINESE[part[-1]]
    tens, _, ones = part.partition("十")
    return (_CHINESE[tens] if tens else 1) * 10 + (_CHINESE[ones] if ones else 0)


def _roman(part: str) -> int:
    values = [_ROMAN[sign] for sign in part]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
