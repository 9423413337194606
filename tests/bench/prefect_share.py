"""How much of a run is Prefect's: the samples through the flow, and through the same stage functions without it."""

import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.child import read_and_classify
from flows.intake import raw_file, take_inbox
from flows.ledger import open_ledger
from flows.pool import reading_pool
from flows.settings import load_settings
from flows.workspace import Workspace, create_workspace
from samples.sample import FILES


def main() -> None:
    """Print the seconds of both, and Prefect's share."""
    with TemporaryDirectory() as folder:
        bare = _seconds_without(_filled(Path(folder, "without")))
        workspace = _filled(Path(folder, "with"))
        first = _seconds_with(workspace)
        again = _seconds_with(_refilled(workspace))
    sys.stdout.write(f"stage functions alone          {bare:6.1f} s\n")
    sys.stdout.write(f"with Prefect, first run        {first:6.1f} s ({1 - bare / first:.0%} is Prefect's)\n")
    sys.stdout.write(f"with Prefect, all known        {again:6.1f} s\n")


def _filled(root: Path) -> Workspace:
    return _refilled(create_workspace(root))


def _refilled(workspace: Workspace) -> Workspace:
    for file in FILES.iterdir():
        shutil.copyfile(file, workspace.inbox / file.name)
    time.sleep(load_settings(workspace.root).settle_seconds)
    return workspace


def _seconds_with(workspace: Workspace) -> float:
    start = time.perf_counter()
    command = [sys.executable, "-m", "flows.cli", "run", "--json", "--workspace", str(workspace.root)]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def _seconds_without(workspace: Workspace) -> float:
    start = time.perf_counter()
    settings = load_settings(workspace.root)
    with open_ledger(workspace, None) as ledger, reading_pool(settings, workspace.ocr_cache) as pool:
        unread = ledger.record(take_inbox(workspace, settings.settle_seconds).arrivals, settings.options())
        for i in range(0, len(unread), settings.batch_size):
            batch = [raw_file(one, workspace.archive) for one in unread[i : i + settings.batch_size]]
            ledger.settle(list(pool.run(read_and_classify, batch)))
        ledger.publish()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
