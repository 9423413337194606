"""What tells documents apart or together: symbol, sources, dates, language, and the signature of the text."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from zlib import crc32

from extractors.document import Document
from extractors.header.symbol import Suffix, Symbol, parse
from extractors.signature import Signature
from warehouse.families.rules import rules

_WORD = re.compile(r"\w+")


class Sameness(StrEnum):
    """How the sources of two documents compare."""

    SAME = "same"
    OVERLAPPING = "overlapping"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SourceName:
    """One source of a document, by its code or known name where it has one."""

    name: str
    iso3: str | None = None
    organisation: str | None = None


@dataclass(frozen=True)
class Identity:
    """One document, as far as its family depends on it."""

    document: str
    language: str
    symbol: str | None = None
    symbol_confidence: float = 1.0
    sources: tuple[SourceName, ...] = ()
    document_date: date | None = None
    meeting_date: date | None = None
    original_languages: tuple[str, ...] = ()
    media_type: str = ""
    signature: Signature | None = None

    @cached_property
    def parsed(self) -> Symbol | None:
        """The symbol in its parts; None where it has none that the grammar knows."""
        return parse(self.symbol) if self.symbol else None

    @cached_property
    def base(self) -> str | None:
        """The symbol without suffixes and language: what all versions of a document have in common."""
        return str(replace(self.parsed, suffixes=(), language=None)) if self.parsed else self.symbol

    @property
    def symbol_sure(self) -> bool:
        """Tell whether the symbol was read where symbols stand, and not in a running header only."""
        return bool(self.symbol_confidence >= rules()["symbol"]["sure"])

    @property
    def part(self) -> str:
        """The addendum or corrigendum that it is, e.g. `Add.1`; empty for the document itself."""
        return " ".join(str(suffix) for suffix in self._suffixes if suffix.kind != "Rev")

    @property
    def version(self) -> tuple[int, int]:
        """The number of the revision, and of the addendum's or corrigendum's own revision."""
        before, after, behind = 0, 0, False
        for suffix in self._suffixes:
            behind = behind or suffix.kind != "Rev"
            if suffix.kind == "Rev":
                before, after = (before, suffix.number) if behind else (suffix.number, after)
        return before, after

    @property
    def origin(self) -> str | None:
        """States and date: what language versions without a symbol have in common, if not only they."""
        states = sorted({source.iso3 for source in self.sources if source.iso3})
        return f"{' '.join(states)} {self.document_date}" if states and self.document_date else None

    @property
    def _suffixes(self) -> tuple[Suffix, ...]:
        return self.parsed.suffixes if self.parsed else ()


def identity_of(document: Document) -> Identity:
    """Give the identity of a document as it was read, without its signature."""
    header = document.header
    confidence = [one.confidence for one in header.provenance if one.field == "symbol"]
    return Identity(
        document=document.sha256,
        language=document.language,
        symbol=header.symbol,
        symbol_confidence=max(confidence, default=1.0),
        sources=tuple(SourceName(one.name, one.iso3, one.organisation) for one in header.sources),
        document_date=header.document_date,
        meeting_date=header.meeting_date,
        original_languages=tuple(header.original_languages),
        media_type=str(document.media_type),
    )


def key_hash(key: str | None) -> int | None:
    """Hash a symbol's base or an origin to 32 bits; two of them that fall together are only compared in vain."""
    return None if key is None else crc32(key.encode())


def compare_sources(first: Identity, second: Identity) -> Sameness:
    """Compare the sources of two documents: States by their codes, organisations by their names."""
    if not first.sources or not second.sources:
        return Sameness.UNKNOWN
    known = [{one.iso3 or one.organisation for one in each.sources} for each in (first, second)]
    if None not in known[0] | known[1]:
        return _compare_known(known, first, second)
    if first.language == second.language or (known[0] & known[1]) - {None}:
        return _compare_names(first, second)
    states = [{one.iso3 for one in each.sources} - {None} for each in (first, second)]
    if states[0] != states[1]:
        return Sameness.DIFFERENT
    return Sameness.SAME if _alike(*(_latin(each) for each in (first, second))) else Sameness.UNKNOWN


def known_apart(first: Identity, second: Identity) -> bool:
    """Tell whether all sources of both are States or known organisations, and none is in common."""
    known = [{one.iso3 or one.organisation for one in each.sources} for each in (first, second)]
    return all(each and None not in each for each in known) and not known[0] & known[1]


def _compare_known(known: "list[set[str | None]]", first: Identity, second: Identity) -> Sameness:
    if not known[0] & known[1]:
        return Sameness.DIFFERENT
    if known[0] != known[1]:
        return Sameness.OVERLAPPING
    # Two offices of one State: told apart where the names are in one language.
    return _compare_names(first, second) if first.language == second.language else Sameness.SAME


def _compare_names(first: Identity, second: Identity) -> Sameness:
    if _alike(_words(one.name for one in first.sources), _words(one.name for one in second.sources)):
        same_number = len(first.sources) == len(second.sources)
        return Sameness.SAME if same_number else Sameness.OVERLAPPING
    known = [{one.iso3 or one.organisation for one in each.sources} - {None} for each in (first, second)]
    return Sameness.OVERLAPPING if known[0] & known[1] else Sameness.DIFFERENT


def _alike(first: set[str], second: set[str]) -> bool:
    shorter = min(len(first), len(second))
    return shorter > 0 and len(first & second) / shorter >= rules()["sources"]["same_name"]


def _words(names: Iterable[str]) -> set[str]:
    return set(_WORD.findall(unicodedata.normalize("NFKC", " ".join(names)).casefold()))


def _latin(identity: Identity) -> set[str]:
    return {word for word in _words(one.name for one in identity.sources) if word.isascii() and len(word) > 2}
