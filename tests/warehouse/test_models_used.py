"""Which models labelled what is in the warehouse."""

from tests.warehouse.made import document, entry
from warehouse.connection import Connection
from warehouse.load import load_batch
from warehouse.models_used import record_models


def test_a_model_is_recorded_once_and_another_under_its_name_is_seen(connection: Connection) -> None:
    load_batch(connection, [entry(document("a")), entry(document("b"))])
    assert connection.execute("SELECT version, fingerprints, documents, families FROM models").fetchall() == [
        ("rules-1", [], 2, 2)
    ]
    record_models(connection, ["rules-1", "rules-1", "rules-0"], "a" * 32)
    record_models(connection, ["rules-1"], "a" * 32)
    record_models(connection, [], "c" * 32)
    record_models(connection, ["rules-1"], "b" * 32)
    assert connection.execute("SELECT version, fingerprints FROM models").fetchall() == [
        ("rules-1", ["a" * 32, "b" * 32])
    ]


def test_a_model_tells_how_many_of_its_labels_count_without_review(connection: Connection) -> None:
    load_batch(connection, [entry(document("a"))])
    connection.execute(
        "INSERT INTO raw.trusted_labels VALUES ('rules-1', 'en', 'risk', 'csam'), ('x', 'en', 'risk', 'csam')"
    )
    assert connection.execute("SELECT version, trusted_labels FROM models").fetchall() == [("rules-1", 1)]
