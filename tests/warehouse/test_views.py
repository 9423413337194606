"""The views and the queries that come with them, on hand-made rows."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from extractors.document import Source
from models.labels import Facet
from tests.warehouse.made import document, entry, suggestion
from warehouse.concepts import ConceptRow, load_concepts
from warehouse.connection import Connection
from warehouse.digest import digest
from warehouse.load import load_batch
from warehouse.summary import Count, summary

CONCEPTS = (
    ConceptRow(Facet.FRAMEWORK, "legal", "Legal framework", None, "Binding rules."),
    ConceptRow(Facet.FRAMEWORK, "technical", "Technical framework"),
    ConceptRow(Facet.RISK, "grooming", "Grooming", "contact"),
)


@pytest.fixture
def filled(connection: Connection) -> Connection:
    """Three documents: joint by two States and a club (English), by nobody (English), by Spain (French)."""
    joint = (Source("France", "FRA"), Source("Spain", "ESP"), Source("A club"))
    load_concepts(connection, "2026.1", CONCEPTS)
    load_batch(
        connection,
        [
            entry(
                document("a", sources=joint),
                suggestion("aaaaaaaa-1", Facet.RISK, "grooming", 0.9, (14, 22)),
                suggestion("aaaaaaaa-1", Facet.FRAMEWORK, "legal", 0.8, (0, 5), (2, 5)),
                suggestion("aaaaaaaa-1", Facet.PURPOSE, "good_practice"),
                suggestion("aaaaaaaa-2", Facet.FRAMEWORK, "legal", 0.5, (0, 1)),
                suggestion("aaaaaaaa-2", Facet.FRAMEWORK, "technical", 0.49, (0, 1)),
            ),
            entry(document("b", sources=()), suggestion("bbbbbbbb-1", Facet.RISK, "grooming", 0.6, (14, 22))),
            entry(
                document("c", language="fr", sources=(Source("Spain", "ESP"),)),
                suggestion("cccccccc-2", Facet.FRAMEWORK, "legal"),
                suggestion("cccccccc-2", Facet.RISK, "unheard_of"),
                suggestion("cccccccc-1", Facet.RISK, "grooming", 0.1),
            ),
        ],
    )
    return connection


def rows(connection: Connection, sql: str) -> list[tuple[Any, ...]]:
    return connection.execute(sql).fetchall()


def test_a_label_is_in_force_from_its_threshold_on(filled: Connection) -> None:
    assert rows(filled, "SELECT concept, name, score FROM labels WHERE document[1] = 'a' AND paragraph = 2") == [
        ("legal", "Legal framework", 0.5)
    ]


def test_a_concept_without_a_taxonomy_is_called_by_its_id(filled: Connection) -> None:
    assert rows(filled, "SELECT name, concept_group FROM labels WHERE concept = 'unheard_of'") == [("unheard_of", None)]


def test_of_two_models_the_surer_one_speaks(connection: Connection) -> None:
    one = suggestion("aaaaaaaa-1", Facet.RISK, "grooming", 0.6, (0, 1))
    other = type(one)("aaaaaaaa-1", Facet.RISK, "grooming", 0.7, 0.5, (), "trained-1")
    load_batch(connection, [entry(document("a"), one, other)])
    assert rows(connection, "SELECT model, score, evidence FROM labels") == [("trained-1", 0.7, [])]


def test_evidence_is_quoted_with_its_place(filled: Connection) -> None:
    assert rows(
        filled,
        "SELECT symbol, page, paragraph, quote FROM label_evidence WHERE document[1] = 'a' "
        "ORDER BY paragraph, concept, quote",
    ) == [
        ("C/a-E", 1, 1, "grooming"),
        ("C/a-E", 1, 1, "A law"),
        ("C/a-E", 1, 1, "law"),
        ("C/a-E", 1, 2, "A"),
    ]


def test_frameworks_count_documents_by_language(filled: Connection) -> None:
    assert rows(filled, "SELECT concept, name, language, documents FROM documents_by_framework ORDER BY ALL") == [
        ("legal", "Legal framework", "en", 1),
        ("legal", "Legal framework", "fr", 1),
    ]


def test_a_joint_contribution_counts_for_each_of_its_states(filled: Connection) -> None:
    assert rows(
        filled,
        "SELECT country, concept_group, documents FROM documents_by_risk WHERE concept = 'grooming' ORDER BY iso3",
    ) == [("Spain", "contact", 1), ("France", "contact", 1), (None, "contact", 2)]


def test_languages_count_documents_and_passages(filled: Connection) -> None:
    assert rows(filled, "SELECT * FROM documents_by_language ORDER BY ALL") == [("en", 2, 4), ("fr", 1, 2)]


def test_a_labelled_passage_shows_its_labels_by_facet(filled: Connection) -> None:
    assert rows(
        filled,
        "SELECT paragraph, frameworks, risks, purposes, levels FROM passages_with_labels WHERE document[1] = 'a' "
        "ORDER BY paragraph",
    ) == [(1, ["legal"], ["grooming"], ["good_practice"], []), (2, ["legal"], [], [], [])]


def test_a_document_shows_its_sources(filled: Connection) -> None:
    assert rows(filled, "SELECT sources, states FROM document_versions ORDER BY sha256") == [
        (["France", "Spain", "A club"], ["ESP", "FRA"]),
        ([], []),
        (["Spain"], ["ESP"]),
    ]


def test_the_summary_counts_documents_and_not_hits(filled: Connection) -> None:
    found = summary(filled)
    assert (found.documents, found.passages) == (3, 6)
    assert found.by_language == (Count("en", "en", 2), Count("fr", "fr", 1))
    assert found.by_framework == (Count("legal", "Legal framework", 2),)
    assert found.by_risk == (Count("grooming", "Grooming", 2), Count("unheard_of", "unheard_of", 1))
    assert found.attention == ()


def test_loading_concepts_again_replaces_those_of_their_version(filled: Connection) -> None:
    load_concepts(filled, "2026.1", CONCEPTS[:2])
    load_concepts(filled, "2026.2", CONCEPTS)
    assert rows(filled, "SELECT taxonomy, facet, id, position FROM raw.concepts ORDER BY ALL") == [
        ("2026.1", "framework", "legal", 1),
        ("2026.1", "framework", "technical", 2),
        ("2026.2", "framework", "legal", 1),
        ("2026.2", "framework", "technical", 2),
        ("2026.2", "risk", "grooming", 1),
    ]


def test_the_digest_tells_what_a_document_is_about(filled: Connection) -> None:
    found = digest(filled, "a" * 64)
    assert found is not None
    assert (found.symbol, found.sources, found.frameworks, found.risks) == (
        "C/a-E",
        ("France", "Spain", "A club"),
        ("legal",),
        ("grooming",),
    )
    assert digest(filled, "9" * 64) is None


@pytest.mark.parametrize("view", ["labels", "label_evidence", "documents_by_risk"])
def test_a_filter_by_concept_reaches_the_scan_of_the_suggestions(filled: Connection, view: str) -> None:
    plan = json.loads(
        rows(filled, f"EXPLAIN (FORMAT json) SELECT * FROM {view} WHERE concept = 'grooming'")[0][1]  # noqa: S608
    )
    (scan,) = [node for node in nodes(plan[0]) if "suggestions" in str(node["extra_info"].get("Table"))]
    assert "grooming" in str(scan["extra_info"]["Filters"])


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan["children"]:
        yield from nodes(child)
