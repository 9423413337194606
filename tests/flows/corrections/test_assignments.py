"""`field=value` at the command line."""

import pytest

from flows.corrections.assignments import changes_of
from flows.corrections.targets import Target
from flows.errors import CorrectionError

TARGET = Target("a" * 64, "A plan")


def test_assignments_and_withdrawals_are_changes() -> None:
    made = changes_of(
        TARGET, ["title=A = B", "symbol=CWG-COP-20/4-E", "agenda_item="], ["sources", "meeting="], why=" Why "
    )
    assert [(one.field, one.value) for one in made] == [
        ("title", "A = B"),
        ("symbol", "CWG-COP-20/4-E"),
        ("agenda_item", ""),
        ("sources", None),
        ("meeting", None),
    ]
    assert {one.why for one in made} == {"Why"}
    assert made[1].implied == (("body", "CWG-COP"), ("meeting", "20"))


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(CorrectionError) as error:
        changes_of(TARGET, ["tittle=x", "title", "sources=KEX", "title=a", "title=b"], ["nothing"], why="x")
    told = str(error.value).splitlines()
    assert len(told) == 5
    assert told[1].startswith("'title' is not of the form field=value")
    assert told[4].startswith("title is given 2 times")


def test_a_correction_needs_a_reason() -> None:
    with pytest.raises(CorrectionError, match="Say why"):
        changes_of(TARGET, ["title=x"], [], why=" ")


def test_a_correction_needs_something_to_correct() -> None:
    with pytest.raises(CorrectionError, match="The fields are: symbol, "):
        changes_of(TARGET, [], [], why="x")
