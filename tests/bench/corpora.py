"""What becomes of every real file, read in a child process under the limits of one file."""

import sys
import time
from collections import Counter
from pathlib import Path

from extractors.media_type import raw_file
from flows.child import read_only
from flows.pool import Failure, reading_pool
from flows.settings import Settings
from tests.bench.figures import ORDINARY, Figure, show

_SLOW = 10.0


def main() -> None:
    """Print the outcomes by folder, and the files that take long."""
    if not ORDINARY.is_dir():
        sys.stdout.write("corpora: the real files are not on this machine\n")
        return
    for folder in (ORDINARY, ORDINARY.with_name("hostile")):
        show(f"Outcomes of {folder.name} files", _figures(folder))


def _figures(folder: Path) -> list[Figure]:
    outcomes: Counter[str] = Counter()
    slow: dict[str, float] = {}
    files = [raw_file(path) for path in sorted(folder.iterdir())]
    settings = Settings(workers=1, seconds_per_file=60, ocr_seconds_per_file=60)
    faults = 0
    with reading_pool(settings) as pool:
        for file in files:
            start = time.monotonic()
            (answer,) = pool.run(read_only, [file])
            if (seconds := time.monotonic() - start) > _SLOW:
                slow[file.name] = seconds
            if isinstance(answer.result, Failure):
                error = answer.result.error
                outcomes[type(error).__name__] += 1
                faults += not answer.result.expected or "made the reading program stop" in str(error)
            else:
                outcomes["read"] += 1
    return [
        *(Figure(outcome, number) for outcome, number in outcomes.most_common()),
        Figure("faults of the program, crashes", faults, "", 0, at_most=True),
        *(Figure(f"slow: {name}", seconds, "s", 60, at_most=True) for name, seconds in slow.items()),
    ]


if __name__ == "__main__":
    main()
