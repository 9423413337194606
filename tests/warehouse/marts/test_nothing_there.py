"""Marts on a warehouse without documents, and on one without labels."""

from pathlib import Path

from tests.warehouse.marts.reported import ask, report, reported, says

FIGURES = (
    "documents", "texts_in_force", "family_states", "family_concepts", "passage_labels", "passages_with_labels",
    "listed_passages", "documents_by_framework", "documents_by_risk", "framework_by_country", "risk_by_country",
    "risk_by_meeting", "concepts_by_region", "trend", "levels", "good_practices", "challenges", "recommendations",
    "synergies",
)  # fmt: skip


def test_without_documents_there_are_no_figures_and_all_members_are_silent(
    tmp_path: Path, empty_warehouse: Path
) -> None:
    with reported(tmp_path, empty_warehouse) as connection:
        counts = {mart: ask(connection, f"SELECT count(*) FROM {mart}")[0][0] for mart in FIGURES}  # noqa: S608
        assert counts == dict.fromkeys(FIGURES, 0)
        assert ask(connection, "SELECT DISTINCT standing, contributions, families, silent FROM silence_map") == [
            ("no contributions", 0, 0, True)
        ]
        assert ask(connection, "SELECT sum(contributions) FROM members") == [(0,)]
        assert ask(connection, "SELECT sum(families), sum(families_trusted) FROM crosswalk_counts") == [(0, 0)]


def test_documents_without_labels_are_contributions_all_the_same(tmp_path: Path, empty_warehouse: Path) -> None:
    with reported(tmp_path, empty_warehouse, report("1", says()), report("2")) as connection:
        assert ask(connection, "SELECT DISTINCT standing, contributions FROM silence_map WHERE iso3 = 'KEN'") == [
            ("silent on both", 2)
        ]
        assert ask(connection, "SELECT DISTINCT year, families, contributions, share FROM trend") == [(2023, 0, 2, 0.0)]
        assert ask(connection, "FROM framework_by_country") == []
