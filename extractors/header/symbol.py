"""Document numbers: from the printed form to their parts and to one canonical form."""

import re
from dataclasses import dataclass
from functools import lru_cache

from extractors.document import Span
from extractors.header.symbol_grammar import Body, grammar, letters, plain_marks

_FEWEST_PARTS = 2
_SPACE_IN_NAME = re.compile(r"^C?WG\s", re.IGNORECASE)
_WEB = re.compile(r"-[A-Z]{1,3}-\d{4}")
_BENT_SUFFIX = re.compile(r"[^\W\d_a-zA-Z°º]|(?i:revisi|addend|corrig)")
"""Suffixes in full, with accents or in their own script; the canonical form has them in short and in Latin letters."""


@dataclass(frozen=True, slots=True)
class Suffix:
    """A mark behind a number: Rev., Add. or Corr. with its own number."""

    kind: str
    number: int

    def __str__(self) -> str:
        return f"{self.kind}.{self.number}"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document number in its parts; `str()` gives the canonical form, the same for every spelling of the number."""

    body: str
    number: str
    """Without leading zeros, except in symbols of the United Nations."""
    meeting: str | None = None
    """The ordinal of the meeting or the year as printed: `14` in CWG-COP-14/3, `20` in C20/57, `43` in A/HRC/43/12."""
    series: str | None = None
    """INF, DT and others, where the number is counted in a series of its own."""
    suffixes: tuple[Suffix, ...] = ()
    language: str | None = None
    """The letter of the language version: E, F, S, A, C or R."""

    @property
    def year(self) -> int | None:
        """Give the year of the meeting where the symbol tells it: 2020 in C20/57."""
        body = grammar().bodies.get(self.body)
        if body is None or body.meeting != "year" or self.meeting is None:
            return None
        return int(self.meeting) + 2000 if len(self.meeting) == 2 else int(self.meeting)

    @property
    def language_code(self) -> str | None:
        """Give the ISO 639-1 code of the language letter."""
        return grammar().languages.get(self.language or "")

    def __str__(self) -> str:
        body = grammar().bodies.get(self.body)
        if body is not None:
            return _print_itu(self, body)
        if self.body in grammar().numbered:
            return f"{self.body} N {self.number}"
        if grammar().study_group.match(f"{self.body}/1-E"):
            return _print_itu(self, Body(self.body, ("/",), "none", "before"))
        parts = [self.body, self.meeting, self.number, *map(str, self.suffixes)]
        return "/".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class FoundSymbol:
    """A document number, its span in the text, and its printed form with plain hyphens and single spaces."""

    symbol: Symbol
    span: Span
    printed: str


def parse(text: str) -> Symbol | None:
    """Parse a document number that stands alone; None for anything else, also where its number is not given yet."""
    found = find_symbol(text.strip())
    return found.symbol if found and found.span == (0, len(text.strip())) else None


def find_symbol(text: str, start: int = 0) -> FoundSymbol | None:
    """Find the first document number of a known body; a number that is not given yet (`XXXX`) is none."""
    if "/" not in text and "／" not in text and " N" not in text and not _WEB.search(text):
        return None
    return _find(text, start)


@lru_cache(maxsize=1024)
def _find(text: str, start: int) -> FoundSymbol | None:
    plain = plain_marks(text)
    readings = (
        (grammar().web, _from_web),
        (grammar().itu, _from_itu),
        (grammar().united_nations, _from_united_nations),
        (grammar().study_group, _from_study_group),
        (grammar().circular, _from_circular),
        (grammar().turned, _from_turned),
    )
    found = ((match, make) for pattern, make in readings if (match := pattern.search(plain, start)))
    for match, make in sorted(found, key=lambda item: item[0].start()):
        symbol = make(match)
        if symbol is not None:
            end = match.start() + len(match[0].rstrip())
            canonical = make in {_from_web, _from_turned} or _is_bent(match[0])
            printed = str(symbol) if canonical else _printed(match[0])
            return FoundSymbol(symbol, (match.start(), end), printed)
    return None


def _is_bent(text: str) -> bool:
    # Suffixes in another script, a space in the name of the body, or a lost hyphen.
    return bool(_BENT_SUFFIX.search(text) or _SPACE_IN_NAME.search(text) or "CWGCOP" in text.upper())


def has_placeholder(text: str) -> bool:
    """Tell whether a document number of a known body stands there whose number is not given yet."""
    return find_placeholder(text) is not None


def find_placeholder(text: str) -> Span | None:
    """Find a document number of a known body whose number is not given yet."""
    match = grammar().placeholder.search(plain_marks(text)) if "/" in text or "／" in text else None
    return match.span() if match else None


def _from_itu(match: re.Match[str]) -> Symbol | None:
    meeting = next((value for name, value in match.groupdict().items() if name[1:].isdigit() and value), None)
    body = grammar().spellings[letters(match["head"])]
    suffixes = _suffixes(match["first"]) + _suffixes(match["second"])
    return Symbol(
        body=body,
        number=match["number"].lstrip("0") or "0",
        meeting=meeting,
        series=match["series"].upper() if match["series"] else None,
        suffixes=suffixes,
        language=match["language"],
    )


def _from_web(match: re.Match[str]) -> Symbol:
    body = grammar().web_bodies[match["body"]]
    by_year = grammar().bodies[body].meeting == "year"
    suffixes = tuple(
        Suffix(grammar().web_suffixes[part[0]], int(part[1:]))
        for part in match["suffixes"].split("!")
        if part and part[0] in grammar().web_suffixes
    )
    return Symbol(
        body=body,
        number=match["number"].lstrip("0") or "0",
        meeting=match["meeting"] or (match["year"] if by_year else None),
        series=None if match["series"] == "C" else match["series"],
        suffixes=suffixes,
        language=match["language"],
    )


def _from_united_nations(match: re.Match[str]) -> Symbol | None:
    parts = match["parts"].lstrip("/").split("/")
    last = len(parts) - 1
    numbers = [place for place, part in enumerate(parts) if part[0].isdigit() or (place == last and "." in part)]
    if not numbers or numbers[-1] != last or len(parts) < _FEWEST_PARTS:
        return None
    first = numbers[0]
    suffixes = tuple(
        Suffix(part.split(".")[0], int(part.split(".")[1])) for part in match["suffixes"].split("/") if part
    )
    body = "/".join([match["organ"], *parts[:first]])
    if len(numbers) == 1:
        return Symbol(body, parts[-1], suffixes=suffixes)
    return Symbol(body, "/".join(parts[first + 1 :]), parts[first], suffixes=suffixes)


def _from_study_group(match: re.Match[str]) -> Symbol:
    return Symbol(
        body=match["body"] or match["figure"],
        number=match["number"].lstrip("0") or "0",
        series=match["series"],
        suffixes=_suffixes(match["first"]) + _suffixes(match["second"]),
        language=match["language"],
    )


def _from_circular(match: re.Match[str]) -> Symbol:
    return Symbol(match["body"], match["number"])


def _from_turned(match: re.Match[str]) -> Symbol:
    return Symbol(match["body"], match["number"].lstrip("0") or "0", match["meeting"])


def _suffixes(text: str) -> tuple[Suffix, ...]:
    found = []
    for match in grammar().suffix.finditer(text):
        kind = next(kind for kind, words in grammar().suffix_kinds.items() if words.search(match[0]))
        found.append(Suffix(kind, int(re.sub(r"\D", "", match[0]))))
    return tuple(found)


def _printed(text: str) -> str:
    text = re.sub(r"\s*([/()-])\s*", r"\1", " ".join(text.split()))
    text = re.sub(r"(?<=[A-Za-z]\.) (?=\d)", "", text)
    return re.sub(r"(?<=\d)(?=\((?:Rev|Add|Corr))| (?=\()", "", text)


def _print_itu(symbol: Symbol, body: Body) -> str:
    meeting = f"{body.join[0]}{symbol.meeting}" if symbol.meeting else ""
    series = f"{symbol.series}/" if symbol.series else ""
    language = f"-{symbol.language}" if symbol.language else ""
    number = f"{symbol.body}{meeting}/{series}{symbol.number}"
    if body.suffix == "before":
        return number + "".join(f"({suffix})" for suffix in symbol.suffixes) + language
    return number + language + "".join(f" {suffix}" for suffix in symbol.suffixes)
