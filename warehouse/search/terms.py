"""The numbers by which the index knows stems."""

import duckdb
import numpy as np
import pyarrow as pa

from warehouse.families.asking import put
from warehouse.search.segment import Wholes
from warehouse.sql import statement

_INCOMING = "incoming_rows"


def term_numbers(connection: duckdb.DuckDBPyConnection, forms: pa.Table) -> Wholes:
    """Give the term of each form, 0 for function words; words and stems that are new get their rows.

    Forms have language, word and stem. A word keeps the term that it was first given.
    """
    found = np.full(forms.num_rows, -1, np.int64)
    placed = forms.append_column("place", pa.array(np.arange(forms.num_rows)))
    _look_up(connection, placed, found)
    missing = placed.take(np.flatnonzero(found < 0))
    if missing.num_rows:
        columns = dict(zip(missing.column_names, missing.columns, strict=True))
        put(connection, statement("insert_search_terms"), columns)
        put(connection, statement("insert_search_words"), columns)
        _look_up(connection, missing, found)
    return found


def _look_up(connection: duckdb.DuckDBPyConnection, forms: pa.Table, found: Wholes) -> None:
    connection.register(_INCOMING, forms)
    try:
        rows = connection.execute(statement("search_known_words")).fetchnumpy()
    finally:
        connection.unregister(_INCOMING)
    found[rows["place"]] = rows["term"]
