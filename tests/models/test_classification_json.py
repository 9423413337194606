"""JSON lines go in and come out in the same order, streaming, with errors by line."""

import json
from collections.abc import Iterator

import pytest

from models.classification_json import classify_lines
from models.classifier import Classifier
from models.errors import ClassificationError


def line(**fields: object) -> str:
    return json.dumps({"id": "1", "text": "Cyberbullying of pupils."} | fields)


def test_the_form_is_as_documented(classifier: Classifier) -> None:
    (made,) = classify_lines([line(language="en")], classifier)
    assert list(made) == ["id", "language", "frameworks", "risks", "levels", "purpose", "stakeholders"]
    (risk,) = made["risks"]
    assert (risk["id"], risk["evidence"]) == ("cyberbullying", [[0, 13]])
    assert 0.4 <= risk["score"] <= 1
    assert set(made["purpose"]) == {"id", "score"}


def test_lines_of_one_document_are_context_and_others_are_not(classifier: Classifier) -> None:
    child = line(id="1", text="This is about children.", document="a")
    boxes = line(id="2", text="Loot boxes are sold.", document="a")
    other = line(id="3", text="Loot boxes are sold.", document="b")
    alone = line(id="4", text="Loot boxes are sold.")
    made = {
        one["id"]: [risk["id"] for risk in one["risks"]]
        for one in classify_lines([child, boxes, other, alone], classifier)
    }
    assert made == {"1": [], "2": ["gambling_lootboxes"], "3": [], "4": []}


def test_the_language_is_told_from_the_text_where_it_is_not_given(classifier: Classifier) -> None:
    text = "El ministerio adoptó una ley contra el ciberacoso entre los alumnos de las escuelas del país."
    (made,) = classify_lines([line(text=text)], classifier)
    assert made["language"] == "es"
    assert [risk["id"] for risk in made["risks"]] == ["cyberbullying"]


def test_empty_lines_are_passed_over_and_a_text_without_labels_has_its_lists_empty(classifier: Classifier) -> None:
    (made,) = classify_lines(["\n", line(text=""), "  \n"], classifier)
    assert made["risks"] == made["frameworks"] == made["levels"] == made["stakeholders"] == []
    assert made["purpose"] == {"id": "other", "score": 0.0}


@pytest.mark.parametrize(
    "bad",
    ["nonsense", "[]", '{"text": "a"}', '{"id": 1}', '{"id": 1, "text": 2}', '{"id": 1, "text": "a", "language": 5}',
     '{"id": 1, "text": "a", "heading_path": "a"}'],
)  # fmt: skip
def test_a_bad_line_is_named_by_its_number(classifier: Classifier, bad: str) -> None:
    with pytest.raises(ClassificationError, match="Line 2"):
        list(classify_lines([line(), bad], classifier))


def test_a_million_lines_need_no_more_than_a_window(classifier: Classifier) -> None:
    taken = 0

    def lines() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield line(id=taken, document="one", text="Hello.", language="en")

    results = classify_lines(lines(), classifier)
    for _ in range(1200):
        next(results)
    assert taken <= 1700
