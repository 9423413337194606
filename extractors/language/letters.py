"""Which language the special letters of a shared script tell."""

import re
import tomllib
from functools import cache
from importlib import resources


def told_by_letters(text: str, script: str, letters: int) -> str | None:
    """Tell the language by letters that only it has; `letters` is how many letters the text has in all."""
    lower = text.lower()
    for language, pattern, share in _marks().get(script, ()):
        count = len(pattern.findall(lower))
        if count and count >= letters * share:
            return language
    return None


@cache
def _marks() -> dict[str, tuple[tuple[str, re.Pattern[str], float], ...]]:
    data = tomllib.loads((resources.files(__package__) / "letters.toml").read_text("utf-8"))
    return {
        script: tuple((entry["language"], re.compile(f"[{entry['letters']}]"), entry["share"]) for entry in entries)
        for script, entries in data.items()
    }
