"""Taxonomies that differ from the one of Rapporteur."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from models.scheme import taxonomy_file
from models.succession import CHANGES


def write_taxonomy(folder: Path, edit: Callable[[dict[str, Any]], None], changes: str = "[]") -> Path:
    """Write a changed copy of the taxonomy as version 2027.1, with the changes beside it."""
    content = yaml.load(taxonomy_file().read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    content["version"] = "2027.1"
    edit(content)
    file = folder / "2027.1.yaml"
    file.write_text(yaml.dump(content, allow_unicode=True, sort_keys=False, Dumper=yaml.CSafeDumper), encoding="utf-8")
    (folder / CHANGES).write_text(changes, encoding="utf-8")
    return file


def theme(content: dict[str, Any], id_: str) -> dict[str, Any]:
    """Give the entry of a risk theme."""
    found: dict[str, Any] = next(one for one in content["risk_themes"] if one["id"] == id_)
    return found


def drop(content: dict[str, Any], *ids: str) -> list[dict[str, Any]]:
    """Take risk themes away, and give them."""
    gone = [theme(content, id_) for id_ in ids]
    content["risk_themes"] = [one for one in content["risk_themes"] if one["id"] not in ids]
    return gone


def merge_image_abuse(content: dict[str, Any]) -> None:
    """Make one theme of sextortion and sexting."""
    first, second = drop(content, "sextortion", "sexting_image_abuse")
    terms = {language: first["terms"][language] + second["terms"][language] for language in first["terms"]}
    content["risk_themes"].append(first | {"id": "image_abuse", "name": "Image abuse", "terms": terms})


MERGED = "- {in: '2027.1', facet: risk, merge: [sextortion, sexting_image_abuse], into: image_abuse}\n"
