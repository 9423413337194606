"""A run takes over what is trusted, and `rapporteur status` says how many labels wait for a person."""

import json
from pathlib import Path

import duckdb

from flows.workspace import Workspace
from tests.flows.cli.test_commands import SAMPLES, call
from tests.flows.conftest import Drop


def test_status_counts_the_labels_that_wait(workspace: Workspace, drop: Drop, prefect_server: str) -> None:
    assert json.loads(call("status", "--json", "--workspace", workspace.root)[1])["labels"] == []
    drop("CWG-COP-20_04-E_Kenya.docx", content=(SAMPLES / "CWG-COP-20_04-E_Kenya.docx").read_bytes())
    assert call("run", "--workspace", workspace.root)[0] == 0
    standings = json.loads(call("status", "--json", "--workspace", workspace.root)[1])["labels"]
    trusted, waiting = (sum(one[key] for one in standings) for key in ("trusted", "to_review"))
    assert trusted > 0
    assert waiting > 0
    assert (
        f"Labels that wait for review: {waiting} of {trusted + waiting} ("
        in call("status", "--workspace", workspace.root)[1]
    )
    assert listed(workspace.snapshot) == waiting


def listed(snapshot: Path) -> int:
    with duckdb.connect(snapshot, read_only=True) as connection:
        row = connection.execute("SELECT count(*) FROM labels_to_review").fetchone()
    return int(row[0]) if row else 0
