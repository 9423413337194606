"""A sample contribution as its YAML source describes it: header, body, and what Rapporteur must make of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from samples.blocks import Block, Footnote, InvalidSample, Paragraph, read_block

TEXTS = Path(__file__).parent / "texts"
FILES = Path(__file__).parent / "files"
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
LAYOUTS = ("normal", "two-column", "scan")


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """The first lines of a contribution, as printed."""

    group: str
    meeting: str
    document: str
    date: str
    original: str
    source_label: str
    source: str
    title_label: str
    title: str
    agenda_item: str | None = None


@dataclass(frozen=True, slots=True)
class Expectation:
    """What Rapporteur must read from the file."""

    symbol: str
    document_date: date
    meeting_date: date
    original_languages: tuple[str, ...]
    sources: tuple[tuple[str, str | None], ...]
    title: str
    outcome: str
    kind: str


@dataclass(frozen=True, slots=True)
class Sample:
    """One document: where its text comes from, the file to build, and the text."""

    path: Path
    file: str
    layout: str
    language: str
    header: HeaderBlock
    expect: Expectation
    body: tuple[Block, ...]

    @property
    def suffix(self) -> str:
        """The extension of the built file, with its dot."""
        return Path(self.file).suffix

    @property
    def footnotes(self) -> dict[str, str]:
        """The texts of the footnotes by reference."""
        return {block.reference: block.text for block in self.body if isinstance(block, Footnote)}

    @property
    def right_to_left(self) -> bool:
        """Tell whether the document is written from right to left."""
        return self.language == "ar"


def read_samples(folder: Path = TEXTS) -> tuple[Sample, ...]:
    """Read every sample, sorted by path.

    Raises:
        InvalidSample: A text is not in the form that the builder reads, or two texts make the same file.
    """
    samples = tuple(read_sample(path) for path in sorted(folder.glob("*/*.yaml")))
    files: dict[str, Path] = {}
    for sample in samples:
        if sample.file in files:
            raise InvalidSample(f"{sample.path} and {files[sample.file]} both make {sample.file}")
        files[sample.file] = sample.path
    return samples


def read_sample(path: Path) -> Sample:
    """Read one sample.

    Raises:
        InvalidSample: The text is not in the form that the builder reads; the message names the file.
    """
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        return _sample(path, raw)
    except (yaml.YAMLError, InvalidSample, KeyError, TypeError, ValueError) as error:
        raise InvalidSample(f"{path}: {error}") from error


def _sample(path: Path, raw: Mapping[str, Any]) -> Sample:
    keys = {"file", "language", "header", "expect", "body"}
    _require(set(raw) - {"layout"} == keys, f"a sample has {', '.join(sorted(keys))}, not {', '.join(sorted(raw))}")
    body = tuple(_blocks(raw["body"]))
    sample = Sample(
        path=path,
        file=raw["file"],
        layout=raw.get("layout", "normal"),
        language=raw["language"],
        header=HeaderBlock(**raw["header"]),
        expect=_expectation(raw["expect"]),
        body=body,
    )
    _require(sample.language in LANGUAGES, f"language is one of {', '.join(LANGUAGES)}, not {sample.language!r}")
    _require(sample.layout in LAYOUTS, f"layout is one of {', '.join(LAYOUTS)}, not {sample.layout!r}")
    _require(sample.layout == "normal" or sample.suffix == ".pdf", f"only a PDF has layout {sample.layout}")
    _require(sample.suffix in (".docx", ".pdf", ".doc"), f"the file ends in .docx, .pdf or .doc: {sample.file}")
    called = {ref for block in body if isinstance(block, Paragraph) for ref in re.findall(r"\[\^(\w+)\]", block.text)}
    _require(called == set(sample.footnotes), f"footnotes called {sorted(called)}, written {sorted(sample.footnotes)}")
    _require(" ".join(sample.header.title.split()) == sample.expect.title, "the expected title is the header's")
    _require(sample.expect.symbol.split()[0] in sample.header.document, "the header prints the expected symbol")
    return sample


def _blocks(raw: list[object]) -> Iterator[Block]:
    for position, entry in enumerate(raw, start=1):
        try:
            yield read_block(entry)
        except InvalidSample as error:
            raise InvalidSample(f"entry {position} of the body: {error}") from error


def _expectation(raw: Mapping[str, Any]) -> Expectation:
    for key in ("document_date", "meeting_date"):
        _require(isinstance(raw[key], date), f"expect.{key} is a date: {raw[key]!r}")
    return Expectation(
        symbol=raw["symbol"],
        document_date=raw["document_date"],
        meeting_date=raw["meeting_date"],
        original_languages=tuple(raw["original_languages"]),
        sources=tuple((source["name"], source.get("iso3")) for source in raw["sources"]),
        title=raw["title"],
        outcome=raw["outcome"],
        kind=raw.get("kind", "contribution"),
    )


def _require(condition: bool, message: str) -> None:
    if not condition:
        raise InvalidSample(message)
