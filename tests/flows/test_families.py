"""The samples through the flow: language versions, revisions and copies count once, and the receipts say so."""

import shutil

import pytest

from flows.run import run_once
from flows.settings import load_settings
from flows.workspace import Workspace
from samples.sample import FILES
from warehouse.connection import open_snapshot

NAMES = (
    "CWG-COP-20_04-E_Kenya.docx",
    "CWG-COP-20_04-F_Kenya.pdf",
    "CWG-COP-20_12-Rev.1_Uruguay.docx",
    "CWG-COP-20_12_Uruguay.pdf",
    "Kenya national plan FINAL (2).docx",
    "terms_of_reference.docx",
)


@pytest.mark.usefixtures("prefect_server")
def test_the_samples_that_are_one_count_once(workspace: Workspace) -> None:
    for name in NAMES:
        shutil.copyfile(FILES / name, workspace.inbox / name)
    report = run_once(workspace, load_settings(workspace.root), lambda *_: None)
    assert report.outcomes == {"loaded": 5, "duplicate": 1, "waiting": 0, "quarantined": 0}
    assert (report.documents, report.contents) == (3, 5)
    assert report.languages == {"en": 2, "es": 1}
    assert max(report.risks.values()) <= 3
    with open_snapshot(workspace.snapshot) as snapshot:
        found = snapshot.execute(
            "SELECT symbol, languages, [(m.symbol, m.in_force) FOR m IN members] FROM families ORDER BY symbol"
        ).fetchall()
        assert found == [
            ("CWG-COP-20/12(Rev.1)-S", ["es"], [("CWG-COP-20/12(Rev.1)-S", True), ("CWG-COP-20/12-S", False)]),
            ("CWG-COP-20/4-E", ["en", "fr"], [("CWG-COP-20/4-E", True), ("CWG-COP-20/4-F", True)]),
            (None, ["en"], [(None, True)]),
        ]
        assert snapshot.execute("SELECT sum(documents) FROM documents_by_language").fetchall() == [(3,)]
    receipts = {path.name: path.read_text(encoding="utf-8") for path in workspace.receipts.rglob("*.txt")}
    base = next(text for name, text in receipts.items() if name.startswith("CWG-COP-20_12_Uruguay"))
    assert "In force     no: replaced by CWG-COP-20/12(Rev.1)-S" in base
    french = next(text for name, text in receipts.items() if name.startswith("CWG-COP-20_04-F"))
    assert "Counted with CWG-COP-20/4-E" in french
