"""Documents that come again are there once, and what is loaded of one touches no other."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.labels import Facet
from tests.warehouse.earlier import contents
from tests.warehouse.made import document, entry, full_document, suggestion
from warehouse.connection import Connection
from warehouse.load import load_batch


def rows_by_document(connection: Connection) -> dict[str, dict[str, list[str]]]:
    """All rows of the tables that name documents, without the time of loading and the numbers of the index."""
    found: dict[str, dict[str, list[str]]] = {}
    for name, rows in contents(connection).items():
        for row in rows:
            document = row.get("sha256" if name == "documents" else "document")
            if document and not name.startswith("search_"):
                told = str({column: value for column, value in row.items() if column != "loaded_at"})
                found.setdefault(document, {}).setdefault(name, []).append(told)
    return found


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["a", "b", "f"]), min_size=1, max_size=4), st.integers(0, 3))
def test_however_often_and_in_what_batches_documents_come_they_are_there_once(
    connection: Connection, order: list[str], cut: int
) -> None:
    known = {
        "a": entry(document("a"), suggestion("aaaaaaaa-2", Facet.FRAMEWORK, "legal")),
        "b": entry(
            document("b", ["A law.", "Another."]), suggestion("bbbbbbbb-1", Facet.RISK, "grooming", 0.9, (2, 5))
        ),
        "f": entry(full_document(), suggestion("f-1", Facet.RISK, "csam")),
    }
    load_batch(connection, known.values())
    before = rows_by_document(connection)
    for some in (order[:cut], order[cut:]):
        load_batch(connection, [known[one] for one in some])
    assert rows_by_document(connection) == before


def test_another_reading_of_a_document_changes_no_row_of_any_other(connection: Connection) -> None:
    load_batch(connection, [entry(document("a")), entry(full_document(), suggestion("f-1", Facet.RISK, "csam"))])
    before = rows_by_document(connection)
    load_batch(connection, [entry(document("a", ["It was read otherwise, as three passages.", "B.", "C."]))])
    after = rows_by_document(connection)
    assert after["f" * 64] == before["f" * 64]
    assert after["a" * 64].keys() == before["a" * 64].keys()
    assert len(after["a" * 64]["passages"]) == 3
