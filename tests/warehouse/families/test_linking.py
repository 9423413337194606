"""Families in the warehouse: batch by batch, in any order, and what the views make of them."""

import itertools
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.labels import Facet
from tests.warehouse.families.made import FRANCE, KENYA, Made
from tests.warehouse.families.test_grouping import BASE, PLAN, POOL
from tests.warehouse.made import suggestion
from warehouse.connection import Connection, open_warehouse
from warehouse.decisions import HeaderDecision, decide
from warehouse.families.linking import link_changed, link_families
from warehouse.families.relatives import place
from warehouse.families.rules import rules
from warehouse.families.versions import Role
from warehouse.load import load_batch
from warehouse.summary import summary

EVERYTHING = (
    "SELECT * FROM raw.families ORDER BY ALL",
    "SELECT * FROM raw.family_members ORDER BY ALL",
    "SELECT * FROM raw.document_pairs ORDER BY ALL",
    "SELECT document, base, origin FROM raw.family_identities ORDER BY ALL",
)


def rows(connection: Connection, sql: str) -> list[tuple[Any, ...]]:
    return connection.execute(sql).fetchall()


def load_made(connection: Connection, made: Sequence[Made]) -> None:
    load_batch(connection, [one.entry() for one in made])


def state(connection: Connection) -> list[list[tuple[Any, ...]]]:
    return [rows(connection, sql) for sql in EVERYTHING]


@pytest.fixture(scope="module")
def at_once() -> list[list[tuple[Any, ...]]]:
    with TemporaryDirectory() as folder, open_warehouse(Path(folder) / "w.duckdb") as connection:
        load_made(connection, POOL)
        return state(connection)


@given(st.permutations(POOL), st.lists(st.integers(1, len(POOL) - 1), max_size=3))
@settings(max_examples=3, deadline=None)
def test_in_whatever_order_and_batches_documents_come_the_families_are_the_same(
    at_once: list[list[tuple[Any, ...]]], made: list[Made], cuts: list[int]
) -> None:
    bounds = sorted({0, *cuts, len(made)})
    with TemporaryDirectory() as folder, open_warehouse(Path(folder) / "w.duckdb") as connection:
        for start, end in itertools.pairwise(bounds):
            load_made(connection, made[start:end])
        assert state(connection) == at_once


def test_loading_again_changes_nothing(connection: Connection) -> None:
    load_made(connection, POOL)
    before = state(connection)
    load_made(connection, POOL[3:6])
    link_families(connection, [])
    assert state(connection) == before
    assert link_changed(connection) == 0


def test_a_document_whose_text_has_changed_leaves_its_family(connection: Connection) -> None:
    load_made(connection, [PLAN, PLAN.but("copy")])
    assert rows(connection, "SELECT members FROM raw.families") == [(2,)]
    load_made(connection, [PLAN.but("copy", text="survey")])
    assert rows(connection, "SELECT members FROM raw.families") == [(1,), (1,)]


def test_what_a_crowd_shares_tells_nothing_in_whatever_batches_it_comes(
    connection: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(rules(), "crowd", 4)
    made = [PLAN.but(f"form {number}") for number in range(6)] + [
        BASE.but(f"symbol {number}", text=f"text {number}", symbol="CWG-COP-9/1-E") for number in range(6)
    ]
    load_made(connection, made)
    assert rows(connection, "SELECT count(*) FROM raw.families") == [(12,)]
    assert rows(connection, "SELECT count(*) FROM raw.document_pairs") == [(0,)]
    with open_warehouse(tmp_path / "other.duckdb") as other:
        for start in (8, 3, 0):
            load_made(other, made[start : start + 5])
        assert state(other) == state(connection)


def test_a_corrected_symbol_links_the_document_again(connection: Connection) -> None:
    load_made(connection, [BASE, PLAN.but("fr", text="told differently", language="fr")])
    assert len(rows(connection, "FROM families")) == 2
    decide(connection, HeaderDecision(PLAN.but("fr").sha256, "symbol", "CWG-COP-20/4-F", "Ann", "It is on the cover."))
    link_changed(connection)
    assert rows(connection, "SELECT languages, versions FROM documents") == [(["en", "fr"], 2)]
    assert link_changed(connection) == 0


def test_documents_of_before_are_signed_from_their_passages(connection: Connection) -> None:
    made = [PLAN, PLAN.but("fr", language="fr")]
    load_made(connection, made)
    before = state(connection), rows(connection, "FROM raw.signatures"), rows(connection, "FROM raw.signature_bands")
    for table in ("signatures", "signature_bands", "document_pairs", "families", "family_members"):
        connection.execute(f"DELETE FROM raw.{table}")  # noqa: S608
    assert rows(connection, "SELECT count(*), max(in_force) FROM document_versions") == [(2, True)]
    assert link_changed(connection) == 2
    assert (
        state(connection),
        rows(connection, "FROM raw.signatures"),
        rows(connection, "FROM raw.signature_bands"),
    ) == before


def test_a_family_counts_once_in_every_figure(connection: Connection) -> None:
    english = BASE.but("en")
    made = [english, BASE.but("fr", language="fr", symbol="CWG-COP-20/4-F"), BASE.but("copy", symbol=None)]
    made.append(
        BASE.but("rev1", language="fr", symbol="CWG-COP-20/4(Rev.1)-F", originals=["fr"], dated=date(2026, 1, 5))
    )
    load_batch(
        connection,
        [
            one.entry(
                suggestion(f"{one.sha256[:8]}-1", Facet.RISK, "grooming"),
                suggestion(f"{one.sha256[:8]}-1", Facet.FRAMEWORK, "legal"),
                *([suggestion(f"{one.sha256[:8]}-2", Facet.RISK, "csam")] if one is english else []),
            )
            for one in made
        ],
    )
    assert rows(connection, "SELECT language, documents, passages FROM documents_by_language") == [("fr", 1, 24)]
    assert rows(connection, "SELECT concept, language, documents FROM documents_by_framework") == [("legal", "fr", 1)]
    assert rows(connection, "SELECT concept, iso3, documents FROM documents_by_risk") == [("grooming", "KEN", 1)]
    found = summary(connection)
    assert (found.documents, found.contents, found.passages) == (1, 4, 24)
    assert [(count.id, count.documents) for count in found.by_risk] == [("grooming", 1)]
    assert rows(connection, "SELECT count(*) FROM label_evidence WHERE in_force") == [(0,)]
    assert rows(connection, "SELECT count(*) FROM passages_with_labels WHERE in_force") == [(1,)]
    assert rows(connection, "SELECT symbol, language, languages, documents, states FROM families") == [
        ("CWG-COP-20/4(Rev.1)-F", "fr", ["fr"], 4, ["KEN"])
    ]


def test_similar_texts_of_different_members_are_listed_and_not_merged(connection: Connection) -> None:
    load_made(connection, [BASE, PLAN.but("campaign", sources=(FRANCE,), symbol="CWG-COP-20/9-E")])
    assert rows(
        connection,
        "SELECT least(symbol, other_symbol), greatest(symbol, other_symbol), similarity FROM similar_documents",
    ) == [("CWG-COP-20/4-E", "CWG-COP-20/9-E", 1.0)]
    assert rows(connection, "SELECT count(*) FROM families") == [(2,)]


def test_doubts_are_listed_for_a_person(connection: Connection) -> None:
    load_made(connection, [BASE, BASE.but("collides", text="survey"), PLAN.but("joint", sources=(KENYA, FRANCE))])
    found = rows(connection, "SELECT doubt, note FROM families_to_review ORDER BY doubt")
    assert [doubt for doubt, _ in found] == ["doubtful_duplicate", "symbol_collision"]
    assert found[1][1] == "Two quite different texts in one language bear the same symbol."


def test_a_document_knows_its_place(connection: Connection) -> None:
    load_made(connection, [BASE, BASE.but("rev1", changed=[2], symbol="CWG-COP-20/4(Rev.1)-E")])
    found = place(connection, BASE.sha256)
    assert found is not None
    assert (found.role, found.in_force) == (Role.ORIGINAL, False)
    assert [(one.name, one.role, one.in_force) for one in found.relatives] == [
        ("CWG-COP-20/4(Rev.1)-E", Role.REVISION, True)
    ]
    assert place(connection, "0" * 64) is None


def test_each_member_is_shown_with_its_reason(connection: Connection) -> None:
    load_made(connection, [BASE, PLAN.but("fr", language="fr")])
    assert rows(
        connection, "SELECT role, reason, similarity > 0.9, linked_to FROM family_members ORDER BY lead DESC"
    ) == [("original", None, None, None), ("translation", "translation", True, BASE.sha256)]
