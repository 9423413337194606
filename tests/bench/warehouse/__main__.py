"""Runs the benches of the warehouse: `python -m tests.bench.warehouse make --documents 100000 --out FILE`."""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.figures import Figure, show
from tests.bench.warehouse.costs import loading, more_batches
from tests.bench.warehouse.filling import make, multiply
from tests.bench.warehouse.holdings import publishing, size, views

_BENCHES: dict[str, Callable[[Path], Iterable[Figure]]] = {
    "size": size,
    "batch": more_batches,
    "marts": views,
    "publish": publishing,
}


def main(arguments: Sequence[str]) -> int:
    """Run one of the benches, or all on a warehouse of 100,000 documents; give 1 where a bar is not reached."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.warehouse", description=__doc__)
    commands = parser.add_subparsers(dest="command")
    making = commands.add_parser("make", help="make a warehouse of made documents for the other benches")
    making.add_argument("--documents", type=int, default=10_000, help="so many come through the loader")
    making.add_argument("--start", type=int, default=0, help="number of the first document")
    making.add_argument("--times", type=int, default=0, help="add these documents so many times more, as others")
    making.add_argument("--out", type=Path, required=True)
    commands.add_parser("load", help="passages a second")
    for name, told in {
        "batch": "one more batch against one at 1,000 documents",
        "size": "size of a warehouse or snapshot, table by table",
        "marts": "seconds of every view of a snapshot or warehouse",
        "publish": "seconds to publish a warehouse",
    }.items():
        commands.add_parser(name, help=told).add_argument("--in", dest="path", type=Path, required=True)
    asked = parser.parse_args(arguments)
    if asked.command == "make":
        if asked.documents:
            make(asked.documents, asked.out, asked.start)
        if asked.times:
            multiply(asked.times, asked.out)
        return 0
    return _told(asked.command, _figures(asked)) if asked.command else _all()


def _all() -> int:
    failed = _told("load", loading())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "many.duckdb"
        make(10_000, path)
        multiply(9, path)
        for command, bench in _BENCHES.items():
            failed |= _told(command, bench(path))
    return failed


def _figures(asked: argparse.Namespace) -> Iterable[Figure]:
    if asked.command == "load":
        return loading()
    return _BENCHES[asked.command](asked.path)


def _told(title: str, figures: Iterable[Figure]) -> int:
    found = list(figures)
    show(f"Warehouse: {title}", found)
    return int(any(figure.verdict == "NOT REACHED" for figure in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
