"""The order and the forms of letters: right-to-left text, presentation forms, CJK without spaces, ligatures."""

import re
import unicodedata

_RTL = "\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"
HAS_RTL = re.compile(f"[{_RTL}]")
_RTL_LETTERS = HAS_RTL
MARKS = re.compile("[\u064b-\u0655\u0670\u06d6-\u06dc]")
_LTR_LETTERS = re.compile(r"[^\W\d_]")
_LTR_RUN = re.compile(
    rf"[^\W_{_RTL}{_DIGITS}](?:[^\s{_RTL}]*[^\W_{_RTL}])?"
    rf"|[{_DIGITS}](?:[^\s{_RTL}]*[^\W_{_RTL}{_DIGITS}])(?:[^\s{_RTL}]*[^\W_{_RTL}])?"
    rf"|[{_DIGITS}](?:[.,/:\u066b\u066c]?[{_DIGITS}])*"
)
"""What reads from left to right inside right-to-left text: Latin words with their figures, and numbers.

Two numbers joined by a hyphen read from right to left, as the bidirectional algorithm has it after Arabic letters.
"""
_AFFIXES = re.compile(r"^([^\w\s]*)(.*?)([^\w\s]*)$", re.DOTALL)
_CJK = (
    "\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff01-\uff60"
)
IS_CJK = re.compile(f"[{_CJK}]")
_FALSE_SPACE = re.compile(f"(?<=[{_CJK}]) (?=[{_CJK}])")
_FORMS = re.compile("[\ufb00-\ufb06\ufb1d-\ufb4f\ufb50-\ufdff\ufe70-\ufefc\uf900-\ufaff\u2e80-\u2fd5]")
_DROPPED = {
    ord(c): None
    for c in "\u200b\u2060\ufeff\ufffc\x00\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
}
_BULLETS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "❖", 0xF02D: "-", 0xF0A8: "☐", 0xF0FE: "☒"}
_COMBINING = {"¨": "\u0308", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303"}
"""Accents that TeX sets as signs of their own before the letter."""
_ACCENT = re.compile(f"([{''.join(_COMBINING)}])([A-Za-zı])")
_PLAIN = {"ı": "i"}
_UNUSUAL = re.compile(
    f"[{''.join(map(chr, (*_DROPPED, *_BULLETS)))}\u00a0{''.join(_COMBINING)}{_FORMS.pattern[1:-1]}{_CJK}]"
)
"""What `normalise` has more to do with than to put letters and accents together."""
_LATIN = re.compile(f"[^\\W\\d_{_RTL}]")
_WRONG_BRACKETS = re.compile(r"[(\[{«](?=\s|$|[.,:;!?،؛؟])|(?:(?<=\s)|^)[)\]}»]")
_RIGHT_BRACKETS = re.compile(r"[(\[{«](?=[^\s.,:;!?،؛؟])|(?<=\S)[)\]}»]")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def normalise(text: str) -> str:
    """Return text in NFC, with presentation forms and ligatures as letters and without marks of no width."""
    if text.isascii():
        return text.replace("\x00", "")
    if not _UNUSUAL.search(text):
        return unicodedata.normalize("NFC", text)
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
    """Return a word in reading order from its characters as they stand from right to left.

    Latin letters and digits inside it stand in the list from right to left too, and are turned.
    """
    return _LTR_RUN.sub(lambda match: match.group()[::-1], "".join(visual))


def read_row(words: list[str], rtl: bool) -> list[tuple[int, str]]:
    """Return the words of a row, given from left to right, in reading order, each with its place in the row.

    Words with right-to-left letters are in reading order inside; all others as they stand.
    """
    order = list(range(len(words)))
    if not rtl:
        return [(index, words[index]) for index in _turn_runs(order, words, HAS_RTL)]
    texts = [word if HAS_RTL.search(word) or _LATIN.search(word) else logical_word(list(word)[::-1]) for word in words]
    order = _turn_runs(order[::-1], words, _LATIN)
    return _move_signs([(index, texts[index]) for index in order])


def mend_brackets(text: str) -> str:
    """Turn the brackets of a right-to-left line round where they open before a space and close after one."""
    wrong = len(_WRONG_BRACKETS.findall(text))
    return text.translate(_MIRRORED) if wrong > len(_RIGHT_BRACKETS.findall(text)) else text


def _move_signs(row: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Carry the signs around a Latin run to its other end, where a right-to-left reader meets them."""
    moved = list(row)
    start = 0
    while start < len(moved):
        end = start
        while end < len(moved) and _LATIN.search(moved[end][1]) and not HAS_RTL.search(moved[end][1]):
            end += 1
        if end > start:
            (first, opening), (last, closing) = moved[start], moved[end - 1]
            head, _, _ = _affixes(opening)
            _, _, tail = _affixes(closing)
            if start == end - 1:
                moved[start] = (first, tail[::-1] + opening[len(head) : len(opening) - len(tail)] + head[::-1])
            else:
                moved[start] = (first, tail[::-1] + opening[len(head) :])
                moved[end - 1] = (last, closing[: len(closing) - len(tail)] + head[::-1])
        start = max(end, start + 1)
    return moved


def _affixes(word: str) -> tuple[str, str, str]:
    match = _AFFIXES.match(word)
    return (match[1], match[2], match[3]) if match else ("", word, "")


def _turn_runs(order: list[int], words: list[str], against: re.Pattern[str]) -> list[int]:
    """Reverse each run of words that read against the line; numbers join the run that they stand in."""
    turned: list[int] = []
    run: list[int] = []
    for index in order:
        strong = bool(against.search(words[index]))
        neutral = not _LTR_LETTERS.search(words[index])
        if strong or (neutral and (run or words[index][:1].isdigit())):
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
