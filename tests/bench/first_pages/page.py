"""The first pages of the bench: what stands on each, and what a reader has to find there."""

import datetime
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_HERE = Path(__file__).parent
PAGES = _HERE / "pages"
PRACTICE = _HERE / "practice"
"""A second set, which whoever builds the reader looks at freely."""
FIELDS = (
    "symbol",
    "body",
    "meeting",
    "meeting_place",
    "meeting_date",
    "document_date",
    "original_languages",
    "sources",
    "title",
    "agenda_item",
    "action",
    "status",
)
"""Expected fields; one that a page's file leaves out is not on the page, save those of `UNSCORED_WHEN_ABSENT`."""
UNSCORED_WHEN_ABSENT = frozenset({"body", "meeting", "meeting_place", "action", "status"})
"""Often said by a symbol or in a running text, so that only pages which give a value are asked for it."""


@dataclass(frozen=True, slots=True)
class FirstPage:
    """One page: its blocks as data (see README.md beside this file) and the fields to be read from it."""

    id: str
    format: str
    language: str
    layout: str
    blocks: tuple[Mapping[str, Any], ...]
    expected: Mapping[str, Any]
    flaws: tuple[str, ...] = ()
    css: str = ""

    @property
    def half(self) -> str:
        """`seen` or `unseen`, by a hash of the id: whoever builds the reader looks at the first only."""
        return "unseen" if hashlib.sha256(self.id.encode()).digest()[0] % 2 else "seen"

    @property
    def right_to_left(self) -> bool:
        return self.language == "ar"


def load_pages(folder: Path = PAGES) -> tuple[FirstPage, ...]:
    """Read all pages in the order of their ids. Raises ValueError with the file's name where one is not right."""
    texts = yaml.safe_load((_HERE / "texts.yaml").read_text(encoding="utf-8"))
    return tuple(_load(path, texts) for path in sorted(folder.glob("*.yaml")))


def _load(path: Path, texts: Mapping[str, list[str]]) -> FirstPage:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    try:
        language = data["language"]
        blocks = tuple(_blocks(data.pop("page"), texts[language]))
        expected = data.pop("expected")
        if unknown := set(expected) - set(FIELDS):
            raise ValueError(f"no such field: {', '.join(sorted(unknown))}")
        for name in ("meeting_date", "document_date"):
            if not isinstance(expected.get(name), datetime.date | list | str | None):
                raise ValueError(f"{name} is no date")
        return FirstPage(
            path.stem, blocks=blocks, expected=expected, **(data | {"flaws": tuple(data.get("flaws") or ())})
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{path.name}: {error!r}") from error


def _blocks(entries: list[Any], texts: list[str]) -> Iterator[Mapping[str, Any]]:
    for entry in entries:
        if isinstance(entry, str):
            yield {"p": entry}
        elif "body" in entry:
            yield from ({"p": texts[number - 1]} for number in entry["body"])
        else:
            yield entry
