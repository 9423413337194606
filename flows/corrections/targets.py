"""Which document a person means: by submission, file name, document number or hash."""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.header.symbol import parse
from flows.errors import CorrectionError
from warehouse.connection import Connection
from warehouse.named import NamedSubmission, named_submissions

_HASH = re.compile(r"[0-9a-f]{8,64}")
_NAMED = 10
"""Submissions that a message names; more would hide what it says."""


@dataclass(frozen=True, slots=True)
class Target:
    """A document and how people call it."""

    document: str
    name: str


def find_target(connection: Connection, word: str) -> Target:
    """Find the document that a person names by submission number, file name, document number or beginning of its hash.

    Raises CorrectionError that lists what the word could mean, or what is near it.
    """
    known = named_submissions(connection)
    word = word.strip()
    meant = _meant(known, word)
    loaded: dict[str, NamedSubmission] = {}
    for one in meant:
        if one.loaded:
            loaded.setdefault(one.document, one)
    if len(loaded) == 1:
        ((document, one),) = loaded.items()
        return Target(document, title(one))
    if loaded:
        raise CorrectionError(
            f"{word} could mean {len(loaded)} documents. Name the one that is meant by its submission number:\n"
            + _lines(list(loaded.values()))
        )
    if meant:
        raise CorrectionError(
            f"Submission {meant[0].number} ({meant[0].name}) is {meant[0].outcome or 'not read yet'}: there is no "
            "document of it in the warehouse, so nothing to correct. `rapporteur status` says why."
        )
    raise CorrectionError(f"There is no submission, document number or file {word!r}.{_near(known, word)}")


def title(one: NamedSubmission) -> str:
    """Give the name by which a document is told to a person: its number, else its file."""
    return f"{one.symbol} ({one.name})" if one.symbol else one.name


def _meant(known: Sequence[NamedSubmission], word: str) -> list[NamedSubmission]:
    if word.isdecimal() and len(word) < _SHORTEST_HASH:
        return [one for one in known if one.number == int(word)]
    by_name = [one for one in known if word in {one.name, one.symbol}]
    if by_name:
        return by_name
    by_number = _by_number(known, word, read=False) or _by_number(known, word, read=True)
    if by_number or not _HASH.fullmatch(word.lower()):
        return by_number
    return [one for one in known if one.document.startswith(word.lower())]


_SHORTEST_HASH = 8


def _by_number(known: Sequence[NamedSubmission], word: str, *, read: bool) -> list[NamedSubmission]:
    # Written otherwise than printed, or without the language letter: that then means all its language versions.
    number = parse(word) or parse(word.upper())
    if number is None:
        return []
    wanted = (number.body, number.meeting, number.series, number.number, number.suffixes)
    found = []
    for one in known:
        symbol = parse((one.read_symbol if read else one.symbol) or "")
        parts = symbol and (symbol.body, symbol.meeting, symbol.series, symbol.number, symbol.suffixes)
        if symbol and parts == wanted and number.language in {None, symbol.language}:
            found.append(one)
    return found


def _near(known: Sequence[NamedSubmission], word: str) -> str:
    names = {name.casefold(): name for one in known for name in (one.name, one.symbol) if name}
    near = [names[each] for each in difflib.get_close_matches(word.casefold(), names, n=3)]
    if near:
        return f" Near it are: {', '.join(near)}."
    return " Names, numbers and submissions stand in receipts/ and in the view submissions."


def _lines(found: Sequence[NamedSubmission]) -> str:
    lines = [f"  {one.number}  {one.symbol or 'no document number'}  {one.name}" for one in found[:_NAMED]]
    more = [f"  and {len(found) - _NAMED} more"] if len(found) > _NAMED else []
    return "\n".join([*lines, *more])
