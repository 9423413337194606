"""The header fields that a person can correct, told from the types of the header itself."""

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources
from types import NoneType
from typing import Any, get_args, get_type_hints

from extractors.document import Document, Header, Source
from flows.errors import CorrectionError

_OF_DOCUMENT = ("language", "kind")
"""What the reader tells of the document as a whole, and a person can tell better."""
_NOT_CORRECTED = frozenset({"text", "provenance", "doubts"})


@dataclass(frozen=True, slots=True)
class Field:
    """A header field, what kind of value it takes, and an example of one."""

    name: str
    kind: str
    """text, symbol, body, date, language, languages, sources or choice."""
    example: str
    choices: tuple[str, ...] = ()
    """All values that it can have, where they are fixed."""


@cache
def fields() -> Mapping[str, Field]:
    """Return the fields by name, in the order of the header."""
    hints = {name: hint for name, hint in get_type_hints(Header).items() if name not in _NOT_CORRECTED}
    of_document = get_type_hints(Document)
    hints |= {name: of_document[name] for name in _OF_DOCUMENT}
    return {name: _field(name, hint) for name, hint in hints.items()}


def field(name: str) -> Field:
    """Return a field by its name; raises CorrectionError that names the nearest ones."""
    key = name.strip().casefold().replace(" ", "_").replace("-", "_")
    if key in fields():
        return fields()[key]
    nearest = difflib.get_close_matches(key, [*fields(), *_wording()["synonyms"]], n=2)
    meant = list(dict.fromkeys(_wording()["synonyms"].get(each, each) for each in nearest))
    guess = f" Did you mean {' or '.join(meant)}?" if meant else ""
    raise CorrectionError(f"There is no field {name!r}.{guess} The fields are: {', '.join(fields())}.")


def _field(name: str, hint: Any) -> Field:
    kinds: Mapping[str, str] = _wording()["kinds"]
    types = [each for each in (*get_args(hint), hint) if each not in {NoneType, Ellipsis}]
    choices = next((each for each in types if isinstance(each, type) and issubclass(each, StrEnum)), None)
    kind = kinds.get(name) or (
        "choice" if choices else next((_KINDS[each] for each in types if each in _KINDS), "text")
    )
    members = tuple(str(each) for each in choices) if choices else ()
    return Field(name, kind, _wording()["examples"].get(name) or next(iter(members), ""), members)


_KINDS: Mapping[Any, str] = {date: "date", Source: "sources", str: "text"}


@cache
def _wording() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("fields.toml").read_text(encoding="utf-8"))
