"""What all tests share: the real files beside the checkout, and no silent skipping where optional programs must be."""

import os
from collections.abc import Generator
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
