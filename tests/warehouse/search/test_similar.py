"""The passages that are near to a passage."""

from pathlib import Path

from tests.warehouse.search.made import made, put
from warehouse.connection import Connection, open_snapshot
from warehouse.publish import publish

NEAR = "Sextortion of teenagers is a crime in our penal code."


def ids(connection: Connection, passage: str) -> list[str]:
    return [row[0] for row in connection.execute("SELECT passage FROM similar($id)", {"id": passage}).fetchall()]


def test_the_nearest_comes_first_and_the_own_family_not_at_all(connection: Connection) -> None:
    put(
        connection,
        made("a", (NEAR, "Our penal code knows the crime of sextortion.")),
        made("b", ("A penal code.", "Something else altogether.")),
        made("c", ("The penal code makes sextortion of a teenager a crime.",)),
    )
    assert ids(connection, "a-1") == ["c-1", "b-1"]
    connection.execute("UPDATE raw.family_members SET family = 'x' WHERE document LIKE 'a%' OR document LIKE 'c%'")
    assert ids(connection, "a-1") == ["b-1"]


def test_an_unknown_passage_has_nothing_near(connection: Connection) -> None:
    put(connection, made("a", (NEAR,)))
    assert ids(connection, "no such passage") == []
    assert ids(connection, "a-1") == []


def test_a_published_snapshot_is_searched_as_the_warehouse_is(connection: Connection, tmp_path: Path) -> None:
    put(connection, made("a", (NEAR,)), made("b", ("A penal code.",)))
    publish(connection, tmp_path / "contributions.duckdb")
    with open_snapshot(tmp_path / "contributions.duckdb") as snapshot:
        for question in ("FROM search('\"penal code\" crime')", "FROM similar('a-1')"):
            assert snapshot.execute(question).fetchall() == connection.execute(question).fetchall() != []
