"""The parts that the body of a sample is made of, and how each is read from its YAML form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

LIST_STYLES = ("bullet", "letter")
PROPOSALS = ("MOD", "ADD", "SUP", "NOC")


@dataclass(frozen=True, slots=True)
class Summary:
    """The boxed abstract at the top of a contribution."""

    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level counts from 1, the number is as printed."""

    text: str
    level: int
    number: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, perhaps numbered; `[^1]` in its text refers to footnote 1."""

    text: str
    number: str | None


@dataclass(frozen=True, slots=True)
class Footnote:
    """The text of a footnote and the reference under which paragraphs call it."""

    reference: str
    text: str


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list with bullets or letters."""

    items: tuple[str, ...]
    style: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; ☐ and ☒ in a cell are check boxes, a newline parts paragraphs."""

    caption: str | None
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A run of text that is kept, inserted or deleted."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Changes:
    """A paragraph with tracked changes, and what it proposes to do to the provision."""

    runs: tuple[Change, ...]
    proposal: str | None
    reference: str | None
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class Annex:
    """A heading that begins a new page."""

    text: str


Block = Summary | Heading | Paragraph | Footnote | ItemList | Grid | Changes | Annex


class InvalidSample(ValueError):
    """A sample's text is not in the form that the builder reads; the message says where."""


def read_block(raw: object) -> Block:
    """Read one entry of a body.

    Raises:
        InvalidSample: The entry is of no known kind, lacks a field or has one too many.
    """
    if not isinstance(raw, Mapping):
        raise InvalidSample(f"an entry of the body is a mapping, not {raw!r}")
    kind = next((key for key in _READERS if key in raw), None)
    if kind is None:
        raise InvalidSample(
            f"an entry of the body has one of the keys {', '.join(_READERS)}, not {', '.join(map(str, raw))}"
        )
    allowed, reader = _READERS[kind]
    if extra := set(raw) - {kind} - allowed:
        raise InvalidSample(f"a {kind} has no {', '.join(sorted(map(str, extra)))}")
    return reader(raw)


def words(block: Block) -> int:
    """Count the words of a block (for Chinese, of the runs between spaces)."""
    match block:
        case ItemList():
            return sum(len(item.split()) for item in block.items)
        case Grid():
            return sum(len(cell.split()) for row in (block.header, *block.rows) for cell in row)
        case Changes():
            return sum(len(run.text.split()) for run in block.runs)
        case _:
            return len(block.text.split())


def _text(raw: Mapping[str, Any], key: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str) or not value.strip():
        raise InvalidSample(f"{key} is a text that is not empty, not {value!r}")
    return value.strip("\n")


def _number(raw: Mapping[str, Any]) -> str | None:
    value = raw.get("number")
    if value is not None and not isinstance(value, str):
        raise InvalidSample(f"write the number {value!r} in quotation marks")
    return value


def _texts(values: object, what: str) -> tuple[str, ...]:
    if not isinstance(values, list) or not values or not all(isinstance(value, str) for value in values):
        raise InvalidSample(f"{what} is a list of texts (numbers in quotation marks), not {values!r}")
    return tuple(value.strip("\n") for value in values)


def _heading(raw: Mapping[str, Any]) -> Heading:
    level = raw.get("level", 1)
    if level not in (1, 2, 3):
        raise InvalidSample(f"a heading has level 1, 2 or 3, not {level!r}")
    return Heading(_text(raw, "heading"), level, _number(raw))


def _list(raw: Mapping[str, Any]) -> ItemList:
    style = raw.get("style", "bullet")
    if style not in LIST_STYLES:
        raise InvalidSample(f"a list has style {' or '.join(LIST_STYLES)}, not {style!r}")
    return ItemList(_texts(raw["list"], "a list"), style)


def _grid(raw: Mapping[str, Any]) -> Grid:
    table = raw["table"]
    if not isinstance(table, Mapping) or not set(table) <= {"caption", "header", "rows"}:
        raise InvalidSample("a table has a caption, a header and rows")
    header = _texts(table.get("header"), "a table's header")
    rows = tuple(_texts(row, "a table's row") for row in table.get("rows") or ())
    if not rows or any(len(row) != len(header) for row in rows):
        raise InvalidSample(f"each row of a table has {len(header)} cells, like its header {header!r}")
    return Grid(table.get("caption"), header, rows)


def _changes(raw: Mapping[str, Any]) -> Changes:
    proposal = raw.get("proposal")
    if proposal not in (None, *PROPOSALS):
        raise InvalidSample(f"a proposal is one of {', '.join(PROPOSALS)}, not {proposal!r}")
    runs: list[Change] = []
    for run in raw["changes"]:
        if len(run) != 1 or not set(run) <= {"keep", "ins", "del"}:
            raise InvalidSample(f"a change is keep, ins or del, not {run!r}")
        runs.extend(Change(kind, text) for kind, text in run.items())
    return Changes(tuple(runs), proposal, raw.get("reference"), _text(raw, "author"), _text(raw, "at"))


_READERS: dict[str, tuple[frozenset[str], Callable[[Mapping[str, Any]], Block]]] = {
    "summary": (frozenset({"label"}), lambda raw: Summary(_text(raw, "summary"), _text(raw, "label"))),
    "heading": (frozenset({"level", "number"}), _heading),
    "p": (frozenset({"number"}), lambda raw: Paragraph(_text(raw, "p"), _number(raw))),
    "footnote": (frozenset({"text"}), lambda raw: Footnote(str(raw["footnote"]), _text(raw, "text"))),
    "list": (frozenset({"style"}), _list),
    "table": (frozenset(), _grid),
    "changes": (frozenset({"proposal", "reference", "author", "at"}), _changes),
    "annex": (frozenset(), lambda raw: Annex(_text(raw, "annex"))),
}
