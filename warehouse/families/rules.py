"""The thresholds of the linking, from their data file."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def rules() -> dict[str, Any]:
    """Read the thresholds."""
    return tomllib.loads(files("warehouse").joinpath("families", "rules.toml").read_text(encoding="utf-8"))
