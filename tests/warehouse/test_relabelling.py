"""Suggestions are replaced alone: texts, headers, families and what people decided stay as they are."""

from typing import Any

import pytest

from models.labels import Facet
from tests.warehouse.earlier import contents
from tests.warehouse.made import document, entry, full_document, suggestion
from warehouse.connection import Connection
from warehouse.errors import WarehouseError
from warehouse.load import load_batch
from warehouse.relabelling import replace_suggestions

A, B = "a" * 64, "b" * 64


@pytest.fixture
def loaded(connection: Connection) -> Connection:
    load_batch(
        connection,
        [
            entry(document("a"), suggestion("aaaaaaaa-1", Facet.RISK, "grooming", 0.9, (2, 5))),
            entry(document("b"), suggestion("bbbbbbbb-2", Facet.FRAMEWORK, "technical")),
            entry(full_document(), suggestion("f-1", Facet.RISK, "csam")),
        ],
    )
    return connection


def test_another_model_changes_nothing_but_the_suggestions_of_its_documents(loaded: Connection) -> None:
    before = contents(loaded)
    again = [suggestion("aaaaaaaa-2", Facet.FRAMEWORK, "technical", 0.8, (0, 3))]
    replace_suggestions(loaded, {A: again}, model="rules-2", taxonomy="2026.2")
    after = contents(loaded)
    assert {name for name in before if before[name] != after[name]} == {"documents", "suggestions"}
    labels = "SELECT document[:1], paragraph, concept, evidence FROM raw.suggestions ORDER BY ALL"
    assert loaded.execute(labels).fetchall() == [
        ("a", 2, "technical", [{"start": 0, "end": 3}]),
        ("b", 2, "technical", []),
        ("f", 1, "csam", []),
    ]
    versions = "SELECT sha256[:1], model_version, taxonomy_version, extractor_version FROM raw.documents ORDER BY ALL"
    assert loaded.execute(versions).fetchall() == [
        ("a", "rules-2", "2026.2", "reader-1"),
        ("b", "rules-1", "2026.1", "reader-1"),
        ("f", "rules-1", "2026.1", "reader-1"),
    ]


def test_replacing_twice_is_replacing_once(loaded: Connection) -> None:
    again = {A: [suggestion("aaaaaaaa-1", Facet.RISK, "csam")], B: []}
    replace_suggestions(loaded, again, model="rules-2", taxonomy="2026.1")
    once = contents(loaded)["suggestions"]
    replace_suggestions(loaded, again, model="rules-2", taxonomy="2026.1")
    assert contents(loaded)["suggestions"] == once
    assert len(once) == 2


@pytest.mark.parametrize(
    ("replaced", "message"),
    [
        ({"c" * 64: []}, "has no document cccc"),
        ({A: [suggestion("bbbbbbbb-1", Facet.RISK, "csam")]}, "label of document C/a-E is for passage bbbbbbbb-1"),
        ({B: [], A: [suggestion("aaaaaaaa-2", Facet.RISK, "csam", 0.9, (0, 10))]}, "C/a-E ends after its passage"),
        ({B: [], A: [suggestion("aaaaaaaa-2", Facet.RISK, "csam")] * 2}, "C/a-E has the label csam twice"),
    ],
)
def test_what_does_not_fit_leaves_all_as_it_was(loaded: Connection, replaced: Any, message: str) -> None:
    before = contents(loaded)
    with pytest.raises(WarehouseError, match=message):
        replace_suggestions(loaded, replaced, model="rules-2", taxonomy="2026.1")
    assert contents(loaded) == before
