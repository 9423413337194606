"""What an answer is."""

import pytest

from extractors.questionnaire.answer import Answer, AnswerKind
from extractors.questionnaire.kinds import judge

KIND = AnswerKind


@pytest.mark.parametrize(
    ("question", "text", "kind", "yes"),
    [
        ("Do you?", "☒ Yes ☐ No", KIND.YES_NO, True),
        ("Do you?", "☐ Yes ☒ No\nNot before 2027.", KIND.YES_NO, False),
        ("Do you?", "☐ Yes ☐ No ☒ Partly", KIND.CHOICE, None),
        ("Do you?", "☒ Yes ☒ No", KIND.CHOICE, None),
        ("Do you?", "☒ Yes ☐ Yes, in part of the country ☐ No", KIND.CHOICE, None),
        ("Do you?", "☐ Yes ☐ No", KIND.EMPTY, None),
        ("Do you?", "Yes / No", KIND.EMPTY, None),
        ("Do you?", "Yes, since 2019.", KIND.YES_NO, True),
        ("Do you?", "No.", KIND.YES_NO, False),
        ("Do you?", "No information is available.", KIND.TEXT, None),
        ("Avez-vous ?", "Oui", KIND.YES_NO, True),
        ("¿Tienen?", "No, pero se prepara.", KIND.YES_NO, False),
        ("Есть ли?", "Да – с 2019 года", KIND.YES_NO, True),
        ("是否有？", "没有。", KIND.YES_NO, False),
        ("是否有？", "是，自2019年起。", KIND.YES_NO, True),
        ("هل؟", "نعم، منذ عام 2019", KIND.YES_NO, True),
        ("How many?", "34", KIND.NUMBER, None),
        ("How many?", "about 1 200 reports", KIND.NUMBER, None),
        ("How many?", "34, of which 19 in Africa, and 15 in other regions of the world", KIND.NUMBER, None),
        ("What share?", "44 %", KIND.NUMBER, None),
        ("كم؟", "١٢", KIND.NUMBER, None),
        ("What do you do?", "34 officers were trained in two regions of the country.", KIND.TEXT, None),
        ("Which?", "1. The Act\n2. The Code", KIND.TEXT, None),
        ("Which?", "", KIND.EMPTY, None),
        ("Which?", "……………", KIND.EMPTY, None),
        ("Which?", "—", KIND.EMPTY, None),
        ("Which?", "Click or tap here to enter text.", KIND.EMPTY, None),
        ("Which?", "Not applicable", KIND.TEXT, None),
        ("Which?", "☐ A ☐ B\nNeither of them.", KIND.TEXT, None),
    ],
)
def test_an_answer_is_known_by_what_stands_there(question: str, text: str, kind: KIND, yes: bool | None) -> None:
    given = judge(question, text)
    assert (given.kind, given.yes) == (kind, yes)


def test_the_options_of_an_unanswered_question_are_kept() -> None:
    assert judge("Do you?", "☐ Yes ☐ No").options == ("Yes", "No")


@pytest.mark.parametrize(
    "wrong",
    [
        {"answer_kind": KIND.EMPTY, "answer_text": "x"},
        {"answer_kind": KIND.YES_NO, "answer_text": "x"},
        {"answer_kind": KIND.TEXT, "answer_text": "x", "yes": True},
        {"answer_kind": KIND.TEXT, "answer_text": "x", "question_passages": ("a",)},
        {"answer_kind": KIND.TEXT, "answer_text": "x", "answer_paragraphs": (1,)},
    ],
)
def test_an_answer_that_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"question|answer"):
        Answer(**({"question_number": "1", "question_text": "?", "question_stem": None} | wrong))  # type: ignore[arg-type]
