"""One warehouse with passages in six languages for the tests that only ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.warehouse.search.made import TEXTS, made, put
from warehouse.connection import Connection, open_warehouse


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    path: Path = tmp_path_factory.mktemp("search") / "rapporteur.duckdb"
    with open_warehouse(path) as connection:
        put(connection, *(made(language, some, language) for language, some in TEXTS.items()))
        yield connection
