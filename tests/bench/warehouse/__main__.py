"""Runs the benches of the warehouse: `python -m tests.bench.warehouse make --documents 100000 --out FILE`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.warehouse.filling import make, multiply


def main(arguments: Sequence[str]) -> int:
    """Run one of the benches; give 1 where a bar is not reached."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.warehouse", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make", help="make a warehouse of made documents for the other benches")
    making.add_argument("--documents", type=int, default=100_000)
    making.add_argument("--start", type=int, default=0, help="number of the first document")
    making.add_argument("--out", type=Path, required=True)
    making.add_argument(
        "--times", type=int, default=0, help="add these documents so many times more, as others, in bulk"
    )
    asked = parser.parse_args(arguments)
    if asked.command == "make":
        if asked.documents:
            make(asked.documents, asked.out, asked.start)
        if asked.times:
            multiply(asked.times, asked.out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
