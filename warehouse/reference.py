"""Reference lists that come with the program, in the warehouse: Member States, and the crosswalk to other schemes."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import count

import duckdb
import pyarrow as pa

from extractors.header.vocabulary import Region
from models.crosswalk import Category
from warehouse.connection import transaction
from warehouse.families.asking import put
from warehouse.sql import statement

_TEXT = pa.string()


def replace_member_states(connection: duckdb.DuckDBPyConnection, states: Iterable[tuple[str, Region]]) -> None:
    """Keep these Member States (ISO 3166-1 alpha-3 code and region) in place of those that there are."""
    rows = list(states)
    columns = {
        "iso3": pa.array([iso3 for iso3, _ in rows], _TEXT),
        "region": pa.array([region.value for _, region in rows], _TEXT),
    }
    with transaction(connection):
        _replace(connection, "member_states", columns)


def replace_crosswalk(connection: duckdb.DuckDBPyConnection, categories: Sequence[Category]) -> None:
    """Keep these categories and the concepts that stand for them in place of those that there are."""
    places = {one.scheme: count(1) for one in categories}
    concepts = [(one.scheme, one.code, facet.value, concept) for one in categories for facet, concept in one.concepts]
    with transaction(connection):
        _replace(
            connection,
            "crosswalk_categories",
            {
                "scheme": pa.array([one.scheme for one in categories], _TEXT),
                "scheme_name": pa.array([one.scheme_name for one in categories], _TEXT),
                "code": pa.array([one.code for one in categories], _TEXT),
                "name": pa.array([one.name for one in categories], _TEXT),
                "part_of": pa.array([one.part_of for one in categories], _TEXT),
                "position": pa.array([next(places[one.scheme]) for one in categories], pa.int32()),
            },
        )
        names = ("scheme", "code", "facet", "concept")
        _replace(
            connection,
            "crosswalk",
            {name: pa.array([row[place] for row in concepts], _TEXT) for place, name in enumerate(names)},
        )


def _replace(connection: duckdb.DuckDBPyConnection, table: str, columns: Mapping[str, pa.Array]) -> None:
    connection.execute(statement("delete_all").replace("$table", table))
    put(connection, statement("insert_rows").replace("$table", table), columns)
