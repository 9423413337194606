"""Good practices, challenges and recommendations: passages to quote, each once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.document import ProposalKind
from tests.warehouse.marts.reported import CLUB, FRANCE, KENYA, ask, report, reported, says
from warehouse.connection import Connection


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, empty_warehouse: Path) -> Iterator[Connection]:
    with reported(
        tmp_path_factory.mktemp("purposes"),
        empty_warehouse,
        report("1", says("good_practice", text="An old helpline.")),
        report(
            "1(Rev.1)",
            says("good_practice", "legal", "grooming", "national", text="A law that proved its worth."),
            says("challenge", "sextortion", unsure=["challenge"], text="There are too few judges."),
            says("grooming"),
        ),
        report("1(Rev.1)", says("good_practice", "legal", text="Une loi qui a fait ses preuves."), language="fr"),
        report("2", says("good_practice", "challenge", text="A hotline, and too few hands."), by=[FRANCE, CLUB]),
        report(
            "3",
            says("recommendation", "industry", text="to invite operators to report", proposal=ProposalKind.ADD),
            by=[KENYA, FRANCE],
        ),
    ) as connection:
        yield connection


def test_a_good_practice_is_listed_once_with_its_place_and_labels(filled: Connection) -> None:
    assert ask(
        filled,
        "SELECT symbol, paragraph, page, language, text, countries, frameworks, risks, levels, trusted "
        "FROM good_practices ORDER BY symbol",
    ) == [
        (
            *("CWG-COP-17/1(Rev.1)-E", 1, 1, "en", "A law that proved its worth."),
            *(["Kenya"], ["legal"], ["grooming"], ["national"], True),
        ),
        ("CWG-COP-17/2-E", 1, 1, "en", "A hotline, and too few hands.", ["France"], [], [], [], True),
    ]


def test_a_passage_may_be_a_practice_and_a_challenge(filled: Connection) -> None:
    assert ask(filled, "SELECT text, sources, risks, trusted, undecided FROM challenges ORDER BY symbol") == [
        (
            *("There are too few judges.", ["Kenya"], ["sextortion"], False),
            [{"facet": "purpose", "concept": "challenge"}],
        ),
        ("A hotline, and too few hands.", ["France", "A club"], [], True, []),
    ]


def test_a_recommendation_says_who_proposes_what(filled: Connection) -> None:
    assert ask(
        filled, "SELECT proposed_by, states, proposal, text, stakeholders, symbol, paragraph FROM recommendations"
    ) == [
        (
            *(["Kenya", "France"], ["FRA", "KEN"], "ADD", "to invite operators to report"),
            *(["industry"], "CWG-COP-17/3-E", 1),
        )
    ]


def test_all_labelled_passages_are_listed_once(filled: Connection) -> None:
    assert ask(filled, "SELECT symbol, count(*), count(DISTINCT text) FROM listed_passages GROUP BY 1 ORDER BY 1") == [
        ("CWG-COP-17/1(Rev.1)-E", 3, 3),
        ("CWG-COP-17/2-E", 1, 1),
        ("CWG-COP-17/3-E", 1, 1),
    ]
