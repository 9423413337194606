"""The views and tables that analysts read, and what may be asked of them without SQL."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import duckdb

from warehouse.asking.question import Question
from warehouse.errors import QueryError
from warehouse.nearest import did_you_mean
from warehouse.quoting import identifier
from warehouse.sql import statement


@dataclass(frozen=True, slots=True)
class Mart:
    """A view, or a view that was made into a table."""

    name: str
    comment: str | None
    columns: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Filter:
    known: str | None
    conditions: Sequence[tuple[Sequence[str], str]]


def marts(connection: duckdb.DuckDBPyConnection) -> tuple[Mart, ...]:
    """Return all marts in the order of their names."""
    return tuple(Mart(*row) for row in connection.execute(statement("marts")).fetchall())


def select(
    connection: duckdb.DuckDBPyConnection, name: str, filters: Mapping[str, str], where: str | None = None
) -> Question:
    """Give the question for the rows of a mart that pass all filters and the SQL condition `where`.

    Raises QueryError for a mart that is not there, a filter that it has no column for, and a value that is not known.
    """
    there = {mart.name: mart for mart in marts(connection)}
    mart = there.get(name)
    if mart is None:
        raise QueryError(f"There is no mart {name} in the snapshot.{did_you_mean(name, there)}")
    conditions = [_condition(mart, each) for each in filters]
    values = {each: _known_value(connection, each, value) for each, value in filters.items()}
    if where:
        conditions.append(f"\n{where}\n")  # on a line of its own, which is what an error shows
    clause = "WHERE " + " AND ".join(f"({condition})" for condition in conditions) if conditions else ""
    sql = statement("rows_of_mart").replace("$mart", identifier(name)).replace("$where", clause)
    return Question(sql, values, mart.name)


def counting(question: Question) -> Question:
    """Give the question for the number of rows of an answer, in the column `rows`."""
    return Question(statement("number_of_rows").replace("$question", question.sql), question.parameters)


def origin() -> Question:
    """Give the question for what a snapshot was made from."""
    return Question(statement("snapshot_facts"))


def _condition(mart: Mart, name: str) -> str:
    conditions = _filters()[name].conditions
    for columns, sql in conditions:
        if set(columns) <= set(mart.columns):
            return sql
    wanted = ", ".join(dict.fromkeys(" and ".join(columns) for columns, _ in conditions))
    raise QueryError(
        f"{mart.name} cannot be filtered by --{name}: it has none of the columns {wanted}. "
        "Leave it out, or write the condition with --where."
    )


def _known_value(connection: duckdb.DuckDBPyConnection, name: str, value: str) -> str:
    known = _filters()[name].known
    if known is None:
        return value
    spellings = dict(connection.execute(statement(f"known_{known}")).fetchall())
    found = {spelling.casefold(): meant for spelling, meant in spellings.items()}.get(value.casefold())
    if found is None:
        raise QueryError(f"--{name} {value} is not known.{did_you_mean(value, spellings)}")
    return str(found)


@cache
def _filters() -> Mapping[str, _Filter]:
    text = files("warehouse").joinpath("filters.toml").read_text(encoding="utf-8")
    return {
        entry["name"]: _Filter(entry.get("known"), [(each["columns"], each["sql"]) for each in entry["conditions"]])
        for entry in tomllib.loads(text)["filter"]
    }
