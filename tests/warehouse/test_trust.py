"""Labels that passed the gate of their language count; the others are undecided and wait for review."""

import pytest

from models.labels import Facet
from models.trust import Trust, TrustedLabel
from tests.warehouse.made import document, entry, suggestion
from warehouse.connection import Connection
from warehouse.load import load_batch
from warehouse.trust import Standing, label_standings, replace_trust

MODEL = "rules-1"
"""That of the hand-made suggestions."""


@pytest.fixture
def filled(connection: Connection) -> Connection:
    """Grooming in English and French, and a law in English only."""
    load_batch(
        connection,
        [
            entry(
                document("a"),
                suggestion("aaaaaaaa-1", Facet.RISK, "grooming", 0.9, (14, 22)),
                suggestion("aaaaaaaa-1", Facet.FRAMEWORK, "legal", 0.6, (0, 5)),
                suggestion("aaaaaaaa-2", Facet.RISK, "csam", 0.4),
            ),
            entry(
                document("b", ("Une loi contre la sollicitation.",), language="fr"),
                suggestion("bbbbbbbb-1", Facet.RISK, "grooming", 0.7),
            ),
        ],
    )
    return connection


def standings(connection: Connection) -> list[tuple[str, str, bool, str]]:
    sql = "SELECT concept, language, trusted, standing FROM labels ORDER BY concept, language"
    return connection.execute(sql).fetchall()


def trust(*labels: tuple[str, Facet, str], model: str = MODEL) -> Trust:
    return Trust(model, frozenset(TrustedLabel(*one) for one in labels))


def test_a_label_is_trusted_in_the_language_that_passed(filled: Connection) -> None:
    replace_trust(filled, trust(("en", Facet.RISK, "grooming")))
    assert standings(filled) == [
        ("grooming", "en", True, "trusted"),
        ("grooming", "fr", False, "undecided"),
        ("legal", "en", False, "undecided"),
    ]
    assert label_standings(filled) == (Standing(Facet.FRAMEWORK, 0, 1), Standing(Facet.RISK, 1, 1))


def test_what_waits_is_listed_the_most_doubtful_by_its_margin(filled: Connection) -> None:
    replace_trust(filled, trust(("en", Facet.RISK, "grooming")))
    listed = filled.execute("SELECT concept, language, round(margin, 2), text FROM labels_to_review ORDER BY margin")
    assert listed.fetchall() == [
        ("legal", "en", 0.1, "A law against grooming."),
        ("grooming", "fr", 0.2, "Une loi contre la sollicitation."),
    ]


def test_figures_tell_what_rests_on_undecided_labels_alone(filled: Connection) -> None:
    replace_trust(filled, trust(("en", Facet.RISK, "grooming")))
    sql = "SELECT concept, sum(documents), sum(documents_trusted) FROM {} GROUP BY concept"
    assert filled.execute(sql.format("documents_by_risk")).fetchall() == [("grooming", 2, 1)]
    assert filled.execute(sql.format("documents_by_framework")).fetchall() == [("legal", 1, 0)]
    undecided = filled.execute("SELECT undecided FROM passages_with_labels ORDER BY document").fetchall()
    assert undecided == [(["legal"],), (["grooming"],)]


def test_a_new_measurement_replaces_that_of_the_same_model_only(filled: Connection) -> None:
    replace_trust(filled, trust(("en", Facet.RISK, "grooming")))
    replace_trust(filled, trust(("en", Facet.RISK, "grooming"), model="another"))
    assert standings(filled)[0][2]
    replace_trust(filled, trust(("fr", Facet.RISK, "grooming")))
    assert [one[2] for one in standings(filled)] == [False, True, False]
    replace_trust(filled, trust(model=""))
    assert not any(one[2] for one in standings(filled))
    assert filled.execute("SELECT count(*) FROM raw.trusted_labels").fetchone() == (0,)


def test_a_file_of_before_the_gate_has_no_standings(connection: Connection) -> None:
    connection.execute("DROP VIEW labels_to_review")
    assert label_standings(connection) == ()
