"""Times markitdown on the files named on standard input, in an environment that holds nothing of ours."""

import json
import sys
import time

import markitdown  # type: ignore[import-not-found, unused-ignore] # installed only where this script runs


def main() -> None:
    """Print the processor seconds for each file that markitdown reads."""
    converter = markitdown.MarkItDown(enable_plugins=False)
    seconds: dict[str, float] = {}
    for path in json.load(sys.stdin):
        start = time.process_time()
        try:
            converter.convert(path)
        except markitdown.MarkItDownException:
            continue
        seconds[path] = time.process_time() - start
    json.dump(seconds, sys.stdout)


if __name__ == "__main__":
    main()
