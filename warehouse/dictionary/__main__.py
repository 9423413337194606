"""The command that writes the data dictionary: `python -m warehouse.dictionary`."""

import sys
from pathlib import Path

import duckdb

from warehouse.dictionary.page import dictionary
from warehouse.migration import migrate

PAGE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def main(target: Path) -> None:
    """Write the dictionary of a new warehouse to a file."""
    with duckdb.connect() as connection:
        migrate(connection)
        target.write_text(dictionary(connection), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE)
