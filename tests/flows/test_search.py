"""What is published can be searched, also where the warehouse is of before there was an index."""

from collections.abc import Callable

import pytest

from flows.corrections.applying import held_warehouse, tell
from flows.run import run_once
from flows.settings import load_settings
from flows.workspace import Workspace
from tests.warehouse.made import document, entry
from warehouse.connection import open_snapshot, open_warehouse
from warehouse.load import load_batch
from warehouse.runs import finish_run, start_run
from warehouse.sql import statement


def run_without_files(workspace: Workspace) -> None:
    run_once(workspace, load_settings(workspace.root), lambda *_: None)


def correct_nothing(workspace: Workspace) -> None:
    with held_warehouse(workspace) as connection:
        tell(connection, workspace, ())


@pytest.mark.parametrize("publishing", [run_without_files, correct_nothing])
def test_a_warehouse_of_before_is_published_with_an_index(
    workspace: Workspace, publishing: Callable[[Workspace], None]
) -> None:
    with open_warehouse(workspace.warehouse) as connection:
        run = start_run(connection, program_version="0")
        load_batch(connection, [entry(document("a"))])
        finish_run(connection, run)
        for table in ("search_postings", "search_passages", "search_sizes", "search_documents", "search_words"):
            connection.execute(statement("delete_search_table").replace("$table", table))
    publishing(workspace)
    with open_snapshot(workspace.snapshot) as snapshot:
        assert snapshot.execute("SELECT text FROM search('grooming')").fetchall() == [("A law against grooming.",)]
