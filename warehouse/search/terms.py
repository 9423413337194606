"""The numbers by which the index knows stems."""

from collections.abc import Sequence

import duckdb
import numpy as np
import pyarrow as pa

from models.passage_words import Form
from warehouse.families.asking import put
from warehouse.search.segment import Wholes
from warehouse.sql import statement

_INCOMING = "incoming_rows"


def term_numbers(connection: duckdb.DuckDBPyConnection, forms: Sequence[Form]) -> Wholes:
    """Give the term of each form, 0 for function words; words and stems that are new get their rows.

    Forms are of different words. A word keeps the term that it was first given.
    """
    found = np.full(len(forms), -1, np.int64)
    _look_up(connection, forms, range(len(forms)), found)
    missing = np.flatnonzero(found < 0).tolist()
    if missing:
        columns = _columns(forms, missing)
        put(connection, statement("insert_search_terms"), columns)
        put(connection, statement("insert_search_words"), columns)
        _look_up(connection, forms, missing, found)
    return found


def _look_up(
    connection: duckdb.DuckDBPyConnection, forms: Sequence[Form], places: Sequence[int], found: Wholes
) -> None:
    connection.register(_INCOMING, pa.table(_columns(forms, places)))
    try:
        rows = connection.execute(statement("search_known_words")).fetchnumpy()
    finally:
        connection.unregister(_INCOMING)
    found[rows["place"]] = rows["term"]


def _columns(forms: Sequence[Form], places: Sequence[int]) -> dict[str, pa.Array]:
    return {
        "place": pa.array(places, pa.int64()),
        "language": pa.array([forms[place].language for place in places], pa.string()),
        "word": pa.array([forms[place].word for place in places], pa.string()),
        "stem": pa.array([forms[place].stem for place in places], pa.string()),
    }
