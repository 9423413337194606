"""Files of labelled texts, line by line, with what is wrong in them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.errors import ClassificationError
from models.labels import Facet
from models.scheme import LANGUAGES, NO_LEVEL, Taxonomy
from models.training_data import Example, Kind

_LISTS = {"f": Facet.FRAMEWORK, "l": Facet.LEVEL, "r": Facet.RISK, "s": Facet.STAKEHOLDER}
_ONE = "p"
_ALLOWED = {
    Kind.PASSAGES: frozenset({"t", "f", "l", "p", "r", "s", "k", "by"}),
    Kind.DOCUMENTS: frozenset({"t", "f", "l", "p", "r", "s", "k", "by", "doc", "n", "title"}),
    Kind.PHRASES: frozenset({"t", "f", "r", "k", "by"}),
}
_OPTIONAL = frozenset({"k", "by", "title"})
"""Kind of text, and provenance, where it is not that of the file."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: file and line, counted from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}"


@dataclass(frozen=True, slots=True)
class Record:
    """A labelled text that can be used, and where it stands."""

    place: Place
    example: Example


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a line."""

    place: Place
    what: str


def read_records(folder: Path, taxonomy: Taxonomy) -> tuple[list[Record], list[Fault]]:
    """Read all labelled texts of a folder; a line with a fault is left out.

    Raises ClassificationError where the folder has no such file or one cannot be read.
    """
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise ClassificationError(f"There are no labelled texts (*.jsonl) in {folder}. Give another folder: --folder.")
    known = {facet: frozenset(one.id for one in taxonomy.of(facet)) for facet in Facet}
    records: list[Record] = []
    faults: list[Fault] = []
    for file in files:
        for one in _read(file, known):
            (records if isinstance(one, Record) else faults).append(one)  # type: ignore[arg-type]
    return records, faults


def _read(file: Path, known: Mapping[Facet, frozenset[str]]) -> Iterator[Record | Fault]:
    kind = next((one for one in Kind if file.name.startswith(one)), Kind.PASSAGES)
    language = file.name.removeprefix(f"{kind}_")[:2]
    if language not in LANGUAGES:
        yield Fault(Place(file.name, 1), f"the name of the file tells none of the languages {', '.join(LANGUAGES)}")
        return
    try:
        lines = file.read_bytes().decode("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ClassificationError(f"{file} cannot be read as UTF-8 text: {error}. Mend it; see README.md.") from error
    for number, line in enumerate(lines, 1):
        place = Place(file.name, number)
        if not line.strip():
            if number < len(lines):
                yield Fault(place, "an empty line")
            continue
        try:
            entry = json.loads(line)
        except ValueError as error:
            yield Fault(place, f"this is not JSON ({error})")
            continue
        wrong = list(_faults(entry, kind, known))
        yield from (Fault(place, what) for what in wrong)
        if not wrong:
            yield Record(place, _example(entry, kind, language))


def _faults(entry: Any, kind: Kind, known: Mapping[Facet, frozenset[str]]) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield "a line has to be one JSON object"
        return
    for key in sorted(entry.keys() - _ALLOWED[kind]):
        yield f"the key `{key}` is not known for {kind}"
    for key in sorted(_ALLOWED[kind] - _OPTIONAL - entry.keys()):
        yield f"the key `{key}` is missing"
    if not _is_text(entry.get("t", "-")):
        yield "`t` has to be a text, not empty and without lone surrogates"
    for key, facet in _LISTS.items():
        yield from _wrong_list(key, entry.get(key, []), known[facet] | ({NO_LEVEL} if facet is Facet.LEVEL else set()))
    if _ONE in entry and not (isinstance(entry[_ONE], str) and entry[_ONE] in known[Facet.PURPOSE]):
        yield f"`p`: {entry[_ONE]!r} is no purpose of the taxonomy"
    if kind is Kind.DOCUMENTS and not (_is_text(entry.get("doc", "-")) and isinstance(entry.get("n", 1), int)):
        yield "`doc` has to be a name and `n` a number"
    if entry.get("p") == "other" and any(entry.get(key) for key in ("f", "r")):
        yield "`p` is other, so there can be no framework and no risk (guide, rule 1)"


def _wrong_list(key: str, value: object, ids: frozenset[str] | set[str]) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"`{key}` has to be a list"
        return
    for one in value:
        if not isinstance(one, str) or one not in ids:
            yield f"`{key}`: {one!r} is not in the taxonomy"


def _is_text(value: object) -> bool:
    if not isinstance(value, str) or not value.strip():
        return False
    return not any("\ud800" <= character <= "\udfff" for character in value)


def _example(entry: Mapping[str, Any], kind: Kind, language: str) -> Example:
    labels = {(facet, one) for key, facet in _LISTS.items() for one in _names(entry.get(key, ()))}
    if _ONE in entry:
        labels.add((Facet.PURPOSE, entry[_ONE]))
    return Example(entry["t"], language, kind, frozenset(labels), entry.get("doc"), entry.get("title"))


def _names(values: Sequence[str]) -> Iterator[str]:
    return (one for one in values if one != NO_LEVEL)
