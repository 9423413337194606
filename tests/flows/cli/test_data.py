"""`rapporteur data check` tells a person and a program the same, and ends with 1 where there are errors."""

import json
from pathlib import Path

from tests.flows.cli.test_commands import call
from tests.models.evaluation.made import line, write

TEXT = "The ministry wrote to {} parents of pupils about men who befriend children in games and ask to meet them."


def test_sound_data_end_with_0_and_warnings_are_shown(tmp_path: Path) -> None:
    write(tmp_path, "en.jsonl", line(TEXT.format(1)), line(TEXT.format(1), r=[]))
    code, shown = call("data", "check", "--folder", tmp_path)
    assert code == 0
    assert "Contradictions: the same text with different labels: 1" in shown
    assert "en.jsonl, line 1 and en.jsonl, line 2: risk/grooming" in shown
    assert "No errors." in shown


def test_errors_end_with_1_and_only_the_first_are_shown(tmp_path: Path) -> None:
    write(tmp_path, "en.jsonl", *[line(f"{TEXT} {number}", r=["unheard_of"]) for number in range(30)])
    code, shown = call("data", "check", "--folder", tmp_path)
    assert code == 1
    assert "en.jsonl, line 1: `r`: 'unheard_of' is not in the taxonomy" in shown
    assert "and 10 more, with --json" in shown
    code, printed = call("data", "check", "--folder", tmp_path, "--json")
    found = json.loads(printed)
    assert (code, found["sound"], len(found["errors"])) == (1, False, 30)
