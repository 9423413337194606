"""What is published and how, as `warehouse/snapshot.toml` says."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts of `warehouse/snapshot.toml`, where each is explained."""

    order: Mapping[str, str]
    empty: Sequence[str]
    without_keys: Sequence[str]
    followers: Sequence[str]
    tables: Mapping[str, str]
    after: Sequence[str]
    kept_seconds: int
    parquet: Sequence[str]
    csv: Sequence[str]
    most_csv_rows: int


@cache
def load_plan() -> Plan:
    """Read the plan that comes with the program."""
    text = files("warehouse").joinpath("snapshot.toml").read_text(encoding="utf-8")
    parts = tomllib.loads(text)
    return Plan(
        order=parts["order"],
        empty=parts["empty"]["tables"],
        without_keys=parts["without_keys"]["tables"],
        followers=parts["followers"]["tables"],
        tables=parts["tables"],
        after=parts["after"]["statements"],
        kept_seconds=parts["sets"]["kept_seconds"],
        parquet=parts["parquet"]["marts"],
        csv=parts["csv"]["marts"],
        most_csv_rows=parts["csv"]["most_rows"],
    )
