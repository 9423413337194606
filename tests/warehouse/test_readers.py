"""Readers of what is published never fail and never see a mix of two runs, however often it is replaced."""

import multiprocessing
from pathlib import Path

from tests.warehouse.loader import BATCH, batch, small_plan
from tests.warehouse.published import documents_in_set, documents_in_snapshot, read_until_told
from warehouse.connection import open_warehouse
from warehouse.load import load_batch
from warehouse.publish import publish

READERS, RUNS = 8, 20


def test_eight_readers_read_while_twenty_runs_publish(tmp_path: Path) -> None:
    snapshot = tmp_path / "published" / "contributions.duckdb"
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.warehouse.published"])
    end, told = context.Event(), context.SimpleQueue()
    with open_warehouse(tmp_path / "rapporteur.duckdb") as connection:
        load_batch(connection, batch(0))
        publish(connection, snapshot, small_plan())
        readers = [
            context.Process(target=read_until_told, args=(snapshot, end, told), daemon=True) for _ in range(READERS)
        ]
        for reader in readers:
            reader.start()
        for run in range(1, RUNS):
            load_batch(connection, batch(run * BATCH)[:1])
            assert publish(connection, snapshot, small_plan())
        end.set()
        said = [told.get() for _ in range(READERS)]
        for reader in readers:
            reader.join()
    assert [one for one in said if isinstance(one, str)] == []
    assert min(said) > 0
    links = [snapshot.with_name(name) for name in ("parquet", "csv")]
    assert [documents_in_snapshot(snapshot), *map(documents_in_set, links)] == [BATCH + RUNS - 1] * 3
