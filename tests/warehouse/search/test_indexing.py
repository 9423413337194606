"""The index follows what is loaded, and is made again from what is there."""

import pytest

from models.passage_words import passage_words, words_version
from tests.warehouse.made import VERSIONS, document
from tests.warehouse.search.made import found, made, put
from warehouse.connection import Connection
from warehouse.load import Entry, load_batch
from warehouse.search.upkeep import update_index
from warehouse.sql import statement

TABLES = ("search_postings", "search_passages", "search_sizes", "search_documents")
CONTENT = (
    "SELECT d.document, p.number - d.first, t.language, t.stem, o.place FROM ("
    "SELECT term, unnest(passages) AS number, unnest(places) AS place FROM raw.search_postings) AS o "
    "JOIN raw.search_terms AS t USING (term) JOIN raw.search_passages AS p USING (number) "
    "JOIN raw.search_documents AS d ON d.first = p.first ORDER BY ALL"
)


def count(connection: Connection, table: str) -> int:
    return connection.table(f"raw.{table}").shape[0]


def test_a_document_that_is_loaded_again_is_found_by_its_new_words_only(connection: Connection) -> None:
    put(connection, made("a", ("grooming", "sextortion")), made("b", ("grooming",)))
    put(connection, made("a", ("privacy", "a filter", "a law")))
    assert found(connection, "grooming") == ["b-1"]
    assert found(connection, "sextortion") == []
    assert found(connection, "filter") == ["a-2"]
    assert [count(connection, table) for table in TABLES[1:]] == [4, 2, 2]


def test_words_made_with_the_document_are_taken_as_they_are(connection: Connection) -> None:
    load_batch(connection, [Entry(document("a", ("x",)), [], VERSIONS, words=passage_words([("en", "zebra")]))])
    assert found(connection, "zebra") == ["aaaaaaaa-1"]


def test_an_index_that_is_lost_or_of_another_version_is_made_again(connection: Connection) -> None:
    put(connection, made("a", ("grooming of children", "")), made("b", ("защита детей", "grooming"), "ru"))
    before = connection.execute(CONTENT).fetchall()
    assert len(before) == 5
    assert update_index(connection, passage_words, words_version()) == 0
    for table in TABLES:
        connection.execute(statement("delete_search_table").replace("$table", table))
    assert update_index(connection, passage_words, words_version()) == 2
    assert connection.execute(CONTENT).fetchall() == before
    connection.execute("UPDATE raw.search_documents SET version = 'old'")
    assert update_index(connection, passage_words, words_version()) == 2
    assert connection.execute(CONTENT).fetchall() == before
    assert connection.execute("SELECT DISTINCT version FROM raw.search_documents").fetchall() == [(words_version(),)]


def test_small_segments_become_one_and_nothing_changes(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abcd":
        put(connection, made(name, (f"grooming {name}{name}", "grooming, children and grooming")))
    before = connection.execute(CONTENT).fetchall()
    rows = connection.execute("FROM search('grooming')").fetchall()
    monkeypatch.setattr("warehouse.search.upkeep._AT_ONCE", 3)
    update_index(connection, passage_words, words_version())
    assert connection.execute(CONTENT).fetchall() == before
    assert connection.execute("FROM search('grooming')").fetchall() == rows
    assert connection.execute("SELECT count(DISTINCT segment) FROM raw.search_documents").fetchall() == [(2,)]
    put(connection, made("a", ("other",)))
    assert found(connection, "grooming bb")[0] == "b-1"
    assert len(found(connection, "grooming")) == 6


def test_a_phrase_far_behind_in_a_long_passage_is_found(connection: Connection) -> None:
    put(connection, made("a", ("grooming " * 255 + "age assurance", "age " + "grooming " * 256 + "assurance")))
    assert found(connection, '"age assurance"') == ["a-1"]
    assert found(connection, '"grooming age"') == ["a-1"]


def test_a_document_without_passages_is_no_trouble(connection: Connection) -> None:
    put(connection, made("a", ()), made("b", ("...",)))
    assert found(connection, "grooming") == []
    assert count(connection, "search_documents") == 2
    assert update_index(connection, passage_words, words_version()) == 0
