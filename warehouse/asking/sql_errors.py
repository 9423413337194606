"""DuckDB's errors in plain words, with the place and the names that may have been meant."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import duckdb

from warehouse.nearest import did_you_mean
from warehouse.sql import statement

_PLACE = re.compile(r"^LINE (?P<line>\d+): (?P<text>.*)\n(?P<mark>[ ^]*\^)", re.MULTILINE)
_LISTED = re.compile(r"Candidate (?:bindings|tables):[ :]*(?P<names>.*)")
_KIND = re.compile(r"^\w[\w ]* Error: ")


@dataclass(frozen=True, slots=True)
class _Error:
    pattern: re.Pattern[str]
    says: str
    names: str | None


def in_plain_words(connection: duckdb.DuckDBPyConnection, error: Exception) -> str:
    """Say what is wrong, where, and which names are near."""
    message = str(error)
    lines = [_sentence(connection, message)]
    if place := _PLACE.search(message):
        head, before = f"  line {place['line']}:  ", len(f"LINE {place['line']}: ")
        lines += [f"{head}{place['text']}", " " * len(head) + place["mark"][before:]]
    return "\n".join(lines)


def _sentence(connection: duckdb.DuckDBPyConnection, message: str) -> str:
    for error in _errors():
        if found := error.pattern.search(message):
            said = error.says.format(**found.groupdict())
            if error.names:
                said += did_you_mean(found["name"], _names(connection, error.names, message))
            return said
    return _KIND.sub("", message.split("\n", 1)[0])


def _names(connection: duckdb.DuckDBPyConnection, source: str, message: str) -> Sequence[str]:
    if listed := _LISTED.search(message):
        return re.findall(r'"([^"]+)"', listed["names"])
    if source == "listed":
        return ()
    return [row[0] for row in connection.execute(statement(f"names_of_{source}")).fetchall()]


@cache
def _errors() -> tuple[_Error, ...]:
    text = files("warehouse").joinpath("asking", "sql_errors.toml").read_text(encoding="utf-8")
    return tuple(
        _Error(re.compile(entry["pattern"]), entry["says"], entry.get("names"))
        for entry in tomllib.loads(text)["error"]
    )
