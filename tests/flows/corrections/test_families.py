"""A person says which documents are one; it wins, is published and told, and can be taken back."""

import pytest

from flows.corrections.families import merge, split, withdraw
from flows.errors import CorrectionError
from flows.workspace import Workspace
from tests.flows.corrections.conftest import Submit, kenya
from warehouse.connection import open_snapshot


@pytest.fixture
def two(workspace: Workspace, submit: Submit) -> Workspace:
    submit("English.docx", kenya("a", "CWG-COP-20/4-E"))
    submit("other.docx", kenya("b", "CWG-COP-20/9-F"))
    return workspace


def families(workspace: Workspace) -> int:
    with open_snapshot(workspace.snapshot) as connection:
        return int(connection.execute("SELECT count(DISTINCT family) FROM family_members").fetchall()[0][0])


def test_two_documents_become_one_and_part_again(two: Workspace) -> None:
    made = merge(two, "1", "other.docx", by="Ann", why="The French version")
    assert (made.decision, made.outcome, made.counted_with) == (1, "decided", ("CWG-COP-20/9-F",))
    assert families(two) == 1
    receipts = [path.read_text(encoding="utf-8") for path in sorted(two.receipts.rglob("*.txt"))]
    assert "Counted with CWG-COP-20/9-F" in receipts[0]
    assert "Counted with CWG-COP-20/4-E" in receipts[1]
    parted = split(two, "CWG-COP-20/4-E", "2", by="Ann", why="No")
    assert (parted.decision, parted.outcome, parted.counted_with) == (2, "decided", ())
    assert families(two) == 2
    assert all("Counted with" not in path.read_text(encoding="utf-8") for path in two.receipts.rglob("*.txt"))


def test_the_same_decision_again_is_none(two: Workspace) -> None:
    merge(two, "1", "2", by="Ann", why="x")
    again = merge(two, "2", "1", by="Bob", why="x")
    assert (again.decision, again.outcome) == (1, "standing")
    assert split(two, "1", None, by="Bob", why="x").decision == 2
    assert split(two, "1", None, by="Bob", why="x").outcome == "standing"


def test_a_decision_is_taken_back_by_its_number(two: Workspace) -> None:
    merge(two, "1", "2", by="Ann", why="x")
    back = withdraw(two, 1, by="Bob", why="No")
    assert (back.outcome, back.counted_with) == ("withdrawn", ())
    assert families(two) == 2
    with pytest.raises(CorrectionError, match=r"No decision number 1 .* that stand: none"):
        withdraw(two, 1, by="Bob", why="No")


def test_a_decision_needs_two_documents_and_a_reason(two: Workspace) -> None:
    with pytest.raises(CorrectionError, match="are the same document"):
        merge(two, "1", "English.docx", by="Ann", why="x")
    with pytest.raises(CorrectionError, match="Say why"):
        merge(two, "1", "2", by="Ann", why=" ")
    with pytest.raises(CorrectionError, match="Say why"):
        withdraw(two, 1, by="Ann", why="")
