"""How long the tables of a snapshot take to make, and how long each mart and ready question takes to answer."""

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb

from extractors.header.members import member_states
from models.crosswalk import crosswalk
from tests.bench.figures import Figure, show
from tests.bench.warehouse.filling import make
from warehouse.connection import Connection, open_warehouse
from warehouse.marts import marts
from warehouse.queries import queries
from warehouse.quoting import identifier
from warehouse.reference import replace_crosswalk, replace_member_states
from warehouse.snapshot.copying import compacted_copy
from warehouse.snapshot.plan import load_plan
from warehouse.snapshot.tables import make_tables

_BAR = 1.0
_MADE = 2_000
_ROWS = 100


def main(path: Path | None = None) -> int:
    """Measure the snapshot of a warehouse, which is brought to the newest schema, or of a small one made for it."""
    with tempfile.TemporaryDirectory(dir=path.parent if path else None) as folder:
        source = path or Path(folder) / "made.duckdb"
        if path is None:
            make(_MADE, source)
        return _measure(source, Path(folder) / "snapshot.duckdb")


def _measure(source: Path, target: Path) -> int:
    with open_warehouse(source) as connection:
        begin, processor = time.perf_counter(), time.process_time()
        with compacted_copy(connection, target, load_plan()):
            pass
        copied = Figure("copy of the raw tables", time.perf_counter() - begin, "s", note=_processor(processor))
    with duckdb.connect(target) as connection:
        replace_member_states(connection, member_states())
        replace_crosswalk(connection, crosswalk())
        documents = connection.execute("SELECT count(*) FROM raw.documents").fetchall()[0][0]
        show(f"Making the snapshot of {documents:,} documents", [copied, *_tables(connection)])
    with duckdb.connect(target, read_only=True) as connection:
        connection.execute("SET threads = 2")
        figures = [*_marts(connection), *_questions(connection)]
        show(f"Asking the snapshot of {documents:,} documents, two threads, the second time", figures)
    return int(any(figure.verdict == "NOT REACHED" for figure in figures))


def _tables(connection: Connection) -> Iterator[Figure]:
    plan = load_plan()
    for view, order in plan.tables.items():
        begin, processor = time.perf_counter(), time.process_time()
        make_tables(connection, replace(plan, tables={view: order}, after=()))
        yield Figure(f"table {view}", time.perf_counter() - begin, "s", note=_processor(processor))


def _marts(connection: Connection) -> Iterator[Figure]:
    for mart in marts(connection):
        name = identifier(mart.name)
        yield _timed(connection, f"{mart.name}: number of rows", f"SELECT count(*) FROM {name}")  # noqa: S608 - a view
        yield _timed(connection, f"{mart.name}: {_ROWS} rows", f"FROM {name} LIMIT {_ROWS}")


def _questions(connection: Connection) -> Iterator[Figure]:
    for query in queries():
        yield _timed(connection, f"question: {query.name}", query.sql)


def _timed(connection: Connection, what: str, sql: str) -> Figure:
    for _ in range(2):
        begin, processor = time.perf_counter(), time.process_time()
        rows = len(connection.execute(sql).fetchall())
        seconds = time.perf_counter() - begin
    return Figure(what, seconds, "s", _BAR, at_most=True, note=f"{_processor(processor)}, {rows} rows")


def _processor(begin: float) -> str:
    return f"processor {time.process_time() - begin:.2f} s"


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
