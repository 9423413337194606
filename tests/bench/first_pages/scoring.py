"""Compares a header with what its page says: what is right, missing, wrong or invented."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from extractors.document import Header
from tests.bench.first_pages.page import UNSCORED_WHEN_ABSENT, FirstPage

ANY = "*"
"""Expected value of a field where two readings of the page are as good as each other: not scored."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One value that a page has, or that the reader says it has."""

    page: str
    field: str
    expected: str | None
    got: str | None
    right: bool

    @property
    def invented(self) -> bool:
        return self.expected is None and self.got is not None


def compare(page: FirstPage, header: Header) -> Iterator[Finding]:
    """Give a finding for each value expected, and one for each value that the page does not have."""
    for name, right in _TESTS.items():
        expected = page.expected.get(name)
        if expected == ANY or (expected is None and name in UNSCORED_WHEN_ABSENT):
            continue
        got = getattr(header, name, None)
        choices = expected if isinstance(expected, list) else [expected]
        if expected is None and got is None:
            continue
        is_right = any(None not in (choice, got) and right(str(choice), str(got)) for choice in choices)
        is_right = is_right or (got is None and None in choices)
        yield Finding(page.id, name, _shown(choices), None if got is None else str(got), is_right)
    yield from _languages(page, header)
    yield from _sources(page, header)


def words(text: str) -> str:
    """Give a text for comparison: case-folded, digits in ASCII, single spaces, no marks at its ends."""
    plain = "".join(_digit(character) for character in unicodedata.normalize("NFKC", text).casefold())
    plain = re.sub(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad\ufeff]", "", plain)
    plain = re.sub(r"[‘’ʼ`´]", "'", re.sub(r"[“”„«»]", '"', re.sub(r"[‐‑‒–—―]", "-", plain)))
    plain = re.sub(r"\s+", " ", plain)
    plain = re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef]) | (?=[\u3000-\u9fff\uff00-\uffef])", "", plain)
    return plain.strip(" .,:;'\"-*|،؛。，、：；")


def symbol_key(symbol: str) -> tuple[str, ...]:
    """Give a symbol's parts, with the language letter last, so that `48-E Rev.2` and `48(Rev.2)-E` are one."""
    parts = re.findall(r"[a-z]+|\d+", words(symbol))
    tail = re.search(r"-([efsarcx])(?=$|[\s(]|rev|add|corr)", words(symbol))
    if tail and tail[1] in parts[2:]:
        place = len(parts) - 1 - parts[::-1].index(tail[1])
        parts = [*parts[:place], *parts[place + 1 :], tail[1]]
    return tuple(parts)


def _digit(character: str) -> str:
    return str(unicodedata.decimal(character)) if character.isdecimal() else character


def _same_symbol(expected: str, got: str) -> bool:
    return symbol_key(expected) == symbol_key(got)


def _same(expected: str, got: str) -> bool:
    return words(expected) == words(got)


def _within(expected: str, got: str) -> bool:
    wanted, found = words(expected), words(got)
    if re.search(r"[\u3000-\u9fff]", wanted):
        return bool(found) and (wanted in found or found in wanted)
    return bool(found) and any(
        re.search(rf"(?<!\w){re.escape(one)}(?!\w)", other) for one, other in ((wanted, found), (found, wanted))
    )


def _holds(expected: str, got: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(words(expected))}(?![\w])", words(got)) is not None


_TESTS = {
    "symbol": _same_symbol,
    "document_date": _same,
    "meeting_date": _same,
    "title": _same,
    "agenda_item": _holds,
    "body": _within,
    "meeting": _within,
    "meeting_place": _within,
    "action": _within,
    "status": _within,
}


def _languages(page: FirstPage, header: Header) -> Iterator[Finding]:
    expected: Any = page.expected.get("original_languages") or []
    got = list(header.original_languages)
    if expected != ANY and (expected or got):
        shown = ", ".join(expected) or None, ", ".join(got) or None
        yield Finding(page.id, "original_languages", *shown, sorted(expected) == sorted(got))


def _sources(page: FirstPage, header: Header) -> Iterator[Finding]:
    """A State is right by its code, any other by its name as written; each expected source is one finding."""
    expected: Any = page.expected.get("sources") or []
    if expected == ANY:
        return
    left = [(source.name, source.iso3) for source in header.sources]
    for wanted in expected:
        found = next((each for each in left if _is_source(wanted, *each)), None)
        if found:
            left.remove(found)
        if wanted.get("optional"):
            continue
        shown = _shown(_choices(wanted.get("iso3") or wanted["name"]))
        yield Finding(page.id, "sources", shown, _name(found or (left[0] if left else None)), found is not None)
    asked = [wanted for wanted in expected if not wanted.get("optional")]
    missing = sum(1 for wanted in asked if not any(_is_source(wanted, s.name, s.iso3) for s in header.sources))
    for extra in left[missing:]:
        yield Finding(page.id, "sources", None, _name(extra), False)


def _is_source(wanted: Mapping[str, Any], name: str, iso3: str | None) -> bool:
    if "iso3" in wanted:
        return iso3 is not None and iso3 in _choices(wanted["iso3"])
    return iso3 is None and any(_same(choice, name) for choice in _choices(wanted["name"]))


def _choices(value: Any) -> Sequence[str]:
    return value if isinstance(value, list) else [value]


def _shown(choices: Sequence[Any]) -> str | None:
    given = [str(choice) for choice in choices if choice is not None]
    return " | ".join(given) or None


def _name(source: tuple[str, str | None] | None) -> str | None:
    return None if source is None else f"{source[0]} [{source[1] or '-'}]"


def is_date(value: Any) -> bool:
    """Tell whether an expected date is one (or a choice of them)."""
    return all(isinstance(choice, date) for choice in _choices(value) if choice is not None)
