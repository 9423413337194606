"""Whether anything is lost, doubled or half when the program is killed at random moments of loading and publishing."""

import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from tests.bench.figures import Figure, show
from tests.warehouse.killing import kill_at_random, tell


def main(times: int = 500, seed: int = 20) -> int:
    with tempfile.TemporaryDirectory() as folder:
        kills = []
        for kill in kill_at_random(Path(folder), times, seed):
            kills.append(kill)
            if len(kills) % 25 == 0:
                print(f"{len(kills)} kills, {dict(tell(kills))}, {kill.loaded} documents", flush=True)
    loaded = [kill.loaded for kill in kills]
    lost = sum(now < before for before, now in pairwise(loaded))
    back = sum(after.published < before.published for before, after in pairwise(kills))
    mixed = sum(len(set(kill.published)) > 1 for kill in kills)
    during = tell(kills)
    show(
        "kill -9 at random moments; what is left was opened, counted and compared with its hashes each time",
        [
            Figure("kills", len(kills), bar=times),
            *(Figure(f"kills while {what}", number) for what, number in sorted(during.items())),
            Figure("half or doubled documents, broken snapshots or sets", 0, bar=0, at_most=True, note="else it stops"),
            Figure("kills after which documents were missing", lost, bar=0, at_most=True),
            Figure("kills after which an older publishing was back", back, bar=0, at_most=True),
            Figure("kills between the renames of snapshot, Parquet and CSV", mixed, note="each whole, of two runs"),
            Figure("documents in the end", loaded[-1] if loaded else 0),
        ],
    )
    return int(bool(lost or back or len(kills) < times))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
