"""Killing the program at any moment loses nothing and doubles nothing."""

import random
import subprocess
import sys
import time
from pathlib import Path

from tests.warehouse.loader import BATCH, PASSAGES
from warehouse.connection import Connection, open_snapshot, open_warehouse

ROWS = """
SELECT
    (SELECT count(*) FROM raw.documents), (SELECT count(*) FROM raw.headers), (SELECT count(*) FROM raw.passages),
    (SELECT count(*) FROM raw.suggestions)
"""


def whole_batches(connection: Connection) -> int:
    documents, headers, passages, suggestions = connection.execute(ROWS).fetchall()[0]
    assert headers == documents
    assert passages == suggestions == documents * PASSAGES
    assert documents % BATCH == 0
    return int(documents)


def test_a_killed_load_or_publishing_leaves_whole_batches_only(path: Path) -> None:
    moments = random.Random(7)  # noqa: S311
    before = 0
    for _ in range(4):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.warehouse.loader", str(path)],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        ) as loader:
            assert loader.stdout
            assert loader.stdout.readline() == b"started\n"
            time.sleep(moments.uniform(0.1, 0.8))
            loader.kill()
        with open_warehouse(path) as connection:
            after = whole_batches(connection)
        assert after >= before
        before = after
        if path.with_name("published.duckdb").exists():
            with open_snapshot(path.with_name("published.duckdb")) as snapshot:
                assert whole_batches(snapshot) <= after
    assert before > 0
