"""The SQL that lies beside the code in .sql files."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Script:
    """One .sql file: its name without the ending, and its text."""

    name: str
    text: str


@cache
def scripts(folder: str) -> tuple[Script, ...]:
    """Return the .sql files of a folder of the warehouse in the order of their names."""
    entries = sorted(files("warehouse").joinpath(folder).iterdir(), key=lambda entry: entry.name)
    return tuple(
        Script(entry.name.removesuffix(".sql"), entry.read_text(encoding="utf-8"))
        for entry in entries
        if entry.name.endswith(".sql")
    )


@cache
def statement(name: str) -> str:
    """Return the text of `statements/<name>.sql`."""
    return files("warehouse").joinpath("statements", f"{name}.sql").read_text(encoding="utf-8")
