"""The language or languages that a document was written in, as its first page says."""

import re
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml
from babel import Locale

from extractors.document import Span
from extractors.header.confusables import skeleton
from extractors.header.folding import normalise

_PARTS = re.compile(r"\s*[/,;،、+&]\s*|\s+(?:and|et|y|и)\s+|\s+و(?=\w)|\s*和\s*|\s*\|\s*")
_AROUND_NAME = re.compile(r"^(?:на|en|in|باللغه|اللغه) | (?:языке|язык|language|langue)$|(?:文本|版本)$")
"""Words around a language's name: "на русском языке"."""
_LONGEST_ONLY = 60
_SHORTEST_ALIKE = 5
_TRIM = " .:()[]（）-–*"


def read_languages(text: str) -> tuple[str, ...]:
    """Read a list of names of languages as ISO 639-1 codes, in order; empty where a part is no language."""
    only = find_only(text)
    return only[0] if only else _list(text)


def leading_languages(text: str) -> tuple[tuple[str, ...], int]:
    """Read the languages that a text begins with; give them and where they end: "EnglishPage 1" is English."""
    whole = read_languages(text)
    if whole:
        return whole, len(text)
    match = _leading().match(text)
    if match is None:
        return (), 0
    end = len(match[0].rstrip())
    return read_languages(text[:end]), end


@lru_cache(maxsize=1024)
def find_only(text: str) -> tuple[tuple[str, ...], Span] | None:
    """Find a line such as "English only" and give its languages and span."""
    if len(text) > _LONGEST_ONLY or not _says_only(text):
        return None
    found = (pattern.fullmatch(text.strip(_TRIM)) for pattern in _only_lines())
    match = next((match for match in found if match), None)
    return (_list(match["language"]), (0, len(text))) if match else None


@lru_cache(maxsize=1024)
def ends_with_only(text: str) -> bool:
    """Tell whether a text ends with "English only" or the like, perhaps glued to what stands before it."""
    tail = text[-_LONGEST_ONLY:]
    return bool(_says_only(tail) and _only_end().search(tail))


def only_at_end(text: str) -> tuple[tuple[str, ...], Span] | None:
    """Find "English only" at the end of a text and give its languages and span."""
    match = _only_end().search(text, max(0, len(text) - _LONGEST_ONLY)) if _says_only(text) else None
    found = find_only(match[0]) if match else None
    return (found[0], match.span()) if match and found else None


def _list(text: str) -> tuple[str, ...]:
    codes: list[str] = []
    short = _data()["letters"]
    for part in _PARTS.split(text.strip(_TRIM)):
        key = normalise(part.strip(_TRIM))
        code = (
            short.get(part.strip(_TRIM)) or _codes().get(key) or _codes().get(_AROUND_NAME.sub("", key)) or _alike(part)
        )
        if code is None:
            return ()
        if code not in codes:
            codes.append(code)
    return tuple(codes)


def _alike(part: str) -> str | None:
    # "ang1ais", "Engllsh": as a scan may have it.
    bare = part.strip(_TRIM)
    return _skeletons().get(skeleton(bare)) if len(bare) >= _SHORTEST_ALIKE and bare[0] < "\u0600" else None


@cache
def _skeletons() -> dict[str, str]:
    return {skeleton(name): code for name, code in _names().items() if len(name) >= _SHORTEST_ALIKE}


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((resources.files(__package__) / "originals.yaml").read_text("utf-8"))
    return data


@cache
def _names() -> dict[str, str]:
    names = {name: code for code, forms in _data()["forms"].items() for name in forms}
    for language in _data()["forms"]:
        known = Locale.parse(language).languages
        names |= {known[code]: code for code in [*_data()["forms"], *_data()["others"]] if code in known}
    return names


@cache
def _codes() -> dict[str, str]:
    return {normalise(name): code for name, code in _names().items()}


@cache
def _language() -> str:
    return "|".join(re.escape(name) for name in sorted(_names(), key=len, reverse=True))


@cache
def _leading() -> re.Pattern[str]:
    one = _language()
    return re.compile(
        rf"(?:{one})(?:\s*[/,،、]\s*(?:{one})|\s+(?:and|et|y|и)\s+(?:{one}))*(?-i:(?![a-zа-я]))", re.IGNORECASE
    )


@cache
def _only_lines() -> tuple[re.Pattern[str], ...]:
    language = f"(?P<language>{_languages()})"
    return tuple(re.compile(line.replace("{language}", language), re.IGNORECASE) for line in _data()["only"])


def _languages() -> str:
    one = _language()
    return rf"(?:{one})(?:(?:\s*[/,&、和]\s*|\s+(?:and|et|y|и)\s+|\s+و)(?:{one}))*"


@cache
def _only_end() -> re.Pattern[str]:
    lines = "|".join(line.replace("{language}", f"(?:{_languages()})") for line in _data()["only"])
    return re.compile(rf"(?:{lines})[\s.)\]]*$", re.IGNORECASE)


def _says_only(text: str) -> bool:
    return _only_words().search(text) is not None


@cache
def _only_words() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _data()["only_words"])), re.IGNORECASE)
