"""Lists that come with the program are put in anew by each run."""

from extractors.header.vocabulary import Region
from models.crosswalk import Category
from models.labels import Facet
from warehouse.connection import Connection
from warehouse.reference import replace_crosswalk, replace_member_states


def test_member_states_are_replaced(connection: Connection) -> None:
    replace_member_states(connection, [("KEN", Region.AFR), ("FRA", Region.EUR)])
    replace_member_states(connection, [("KEN", Region.AFR)])
    assert connection.execute("FROM raw.member_states").fetchall() == [("KEN", "AFR")]
    replace_member_states(connection, [])
    assert connection.execute("FROM raw.member_states").fetchall() == []


def test_a_crosswalk_is_replaced_and_keeps_its_order(connection: Connection) -> None:
    legal = Category("gca", "Agenda", "b", "Legal", None, ((Facet.FRAMEWORK, "legal"),))
    empty = Category("gca", "Agenda", "a", "Empty", None, ())
    replace_crosswalk(connection, [empty])
    replace_crosswalk(connection, [legal, empty, Category("oecd", "Typology", "c", "Part", "d", ())])
    assert connection.execute(
        "SELECT scheme, code, position, part_of FROM raw.crosswalk_categories ORDER BY scheme, position"
    ).fetchall() == [("gca", "b", 1, None), ("gca", "a", 2, None), ("oecd", "c", 1, "d")]
    assert connection.execute("SELECT scheme, code, facet, concept FROM raw.crosswalk").fetchall() == [
        ("gca", "b", "framework", "legal")
    ]
