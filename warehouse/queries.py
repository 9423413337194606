"""The queries that come with the warehouse, ready to be pasted into any DuckDB client."""

from dataclasses import dataclass
from functools import cache

from warehouse.sql import scripts

_STARTERS = 3


@dataclass(frozen=True, slots=True)
class Query:
    """A query that an analyst may start from."""

    name: str
    """The file's name without number and ending, e.g. `risks_by_country`."""
    title: str
    """The question that it answers: the first line of its file."""
    sql: str


@cache
def queries() -> tuple[Query, ...]:
    """Return all queries of `queries/`, in the order of their numbers."""
    return tuple(_query(script.name, script.text) for script in scripts("queries"))


def starter_queries() -> tuple[Query, ...]:
    """Return the three queries that a newcomer should try first."""
    return queries()[:_STARTERS]


def _query(file_name: str, text: str) -> Query:
    first, _, rest = text.partition("\n")
    return Query(file_name.split("_", 1)[1], first.removeprefix("--").strip(), rest.strip())
