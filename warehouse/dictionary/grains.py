"""What one row of a table, view or table macro is, as the .sql file that makes it says."""

import re
from collections.abc import Iterator

from warehouse.sql import Script, scripts, statement

_OF_EACH = re.compile(r"^--\s+raw\.(?P<name>\w+)\s{2,}(?P<grain>\S.*)$", re.MULTILINE)
_OF_TABLES = re.compile(r"raw\.(?P<name>\w+) (?:has )?(?P<grain>one row .+?)(?=, raw\.|, as before|\.(?:\s|$))")
_OF_ONE = re.compile(r"^-- Grain: (?P<grain>.+?)\.$", re.MULTILINE)
_MADE = re.compile(r'^CREATE (?:OR REPLACE )?(?:VIEW|MACRO) "?(?P<name>\w+)', re.MULTILINE)


def grains() -> dict[str, str]:
    """Return what one row is, by name: `raw.passages` a table, `passages` a view.

    The first file that tells it counts.
    """
    found: dict[str, str] = {}
    for name, grain in _told():
        found.setdefault(name, grain)
    return found


def made_by(folder: str) -> dict[str, int]:
    """Return the number of the file that makes each view or macro of a folder of the warehouse."""
    return {
        made["name"]: int(script.name.split("_", 1)[0])
        for script in scripts(folder)
        for made in _MADE.finditer(script.text)
    }


def _told() -> Iterator[tuple[str, str]]:
    for folder in ("views", "macros"):
        for script in scripts(folder):
            grain, made = _OF_ONE.search(_head(script.text)), list(_MADE.finditer(script.text))
            if grain and made:  # the last macro of a file is what those before it were made for
                yield made[-1]["name"], grain["grain"]
    for script in (Script("", statement("create_schema_migrations")), *scripts("migrations")):
        for found in _OF_EACH.finditer(_head(script.text)):
            yield f"raw.{found['name']}", found["grain"].strip()
        for found in _OF_TABLES.finditer(" ".join(line.removeprefix("--") for line in _head(script.text).splitlines())):
            yield f"raw.{found['name']}", found["grain"]


def _head(text: str) -> str:
    lines = text.splitlines()
    end = next((place for place, line in enumerate(lines) if not line.startswith("--")), len(lines))
    return "\n".join(lines[:end])
