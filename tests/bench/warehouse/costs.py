"""What loading costs: passages a second, and one more batch among few and among many documents."""

import cProfile
import pstats
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.figures import Figure
from tests.bench.warehouse.corpus import MODEL, entries
from tests.bench.warehouse.filling import make, prepare
from warehouse.connection import Connection, open_warehouse
from warehouse.entry import Entry
from warehouse.load import load_batch
from warehouse.relabelling import replace_suggestions

_AT_ONCE, _BATCHES = 1_000, 3
_FEW, _BATCH, _TIMES = 1_000, 100, 7
_NEW = 10_000_000
"""Number of the first document of the batches that are measured; no warehouse has so many."""
_PARTS = {
    "rows and columns": "_tables",
    "inserting": "_insert",
    "families": "link_loaded",
    "questionnaires": "link_questionnaires",
    "index of the search": "index_loaded",
    "committing": "commit",
}


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock and of processors."""

    clock: float
    processor: float


def loading(folder: Path | None = None) -> list[Figure]:
    """Load batches into an empty warehouse; the last of them tells what part each stage takes."""
    with TemporaryDirectory(dir=folder) as place, open_warehouse(Path(place) / "load.duckdb") as connection:
        prepare(connection)
        more = entries(_AT_ONCE * _BATCHES)
        costs, passages = [], 0
        for _ in range(_BATCHES - 1):
            batch = list(islice(more, _AT_ONCE))
            passages += _passages(batch)
            costs.append(_cost(load_batch, connection, batch))
        last = list(more)
        profile = cProfile.Profile()
        profile.runcall(load_batch, connection, last)
    clock, processor = (sum(getattr(one, name) for one in costs) for name in ("clock", "processor"))
    return [
        Figure("passages a second, with labels, families, questionnaires, index", passages / clock, "/s", 20_000),
        Figure("the same a second of processor time", passages / processor, "/s"),
        *_parts(profile),
    ]


def more_batches(many: Path, folder: Path | None = None) -> Iterator[Figure]:
    """Compare batches at 1,000 documents with those in the warehouse `many`, by kind of batch."""
    with TemporaryDirectory(dir=folder) as place:
        few, copy = Path(place) / "few.duckdb", Path(place) / "many.duckdb"
        make(_FEW, few)
        shutil.copyfile(many, copy)
        small, documents = _batches(few)
        large, all_documents = _batches(copy)
    for kind, costs in small.items():
        for name in ("clock", "processor"):
            one, other = (min(getattr(each, name) for each in some) for some in (costs, large[kind]))
            middle = (median(getattr(each, name) for each in some) for some in (costs, large[kind]))
            note = "{:.2f} s, {:.2f} s; medians {:.2f}, {:.2f}".format(one, other, *middle)
            what = f"{kind}: {all_documents:,} against {documents:,} documents, {name}"
            yield Figure(what, other / one, "times", 1.5, at_most=True, note=note)


def _batches(path: Path) -> tuple[dict[str, list[Cost]], int]:
    with open_warehouse(path) as connection:
        ((documents,),) = connection.execute("SELECT count(*) FROM raw.documents").fetchall()
        connection.execute("CHECKPOINT")
        batches = [list(entries(_BATCH, _NEW + turn * _BATCH)) for turn in range(_TIMES)]
        return {
            "new documents": [_cost(load_batch, connection, some) for some in batches],
            "read again": [_cost(load_batch, connection, some) for some in batches[:3]],
            "labelled again": [_cost(_relabel, connection, some) for some in batches[:3]],
        }, documents


def _relabel(connection: Connection, batch: Sequence[Entry]) -> None:
    suggestions = {one.document.sha256: one.suggestions for one in batch}
    replace_suggestions(connection, suggestions, model=MODEL, taxonomy=batch[0].versions.taxonomy)


def _cost(stage: Callable[[Connection, Sequence[Entry]], None], connection: Connection, batch: Sequence[Entry]) -> Cost:
    clock, processor = time.perf_counter(), time.process_time()
    stage(connection, batch)
    return Cost(time.perf_counter() - clock, time.process_time() - processor)


def _passages(batch: Sequence[Entry]) -> int:
    return sum(len(one.document.passages) for one in batch)


def _parts(profile: cProfile.Profile) -> Iterator[Figure]:
    told = {key[2]: value[3] for key, value in pstats.Stats(profile).stats.items()}  # type: ignore[attr-defined]
    whole = told["load_batch"]
    for part, function in _PARTS.items():
        seconds = next((value for name, value in told.items() if function in name), 0.0)
        yield Figure(f"share of {part}", 100 * seconds / whole, "%")
