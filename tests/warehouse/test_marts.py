"""What may be asked of marts without SQL: names, filters and conditions."""

from pathlib import Path

import pytest

from tests.warehouse.asking.conftest import snapshot
from warehouse.connection import open_snapshot
from warehouse.errors import QueryError
from warehouse.marts import counting, marts, select
from warehouse.nearest import did_you_mean

__all__ = ["snapshot"]


def test_every_mart_has_a_comment_and_columns(snapshot: Path) -> None:
    with open_snapshot(snapshot) as connection:
        there = marts(connection)
    assert {"documents", "labels", "passages", "snapshot"} <= {mart.name for mart in there}
    assert all(mart.comment and mart.columns for mart in there)


@pytest.mark.parametrize(
    ("name", "filters", "where", "rows"),
    [
        ("documents", {}, None, 2),
        ("documents", {"country": "ken"}, None, 1),
        ("documents", {"country": "Kenya", "language": "EN"}, None, 0),
        ("documents", {"language": "fr"}, "symbol LIKE '%b%' -- said so", 1),
        ("labels", {"theme": "Grooming"}, None, 1),
        ("labels", {"theme": "sextortion"}, None, 0),
        ("labels", {"framework": "legal"}, None, 0),
        ("sources", {"country": "FRA"}, None, 1),
        ("documents", {"year": "2020"}, None, 0),
    ],
)
def test_filters_and_conditions_hold_together(
    snapshot: Path, name: str, filters: dict[str, str], where: str | None, rows: int
) -> None:
    with open_snapshot(snapshot) as connection:
        question = select(connection, name, filters, where)
        assert len(connection.execute(question.sql, question.parameters).fetchall()) == rows
        counted = counting(question)
        assert connection.execute(counted.sql, counted.parameters).fetchall() == [(rows,)]


@pytest.mark.parametrize(
    ("name", "filters", "says"),
    [
        ("documnts", {}, "no mart documnts in the snapshot. Did you mean documents"),
        ("passages", {"country": "KEN"}, "passages cannot be filtered by --country: it has none of the columns iso3"),
        ("documents", {"country": "Kenia"}, "--country Kenia is not known. Did you mean .*Kenya"),
        ("labels", {"theme": "sextorsion"}, "Did you mean sextortion"),
    ],
)
def test_what_cannot_be_asked_is_told_with_what_could(
    snapshot: Path, name: str, filters: dict[str, str], says: str
) -> None:
    with open_snapshot(snapshot) as connection, pytest.raises(QueryError, match=says):
        select(connection, name, filters)


def test_nothing_is_proposed_that_is_not_alike() -> None:
    assert did_you_mean("xyz", ["documents", "labels"]) == ""
    assert did_you_mean("label", ["documents", "labels"]) == " Did you mean labels?"
