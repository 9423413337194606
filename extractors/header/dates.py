"""Dates in six languages, by the month names of CLDR."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from babel import Locale

from extractors.document import Span


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date or a period of days, with its span in the text."""

    first: date
    last: date | None
    """The last day of a period; None for a single day."""
    span: Span


@lru_cache(maxsize=1024)
def find_dates(text: str, document_language: str = "und") -> tuple[FoundDate, ...]:
    """Find dates in words and unambiguous numeric dates; a month without a day is none.

    `15.10.2009` is day first; `03/04/2020` is so in documents whose language never puts the month first.
    """
    if "年" in text and _NUMERALS.search(text):
        return tuple(_in_numerals(text))
    if not _YEAR.search(text) or not _DAY.search(text):
        return ()
    found = sorted(_all(text, document_language), key=lambda each: (each.span[0], -each.span[1]))
    kept: list[FoundDate] = []
    for each in found:
        if not kept or each.span[0] >= kept[-1].span[1]:
            kept.append(each)
    return tuple(kept)


_SHORTEST_DAY = 2
_DIGITS = "〇一二三四五六七八九"
_NUMERALS = re.compile(
    r"([〇○零一二三四五六七八九]{4})年\s*([一二三四五六七八九]|十[一二]?)月\s*([一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日"
)
_WORD_DAY = re.compile(r"[^\W\d_]\.?\s+\d{1,2}(?!\d)")
_ROMAN = re.compile(r"\d\s?[./ -]\s?[IVX]+\s?[./ -]\s?\d{4}")
_MARKED = re.compile(r"\d[./-]\d")
_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_DAY_FIRST = frozenset({"ru", "uk", "de", "fr", "es", "pt", "it", "ar"})


def _all(text: str, document_language: str) -> Iterator[FoundDate]:
    patterns = _patterns()
    for match in patterns.words.finditer(text):
        yield from _in_words(match)
    for match in patterns.month_first.finditer(text) if _WORD_DAY.search(text) else ():
        yield from _make(match.span(), (match["year"], _month(match), match["day"]), _last_day(match))
    if "年" in text:
        for match in patterns.chinese.finditer(text):
            last = (match["year2"] or match["year"], match["month2"] or match["month"], match["day2"])
            yield from _make(match.span(), (match["year"], match["month"], match["day"]), last)
    if document_language == "ar":
        for match in patterns.turned.finditer(text):
            yield from _make(match.span(), (match["year"], _month(match), match["day"]), None)
    if _ROMAN.search(text):
        for match in patterns.roman.finditer(text):
            month = str(_data()["roman"].index(match["month"]) + 1)
            yield from _make(match.span(), (match["year"], month, match["day"]), None)
    if not _MARKED.search(text):
        return
    for match in patterns.iso.finditer(text):
        yield from _make(match.span(), (match["year"], match["month"], match["day"]), None)
    for match in patterns.numeric.finditer(text):
        yield from _numeric(match, document_language)


def _in_numerals(text: str) -> Iterator[FoundDate]:
    # 二〇二三年一月十一日
    for match in _NUMERALS.finditer(text):
        year = "".join(str(_DIGITS.index(each.replace("○", "〇").replace("零", "〇"))) for each in match[1])
        yield from _make(match.span(), (year, _number(match[2]), _number(match[3])), None)


def _number(numeral: str) -> str:
    tens, _, ones = numeral.rpartition("十")
    if "十" not in numeral:
        return str(_DIGITS.index(numeral)) if numeral in _DIGITS else "0"
    return str((_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0))


def without_weekday(text: str) -> str:
    """Take the name of a weekday off the end of the text before a date."""
    return _weekday().sub("", text)


@cache
def weekday_names() -> tuple[str, ...]:
    """Give the names of the days of the week in six languages."""
    days = {
        day
        for locale in _data()["locales"]
        for width in ("wide", "abbreviated")
        for day in Locale.parse(locale).days["format"][width].values()
    }
    return tuple(sorted((day.rstrip(".") for day in days if len(day) > _SHORTEST_DAY), key=len, reverse=True))


@cache
def _weekday() -> re.Pattern[str]:
    either = "|".join(map(re.escape, weekday_names()))
    return re.compile(rf"(?<!\w)(?:{either})\.?\s*[,،，]?\s*(?:le|el|the)?\s*$", re.IGNORECASE)


@cache
def month_names() -> tuple[str, ...]:
    """Give the names of the months in six languages, in small letters."""
    return tuple(_month_names(_data()["locales"]))


@cache
def month_pattern() -> str:
    """Give the names of the months in six languages as a pattern."""
    months = _month_names(_data()["locales"])
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(months, key=len, reverse=True))


def _in_words(match: re.Match[str]) -> Iterator[FoundDate]:
    # "30 January – 1 February 2026", "13-14 January 2026", "3 March 2020"; the year may stand only at the end.
    day, month, year = match["day"], _month(match), match["year"]
    first_day, first_month, first_year = match["day0"], match["month0"], match["year0"]
    if first_day is None:
        yield from _make(match.span(), (year, month, day), None)
        return
    first_month_number = _patterns().months[_key(first_month)] if first_month else month
    if not first_month and int(first_day) > int(day):
        first_day, day = day, first_day  # a period set from right to left
    made = tuple(_make(match.span(), (first_year or year, first_month_number, first_day), (year, month, day)))
    yield from made or _make((match.start("day"), match.end()), (year, month, day), None)


def _last_day(match: re.Match[str]) -> tuple[str, str, str] | None:
    return (match["year"], _month(match), match["last"]) if match["last"] else None


def _numeric(match: re.Match[str], document_language: str) -> Iterator[FoundDate]:
    left, right = int(match["left"]), int(match["right"])
    day_first = left > 12 or left == right or match["mark"] == "." or document_language in _DAY_FIRST
    if day_first:
        yield from _make(match.span(), (match["year"], match["right"], match["left"]), None)
    elif right > 12:
        yield from _make(match.span(), (match["year"], match["left"], match["right"]), None)


def _make(span: Span, first: tuple[str, str, str], last: tuple[str, str, str | None] | None) -> Iterator[FoundDate]:
    try:
        start = date(*(int(part) for part in first))
        end = date(*(int(part) for part in last if part)) if last and last[2] else None
    except (ValueError, TypeError):  # no such day
        return
    if 1900 <= start.year <= 2100:
        yield FoundDate(start, end, span)


def _month(match: re.Match[str]) -> str:
    return _patterns().months[_key(match["month"])]


def _key(name: str) -> str:
    return " ".join(name.casefold().rstrip(".").split())


@dataclass(frozen=True, slots=True)
class _Patterns:
    months: dict[str, str]
    words: re.Pattern[str]
    month_first: re.Pattern[str]
    chinese: re.Pattern[str]
    turned: re.Pattern[str]
    iso: re.Pattern[str]
    roman: re.Pattern[str]
    numeric: re.Pattern[str]


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((resources.files(__package__) / "dates.toml").read_text("utf-8"))


@cache
def _patterns() -> _Patterns:
    data = _data()
    months, one = _month_names(data["locales"]), month_pattern()
    names, also = one, rf"(?:\s*/\s*(?:{one}))?"  # the United Nations write both Arabic names: أيلول/سبتمبر
    day, ordinal, gap = r"\d{1,2}", data["ordinal"], data["day_month"]
    tail = data["month_year"]
    zh = r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日?"
    zh_last = (
        rf"(?:{data['range_zh']}(?:(?:(?P<year2>\d{{4}})\s*年\s*)?(?P<month2>\d{{1,2}})\s*月\s*)?"
        r"(?P<day2>\d{1,2})\s*日)?"
    )
    return _Patterns(
        months=months,
        words=re.compile(
            rf"(?<!\d)(?:(?P<day0>{day}){ordinal}?(?:{gap}(?P<month0>{names})\.?{also}(?:{tail}(?P<year0>\d{{4}}))?)?{data['range']})?"
            rf"(?<!\d)(?P<day>{day}){ordinal}?{data['quotes']}?{gap}(?P<month>{names})\.?{also}{tail}(?P<year>\d{{4}})(?!\d)",
            re.IGNORECASE,
        ),
        month_first=re.compile(
            rf"(?:(?<!\w)|(?<=-[EFSACR]))(?P<month>{names})\.?\s+(?P<day>{day}){ordinal}?(?:{data['range']}(?P<last>{day}){ordinal}?)?,?\s+(?P<year>\d{{4}})(?!\d)",
            re.IGNORECASE,
        ),
        chinese=re.compile(zh + zh_last),
        # An English date on a page that is read from right to left: "December 2014 22".
        turned=re.compile(
            rf"(?<![\w-])(?P<month>{names})\s+(?P<year>\d{{4}})\s+(?P<day>\d{{1,2}})(?![\d/-])", re.IGNORECASE
        ),
        iso=re.compile(
            r"(?<![\d/.-])(?P<year>[12١٢]\d{3})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d/-])"
        ),
        roman=re.compile(
            rf"(?<![\w/.-])(?P<day>\d{{1,2}})\s?(?P<mark>[./-]|\s)\s?(?P<month>{'|'.join(reversed(data['roman']))})"
            r"\s?(?P=mark)\s?(?P<year>\d{4})(?![\d/-])"
        ),
        numeric=re.compile(
            r"(?<![\d/.-])(?P<left>\d{1,2})(?P<mark>[./-])(?P<right>\d{1,2})(?P=mark)(?P<year>\d{4})(?![\d/-])"
        ),
    )


def _month_names(locales: list[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    for locale in locales:
        for context, width in (("format", "wide"), ("stand-alone", "wide"), ("format", "abbreviated")):
            for number, name in Locale.parse(locale).months[context][width].items():
                names.setdefault(_key(name), str(number))
                names.setdefault(_bare(_key(name)), str(number))
    return names


def _bare(name: str) -> str:
    # Capitals lose their accents, and alef is often written without its hamza.
    return "".join(each for each in unicodedata.normalize("NFD", name) if not unicodedata.combining(each))
