"""The sources of a document as a person writes them: names or ISO 3166-1 codes, parted by semicolons."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import asdict, replace

import pycountry

from extractors.document import Source
from extractors.header.countries import iso3
from extractors.header.names import Names
from extractors.header.sources import read_sources
from flows.corrections.texts import as_list
from flows.errors import CorrectionError

_PARTS = re.compile(r"\s*[;؛；]\s*")
_CODES = re.compile(r"[A-Z]{3}(?:[\s,،、/]+[A-Z]{3})*")
_MARKED = re.compile(r"(?P<name>.*\S)\s*\((?P<code>[A-Za-z]{3}|-)\)")
_ACCEPTED = "-"
"""Behind a name in brackets: it is no State, and is meant as it stands."""
_NEAR = 0.8
"""Likeness to the name of a State from which a name looks mistyped: that of `Keyna` to `Kenya`."""


def sources_value(text: str, names: Names) -> str:
    """Read sources and return them as the warehouse keeps them.

    `Name (KEN)` gives a name its State, `Name (-)` says that it has none. Raises CorrectionError for a code that does
    not exist and for a name that looks like a mistyped State.
    """
    found = [source for part in _PARTS.split(text) if part for source in _read(part, names)]
    return as_list([asdict(source) for source in dict.fromkeys(found)])


def _read(part: str, names: Names) -> Iterator[Source]:
    marked = _MARKED.fullmatch(part)
    if marked and marked["code"] == _ACCEPTED:
        yield Source(marked["name"])
    elif marked and _country(marked["code"]):
        yield replace(_state(marked["code"].upper(), names), name=marked["name"])
    elif _CODES.fullmatch(part) and not _known(read_sources([part], names)):
        yield from (_state(code, names) for code in re.findall("[A-Z]{3}", part))
    else:
        for source in read_sources([part], names):
            if not _known((source,)):
                _refuse_mistyped(source.name, names)
            yield source


def _state(code: str, names: Names) -> Source:
    country = _country(code)
    if country is None:
        codes = [each.alpha_3 for each in pycountry.countries]
        near = ", ".join(f"{each} ({_name(each)})" for each in difflib.get_close_matches(code, codes, n=3, cutoff=0.6))
        raise CorrectionError(
            f"sources: {code} is no ISO 3166-1 code and no organisation that is known. Near it are {near}. "
            f"If it is the name of an organisation, write {code} (-)."
        )
    (source,) = read_sources([country], names)
    return source if source.iso3 == code else replace(source, iso3=code)


def _country(code: str) -> str | None:
    return _name(code.upper()) if pycountry.countries.get(alpha_3=code.upper()) else None


def _name(code: str) -> str:
    country = pycountry.countries.get(alpha_3=code)
    return str(getattr(country, "common_name", None) or getattr(country, "name", code))


def _known(sources: tuple[Source, ...]) -> bool:
    return bool(sources) and all(source.resolved for source in sources)


def _refuse_mistyped(name: str, names: Names) -> None:
    states = {written.casefold(): written for written, _ in names.written}
    near = difflib.get_close_matches(name.casefold(), states, n=1, cutoff=_NEAR)
    if near:
        state = states[near[0]]
        raise CorrectionError(
            f"sources: {name!r} is no State that is known. Did you mean {state} ({iso3(state, names)})? "
            f"If it is meant as it stands, write {name} (-)."
        )
