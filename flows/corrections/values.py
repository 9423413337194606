"""From what a person writes to the value of a header field, by the parsers that read the first pages."""

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale

from extractors.header.dates import find_dates
from extractors.header.meeting import find_body_name
from extractors.header.names import Names, load_names
from extractors.header.original import read_languages
from extractors.header.symbol import Symbol, find_symbol, has_placeholder
from extractors.header.symbol_grammar import grammar
from flows.corrections.fields import Field
from flows.corrections.sources import sources_value
from flows.corrections.texts import as_list, plain
from flows.errors import CorrectionError

_REST_OF_DATE = re.compile(r"[\s.,،]*(?:[^\W\d]{1,4}\.?)?\s*")
"""What may follow the year: `г.`, `م`, `года`."""
_CODE = re.compile(r"[a-z]{2}")
_SEPARATOR = re.compile(r"\s*[,;/،、&]\s*|\s+")
_UNDETERMINED = "und"


@dataclass(frozen=True, slots=True)
class Value:
    """The value of a field as the warehouse keeps it, and what follows from it for other fields."""

    text: str
    implied: tuple[tuple[str, str], ...] = ()


def read_value(field: Field, written: str, names: Names | None = None) -> Value:
    """Read what a person wrote for a field; an empty text says that the document has none.

    `names` are those of States and organisations, where the secretariat has a file of its own. Raises CorrectionError
    that says what is wrong and what would be right.
    """
    text = plain(written)
    if not text:
        if field.kind == "language":
            raise CorrectionError(f"{field.name}: a document has a language; write a code such as en, or und.")
        return Value("")
    if field.kind == "sources":
        return Value(sources_value(text, names or load_names()))
    return _READERS[field.kind](field, text)


def _symbol(field: Field, text: str) -> Value:
    found = find_symbol(text)
    if found is not None and found.span == (0, len(text)):
        printed = found.printed if found.printed.startswith(found.symbol.body) else str(found.symbol)
        return Value(printed, tuple(_parts(found.symbol)))
    if has_placeholder(text):
        raise CorrectionError(
            f"{field.name}: {text!r} is a document number that is not given yet. Write the number once it is given, "
            f"or {field.name}= with nothing behind it where the document has none."
        )
    head = re.split(r"[-/\d\s]*[/\d]", text, maxsplit=1)[0].upper()
    near = difflib.get_close_matches(head, grammar().spellings, n=1, cutoff=0.5)
    guess = f" Did you mean the body {grammar().spellings[near[0]]}?" if near else ""
    known = ", ".join(sorted(grammar().bodies))
    raise CorrectionError(
        f"{field.name}: {text!r} is not a document number of a known body, such as {field.example}.{guess} "
        f"Known bodies: {known}, and those of the United Nations such as A/HRC/43/12."
    )


def _parts(symbol: Symbol) -> list[tuple[str, str]]:
    meeting = str(symbol.year or (symbol.meeting or "").lstrip("0"))
    return [("body", symbol.body), *([("meeting", meeting)] if meeting else [])]


def _date(field: Field, text: str) -> str:
    found = find_dates(text)
    first = found[0] if found else None
    if first is not None and first.span[0] == 0 and _REST_OF_DATE.fullmatch(text[first.span[1] :]):
        if first.last is None or field.name == "meeting_date":
            return first.first.isoformat()
        raise CorrectionError(f"{field.name}: {text!r} is a period. Write one day, such as {first.first.isoformat()}.")
    raise CorrectionError(
        f"{field.name}: {text!r} is not a date that can be read in one way only. Write it as year-month-day, such as "
        f"{field.example}, or with the month in words, such as 13 January 2026."
    )


def _languages(field: Field, text: str) -> list[str]:
    codes = list(read_languages(text))
    if codes:
        return codes
    for part in filter(None, _SEPARATOR.split(text)):
        code = _code(part) or next(iter(read_languages(part)), None)
        if code is None:
            near = difflib.get_close_matches(part.casefold(), _english(), n=1)
            guess = f" Did you mean {_english()[near[0]]} ({near[0].capitalize()})?" if near else ""
            raise CorrectionError(
                f"{field.name}: {part!r} is no language that is known.{guess} Write names or ISO 639-1 codes, "
                f"such as {field.example} or en, fr."
            )
        if code not in codes:
            codes.append(code)
    return codes


def _language(field: Field, text: str) -> str:
    if text.casefold() == _UNDETERMINED:
        return _UNDETERMINED
    codes = _languages(field, text)
    if len(codes) != 1:
        raise CorrectionError(f"{field.name}: {text!r} are several languages. Write the one of most of the text.")
    return codes[0]


def _code(part: str) -> str | None:
    code = part.casefold()
    return code if _CODE.fullmatch(code) and code in _english().values() else None


@cache
def _english() -> dict[str, str]:
    names = Locale.parse("en").languages.items()
    return {name.casefold(): code for code, name in names if _CODE.fullmatch(code)}


def _choice(field: Field, text: str) -> str:
    key = re.sub(r"[\s-]+", "_", text.casefold())
    if key in field.choices:
        return key
    near = difflib.get_close_matches(key, field.choices, n=1)
    guess = f" Did you mean {near[0]}?" if near else ""
    raise CorrectionError(
        f"{field.name}: {text!r} is not one of its values.{guess} They are: {', '.join(field.choices)}."
    )


def _body(_: Field, text: str) -> Value:
    return Value(grammar().spellings.get(text.upper()) or find_body_name(text) or text)


_READERS: Mapping[str, Callable[[Field, str], Value]] = {
    "symbol": _symbol,
    "body": _body,
    "date": lambda field, text: Value(_date(field, text)),
    "languages": lambda field, text: Value(as_list(_languages(field, text))),
    "language": lambda field, text: Value(_language(field, text)),
    "choice": lambda field, text: Value(_choice(field, text)),
    "text": lambda _, text: Value(text),
}
