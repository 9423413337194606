"""One warehouse with passages in six languages for the tests that only ask."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.warehouse.search.made import TEXTS, made, put
from warehouse.connection import Connection, open_warehouse


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory, empty_warehouse: Path) -> Iterator[Connection]:
    path = tmp_path_factory.mktemp("search") / "rapporteur.duckdb"
    shutil.copyfile(empty_warehouse, path)
    with open_warehouse(path) as connection:
        put(connection, *(made(language, some, language) for language, some in TEXTS.items()))
        yield connection
