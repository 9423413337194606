"""Workspaces with real files, and one Prefect server for all tests of flows."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest

from flows.settings import FILE_NAME
from flows.workspace import Workspace, create_workspace

Drop = Callable[..., Path]


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    for name in [name for name in os.environ if name.startswith("RAPPORTEUR_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = create_workspace(tmp_path / "workspace")
    (made.root / FILE_NAME).write_text("settle_seconds = 0\nworkers = 2\nbatch_size = 2\n", encoding="utf-8")
    return made


@pytest.fixture
def drop(workspace: Workspace) -> Drop:
    """Give a function that drops a small contribution, or given bytes, into the inbox."""

    def make(name: str, text: str = "", content: bytes | None = None) -> Path:
        path = workspace.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is not None:
            path.write_bytes(content)
            return path
        document = docx.Document()
        document.add_paragraph(f"The ministry adopted a law against the grooming of children online. {text}")
        document.save(str(path))
        return path

    return make


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a Prefect server on a free port of this machine and point this process at it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}/api"
    environment = os.environ | {
        "PREFECT_HOME": str(tmp_path_factory.mktemp("prefect")),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
        "DO_NOT_TRACK": "1",
    }
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as server:
        try:
            _wait_until_healthy(address, server)
            os.environ["PREFECT_API_URL"] = address
            yield address
        finally:
            os.environ.pop("PREFECT_API_URL", None)
            os.killpg(server.pid, 15)


def _wait_until_healthy(address: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        assert server.poll() is None, "the Prefect server ended at its start"
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=2):  # noqa: S310 - our own server
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    raise AssertionError("the Prefect server did not start within 90 seconds")
