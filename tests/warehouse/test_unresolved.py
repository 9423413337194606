"""Names that are not known are listed until somebody says who they are."""

from extractors.document import Source
from extractors.header.vocabulary import Category
from tests.warehouse.made import VERSIONS, document
from warehouse.connection import Connection
from warehouse.load import load
from warehouse.unresolved import UnresolvedName, unresolved_names


def test_unresolved_names_are_listed_the_most_frequent_first(connection: Connection) -> None:
    chair = Source("Chair", category=Category.CHAIR)
    known = Source("UNICEF", organisation="UNICEF")
    mobile = Source("A mobile operator", category=Category.SECTOR_MEMBER)
    load(connection, document("a", sources=(Source("A club"), chair, known)), [], versions=VERSIONS)
    load(connection, document("b", sources=(Source("A club"), mobile)), [], versions=VERSIONS)
    assert unresolved_names(connection) == (UnresolvedName("A club", 2), UnresolvedName("A mobile operator", 1))


def test_a_file_published_before_there_was_the_list_has_none(connection: Connection) -> None:
    connection.execute("DROP VIEW unresolved_sources")
    assert unresolved_names(connection) == ()
