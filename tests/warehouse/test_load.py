"""Loading: what goes in comes out, once, and wholly or not at all."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.labels import Facet, Suggestion
from tests.warehouse.made import VERSIONS, document, entry, full_document, suggestion
from warehouse.connection import Connection, open_warehouse, transaction
from warehouse.errors import WarehouseError
from warehouse.load import load, load_batch
from warehouse.rows import SCHEMAS


def counts(connection: Connection) -> dict[str, int]:
    return {name: connection.execute(f"SELECT count(*) FROM raw.{name}").fetchall()[0][0] for name in SCHEMAS}  # noqa: S608


def test_a_document_fills_every_table(connection: Connection) -> None:
    labels = [suggestion("f-1", Facet.RISK, "grooming", 0.9, (4, 7)), suggestion("f-2", Facet.LEVEL, "national", 0.1)]
    load(connection, full_document(), labels, versions=VERSIONS)
    assert counts(connection) == {
        "documents": 1,
        "headers": 1,
        "header_provenance": 1,
        "header_doubts": 1,
        "sources": 3,
        "readings": 1,
        "passages": 2,
        "revisions": 2,
        "remarks": 1,
        "tables": 1,
        "cells": 2,
        "questionnaire_answers": 1,
        "suggestions": 2,
    }
    assert connection.execute("SELECT original_languages, states FROM document_versions").fetchall() == [
        (["en", "ru"], ["ESP", "FRA"])
    ]
    assert connection.execute("SELECT kind, kind_reason, action, status FROM document_versions").fetchall() == [
        ("proposal", "It has revision marks.", "action", "draft")
    ]
    assert connection.execute("SELECT region, category FROM sources ORDER BY position").fetchall() == [
        ("EUR", "member_state"),
        (None, None),
        (None, None),
    ]
    assert connection.execute("SELECT name, documents FROM unresolved_sources").fetchall() == [("A club", 1)]
    assert connection.execute("SELECT symbol, reason, value, words FROM header_doubts").fetchall() == [
        ("C20/57-E", "Two numbers.", "C20/58-E", "C20/57-E")
    ]
    assert connection.execute("SELECT field, words, confidence FROM header_provenance").fetchall() == [
        ("symbol", "C20/57-E", 0.9)
    ]
    assert connection.execute("SELECT outline, warnings FROM raw.readings").fetchall() == [
        ([{"title": "A", "level": 1, "page": None}], ["pale scan"])
    ]
    assert connection.execute('SELECT kind, span."start", author FROM raw.revisions ORDER BY position').fetchall() == [
        ("insertion", 4, "Ann"),
        ("deletion", 4, None),
    ]
    assert connection.execute("SELECT proposal, number, heading_path FROM passages WHERE id = 'f-1'").fetchall() == [
        ("MOD", "a)", ["A", "B"])
    ]


def test_loading_again_changes_nothing(connection: Connection) -> None:
    made = full_document()
    labels = [suggestion("f-1", Facet.RISK, "grooming")]
    load(connection, made, labels, versions=VERSIONS)
    before = counts(connection)
    load(connection, made, labels, versions=VERSIONS)
    assert counts(connection) == before


def test_reloading_replaces_exactly_the_rows_of_its_document(connection: Connection) -> None:
    kept = suggestion("bbbbbbbb-1", Facet.RISK, "grooming")
    load_batch(
        connection,
        [
            entry(document("a"), suggestion("aaaaaaaa-2", Facet.FRAMEWORK, "legal")),
            entry(document("b"), kept),
        ],
    )
    load(connection, document("a", ["Another text."]), [], versions=VERSIONS)
    assert connection.execute("SELECT text FROM passages ORDER BY document, paragraph").fetchall() == [
        ("Another text.",),
        ("A law against grooming.",),
        ("A filter.",),
    ]
    assert connection.execute("SELECT document, concept FROM labels").fetchall() == [("b" * 64, "grooming")]
    assert connection.execute("SELECT passages FROM document_versions ORDER BY sha256").fetchall() == [(1,), (2,)]


def test_two_cells_of_one_place_are_refused(connection: Connection) -> None:
    made = full_document()
    table = made.tables[0]
    twice = replace(made, tables=(replace(table, cells=(*table.cells, table.cells[0])),))
    with pytest.raises(WarehouseError, match="Two cells of a table of document C20/57-E have the same place"):
        load(connection, twice, [], versions=VERSIONS)


def test_two_passages_of_one_place_are_refused(connection: Connection) -> None:
    made = full_document()
    first, second = made.passages
    twice = replace(made, passages=(first, replace(second, paragraph=1)))
    with pytest.raises(WarehouseError, match="same place"):
        load(connection, twice, [], versions=VERSIONS)


def test_of_a_first_page_the_lines_are_kept_that_something_quotes(connection: Connection) -> None:
    made = full_document()
    header = replace(made.header, text="C20/57-E\tGeneva\nIntroduction\nMuch text.")
    load(connection, replace(made, header=header), [], versions=VERSIONS)
    assert connection.execute("SELECT text FROM raw.headers").fetchall() == [("C20/57-E\tGeneva",)]
    assert connection.execute("SELECT DISTINCT quote FROM headers WHERE quote <> ''").fetchall() == [("C20/57-E",)]


def test_of_two_entries_of_one_document_the_later_counts(connection: Connection) -> None:
    load_batch(connection, [entry(document("a", ["First."])), entry(document("a", ["Second."]))])
    assert connection.execute("SELECT text FROM passages").fetchall() == [("Second.",)]


def test_an_empty_batch_loads_nothing(connection: Connection) -> None:
    load_batch(connection, [])
    assert counts(connection)["documents"] == 0


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        ([suggestion("nowhere", Facet.RISK, "grooming")], "which that document does not have"),
        ([suggestion("aaaaaaaa-1", Facet.RISK, "grooming", 0.9, (0, 99))], "ends after its passage"),
        ([suggestion("aaaaaaaa-1", Facet.RISK, "grooming")] * 2, "twice"),
    ],
)
def test_labels_that_do_not_fit_their_document_stop_the_batch(
    connection: Connection, labels: list[Suggestion], message: str
) -> None:
    with pytest.raises(WarehouseError, match=message):
        load_batch(connection, [entry(document("b")), entry(document("a"), *labels)])
    assert counts(connection)["documents"] == 0


def test_two_passages_of_one_id_are_refused(connection: Connection) -> None:
    made = full_document()
    twice = type(made)(made.sha256, made.media_type, "en", None, made.header, made.passages[:1] * 2, ())
    with pytest.raises(WarehouseError, match="same id"):
        load(connection, twice, [], versions=VERSIONS)


def test_rows_that_the_schema_refuses_leave_nothing_half_loaded(connection: Connection) -> None:
    made = document("a")
    bad = type(made)(made.sha256, made.media_type, "en", -1, made.header, made.passages, ())
    load(connection, document("b"), [], versions=VERSIONS)
    before = counts(connection)
    with pytest.raises(WarehouseError, match="nothing of it was"):
        load_batch(connection, [entry(document("c")), entry(bad)])
    assert counts(connection) == before


def test_half_a_character_is_refused_in_plain_words(connection: Connection) -> None:
    with pytest.raises(WarehouseError, match="could not be loaded"):
        load(connection, document("a", ["\ud800"]), [], versions=VERSIONS)


def test_an_error_in_the_outer_transaction_undoes_the_load(connection: Connection) -> None:
    load(connection, document("a", ["Old."]), [], versions=VERSIONS)

    def load_and_fail() -> None:
        with transaction(connection):
            load(connection, document("a", ["New."]), [], versions=VERSIONS)
            load(connection, document("b"), [], versions=VERSIONS)
            raise KeyError

    with pytest.raises(KeyError):
        load_and_fail()
    assert connection.execute("SELECT text FROM passages").fetchall() == [("Old.",)]


@pytest.fixture
def full_disk(path: Path, connection: Connection) -> Iterator[None]:
    """Let no file grow by more than a megabyte over the warehouse's size."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 1_000_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_leaves_the_warehouse_as_it_was(connection: Connection) -> None:
    load(connection, document("a"), [], versions=VERSIONS)
    noise = random.Random(1)  # noqa: S311
    large = document("b", [noise.randbytes(1000).hex() for _ in range(2000)])
    for _ in range(2):
        with pytest.raises(WarehouseError, match="is the disk full"):
            load(connection, large, [], versions=VERSIONS)
    assert connection.execute("SELECT sha256[1] FROM document_versions").fetchall() == [("a",)]
    load(connection, document("c"), [], versions=VERSIONS)
    assert counts(connection)["documents"] == 2


def test_what_is_committed_is_there_after_reopening(path: Path) -> None:
    with open_warehouse(path) as connection:
        load(connection, document("a"), [], versions=VERSIONS)
    with open_warehouse(path) as connection:
        assert counts(connection)["passages"] == 2
        load(connection, document("a"), [], versions=VERSIONS)
        assert counts(connection)["passages"] == 2


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=8), st.data())
def test_any_text_and_its_quotes_come_back_as_they_went_in(
    connection: Connection, texts: list[str], data: st.DataObject
) -> None:
    made = document("c", texts)
    labels, quotes = [], []
    for passage in made.passages:
        if passage.text:
            start = data.draw(st.integers(0, len(passage.text) - 1))
            end = data.draw(st.integers(start + 1, len(passage.text)))
            labels.append(suggestion(passage.id, Facet.RISK, "grooming", 1.0, (start, end)))
            quotes.append((passage.text[start:end],))
    load(connection, made, labels, versions=VERSIONS)
    assert connection.execute("SELECT text FROM passages ORDER BY paragraph").fetchall() == [(text,) for text in texts]
    assert connection.execute("SELECT quote FROM label_evidence ORDER BY paragraph").fetchall() == quotes
