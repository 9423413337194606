"""Views of a snapshot made into tables, so that whoever asks need not wait for what is the same each time."""

import duckdb

from warehouse.quoting import identifier
from warehouse.snapshot.comments import comment_as, comments_of
from warehouse.snapshot.plan import Plan
from warehouse.sql import statement


def make_tables(snapshot: duckdb.DuckDBPyConnection, plan: Plan) -> None:
    """Replace the views that the plan names by tables of the same columns and comments, and run its last statements."""
    for view, order in plan.tables.items():
        comments = comments_of(snapshot, view)
        snapshot.execute(
            statement("make_table")
            .replace("$view", identifier(view))
            .replace("$unfinished", identifier(f"unfinished {view}"))
            .replace("$order", f"ORDER BY {order}" if order else "")
        )
        comment_as(snapshot, identifier(view), comments)
    for name in plan.after:
        snapshot.execute(statement(name))
