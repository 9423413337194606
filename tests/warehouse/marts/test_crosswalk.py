"""The crosswalk to other schemes, and its figures."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.warehouse.marts.reported import BRAZIL, FRANCE, ask, report, reported, says
from warehouse.connection import Connection


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, empty_warehouse: Path) -> Iterator[Connection]:
    with reported(
        tmp_path_factory.mktemp("crosswalk"),
        empty_warehouse,
        report("1", says("grooming", "sextortion", unsure=["sextortion"]), says("legal", unsure=["legal"])),
        report("1", says("grooming"), language="fr"),
        report("2", says("sextortion", unsure=["sextortion"]), by=[FRANCE, BRAZIL]),
        report("3", says("hate_speech"), by=[FRANCE]),
    ) as connection:
        yield connection


def test_a_concept_has_its_names_in_other_schemes(filled: Connection) -> None:
    assert ask(
        filled, "SELECT scheme, code, category, part_of, name FROM crosswalk WHERE concept = 'grooming' ORDER BY scheme"
    ) == [
        ("co4c", "contact/sexual", "Contact: sexual", "contact", "Grooming"),
        ("oecd", "contact", "Contact risks", None, "Grooming"),
    ]


def test_a_category_counts_each_family_once_and_its_parts_with_it(filled: Connection) -> None:
    assert ask(
        filled,
        "SELECT code, families, families_trusted FROM crosswalk_counts WHERE scheme = 'co4c' AND families > 0 "
        "ORDER BY position",
    ) == [
        ("content", 1, 1),
        ("content/aggressive", 1, 1),
        ("contact", 2, 1),
        ("contact/sexual", 2, 1),
        ("conduct", 1, 1),
        ("conduct/aggressive", 1, 1),
        ("contract", 2, 0),
        ("contract/aggressive", 2, 0),
    ]


def test_what_nobody_speaks_of_counts_none(filled: Connection) -> None:
    assert ask(
        filled,
        "SELECT code, concepts, families, families_trusted FROM crosswalk_counts WHERE scheme = 'gca' "
        "ORDER BY position",
    ) == [
        ("legal", ["legal"], 1, 0),
        ("technical", ["technical"], 0, 0),
        ("organizational", ["policy", "strategic"], 0, 0),
        ("capacity", ["educational"], 0, 0),
        ("cooperation", ["strategic"], 0, 0),
    ]
