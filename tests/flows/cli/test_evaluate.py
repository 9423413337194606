"""`rapporteur evaluate FILE` writes page, figures, picture and card, and says what they come to."""

import json
from pathlib import Path

from tests.flows.cli.test_commands import call
from tests.models.evaluation.made import write

LINES = [
    {
        "text": "El ministerio aprobó una ley contra el grooming de niñas y niños.",
        "language": "es",
        "risks": ["grooming"],
    },
    {"text": "La comida es a mediodía.", "language": "es", "risks": []},
]


def test_passages_of_ones_own_are_judged_into_a_folder(tmp_path: Path) -> None:
    file = write(tmp_path, "own.jsonl", *LINES)
    code, shown = call("evaluate", file, "--into", tmp_path / "q")
    assert code == 0
    assert "2 passages of own.jsonl" in shown
    assert f"Written: {tmp_path / 'q' / 'quality.md'}" in shown
    figures = json.loads((tmp_path / "q" / "quality.json").read_text(encoding="utf-8"))
    assert figures["facets"]["risk"]["model"]["es"]["right"] == 1
    assert sorted(one.name for one in (tmp_path / "q").iterdir()) == [
        "card.md",
        "pictures",
        "quality.json",
        "quality.md",
    ]


def test_gates_come_from_the_projects_own_test_third_only(tmp_path: Path) -> None:
    assert call("evaluate", write(tmp_path, "own.jsonl", *LINES), "--write-gates")[0] == 2
