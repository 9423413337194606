"""The page docs/data-dictionary.md."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import duckdb

from warehouse.dictionary.catalog import Catalog, Macro, Relation, read_catalog
from warehouse.dictionary.diagram import Reference, diagram
from warehouse.dictionary.grains import grains, made_by

_ENUM = re.compile(r"^ENUM\((?P<values>.*)\)$")


def dictionary(connection: duckdb.DuckDBPyConnection) -> str:
    """Write the dictionary of an open warehouse."""
    catalog, told = read_catalog(connection), grains()
    lines = [*_opening(), *_marts(catalog, told), *_raw(catalog, told)]
    return "\n".join(lines).rstrip() + "\n"


@cache
def settings() -> dict[str, Any]:
    """Return how the page is ordered and what it says beside the catalog: `layers.toml`."""
    return tomllib.loads(files(__package__).joinpath("layers.toml").read_text(encoding="utf-8"))


def references() -> list[Reference]:
    """Return the references between tables that have no foreign key."""
    return [(one["from"], tuple(one["columns"]), one["to"]) for one in settings()["references"]]


def _opening() -> Iterator[str]:
    yield settings()["opening"].strip()
    yield ""


def _marts(catalog: Catalog, told: Mapping[str, str]) -> Iterator[str]:
    views, macros = made_by("views"), made_by("macros")
    numbers = {name: views[name] for name in catalog.views} | {name: macros[name] for name in catalog.macros}
    for layer in settings()["layers"]:
        inside = sorted((number, name) for name, number in numbers.items() if layer["first"] <= number <= layer["last"])
        if not inside:
            continue
        yield from (f"## {layer['title']}", "", layer["text"].strip(), "")
        for _, name in inside:
            if name in catalog.views:
                yield from _relation(catalog.views[name], told.get(name, ""))
            else:
                yield from _macro(catalog.macros[name], told.get(name, ""))


def _raw(catalog: Catalog, told: Mapping[str, str]) -> Iterator[str]:
    yield from ("## Tables of the schema `raw`", "", settings()["raw"].strip(), "")
    areas = settings()["areas"]
    listed = {name for area in areas for name in area["tables"]}
    others = [name for name in catalog.tables if name not in listed]
    for area in [*areas, *([{"title": "Other tables", "tables": others}] if others else [])]:
        tables = [name for name in area["tables"] if name in catalog.tables]
        yield from (f"### {area['title']}", "")
        yield from (diagram(catalog, [*area.get("with", ()), *tables], references()), "")
        for name in tables:
            yield from _relation(catalog.tables[name], told.get(f"raw.{name}", ""), level=4)


def _relation(one: Relation, grain: str, level: int = 3) -> Iterator[str]:
    title = f"raw.{one.name}" if one.schema == "raw" else one.name
    yield from (f"{'#' * level} `{title}`", "", _about(one.comment, grain), "")
    yield from _table(
        ("column", "type", "meaning"),
        [(f"`{column.name}`", _type(column.type, column.name, one), column.comment) for column in one.columns],
    )


def _macro(one: Macro, grain: str) -> Iterator[str]:
    yield from (f"### `{one.name}({', '.join(one.parameters)})`", "", _about(one.comment, grain), "")
    if one.columns:
        yield from (f"Columns: {', '.join(f'`{name}`' for name in one.columns)}.", "")


def _about(comment: str, grain: str) -> str:
    return f"{comment} Grain: {grain}." if grain else comment


def _type(kind: str, column: str, one: Relation) -> str:
    enum = _ENUM.match(kind)
    shown = (
        f"one of {enum['values'].replace(chr(39), '')}"
        if enum
        else kind.replace('"', "").replace("TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ")
    )
    notes = [
        *["key"] * (column in one.key),
        *(f"of `{parent}`" for parent, columns in one.parents if column in columns),
        *["may be empty"] * (one.schema == "raw" and column not in one.required and column not in one.key),
    ]
    return ", ".join((shown, *notes))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for row in (head, ["---"] * len(head), *rows):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
    yield ""
