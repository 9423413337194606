"""What a person decided wins over what was read, stays, and can be taken back."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extractors.document import Doubt, Provenance, Source
from models.labels import Facet
from tests.warehouse.made import VERSIONS, document, full_document, suggestion
from warehouse.connection import Connection, open_snapshot, open_warehouse
from warehouse.decisions import HeaderDecision, corrections, decide, header_values, withdraw
from warehouse.errors import WarehouseError
from warehouse.load import load
from warehouse.migration import number
from warehouse.publish import publish
from warehouse.review import header_review
from warehouse.sql import scripts, statement

KEY = "f" * 64


@pytest.fixture
def loaded(connection: Connection) -> Connection:
    load(connection, full_document(), [], versions=VERSIONS)
    return connection


def say(
    connection: Connection, name: str, value: str, *, by: str = "Ann", implied: tuple[tuple[str, str], ...] = ()
) -> bool:
    return decide(connection, HeaderDecision(KEY, name, value, by, "The cover says so.", implied))


def one(connection: Connection, sql: str) -> Any:
    (row,) = connection.execute(sql).fetchall()
    return row[0] if len(row) == 1 else row


def test_what_was_decided_counts_and_what_was_read_is_still_told(loaded: Connection) -> None:
    assert say(loaded, "title", "On all children")
    assert one(loaded, "SELECT title, corrected FROM document_versions") == ("On all children", ["title"])
    assert one(loaded, "SELECT value, read_value, decided_by, why, confidence FROM headers WHERE field = 'title'") == (
        "On all children",
        "On children",
        "Ann",
        "The cover says so.",
        None,
    )


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("symbol", "C20/58-E", "C20/58-E"),
        ("document_date", "2020-05-02", date(2020, 5, 2)),
        ("meeting_date", "", None),
        ("original_languages", '["fr", "ar"]', ["fr", "ar"]),
        ("original_languages", "", []),
        ("language", "fr", "fr"),
        ("language", "", "en"),
        ("kind", "contribution", "contribution"),
        ("action", "information", "information"),
        ("title", "", None),
        ("sources", "", []),
        ("sources", '[{"name": "Kenya", "iso3": "KEN"}, {"name": "A club"}]', ["Kenya", "A club"]),
    ],
)
def test_every_kind_of_field_can_be_decided(loaded: Connection, name: str, value: str, expected: object) -> None:
    say(loaded, name, value)
    assert one(loaded, f"SELECT {name} FROM document_versions") == expected  # noqa: S608 - a name from the list above


def test_decided_sources_count_for_their_states_and_replace_those_that_were_read(loaded: Connection) -> None:
    say(loaded, "sources", json.dumps([{"name": "Kenya", "iso3": "KEN", "region": "AFR"}, {"name": "A club"}]))
    assert loaded.execute("SELECT position, name, iso3, country, region FROM sources ORDER BY position").fetchall() == [
        (1, "Kenya", "KEN", "Kenya", "AFR"),
        (2, "A club", None, None, None),
    ]
    assert one(loaded, "SELECT states FROM document_versions") == ["KEN"]
    assert one(loaded, "SELECT value, read_value FROM headers WHERE field = 'sources'") == (
        "Kenya (KEN); A club",
        "France (FRA); Spain (ESP); A club",
    )


def test_the_figures_follow_the_decision(connection: Connection) -> None:
    made = document("f", sources=(Source("France", "FRA"),))
    labels = [suggestion(made.passages[0].id, facet, concept, 0.9, (0, 1)) for facet, concept in SUBJECTS]
    load(connection, made, labels, versions=VERSIONS)
    say(connection, "sources", '[{"name": "Kenya", "iso3": "KEN"}]')
    say(connection, "symbol", "C20/9-E")
    say(connection, "language", "ru")
    assert one(connection, "SELECT iso3, country FROM documents_by_risk") == ("KEN", "Kenya")
    assert one(connection, "SELECT DISTINCT symbol FROM label_evidence") == "C20/9-E"
    assert one(connection, "SELECT symbol FROM passages_with_labels") == "C20/9-E"
    assert one(connection, "SELECT language FROM documents_by_framework") == "ru"
    assert one(connection, "SELECT language FROM documents_by_language") == "ru"


SUBJECTS = ((Facet.RISK, "grooming"), (Facet.FRAMEWORK, "legal"))


def test_a_decision_survives_that_the_document_is_read_again(loaded: Connection) -> None:
    say(loaded, "title", "On all children")
    say(loaded, "sources", '[{"name": "Kenya", "iso3": "KEN"}]')
    read = full_document()
    again = replace(read, header=replace(read.header, title="Read anew", sources=(Source("Chad", "TCD"),)))
    load(loaded, again, [], versions=VERSIONS)
    assert one(loaded, "SELECT title, states FROM document_versions") == ("On all children", ["KEN"])
    assert one(loaded, "SELECT read_value FROM headers WHERE field = 'title'") == "Read anew"


def test_the_newest_decision_counts_and_the_older_ones_stay(loaded: Connection) -> None:
    say(loaded, "title", "First")
    say(loaded, "title", "Second", by="Bob")
    assert one(loaded, "SELECT title FROM document_versions") == "Second"
    assert loaded.execute("SELECT value, decided_by, in_force FROM header_decisions ORDER BY id").fetchall() == [
        ("First", "Ann", False),
        ("Second", "Bob", True),
    ]


def test_the_same_decision_again_is_none(loaded: Connection) -> None:
    assert say(loaded, "title", "First")
    assert not say(loaded, "title", "First", by="Bob")
    assert one(loaded, "SELECT count(*) FROM header_decisions") == 1


def test_a_decision_can_be_taken_back_and_its_history_stays(loaded: Connection) -> None:
    say(loaded, "title", "First")
    say(loaded, "title", "Second")
    assert withdraw(loaded, KEY, "title", by="Bob", why="It was right.")
    assert one(loaded, "SELECT title, corrected FROM document_versions") == ("On children", [])
    assert loaded.execute("SELECT value, withdrawn_by, withdrawn_why FROM header_decisions ORDER BY id").fetchall() == [
        ("First", "Bob", "It was right."),
        ("Second", "Bob", "It was right."),
    ]
    assert not withdraw(loaded, KEY, "title", by="Bob", why="Again.")
    assert say(loaded, "title", "First")
    assert one(loaded, "SELECT title FROM document_versions") == "First"


def test_what_follows_from_a_decision_goes_with_it(loaded: Connection) -> None:
    say(loaded, "symbol", "CWG-COP-14/3-E", implied=(("body", "CWG-COP"), ("meeting", "14")))
    assert one(loaded, "SELECT body, meeting FROM document_versions") == ("CWG-COP", "14")
    say(loaded, "symbol", "CA/154", implied=(("body", "CA"),))
    assert one(loaded, "SELECT body, meeting FROM document_versions") == ("CA", "Council 2020")
    withdraw(loaded, KEY, "symbol", by="Ann", why="No.")
    assert one(loaded, "SELECT symbol, body, meeting FROM document_versions") == ("C20/57-E", "Council", "Council 2020")


def test_a_decision_of_its_own_comes_before_one_that_follows(loaded: Connection) -> None:
    say(loaded, "body", "The group")
    say(loaded, "symbol", "CWG-COP-14/3-E", implied=(("body", "CWG-COP"),))
    assert one(loaded, "SELECT body FROM document_versions") == "The group"


def test_only_a_document_that_is_there_can_be_decided_on(connection: Connection) -> None:
    with pytest.raises(WarehouseError, match="no document ffff"):
        say(connection, "title", "x")


def test_every_field_has_a_row_with_where_it_was_read(loaded: Connection) -> None:
    rows = {row[0]: row[1:] for row in loaded.execute("SELECT field, value, page, quote FROM headers").fetchall()}
    assert rows["symbol"] == ("C20/57-E", 1, "C20/57-E")
    assert rows["original_languages"] == ("en, ru", None, None)
    assert rows["meeting_date"][0] == "2020-06-09"
    assert header_values(loaded, KEY) == {name: row[0] for name, row in rows.items()}
    header = {
        column
        for (column,) in loaded.execute(
            "SELECT column_name FROM duckdb_columns() WHERE schema_name = 'raw' AND table_name = 'headers'"
        ).fetchall()
    }
    assert set(rows) == header - {"document", "text"} | {"sources", "language", "kind"}


def test_the_surest_of_two_readings_is_quoted(connection: Connection) -> None:
    made = full_document()
    places = (Provenance("symbol", 2, (9, 15), 0.3), Provenance("symbol", 1, (0, 8), 0.9))
    load(connection, replace(made, header=replace(made.header, provenance=places)), [], versions=VERSIONS)
    assert one(connection, "SELECT page, quote FROM headers WHERE field = 'symbol'") == (1, "C20/57-E")


def test_corrections_are_told_newest_first(loaded: Connection) -> None:
    say(loaded, "title", "New")
    say(loaded, "agenda_item", "")
    found = corrections(loaded)
    assert [(each.field, each.read, each.value, each.by) for each in found] == [
        ("agenda_item", "PL 1", None, "Ann"),
        ("title", "On children", "New", "Ann"),
    ]
    assert corrections(loaded, KEY) == found
    assert corrections(loaded, "e" * 64) == ()


def test_the_snapshot_has_the_decisions(loaded: Connection, tmp_path: Path) -> None:
    say(loaded, "title", "New")
    publish(loaded, tmp_path / "contributions.duckdb")
    with open_snapshot(tmp_path / "contributions.duckdb") as snapshot:
        assert one(snapshot, "SELECT title FROM document_versions") == "New"
        assert [each.value for each in corrections(snapshot)] == ["New"]


def test_a_file_of_before_decisions_has_none(loaded: Connection) -> None:
    loaded.execute("DROP TABLE raw.header_decisions")
    assert corrections(loaded) == ()


def test_what_was_decided_is_no_doubt_any_more(connection: Connection) -> None:
    made = full_document()
    doubts = (Doubt("document_date", "Two dates.", "2021-05-01"), Doubt("title", "It is short."))
    load(connection, replace(made, header=replace(made.header, doubts=doubts)), [], versions=VERSIONS)
    assert one(connection, "SELECT name FROM unresolved_sources") == "A club"
    say(connection, "document_date", "2021-05-01")
    say(connection, "sources", '[{"name": "A club"}]')
    assert one(connection, "SELECT field FROM header_doubts") == "title"
    assert connection.execute("SELECT name FROM unresolved_sources").fetchall() == []
    assert [each.field for each in header_review(connection, doubtful=True)] == ["title"]


def test_a_warehouse_of_before_decisions_keeps_its_documents(path: Path) -> None:
    with duckdb.connect(path) as before:
        before.execute(statement("create_schema_migrations"))
        for script in scripts("migrations"):
            if number(script) <= 4:
                before.execute(script.text)
                before.execute(statement("record_migration"), {"number": number(script), "name": script.name})
        for name, rows in _rows_of_before().items():
            marks = ", ".join(["?"] * len(rows[0]))
            before.executemany(f"INSERT INTO raw.{name} VALUES ({marks})", rows)  # noqa: S608 - names from below
    with open_warehouse(path) as connection:
        assert say(connection, "title", "New")
        assert one(connection, "SELECT title FROM headers_in_force") == "New"
        assert one(connection, "SELECT read_value FROM headers WHERE field = 'title'") == "Old"


def _rows_of_before() -> dict[str, list[tuple[Any, ...]]]:
    now = datetime.now(UTC)
    nothing = (None,) * 5
    document = (KEY, "application/pdf", "en", 1, 0, *nothing, "1", "1", "1", now, "other", None)
    header = (KEY, "C20/1-E", "C20/1-E", *(None,) * 5, "Old", None, ["en"], None, None)
    return {"documents": [document], "headers": [header]}
