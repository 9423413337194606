"""Labelled texts for the tests, as lines of a file."""

import json
from pathlib import Path
from typing import Any


def line(text: str, **changed: Any) -> dict[str, Any]:
    return {"t": text, "f": [], "l": [], "p": "challenge", "r": ["grooming"], "s": [], "k": "case"} | changed


def write(folder: Path, name: str, *entries: Any) -> Path:
    file = folder / name
    lines = [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in entries]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file
