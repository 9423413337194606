"""The grammar of document numbers, from its data file, as patterns."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from extractors.header.dates import weekday_names

_PLAIN = str.maketrans(
    {"‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "／": "/", "（": "(", "）": ")", "\u00a0": " "}
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body and how its document numbers are printed; see symbols.toml."""

    body: str
    join: tuple[str, ...]
    meeting: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """The bodies and the patterns that find their document numbers."""

    bodies: Mapping[str, Body]
    spellings: Mapping[str, str]
    """The body by the letters of each spelling in capitals."""
    web_bodies: Mapping[str, str]
    web_suffixes: Mapping[str, str]
    languages: Mapping[str, str]
    numbered: tuple[str, ...]
    series: frozenset[str]
    circulars: frozenset[str]
    itu: re.Pattern[str]
    web: re.Pattern[str]
    file_name: re.Pattern[str]
    """A number of the web site as the name of a file."""
    circular: re.Pattern[str]
    turned: re.Pattern[str]
    united_nations: re.Pattern[str]
    study_group: re.Pattern[str]
    suffix: re.Pattern[str]
    placeholder: re.Pattern[str]
    suffix_kinds: Mapping[str, re.Pattern[str]]


@cache
def grammar() -> Grammar:
    """Read the grammar."""
    data = tomllib.loads((resources.files(__package__) / "symbols.toml").read_text("utf-8"))
    bodies = {
        entry["body"]: Body(entry["body"], tuple(entry["join"]), entry["meeting"], entry["suffix"])
        for entry in data["body"]
    }
    suffix = _suffix(data)
    return Grammar(
        bodies=bodies,
        spellings={
            letters(spelling): entry["body"] for entry in data["body"] for spelling in [entry["body"], *_also(entry)]
        },
        web_bodies={entry["web"]: entry["body"] for entry in data["body"] if "web" in entry},
        web_suffixes=data["web_suffixes"],
        languages=data["languages"],
        numbered=tuple(data["numbered"]["bodies"]),
        series=frozenset(data["series"]),
        circulars=frozenset(data["circulars"]["bodies"]),
        itu=re.compile(_itu(data, suffix)),
        web=re.compile(_web(data)),
        file_name=re.compile(r"([SDRT]\d\d-[A-Z]+\d*-[A-Z]+-\d{4}(?:![A-Z]+\d*)*(?:-[A-Z])?)\.(?:docx?|pdf)\b"),
        circular=re.compile(
            rf"(?<![\w-])(?P<body>{_either(data['numbered']['bodies'])})\s*{data['numbered']['mark']}\s*(?P<number>\d{{1,4}})\b"
        ),
        turned=re.compile(
            rf"(?<![\w/-])(?P<meeting>\d{{2}}|\d{{4}})/(?P<number>\d{{1,4}})-(?P<body>{_either(data['circulars']['turned'])})(?!\w)"
        ),
        united_nations=re.compile(_united_nations(data)),
        study_group=re.compile(_study_group(data, suffix)),
        suffix=re.compile(suffix),
        placeholder=re.compile(_placeholder(data)),
        suffix_kinds={kind: re.compile(words) for kind, words in data["suffixes"].items()},
    )


def _also(entry: Mapping[str, Any]) -> list[str]:
    return list(entry.get("also", []))


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _suffix(data: Mapping[str, Any]) -> str:
    kinds = "|".join(data["suffixes"].values())
    behind = rf"(?:{kinds})\.?\s?\d{{1,2}}(?!\d)"
    before = rf"第\s?\d{{1,2}}\s?[号次]\s?(?:{kinds})"  # 第1号修订
    return rf"\s?(?:号?文件)?的?\s?\(?\s?(?:{behind}|{before})\s?\)?"


def _head(entry: Mapping[str, Any], *, number: str) -> str:
    # Spaces slip in beside hyphens, and hyphens get lost: "CWG COP-20/7", "CWG-COP - 20/7", "C 20/57".
    names = "|".join(r"[\s-]{0,3}".join(map(re.escape, name.split("-"))) for name in [entry["body"], *_also(entry)])
    join = "|".join(_JOINS[each] for each in entry["join"])
    meeting = {
        "session": rf"(?:(?:{join})(?P<m>{number}))?",
        "year": rf"(?:{join})(?P<m>\d{{4}}|\d{{2}})",
        "none": "(?P<m>)",
    }[entry["meeting"]]
    return f"(?:{names}){meeting}"


_JOINS = {"-": r"\s?-\s?", "/": r"\s?/\s?", "": r"\s?"}


def plain_marks(text: str) -> str:
    """Give a text with plain hyphens, strokes, brackets and spaces; no offset changes."""
    return text.translate(_PLAIN)


def letters(name: str) -> str:
    """Give the letters of a body's name in capitals, by which its spellings are known."""
    return "".join(letter for letter in name.upper() if letter.isalpha() or letter == "&")


def _itu(data: Mapping[str, Any], suffix: str) -> str:
    # Each body has its own meeting group, as names of groups must differ.
    heads = "|".join(
        _head(entry, number=r"\d{1,3}").replace("?P<m>", f"?P<m{place}>") for place, entry in enumerate(data["body"])
    )
    series = _either(data["series"])
    languages = "".join(data["languages"])
    days = "|".join(day for day in weekday_names() if day.isalpha())
    glued = rf"(?i:(?:le|el|del|du|the|on)\s?\d|(?:{days})\b)"  # "C20/57-Fle 3 mars 2020"
    return (
        r"(?:(?<![A-Za-z0-9_-])(?<![0-9.]/)|(?<=[Dd]ocument)|(?<=[Dd]ocumento)|(?<=DOCUMENT)|(?<=DOCUMENTO))"
        rf"(?i:(?P<head>{heads}))\s?/\s?(?:(?P<series>{series})[/ -]?)?(?P<number>\d{{1,4}})"
        rf"(?P<first>(?:{suffix})*)"
        rf"(?:(?:\s?(?:-\s?|(?<=\d)\s?(?=[{languages}](?:\s*$|\s*\n)))(?P<language>[{languages}])(?:(?![a-z]|-)|(?={glued})))|(?![A-Za-z0-9_/]))"
        rf"(?P<second>(?:{suffix})*)"
    )


def _web(data: Mapping[str, Any]) -> str:
    bodies = _either([entry["web"] for entry in data["body"] if "web" in entry])
    return (
        rf"(?<!\w)[SDRT](?P<year>\d\d)-(?P<body>{bodies})(?P<meeting>\d{{0,3}})-(?P<series>C|INF|DT|ADM|TD)-"
        rf"(?P<number>\d{{4}})(?P<suffixes>(?:![A-Z]\d{{1,2}})*)(?:!{{0,2}}(?:MSW|PDF))?(?:-(?P<language>[{''.join(data['languages'])}]))?(?!\w)"
    )


def _united_nations(data: Mapping[str, Any]) -> str:
    organs = _either(data["united_nations"]["organs"])
    part = r"(?:[A-Z][A-Z0-9]{0,8}(?:\.\d{1,4})?|\d{1,4}(?:-\d{1,2})?(?:\([IVX]+\))?)"
    return (
        rf"(?<![\w/-])(?P<organ>{organs})(?P<parts>(?:/{part}){{1,5}})"
        r"(?P<suffixes>(?:/(?:Add|Rev|Corr)\.\d{1,2})*)(?![\w/])"
    )


def _study_group(data: Mapping[str, Any], suffix: str) -> str:
    groups = data["study_groups"]
    series, languages = _either(groups["series"]), "".join(data["languages"])
    return (
        rf"(?<![\w/.-])(?:(?P<body>{groups['bodies']})|(?P<figure>{groups['figures']}))/(?:(?P<series>{series})/)?"
        rf"(?P<number>\d{{1,4}})(?P<first>(?:{suffix})*)"
        rf"(?:-(?P<language>[{languages}])(?![A-Za-z-])|(?(figure)(?!)|(?![\w/.-])))(?P<second>(?:{suffix})*)"
    )


def _placeholder(data: Mapping[str, Any]) -> str:
    heads = "|".join(
        _head(entry, number=rf"\d{{1,3}}|{data['placeholder']}").replace("?P<m>", "?:") for entry in data["body"]
    )
    return rf"(?<![\w/-])(?:{heads})\s?/\s?(?:{data['placeholder']})"
