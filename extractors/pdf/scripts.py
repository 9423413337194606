"""The order and the forms of letters: right-to-left text, presentation forms, CJK without spaces, ligatures."""

import re
import unicodedata

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
HAS_RTL = re.compile(f"[{_RTL}]")
_RTL_LETTERS = re.compile(f"[{_RTL}]")
_LTR_LETTERS = re.compile(r"[^\W\d_]")
_LTR_RUN = re.compile(rf"[^\W_{_RTL}](?:[^\s{_RTL}]*[^\W_{_RTL}])?")
_CJK = (
    "\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff01-\uff60"
)
IS_CJK = re.compile(f"[{_CJK}]")
_FALSE_SPACE = re.compile(f"(?<=[{_CJK}]) (?=[{_CJK}])")
_FORMS = re.compile("[\ufb00-\ufb06\ufb1d-\ufb4f\ufb50-\ufdff\ufe70-\ufefc\uf900-\ufaff\u2e80-\u2fd5]")
_REVERSED_LAM_ALEF = re.compile("(?<=[\u0627-\u064a])\u0627\u0644(?=\u0627\u0644)")
_DROPPED = {
    ord(c): None for c in "\u200b\u2060\ufeff\x00\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
}
_BULLETS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "❖", 0xF02D: "-", 0xF0A8: "☐", 0xF0FE: "☒"}
_ACCENT = re.compile("([¨´ˆ˜])([A-Za-zı])")
"""Accents that TeX sets as signs of their own before the letter."""
_COMBINING = {"¨": "\u0308", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303"}
_PLAIN = {"ı": "i"}
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def normalise(text: str) -> str:
    """Return text in NFC, with presentation forms and ligatures as letters and without marks of no width."""
    if text.isascii():
        return text.replace("\x00", "")
    text = _FORMS.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text.translate(_DROPPED))
    text = text.translate(_BULLETS).replace("\u00a0", " ")
    if IS_CJK.search(text):
        text = _FALSE_SPACE.sub("", text)
    if _ACCENT.search(text):
        text = _ACCENT.sub(lambda match: _PLAIN.get(match[2], match[2]) + _COMBINING[match[1]], text)
    return unicodedata.normalize("NFC", text)


def is_rtl(text: str) -> bool:
    """Tell whether most letters of the text run from right to left."""
    if not HAS_RTL.search(text):
        return False
    right = len(_RTL_LETTERS.findall(text))
    return 2 * right >= len(_LTR_LETTERS.findall(text))


def logical_word(visual: list[str]) -> str:
    """Return a right-to-left word in reading order from its characters as they stand from right to left.

    Latin letters and digits inside it stand in the list from right to left too, and are turned.
    """
    text = "".join(visual)
    if not HAS_RTL.search(text):
        return text[::-1]
    return _LTR_RUN.sub(lambda match: match.group()[::-1], text)


def order_words(words: list[str], rtl: bool) -> list[int]:
    """Return the reading order of a line's words that are given from left to right."""
    if not rtl:
        order = list(range(len(words)))
        return _turn_runs(order, words, HAS_RTL) if any(HAS_RTL.search(word) for word in words) else order
    order = list(range(len(words) - 1, -1, -1))
    return _turn_runs(order, words, re.compile(f"[^\\W\\d_{_RTL}]"))


def mend_brackets(text: str) -> str:
    """Turn the brackets of a right-to-left line round where each closes before it opens."""
    opened = re.search(r"[(\[]", text)
    closed = re.search(r"[)\]]", text)
    if opened and closed and closed.start() < opened.start():
        return text.translate(_MIRRORED)
    return text


def _turn_runs(order: list[int], words: list[str], against: re.Pattern[str]) -> list[int]:
    """Reverse each run of words that read against the line; numbers join the run that they stand in."""
    turned: list[int] = []
    run: list[int] = []
    for index in order:
        strong = bool(against.search(words[index]))
        if strong or (run and not _strong(words[index])) or (not run and words[index][:1].isdigit()):
            run.append(index)
            continue
        turned += _settle(run, words, against)
        run = []
        turned.append(index)
    return turned + _settle(run, words, against)


def _settle(run: list[int], words: list[str], against: re.Pattern[str]) -> list[int]:
    strong = [place for place, index in enumerate(run) if against.search(words[index])]
    if not strong:
        return run
    first, last = 0 if run[0] > run[-1] else strong[0], strong[-1] + 1
    return [*run[:first], *reversed(run[first:last]), *run[last:]]


def _strong(word: str) -> bool:
    return bool(_LTR_LETTERS.search(word))
