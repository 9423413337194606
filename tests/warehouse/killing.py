"""Kills who loads and publishes at random moments, and looks at what is left each time."""

import multiprocessing
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.warehouse.loader import BATCH, PASSAGES, load_and_publish, small_plan
from tests.warehouse.published import documents_in_set, documents_in_snapshot
from warehouse.connection import Connection, open_warehouse

_ROWS = """
SELECT
    (SELECT count(*) FROM raw.documents), (SELECT count(*) FROM raw.headers), (SELECT count(*) FROM raw.passages),
    (SELECT count(DISTINCT (document, paragraph)) FROM raw.passages), (SELECT count(*) FROM raw.suggestions),
    (SELECT count(DISTINCT document) FROM raw.suggestions)
"""
_PUBLISHING = 0.6
"""Share of the kills whose moment is counted from the begin of the first publishing, not of the loading."""
_LONGEST = 300.0
"""Seconds until the loader has begun; more means that it cannot open what a kill left."""


@dataclass(frozen=True, slots=True)
class Kill:
    """One kill: what was going on, and how many documents there are after it."""

    during: str
    loaded: int
    published: tuple[int, int, int]
    """In the snapshot, in Parquet and in CSV; none of them before the first publishing."""


def kill_at_random(folder: Path, times: int, seed: int, longest: float = 3.0) -> Iterator[Kill]:
    """Kill so often, at any moment of loading and publishing once; raise AssertionError for what is not whole.

    How long that is, at most `longest` seconds, is measured first, by a loader that is killed in its second
    round.
    """
    moments = random.Random(seed)  # noqa: S311
    path, snapshot = folder / "rapporteur.duckdb", folder / "published" / "contributions.duckdb"
    context = multiprocessing.get_context("forkserver")  # a child starts in milliseconds, without this process's state
    context.set_forkserver_preload(["tests.warehouse.loader"])
    seconds = 0.0
    for place in range(times):
        told, telling = context.Pipe(duplex=False)
        loader = context.Process(target=load_and_publish, args=(path, snapshot, telling, small_plan()), daemon=True)
        loader.start()
        telling.close()
        assert told.poll(_LONGEST), "the loader does not begin"
        said = told.recv()
        if place == 0:
            seconds = min(longest, _round(told))
        elif moments.random() < _PUBLISHING:  # on a busy machine it is else killed before it comes to publishing
            said = told.recv()
        loader.join(moments.uniform(0.0, seconds))
        assert loader.exitcode is None, "the loader ended by itself"
        loader.kill()
        loader.join()
        with open_warehouse(path) as connection:
            loaded = _whole_batches(connection)
        yield Kill(_last(told, said), loaded, _published(snapshot, loaded))


def _round(told: "multiprocessing.connection.Connection") -> float:
    begin = time.monotonic()
    assert [told.recv() for _ in range(2)] == ["publishing", "loading"]
    return time.monotonic() - begin


def tell(kills: list[Kill]) -> Counter[str]:
    """Count the kills by what was going on."""
    return Counter(kill.during for kill in kills)


def _last(told: "multiprocessing.connection.Connection", said: str) -> str:
    try:
        while True:
            said = told.recv()
    except EOFError:
        return said


def _published(snapshot: Path, loaded: int) -> tuple[int, int, int]:
    if not snapshot.exists():
        return (0, 0, 0)
    links = [snapshot.with_name(name) for name in ("parquet", "csv")]
    parquet, csv = (documents_in_set(link) if link.exists() else 0 for link in links)
    numbers = (documents_in_snapshot(snapshot), parquet, csv)
    assert all(number % BATCH == 0 for number in numbers), numbers
    # Each is whole; killed between two renames, the files may be of the publishing before.
    assert loaded >= numbers[0] >= parquet >= csv, (loaded, numbers)
    return numbers


def _whole_batches(connection: Connection) -> int:
    ((documents, headers, passages, distinct, suggestions, labelled),) = connection.execute(_ROWS).fetchall()
    assert headers == documents == labelled
    assert passages == distinct == suggestions == documents * PASSAGES
    assert documents % BATCH == 0
    return int(documents)
