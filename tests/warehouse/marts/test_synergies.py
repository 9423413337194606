"""A challenge of one State beside the good practices of others on the same risk."""

from pathlib import Path

from tests.warehouse.marts.reported import BRAZIL, CLUB, FRANCE, KENYA, SENEGAL, ask, report, reported, says
from warehouse.load import Entry


def synergies(folder: Path, empty: Path, columns: str, *reports: Entry) -> list[tuple[object, ...]]:
    with reported(folder, empty, *reports) as connection:
        return ask(connection, f"SELECT {columns} FROM synergies ORDER BY challenge_country, risk, rank")  # noqa: S608


CHALLENGE = says("challenge", "grooming", "legal", "industry", text="We lack a law.")


def test_both_sides_are_quoted_with_their_places(tmp_path: Path, empty_warehouse: Path) -> None:
    assert synergies(
        tmp_path,
        empty_warehouse,
        "risk_name, challenge_country, challenge_symbol, challenge_paragraph, challenge_quote, practice_countries, "
        "practice_symbol, practice_paragraph, practice_quote, shared_frameworks, shared_stakeholders, same_region",
        report("1", says(), CHALLENGE),
        report("2", says("good_practice", "grooming", "legal", text="Our law works."), by=[FRANCE, BRAZIL]),
        report("2", says("good_practice", "grooming", text="قانوننا ناجح."), by=[FRANCE, BRAZIL], language="ar"),
        report("3", says("good_practice", "sextortion", text="On another risk."), by=[FRANCE]),
        report("4", says("good_practice", "grooming", text="Of no State."), by=[CLUB]),
    ) == [
        (
            *("Grooming", "Kenya", "CWG-COP-17/1-E", 2, "We lack a law.", ["Brazil", "France"]),
            *("CWG-COP-17/2-E", 1, "Our law works.", ["legal"], [], False),
        )
    ]


def test_what_counts_and_fits_best_comes_first(tmp_path: Path, empty_warehouse: Path) -> None:
    ranked = synergies(
        tmp_path,
        empty_warehouse,
        "rank, practice_symbol, practice_trusted",
        report("1", CHALLENGE),
        report("2", says("good_practice", "grooming", "legal", "industry", unsure=["grooming"]), by=[FRANCE]),
        report("3", says("good_practice", "grooming"), by=[BRAZIL], year=2024),
        report("4", says("good_practice", "grooming", "legal"), by=[SENEGAL], year=2020),
    )
    assert ranked == [(1, "CWG-COP-17/4-E", True), (2, "CWG-COP-17/3-E", True), (3, "CWG-COP-17/2-E", False)]


def test_nobody_is_met_by_an_own_practice(tmp_path: Path, empty_warehouse: Path) -> None:
    assert synergies(
        tmp_path,
        empty_warehouse,
        "challenge_country, practice_countries",
        report("1", CHALLENGE, says("good_practice", "grooming"), by=[KENYA, SENEGAL]),
        report("2", says("good_practice", "grooming"), by=[KENYA, FRANCE], year=2024),
    ) == [("Senegal", ["France", "Kenya"])]


def test_one_passage_stands_for_a_state_and_risk(tmp_path: Path, empty_warehouse: Path) -> None:
    assert synergies(
        tmp_path,
        empty_warehouse,
        "challenge_symbol, challenge_paragraph, practice_symbol",
        report("1", says("challenge", "grooming"), year=2020),
        report("2", says("challenge", "grooming", "sextortion"), says("challenge", "grooming"), year=2022),
        report("3", says("challenge", "grooming", unsure=["challenge"]), year=2024),
        report("4", says("good_practice", "grooming"), by=[FRANCE], year=2020),
        report("5", says("good_practice", "grooming"), by=[FRANCE], year=2021),
    ) == [("CWG-COP-17/2-E", 2, "CWG-COP-17/5-E")]
