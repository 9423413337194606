"""The manifest of the samples: for each file its outcome, what it needs, and the header that must be read."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import tomlkit

from samples.sample import Sample

MANIFEST = Path(__file__).with_name("manifest.toml")
SPECIALS = Path(__file__).with_name("specials.toml")
_HEAD = "Made by `python -m samples.build` from samples/texts and samples/specials.toml; do not edit."


def read_manifest() -> tuple[dict[str, Any], ...]:
    """Read one mapping for each file: `file`, `outcome`, and where they apply `needs`, `symbol` and so on."""
    return tuple(tomllib.loads(MANIFEST.read_text(encoding="utf-8"))["files"])


def read_plan() -> dict[str, Any]:
    """Read how the special samples are made."""
    return tomllib.loads(SPECIALS.read_text(encoding="utf-8"))


def manifest_text(samples: tuple[Sample, ...], plan: Mapping[str, Any]) -> str:
    """Tell in TOML what Rapporteur must make of each file, sorted by name."""
    document = tomlkit.document()
    document.add(tomlkit.comment(_HEAD))
    tables = tomlkit.aot()
    for entry in sorted((*_loaded(samples, plan), *_special(plan)), key=lambda entry: str(entry["file"])):
        tables.append(tomlkit.item({key: value for key, value in entry.items() if value is not None}))
    document.add("files", tables)
    return tomlkit.dumps(document)


def _loaded(samples: tuple[Sample, ...], plan: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for sample in samples:
        expect = sample.expect
        yield {
            "file": sample.file,
            "outcome": expect.outcome,
            "needs": plan["needs"].get(sample.suffix) or plan["needs"].get(sample.layout),
            "language": sample.language,
            "symbol": expect.symbol,
            "document_date": expect.document_date,
            "meeting_date": expect.meeting_date,
            "original_languages": list(expect.original_languages),
            "sources": [{"name": name, **({"iso3": iso3} if iso3 else {})} for name, iso3 in expect.sources],
            "title": expect.title,
            "kind": expect.kind,
            "text": f"{sample.path.parent.name}/{sample.path.name}",
        }


def _special(plan: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    outcomes = {"copies": "duplicate", "encrypted": "quarantined", "truncated": "quarantined", "given": "loaded"}
    for kind, outcome in outcomes.items():
        for entry in plan[kind]:
            yield {
                "file": entry["file"],
                "outcome": outcome,
                "of": entry.get("of"),
                "language": entry.get("language"),
                "kind": entry.get("kind"),
                "note": entry["note"],
            }
