"""What is found for what is asked, in six languages."""

from math import log

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.warehouse.search.made import found, made, put
from warehouse.connection import Connection


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("policy", {"en-2", "en-3"}),
        ("POLICIES", {"en-2", "en-3"}),
        ("children", {"en-1", "en-3"}),
        ("WHO", {"en-2"}),
        ("sextort*", {"en-4"}),
        ("ass*", {"en-1"}),
        ("groom", {"en-2"}),
        ("ecole", {"fr-1"}),
        ("l'âge", {"fr-1"}),
        ("élève", {"fr-1"}),
        ("protección", {"es-1", "es-2"}),
        ("proteccion niño", {"es-1", "es-2"}),
        ("кибербуллинг", {"ru-1", "ru-2"}),
        ("дети", {"ru-1"}),
        ("российская школа", {"ru-2"}),
        ("حكومة", {"ar-1", "ar-2"}),
        ("الحكومة", {"ar-1", "ar-2"}),
        ("وحماية", {"ar-1", "ar-2"}),
        ("القانون", {"ar-2"}),
        ("قانونا", {"ar-2"}),
        ("儿童", {"zh-1", "zh-2"}),
        ("网络", {"zh-2", "zh-3"}),
        ("5g", {"zh-3"}),
        ("٥G", {"zh-3"}),
    ],
)
def test_words_are_found_in_all_their_forms(texts: Connection, query: str, expected: set[str]) -> None:
    assert set(found(texts, query)) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"age assurance"', {"en-1"}),
        ('"assurance age"', set()),
        ('"assurance of age"', {"en-1"}),
        ("“policies on online grooming”", {"en-2"}),
        ('"best interest"', {"en-3"}),
        ("age-appropriate", {"en-3"}),
        ('"sextorted teen*"', {"en-4"}),
        ('policy "age assurance"', {"en-1"}),
        ('"age assurance" "best interests"', set()),
        ('"age zebra"', set()),
        ('"网络欺凌"', {"zh-2"}),
        ('"欺凌网络"', set()),
        ('"حماية الأطفال"', {"ar-1"}),
        ('"защита детей"', {"ru-1"}),
    ],
)
def test_what_is_in_quotes_must_stand_so(texts: Connection, query: str, expected: set[str]) -> None:
    assert set(found(texts, query)) == expected


@pytest.mark.parametrize(
    "query", ["", "   ", None, "zebra", "the of", '"the of"', '"', '""', "*", "?!", "'", "%", "\\", "xyz*"]
)
def test_nothing_to_find_is_no_row_and_no_error(texts: Connection, query: str | None) -> None:
    assert found(texts, query) == []


@pytest.mark.parametrize(
    "query", ["policy'; DROP TABLE raw.passages; --", 'policy") OR 1=1', "policy \0 $query {policy}"]
)
def test_signs_of_sql_are_only_signs(texts: Connection, query: str) -> None:
    assert "en-2" in found(texts, query)
    assert texts.execute("SELECT count(*) > 0 FROM raw.passages").fetchall() == [(True,)]


def test_a_very_long_question_is_answered_by_its_beginning(texts: Connection) -> None:
    assert "en-2" in found(texts, "grooming " * 5_000)
    assert found(texts, "x" * 50_000 + " grooming") == []
    assert found(texts, '"' + "grooming " * 5_000) == ["en-2"]


def test_a_language_leaves_the_others_out(texts: Connection) -> None:
    assert set(found(texts, "no 5g")) == {"zh-3", "en-3"}
    assert found(texts, "5g", "fr") == []
    assert found(texts, "5g", "zh") == ["zh-3"]


def test_as_many_are_given_as_are_asked_for(texts: Connection) -> None:
    assert len(texts.execute("FROM search('policy', most := 1)").fetchall()) == 1


def test_a_row_says_all_that_a_citation_needs(texts: Connection) -> None:
    result = texts.execute("FROM search('sextortion')")
    assert [column[0] for column in result.description or ()] == [
        "passage", "document", "family", "symbol", "title", "sources", "states", "page", "paragraph", "heading_path",
        "language", "score", "snippet", "text",
    ]  # fmt: skip
    row = result.fetchall()[0]
    assert row[:2] == ("en-4", "en".ljust(64, "0"))
    assert row[3:11] == ("C/en-E", "On en", ["France"], ["FRA"], 1, 4, ["1 Introduction"], "en")
    assert row[12:] == ("**Sextortion** and **sextorted** teenagers.", "Sextortion and sextorted teenagers.")


def test_a_snippet_shows_the_place_with_most_hits(connection: Connection) -> None:
    put(connection, made("a", ("grooming " + "word " * 200 + "children and grooming " + "word " * 100,)))
    (snippet,) = connection.execute("SELECT snippet FROM search('child grooming')").fetchall()[0]
    assert snippet.startswith("… word word word")
    assert "word **children** and **grooming** word" in snippet
    assert snippet.endswith("word word …")
    put(connection, made("b", ("我们保护儿童隐私。",), "zh"))
    assert connection.execute("SELECT snippet FROM search('儿童')").fetchall() == [("我们保护**儿童**隐私。",)]


def test_scores_are_those_of_bm25_by_hand(connection: Connection) -> None:
    put(connection, made("a", ("grooming law", "grooming, grooming of children online", "school")))
    mean = (2 + 4 + 1) / 3

    def weight(passages: int) -> float:
        return log(1 + (3 - passages + 0.5) / (passages + 0.5))

    def share(times: int, words: int) -> float:
        return times * 2.2 / (times + 1.2 * (0.25 + 0.75 * words / mean))

    rows = connection.execute("SELECT passage, score FROM search('grooming law')").fetchall()
    expected = {"a-1": weight(2) * share(1, 2) + weight(1) * share(1, 2), "a-2": weight(2) * share(2, 4)}
    assert [passage for passage, _ in rows] == ["a-1", "a-2"]
    assert dict(rows) == pytest.approx(expected, abs=1e-6)
    assert rows[0][1] == pytest.approx(1.540885, abs=1e-4)


def test_more_and_rarer_words_come_first(connection: Connection) -> None:
    put(connection, made("a", ("online safety", "online privacy", "online safety sextortion", "online online online")))
    assert found(connection, "online sextortion")[0] == "a-3"
    assert found(connection, "safety online")[:2] == ["a-1", "a-3"]


def test_replaced_revisions_are_left_out(connection: Connection) -> None:
    put(connection, made("a", ("grooming once",)), made("b", ("grooming again",)))
    connection.execute("UPDATE raw.family_members SET in_force = false WHERE document LIKE 'a%'")
    rows = connection.execute("SELECT passage, score FROM search('grooming')").fetchall()
    assert [passage for passage, _ in rows] == ["b-1"]
    assert rows[0][1] == pytest.approx(log(1 + 0.5 / 1.5), abs=1e-6)


def test_a_word_is_one_term_in_all_languages_that_have_it(connection: Connection) -> None:
    put(connection, made("a", {"en": ("internet safety",), "fr": ("internet sûr",), "es": ("la red",)}))
    rows = dict(connection.execute("SELECT passage, score FROM search('internet')").fetchall())
    assert set(rows) == {"a-1", "a-2"}
    assert rows["a-1"] == pytest.approx(rows["a-2"])


@given(st.text(st.sampled_from('age policy*""“”-\'’_%\\(){}$?;\0\t\n儿童网حم ЙйéЁ\u0301ـ'), max_size=40))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_question_is_answered(texts: Connection, query: str) -> None:
    rows = texts.execute("SELECT score, snippet, text FROM search($query)", {"query": query}).fetchall()
    assert [score for score, _, _ in rows] == sorted((score for score, _, _ in rows), reverse=True)
    assert all("**" in snippet for _, snippet, _ in rows)
