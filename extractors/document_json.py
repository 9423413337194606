"""The JSON form of a Document, there and back."""

from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from extractors.document import Document

T = TypeVar("T")


def to_json(document: Document) -> dict[str, object]:
    """Turn a Document into dicts, lists, strings and numbers; the keys are the names of the fields.

    Dates are ISO 8601, spans are lists of two, and the header's provenance is an object by field name.
    """
    plain = _plain(document)
    header = plain["header"]
    header["provenance"] = {
        entry.pop("field"): entry for entry in (dict(provenance) for provenance in header["provenance"])
    }
    return dict(plain)


def from_json(data: Mapping[str, object]) -> Document:
    """Make the Document again that `to_json` was given; ValueError, TypeError or KeyError where it is another form."""
    header = dict(_mapping(data["header"]))
    header["provenance"] = [{"field": field} | entry for field, entry in _mapping(header["provenance"]).items()]
    return _build(Document, dict(data) | {"header": header})


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {name: _plain(getattr(value, name)) for name in _names(cast(Hashable, type(value)))}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return value


def _build(kind: type[T], data: Mapping[str, Any]) -> T:
    hints = _hints(cast(Hashable, kind))
    unknown = data.keys() - hints.keys()
    if unknown:
        raise ValueError(f"{kind.__name__} has no field {', '.join(sorted(unknown))}")
    return kind(**{name: _value(hints[name], data[name]) for name in data})


def _value(hint: Any, value: Any) -> Any:
    if get_origin(hint) is UnionType:
        if value is None:
            return None
        hint = next(each for each in get_args(hint) if each is not NoneType)
    if get_origin(hint) is tuple:
        each, *rest = get_args(hint)
        return tuple(_value(each, item) for item in value) if rest == [...] else tuple(value)
    if is_dataclass(hint):
        return _build(hint, _mapping(value))  # type: ignore[arg-type]  # a dataclass's hint is its class
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    if hint is date:
        return date.fromisoformat(value)
    return value


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise TypeError(f"expected a JSON object, not {value!r}")
    return value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
