"""Offices of a State, and the State that they speak for."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from extractors.header.countries import iso3
from extractors.header.folding import normalise
from extractors.header.label_words import open_words
from extractors.header.membership import find_organisation
from extractors.header.names import Names, aliases, state_adjectives, words_of

_BRACKET = re.compile(r"\s*[(（]([^()（）]+)[)）]$")
_DASH = re.compile(r"\s+[–—-]\s+|\s*[–—]\s*")
_OF = frozenset({"of", "de", "du", "des", "del", "d", "da", "do", "في", "ب"})
_ELISION = re.compile(r"^(?:de\s+)?[dlDL][’\x27](?=\w)")
_OFFICE_OF = re.compile(
    r"\b(?:authority|agency|commission|ministry|administration|government|regulator|directorate) (?:of|for) "
)
_LONGEST = 200
_MOST_WORDS = 8
_ACCREDITED = re.compile(r"\s+(?:to\s+the|ante\s+l[ao]s?|auprès\s+de|près|при|لدى)\s.+$")
"""Where a permanent mission is accredited."""
_BEHIND_STATE = re.compile(r"\s*[,،，]\s*|\s+[–—-]\s+|\s*[(（]")
_ENGLISH_OFFICE = re.compile(
    r"(?!Georgia\b)[A-Z][\w'’-]+(?:\s(?:and|of|for|the|&|[A-Z][\w'’-]+)){1,7}"
    r"\s(?:Authority|Commission|Agency|Regulator|Board|Bureau|Department|Administration)(?:\s\([A-Z]{2,8}\))?"
)
_MOST_WORDS_OF_STATE = 4
_ABBREVIATION = re.compile(r"\s*[(（][A-ZÀ-ÝА-Я][\w/.-]{1,11}[)）]$")
"""A bracket with the office's own abbreviation."""
_LAST_COMMA = re.compile(r"\s*[,،，]\s*(?P<last>[^,،，]+)$")
_COLON = re.compile(r"\s*[:：]\s+")
_LONGEST_ABBREVIATION, _MOST_ABBREVIATED = 16, 2
_SHORTEST_STATE_ZH = 2
_LONGEST_OFFICE_ZH = 20


@lru_cache(maxsize=4096)
def is_office(name: str) -> bool:
    """Tell whether a name has a word for a part of a State's administration."""
    folded = normalise(name)
    return bool(_offices().search(folded)) or any(word in name for word in _offices_zh())


def names_office(text: str) -> bool:
    """Tell whether a line begins as the name of a part of a State does, even where it does not say of which State."""
    if text.endswith(tuple(aliases()["state_offices_zh"])):
        return len(text) <= _LONGEST_OFFICE_ZH
    second = text.split()[1:2]
    verb = bool(second) and second[0].isascii() and second[0].islower() and second[0] not in open_words()
    return ":" not in text and not verb and _state_offices().match(normalise(text)) is not None


def begins_with_office(text: str) -> bool:
    """Tell whether a name begins with a word for a part of a State's administration, or with an adjective and it."""
    word = _offices().search(normalise(text))
    return word is not None and len(normalise(text)[: word.start()].split()) <= 1


def speaks_for_others(name: str) -> bool:
    """Tell whether the words behind a State say for whom it speaks: "on behalf of the African Group"."""
    return bool(_behalf().match(name))


@lru_cache(maxsize=4096)
def state_of_office(text: str, names: Names) -> str | None:
    """Give the code of the State that an office plainly speaks for, as its own name says; None for all others."""
    if len(text) > _LONGEST:
        return None
    bare = _ABBREVIATION.sub("", text)
    readings = (read(each, names) for each in (text, bare, _ACCREDITED.sub("", bare)) for read in _READINGS)
    return next(filter(None, readings), None)


def _told_apart(text: str, names: Names) -> str | None:
    # The State stands in brackets or before them, before "on behalf of", or on one side of a dash, a comma or a colon.
    codes = (iso3(state, names) for state, rest in _halves(text, names) if rest)
    return next(filter(None, codes), None)


def _halves(text: str, names: Names) -> Iterator[tuple[str, bool]]:
    """Give the halves that may be a State's name, each with whether the other half leaves that open."""
    if bracket := _BRACKET.search(text):
        yield bracket[1], is_office(text[: bracket.start()])
        yield text[: bracket.start()], not find_organisation(bracket[1], names)
    behalf = _behalf().search(text)
    if behalf and behalf.start() > 0:
        yield text[: behalf.start()].rstrip(" ,(،（"), True
    for dash in _DASH.finditer(text):
        state, office = text[: dash.start()], text[dash.end() :]
        yield state, is_office(office)
        yield office, is_office(state)
    if comma := _LAST_COMMA.search(text):
        yield comma["last"], is_office(text[: comma.start()])
    if colon := _COLON.search(text):
        yield text[: colon.start()], not find_organisation(text[colon.end() :], names)


def _told_by_name(text: str, names: Names) -> str | None:
    key = normalise(text)
    if _ENGLISH_OFFICE.fullmatch(text) and (code := _leading_state(text, names)):
        return code
    if is_office(text) and (code := _by_adjective(key)) and not find_organisation(text, names):
        return code
    if not (_state_offices().match(key) or _OFFICE_OF.search(key)):
        return _state_before_office_zh(text, names)
    return next(filter(None, (iso3(tail, names) for tail in _tails(text))), None)


_READINGS = (_told_apart, _told_by_name)


def _by_adjective(key: str) -> str | None:
    # "Nigerian Communications Commission": the adjective first; "Administration française": behind the office's word.
    words = key.split()
    for count in (2, 1):
        adjective, rest = " ".join(words[:count]), words[count:]
        if adjective in state_adjectives() and rest and not _state_words().isdisjoint(rest):
            return state_adjectives()[adjective]
    behind = " ".join(words[1:])
    return state_adjectives().get(behind) if words[0] in _state_words() else None


@lru_cache(maxsize=4096)
def state_and_office(text: str, names: Names) -> str | None:
    """Give the code of the State that a text consists of, alone or with an office or an abbreviation behind it.

    "Kenya", "KENYA, MINISTRY OF ICT", "Uruguay, AGESIC"; None for a text that begins with a State and says more.
    """
    if len(text) > _LONGEST:
        return None
    code = iso3(text, names)
    if code:
        return code
    for mark in _BEHIND_STATE.finditer(text):
        code = iso3(text[: mark.start()], names)
        behind = text[mark.end() :].rstrip(" )）")
        if code and behind and (is_office(behind) or _is_abbreviation(behind)):
            return code
        code = iso3(behind, names)
        if code and is_office(text[: mark.start()]):
            return code
    return None


def _is_abbreviation(text: str) -> bool:
    return len(text) <= _LONGEST_ABBREVIATION and text.isupper() and len(text.split()) <= _MOST_ABBREVIATED


def _tails(text: str) -> Iterator[str]:
    # The words behind "of", from the longest; Russian has no word between office and State, only the case.
    words = text.split()
    for place in range(max(1, len(words) - _MOST_WORDS), len(words)):
        tail = " ".join(words[place:])
        elided = _ELISION.sub("", tail)
        if normalise(words[place - 1]) in _OF or elided != tail or _is_cyrillic(tail) or _is_arabic(tail):
            yield elided


def _leading_state(text: str, names: Names) -> str | None:
    # "Uganda Communications Commission", "Sierra Leone Telecommunications Authority".
    words = text.split()
    ends = range(min(len(words) - 2, _MOST_WORDS_OF_STATE), 0, -1)
    return next(filter(None, (iso3(" ".join(words[:end]), names) for end in ends)), None)


def _is_cyrillic(text: str) -> bool:
    return "а" <= text[-1].lower() <= "я"


def _is_arabic(text: str) -> bool:
    return "\u0621" <= text[-1] <= "\u064a"


def _state_before_office_zh(text: str, names: Names) -> str | None:
    if not text.endswith(tuple(aliases()["state_offices_zh"])):
        return None
    ends = range(min(len(text) - 1, _LONGEST // 10), _SHORTEST_STATE_ZH - 1, -1)
    return next(filter(None, (iso3(text[:end], names) for end in ends)), None)


@cache
def _offices() -> re.Pattern[str]:
    words = sorted((word for word in words_of("offices") if not _is_zh(word)), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})")


@cache
def _offices_zh() -> tuple[str, ...]:
    return tuple(word for word in words_of("offices") if _is_zh(word))


def _is_zh(word: str) -> bool:
    return "\u4e00" <= word[0] <= "\u9fff"


@cache
def _state_offices() -> re.Pattern[str]:
    return re.compile(
        rf"(?:the |la |le |l |el )?(?:{'|'.join(map(re.escape, sorted(words_of('state_offices'))))})(?!\\w)"
    )


@cache
def _state_words() -> frozenset[str]:
    return frozenset(word for word in words_of("state_offices") if " " not in word and "\\" not in word)


@cache
def _behalf() -> re.Pattern[str]:
    either = "|".join(map(re.escape, aliases()["behalf"]))
    return re.compile(rf"\s*[(（]?(?:{either})(?!\w)|(?<=[\u4e00-\u9fff])代表(?!团)", re.IGNORECASE)
