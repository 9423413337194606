"""Times markitdown on the files named on standard input, in an environment that holds nothing of ours."""

import json
import sys
import time

import markitdown  # type: ignore[import-not-found, unused-ignore] # installed only where this script runs

ROUNDS = 2
"""The faster counts for each file; the first also loads libraries."""


def main() -> None:
    """Print the processor seconds of each file that markitdown reads."""
    converter = markitdown.MarkItDown(enable_plugins=False)
    seconds: dict[str, float] = {}
    for path in json.load(sys.stdin):
        for _ in range(ROUNDS):
            start = time.process_time()
            try:
                converter.convert(path)
            except markitdown.MarkItDownException:
                break
            seconds[path] = min(seconds.get(path, float("inf")), time.process_time() - start)
    json.dump(seconds, sys.stdout)


if __name__ == "__main__":
    main()
