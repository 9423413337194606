"""Candidates for themes are looked for in passages without one, and kept with their examples."""

import json
from pathlib import Path

import pytest

from extractors.document import Document, Header, MediaType, Source
from flows.cli.candidates import print_candidates
from flows.workspace import create_workspace
from models.labels import Facet
from tests.warehouse.made import entry, passages, suggestion
from warehouse.connection import open_snapshot, open_warehouse
from warehouse.load import Entry, load_batch

STATES = (("a", "Kenya", "KEN"), ("b", "Chile", "CHL"), ("c", "Norway", "NOR"))


def contribution(sign: str, name: str, iso3: str) -> Entry:
    sha256 = sign * 64
    texts = (f"Pupils are drawn into zorbling, reports {name}.", f"Children are groomed by flonking in {name}.")
    header = Header(f"C/{sign}", symbol=f"C/{sign}", sources=(Source(name, iso3),))
    some = passages(sha256, texts)
    document = Document(sha256, MediaType.PDF, "en", 1, header, some, ())
    return entry(
        document,
        suggestion(some[0].id, Facet.RISK, "harmful_content_general"),
        suggestion(some[1].id, Facet.RISK, "grooming"),
    )


def test_candidates_are_found_kept_and_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = create_workspace(tmp_path)
    with open_warehouse(workspace.warehouse) as connection:
        load_batch(connection, [contribution(*one) for one in STATES])
    assert print_candidates(tmp_path, as_json=False) == 0
    assert "zorbling (en): 3 documents" in capsys.readouterr().out
    assert print_candidates(tmp_path, as_json=True) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told["terms"][0] == "zorbling"
    assert told["documents"] == 3
    with open_snapshot(workspace.snapshot) as connection:
        rows = connection.execute(
            "SELECT id, terms[1], families, states, first_year, examples[1].text FROM candidate_themes"
        ).fetchall()
    text = "Pupils are drawn into zorbling, reports Kenya."
    assert rows == [(told["id"], "zorbling", 3, ["CHL", "KEN", "NOR"], None, text)]
