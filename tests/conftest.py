from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Give the folder of real files that lies beside the checkout, or skip where it is not there."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "corpora"
    if not folder.is_dir():
        pytest.skip("the real files are not on this machine")
    return folder
