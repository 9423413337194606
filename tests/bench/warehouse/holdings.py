"""What a warehouse and its snapshot hold: size, seconds of every view, seconds to publish."""

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.figures import Figure
from warehouse.connection import Connection, open_snapshot, open_warehouse
from warehouse.publish import publish

_TEXT = "SELECT sum(strlen(text)) FROM raw.passages"
_USED = "SELECT used_blocks * block_size FROM pragma_database_size() WHERE database_name = current_database()"
_BLOCKS = """
SELECT count(DISTINCT block) FROM (
    SELECT unnest(list_append(additional_block_ids, block_id)) AS block FROM pragma_storage_info('$table')
) WHERE block >= 0
"""
_COUNTED = 'SELECT count(COLUMNS(*)) FROM "$name"'
_SHOWN = 12
"""Tables whose size is told."""


def size(path: Path) -> list[Figure]:
    """Compare a file with the texts of its passages; blocks that are free count, and are told apart."""
    with open_snapshot(path) as connection:
        text = _one(connection, _TEXT)
        used = _one(connection, _USED)
        tables = sorted(_tables(connection), key=lambda one: -one[1])
    whole = path.stat().st_size
    blocks = sum(count for _, count in tables) * 262_144
    return [
        Figure("file over the UTF-8 text of its passages", whole / text, "times", 1.5, at_most=True),
        Figure("the same without free blocks", used / text, "times", 1.5, at_most=True),
        Figure("text of the passages", text / 1e6, "MB"),
        *(Figure(f"  {name}", count * 0.262144 * 1e6 / text, "times") for name, count in tables[:_SHOWN]),
        Figure("  indexes and the catalog", max(0, used - blocks) / text, "times"),
    ]


def views(path: Path) -> Iterator[Figure]:
    """Time every view of a snapshot twice: all columns of all rows counted, and the first hundred rows in order."""
    with open_snapshot(path) as connection:
        found = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main' ORDER BY ALL"
        for (name,) in connection.execute(found).fetchall():
            counted = _seconds(connection, _COUNTED.replace("$name", name))
            top = _seconds(connection, f'FROM "{name}" ORDER BY 1 LIMIT 100')
            yield Figure(f"{name}: all rows", counted, "s", 1, at_most=True, note=f"first hundred {top:.2f} s")


def publishing(path: Path, folder: Path | None = None) -> list[Figure]:
    """Publish a warehouse once, with the files beside the snapshot."""
    with open_warehouse(path) as connection, TemporaryDirectory(dir=folder) as place:
        target = Path(place) / "published" / "contributions.duckdb"
        clock, processor = time.perf_counter(), time.process_time()
        publish(connection, target)
        seconds, processed = time.perf_counter() - clock, time.process_time() - processor
        megabytes = target.stat().st_size / 1e6
    return [
        Figure("publishing", seconds, "s", 60, at_most=True, note=f"{processed:.0f} s of processor time"),
        Figure("snapshot", megabytes, "MB"),
    ]


def _tables(connection: Connection) -> Iterator[tuple[str, int]]:
    found = "SELECT schema_name || '.' || table_name FROM duckdb_tables() WHERE NOT internal"
    for (name,) in connection.execute(found).fetchall():
        yield name, _one(connection, _BLOCKS.replace("$table", name))


def _seconds(connection: Connection, question: str) -> float:
    begin = time.perf_counter()
    connection.execute(question).fetchall()
    return time.perf_counter() - begin


def _one(connection: Connection, question: str) -> int:
    ((value,),) = connection.execute(question).fetchall()
    return int(value)
