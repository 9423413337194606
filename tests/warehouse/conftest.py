"""Warehouses and hand-made documents for the tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from warehouse.connection import Connection, open_warehouse


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rapporteur.duckdb"


@pytest.fixture
def connection(path: Path) -> Iterator[Connection]:
    with open_warehouse(path) as opened:
        yield opened
