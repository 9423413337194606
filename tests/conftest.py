"""What all tests share: the real files beside the checkout, and no silent skipping where optional programs must be."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

_REQUIRED = "REQUIRE_OPTIONAL_PROGRAMS"
"""Set by .ci/run, which has installed them: a test that skips for want of a program then fails."""
_REAL_FILES = "the real files are not on this machine"


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Give the folder of real files that lies beside the checkout, or skip where it is not there."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "corpora"
    if not folder.is_dir():
        pytest.skip(_REAL_FILES)
    return folder


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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where every optional program has to be installed."""
    report = yield
    if report.skipped and os.environ.get(_REQUIRED) and _REAL_FILES not in str(report.longrepr):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and may not be here: {report.longrepr}"
    return report
