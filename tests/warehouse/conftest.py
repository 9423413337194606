"""Warehouses and hand-made documents for the tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from warehouse.connection import Connection, open_warehouse


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rapporteur.duckdb"


@pytest.fixture(scope="session")
def empty_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an empty warehouse to copy: making all its tables and views takes twenty times as long."""
    file = tmp_path_factory.mktemp("empty") / "rapporteur.duckdb"
    with open_warehouse(file):
        return file


@pytest.fixture
def connection(path: Path, empty_warehouse: Path) -> Iterator[Connection]:
    shutil.copyfile(empty_warehouse, path)
    with duckdb.connect(path) as opened:
        yield opened
