"""In which script a text is written."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Script:
    """A script, its characters, and the language that it tells by itself, if any."""

    name: str
    characters: re.Pattern[str]
    weight: int
    language: str | None


def weigh(text: str) -> dict[Script, int]:
    """Count the letters of each script in a text, each with the script's weight; absent scripts are left out."""
    if text.isascii():
        latin = scripts()[0]
        count = len(latin.characters.findall(text))
        return {latin: count} if count else {}
    counts = ((script, len(script.characters.findall(text)) * script.weight) for script in scripts())
    return {script: count for script, count in counts if count}


@cache
def scripts() -> tuple[Script, ...]:
    """List the known scripts, Latin first."""
    data = tomllib.loads((resources.files(__package__) / "scripts.toml").read_text("utf-8"))
    return tuple(
        Script(entry["name"], re.compile(f"[{entry['ranges']}]"), entry.get("weight", 1), entry.get("language"))
        for entry in data["script"]
    )
