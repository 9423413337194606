"""Labels on which the language versions of one family disagree."""

from typing import Any

from tests.warehouse.marts.contributed import Contribution, contribute
from warehouse.connection import Connection

ENGLISH = Contribution("CWG-COP-19/4-E", [{"grooming": "risk", "legal": "framework"}, {"grooming": "risk"}])
FRENCH = Contribution("CWG-COP-19/4-F", [{"legal": "framework"}, {"csam": "risk"}], language="fr")


def disagreements(connection: Connection, columns: str) -> list[tuple[Any, ...]]:
    return connection.execute(f"SELECT {columns} FROM language_versions ORDER BY ALL").fetchall()  # noqa: S608


def test_what_one_version_has_and_the_other_lacks_is_told_once(connection: Connection) -> None:
    contribute(connection, ENGLISH, FRENCH)
    assert disagreements(connection, "concept, facet, languages_with, languages_without, passages, trusted") == [
        ("csam", "risk", ["fr"], ["en"], 1, False),
        ("grooming", "risk", ["en"], ["fr"], 2, False),
    ]
    assert disagreements(connection, "concept, document, symbol") == [
        ("csam", FRENCH.sha256, "CWG-COP-19/4-F"),
        ("grooming", ENGLISH.sha256, "CWG-COP-19/4-E"),
    ]


def test_a_label_that_counts_without_review_weighs_more(connection: Connection) -> None:
    contribute(connection, ENGLISH, FRENCH)
    connection.execute("INSERT INTO raw.trusted_labels VALUES ('rules-1', 'en', 'risk', 'grooming')")
    assert disagreements(connection, "concept, trusted") == [("csam", False), ("grooming", True)]


def test_one_language_alone_disagrees_with_nobody(connection: Connection) -> None:
    contribute(connection, ENGLISH)
    assert disagreements(connection, "concept") == []


def test_older_revisions_and_addenda_are_not_compared_with_the_document(connection: Connection) -> None:
    contribute(
        connection,
        Contribution("CWG-COP-19/4(Rev.1)-E", [{"csam": "risk"}]),
        Contribution("CWG-COP-19/4(Add.1)-F", [{"hate_speech": "risk"}], language="fr"),
        FRENCH,
    )
    assert connection.execute("SELECT count(*) FROM families").fetchall() == [(1,)]
    assert disagreements(connection, "concept") == []
