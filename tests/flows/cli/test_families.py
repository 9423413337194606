"""`rapporteur review families` at the command line."""

import json

import pytest

from flows.workspace import Workspace
from tests.flows.cli.test_commands import call, documented
from tests.flows.corrections.conftest import Submit, kenya, submit
from tests.warehouse.families.made import Made

__all__ = ["submit"]


def families(workspace: Workspace, *arguments: str) -> tuple[int, str]:
    return call("review", "families", *arguments, "--workspace", workspace.root)


def test_decisions_are_made_listed_and_taken_back(workspace: Workspace, submit: Submit) -> None:
    submit("a.docx", kenya("a", "CWG-COP-20/4-E"))
    submit("b.docx", kenya("b", "CWG-COP-20/9-F"))
    code, shown = families(workspace, "--merge", "1", "2", "--why", "One", "--by", "Ann")
    assert code == 0
    assert "CWG-COP-20/4-E (a.docx) is counted with CWG-COP-20/9-F." in shown
    assert "Decision 1 is made, by Ann" in shown
    assert "Decision 1: merge CWG-COP-20/4-E (a.docx) and CWG-COP-20/9-F (b.docx) (Ann, " in families(workspace)[1]
    assert "Decision 1 is taken back" in families(workspace, "--withdraw", "1", "--why", "No")[1]
    _, shown = families(workspace, "--split", "1", "--apart-from", "2", "--why", "No", "--json")
    ruling = json.loads(shown)
    assert ruling["outcome"] == "decided"
    assert set(ruling) | set(ruling["documents"][0]) == documented("## `rapporteur review families --json") - {
        "withdrawn",
        "standing",
        "decided",
    }
    state = json.loads(families(workspace, "--json")[1])
    assert [one["action"] for one in state["decisions"]] == ["split"]


def test_what_may_be_one_is_listed_with_the_numbers_of_the_submissions(workspace: Workspace, submit: Submit) -> None:
    plan = Made("plan", symbol="CWG-COP-20/4-E")
    submit("plan.docx", plan.document())
    submit("survey.docx", plan.but("survey", text="survey").document())
    (doubt,) = json.loads(families(workspace, "--json")[1])["doubts"]
    assert doubt["doubt"] == "symbol_collision"
    assert {doubt["submission"], doubt["other_submission"]} == {1, 2}
    shown = families(workspace)[1]
    assert f"{doubt['submission']} {doubt['name']} and {doubt['other_submission']} {doubt['other_name']}: Two " in shown
    families(workspace, "--split", "2", "--why", "The number is a misprint")
    assert "No documents look as if" in families(workspace)[1]


@pytest.mark.parametrize(
    "arguments", [("--merge", "1", "2", "--split", "1"), ("--apart-from", "1"), ("--withdraw", "1", "--split", "1")]
)
def test_one_decision_at_a_time(workspace: Workspace, arguments: tuple[str, ...]) -> None:
    assert families(workspace, *arguments, "--why", "x")[0] == 2
