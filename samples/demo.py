"""What `make run` does: drop the samples into an inbox, run the main job, and check each sample's outcome."""

import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from flows.cli.run import run_ingest
from flows.settings import load_settings
from flows.workspace import Workspace, create_workspace
from samples.manifest import read_manifest
from samples.sample import FILES
from warehouse.connection import open_snapshot
from warehouse.submissions import Submission, submissions


def main(folder: str) -> int:
    """Run the demonstration in a workspace; give 0 where every sample had its expected outcome, else 1."""
    workspace = create_workspace(Path(folder))
    for file in sorted(FILES.iterdir()):
        shutil.copyfile(file, workspace.inbox / file.name)
    # Exit code 1 is expected: some samples are damaged on purpose, and need a person's attention.
    run_ingest(workspace.root, as_json=False)
    wrong = list(unexpected(workspace))
    for line in wrong:
        sys.stderr.write(f"Not as expected: {line}\n")
    if not wrong:
        sys.stdout.write("\nEvery sample had its expected outcome. Drop your own files and type: rapporteur run\n")
    return 1 if wrong else 0


def unexpected(workspace: Workspace) -> Iterator[str]:
    """Tell which samples did not get the outcome that the manifest expects."""
    there = load_settings(workspace.root).options().programs
    with open_snapshot(workspace.warehouse) as connection:
        last = {one.name: one for one in submissions(connection)}
    for entry in read_manifest():
        expected = _expected(entry, there)
        found = last.get(entry["file"])
        if found is None or str(found.outcome) not in expected:
            yield f"{entry['file']}: {_found(found)}, not {' or '.join(sorted(expected))}"


def _expected(entry: Mapping[str, str], there: Mapping[str, Path | None]) -> set[str]:
    """Give the outcomes that are right; what is loaded on the first run is a duplicate on the next."""
    needs = entry.get("needs")
    if needs and not there[needs]:
        return {"waiting"}
    return {"loaded", "duplicate"} if entry["outcome"] == "loaded" else {entry["outcome"]}


def _found(submission: Submission | None) -> str:
    return f"{submission.outcome} ({submission.reason})" if submission else "no outcome"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
