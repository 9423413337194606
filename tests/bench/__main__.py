"""Runs the benches: `python -m tests.bench` all of them, `python -m tests.bench NAME ...` those that are named."""

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence

BENCHES = {
    "reading": "the figures that the readers have to reach: speed, memory, word order, changes, tables, OCR",
    "corpora": "what becomes of every real file, within the limits of one file",
    "first_pages": "what the header reader finds on first pages, and what it invents",
    "questionnaires": "questions and answers of made questionnaires, and whether any other file gives some",
    "classification": "how well rules and trained model label passages that nothing was chosen on",
    "families": "how surely families are found, and what one more batch costs at 100,000 documents",
    "search": "how long search and similar take, how large the index is, and what it costs at load",
    "marts": "how long the tables of a snapshot take to make, and each mart and ready question to answer",
    "decided_labels": "what decisions on labels cost: the view labels, placing them, the work list",
    "killing": "whether anything is lost, doubled or half after 500 kills at random moments of loading and publishing",
    "warehouse": "what loading, size, views and publishing cost at 100,000 documents",
    "prefect_share": "how much of a run is Prefect's",
}
"""The benches of `make bench`; the fuzzer and the parts of `reading` run by their own names: `tests.bench.fuzz`."""


def main(arguments: Sequence[str]) -> int:
    """Run benches one after another, each in a process of its own; give 1 where one failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="; ".join(f"{k}: {v}" for k, v in BENCHES.items()))
    parser.add_argument("--markitdown", metavar="PYTHON", help="the Python program of an environment with markitdown")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.names) - set(BENCHES):
        parser.error(f"no such bench: {', '.join(sorted(unknown))}; there are {', '.join(BENCHES)}")
    failed = []
    for name in asked.names or BENCHES:
        sys.stdout.write(f"\n== {name}: {BENCHES[name]}\n")
        sys.stdout.flush()
        start = time.monotonic()
        extra = [asked.markitdown] if name == "reading" and asked.markitdown else []
        command = [sys.executable, "-W", "ignore", "-m", f"tests.bench.{name}", *extra]
        if subprocess.run(command, check=False).returncode:
            failed.append(name)
        sys.stdout.write(f"== {name}: {time.monotonic() - start:.0f} s\n")
    if failed:
        sys.stderr.write(f"Benches that failed: {', '.join(failed)}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
