"""Questions and answers of whole documents, in every layout and language; and none where there are none."""

from pathlib import Path

import pytest

from extractors.document import Document
from extractors.extract import extract
from extractors.media_type import raw_file
from extractors.questionnaire.answer import Answer, AnswerKind
from tests.bench.questionnaires import Case, compare, make
from tests.extractors.questionnaire.forms import LANGUAGES
from tests.extractors.questionnaire.layouts import LAYOUTS, MARKS
from tests.extractors.word.making import make_docx, paragraph, table, words

TITLE = paragraph("Reply to the questionnaire", "<w:outlineLvl w:val='0'/>", "<w:b/>")


def read(folder: Path, body: str) -> tuple[Answer, ...]:
    return document(folder, body).answers


def document(folder: Path, body: str) -> Document:
    return extract(raw_file(make_docx(folder / "made.docx", body)))


def told(answers: tuple[Answer, ...]) -> list[tuple[str | None, str, str]]:
    return [(each.question_number, each.question_text, each.answer_text) for each in answers]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_file_gives_each_question_with_its_answer(tmp_path: Path, layout: str, language: str) -> None:
    marks = list(MARKS)[(list(LAYOUTS).index(layout) + 3 * LANGUAGES.index(language)) % len(MARKS)]
    case = Case(layout, marks, language)
    answers = extract(raw_file(make(case, tmp_path / "made.docx"))).answers
    assert compare(case, answers, verbose=True, suffix="docx") == (len(case.items()), len(case.items()), 0)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_form_without_answers_has_every_question_unanswered(tmp_path: Path, layout: str) -> None:
    case = Case(layout, "boxes", "en", blank=True)
    answers = extract(raw_file(make(case, tmp_path / "made.docx"))).answers
    assert [each.answer_kind for each in answers] == [AnswerKind.EMPTY] * len(case.items())


@pytest.mark.parametrize(
    ("layout", "marks", "language"),
    [
        ("table", "boxes_below", "fr"),
        ("numbered_table", "underlined", "ar"),
        ("stacked", "struck", "ru"),
        ("bold_list", "bold", "en"),
        ("labelled", "boxes_behind", "es"),
        ("tick_table", "boxes", "zh"),
    ],
)
def test_a_pdf_gives_each_question_with_its_answer(tmp_path: Path, layout: str, marks: str, language: str) -> None:
    pytest.importorskip("weasyprint")
    case = Case(layout, marks, language)
    found = extract(raw_file(make(case, tmp_path / "made.pdf")))
    assert compare(case, found.answers, verbose=True, suffix="pdf") == (len(case.items()), len(case.items()), 0)
    pages = {passage.id: passage.page for passage in found.passages}
    assert all(pages[identity] for each in found.answers for identity in each.question_passages)


def test_every_answer_leads_to_its_passages(tmp_path: Path) -> None:
    found = document(tmp_path, TITLE + "".join(paragraph(each) for each in (
        "1. Do you?", "Yes, we do.", "And more.", "2. Which?", "This one.", "3. Why?", "For a reason.",
    )))  # fmt: skip
    texts = {passage.id: passage.text for passage in found.passages}
    places = {passage.id: passage.paragraph for passage in found.passages}
    first = found.answers[0]
    assert [texts[each] for each in first.answer_passages] == ["Yes, we do.", "And more."]
    assert [texts[each] for each in first.question_passages] == ["Do you?"]
    assert first.answer_paragraphs == tuple(places[each] for each in first.answer_passages)


def test_a_list_in_an_answer_is_no_list_of_questions(tmp_path: Path) -> None:
    answers = read(tmp_path, TITLE + "".join(paragraph(each) for each in (
        "1. Which bodies are there?", "1. the police", "2. the courts", "3. the regulator", "2. Which laws are there?",
        "The Act.", "3. Who pays?", "The State. Who else could?", "4. Number of hotlines", "2",
    )))  # fmt: skip
    assert [each.question_number for each in answers] == ["1", "2", "3", "4"]
    assert answers[0].answer_text == "1 the police\n2 the courts\n3 the regulator"
    assert answers[3].answer_kind is AnswerKind.NUMBER


def test_lettered_items_without_a_question_mark_belong_to_the_answer(tmp_path: Path) -> None:
    answers = read(tmp_path, TITLE + "".join(paragraph(each) for each in (
        "1. Which laws are there?", "a) The Act of 2019", "b) The Code of 2003", "2. Who applies them?",
        "a) The police", "3. Who pays?", "Nobody.",
    )))  # fmt: skip
    assert [each.question_number for each in answers] == ["1", "2", "3"]
    assert answers[0].answer_text == "a) The Act of 2019\nb) The Code of 2003"


def test_lettered_questions_are_parts(tmp_path: Path) -> None:
    answers = read(tmp_path, TITLE + "".join(paragraph(each) for each in (
        "1. Please describe your hotline:", "a) Is it open at night?", "Yes.", "b) Who pays for it?", "The State.",
        "2. Is there a law?", "No.", "3. Is there a plan?", "",
    )))  # fmt: skip
    assert [(each.question_number, each.question_stem) for each in answers] == [
        ("1 a)", "Please describe your hotline:"),
        ("1 b)", "Please describe your hotline:"),
        ("2", None),
        ("3", None),
    ]
    assert answers[-1].answer_kind is AnswerKind.EMPTY


def test_instructions_and_names_of_parts_are_neither(tmp_path: Path) -> None:
    answers = read(tmp_path, TITLE + "".join(paragraph(each) for each in (
        "Part A: Law", "Please answer all questions.", "1. Is there a law?", "(Please tick one box only)", "☒ Yes ☐ No",
        "If yes, please give details: the Act of 2019", "Part B: Practice", "Please attach statistics.",
        "2. Is there a hotline?", "Yes.", "3. Is it open at night?", "If not, please say why:", "It lacks staff.",
    )))  # fmt: skip
    assert told(answers) == [
        ("1", "Is there a law?", "☒ Yes ☐ No\nthe Act of 2019"),
        ("2", "Is there a hotline?", "Yes."),
        ("3", "Is it open at night?", "It lacks staff."),
    ]


def test_an_answer_may_stand_on_the_line_of_its_question(tmp_path: Path) -> None:
    answers = read(tmp_path, TITLE + "".join(paragraph(each) for each in (
        "1. Is there a law? Yes.", "2. Who applies it? (Please name the body.)", "The police.",
        "3. Since when? Answer: 2019",
    )))  # fmt: skip
    assert told(answers) == [
        ("1", "Is there a law?", "Yes."),
        ("2", "Who applies it? (Please name the body.)", "The police."),
        ("3", "Since when?", "2019"),
    ]


def test_a_table_in_an_answer_belongs_to_it(tmp_path: Path) -> None:
    body = TITLE + paragraph("1. What was spent?") + table(("Year", "Sum"), ("2024", "12"), first="<w:b/>")
    body += paragraph("2. Is it enough?") + paragraph("No.") + paragraph("3. Why?") + paragraph("Prices rose.")
    answers = read(tmp_path, body)
    assert answers[0].answer_text == "Year; Sum\n2024; 12"
    assert len(answers[0].answer_passages) == 2


def test_an_answer_below_an_empty_cell_goes_on(tmp_path: Path) -> None:
    body = TITLE + table(
        ("No.", "Question", "Reply"),
        ("1", "Which laws?", "The Act."),
        ("", "", "And the Code."),
        ("2", "Which bodies?", ""),
        first="<w:b/>",
    )
    assert told(read(tmp_path, body)) == [("1", "Which laws?", "The Act.\nAnd the Code."), ("2", "Which bodies?", "")]


def test_a_table_that_goes_on_without_names_keeps_its_columns(tmp_path: Path) -> None:
    body = TITLE + table(("Question", "Reply"), ("1. Which laws?", "The Act."), first="<w:b/>")
    body += "<w:p/>" + table(("2. Which bodies?", "The police."), ("3. Which plans?", ""))
    assert [each.question_number for each in read(tmp_path, body)] == ["1", "2", "3"]


def test_the_boxes_of_form_fields_are_read(tmp_path: Path) -> None:
    def box(label: str, value: str) -> str:
        control = f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{value}"/></w14:checkbox></w:sdtPr>'
        return f"{control}<w:sdtContent>{words('?')}</w:sdtContent></w:sdt>{words(f' {label}   ')}"

    body = TITLE + "".join(
        paragraph(f"{number}. Is there a {what}?") + f"<w:p>{box('Yes', yes)}{box('No', no)}</w:p>"
        for number, what, yes, no in ((1, "law", "1", "0"), (2, "plan", "0", "1"), (3, "budget", "0", "0"))
    )
    assert [each.yes for each in read(tmp_path, body)] == [True, False, None]


def test_looks_that_do_not_choose_leave_the_question_open(tmp_path: Path) -> None:
    both = "<w:p>" + words("Yes", "<w:b/>") + words(" / ", "<w:b/>") + words("No", "<w:b/>") + "</w:p>"
    body = TITLE + "".join(paragraph(f"{at}. Is there a law?") + both for at in (1, 2, 3))
    assert [each.answer_kind for each in read(tmp_path, body)] == [AnswerKind.EMPTY] * 3


RHETORICAL = (
    ("1. What is the problem?", "Children meet strangers online.", "2. Who should act?", "Everybody.",
     "3. Is the law enough?", "No, it is not.", "4. What comes next?", "A plan."),
    ("A questionnaire was sent to 400 schools in 2024.", "1. What did pupils say?", "They feel unsafe.",
     "2. What did teachers say?", "They want training.", "3. What do we conclude?", "Schools need help."),
    ("Question 1/1: Broadband", "Question 2/1: Digital transformation", "The group studies both questions."),
    ("Challenge: few officers are trained.", "Response: a course was set up.", "Challenge: evidence is lost.",
     "Response: data are kept for longer."),
    ("Why does it matter? Because every child counts. Yes, every child.", "Is that all? No.", "We must ask: who pays?"),
)  # fmt: skip


@pytest.mark.parametrize("texts", RHETORICAL, ids=range(len(RHETORICAL)))
def test_a_contribution_that_only_asks_gives_no_answers(tmp_path: Path, texts: tuple[str, ...]) -> None:
    heading = paragraph("Contribution on child online protection", "<w:outlineLvl w:val='0'/>", "<w:b/>")
    assert told(read(tmp_path, heading + "".join(map(paragraph, texts)))) == []


def test_results_of_a_questionnaire_are_no_reply_to_one(tmp_path: Path) -> None:
    heading = paragraph("Summary of the replies to the questionnaire", "<w:outlineLvl w:val='0'/>", "<w:b/>")
    texts = (
        "1. Is there a law?",
        "34 members said yes.",
        "2. Is there a plan?",
        "12 did.",
        "3. Who pays?",
        "It varies.",
    )
    assert told(read(tmp_path, heading + "".join(map(paragraph, texts)))) == []


@pytest.mark.parametrize(
    "rows",
    [
        (("Measure", "Response"), ("Provide training", "A course"), ("Identify gaps", "A study")),
        (("Criterion", "Yes", "No"), ("Law in force", "X", ""), ("List of bodies", "", "X")),
        (("Year", "Number"), ("2023", "12"), ("2024", "14")),
    ],
)
def test_an_ordinary_table_gives_no_answers(tmp_path: Path, rows: tuple[tuple[str, ...], ...]) -> None:
    assert read(tmp_path, paragraph("A contribution.") + table(*rows, first="<w:b/>")) == ()


def test_degrees_of_a_scale_are_options(tmp_path: Path) -> None:
    body = TITLE + table(
        ("Question", "Very important", "Important", "Not important"),
        ("1. Training of police", "X", "", ""),
        ("2. Filters", "", "✓", ""),
        ("3. Hotlines", "", "", ""),
        first="<w:b/>",
    )
    answers = read(tmp_path, body)
    assert [each.choices for each in answers] == [("Very important",), ("Important",), ()]
    assert answers[2].options == ("Very important", "Important", "Not important")


def test_questions_without_numbers_stand_as_paragraphs(tmp_path: Path) -> None:
    pairs = (
        ("What legal measures are in place in your country to protect children while they are online?", "The Code."),
        ("How does your country work with industry?", "By a code of conduct. Is it enough? We think not."),
        ("Which campaigns have been carried out?", ""),
    )
    body = TITLE + "".join(paragraph(question, run="<w:b/>") + paragraph(answer) for question, answer in pairs)
    assert told(read(tmp_path, body)) == [(None, question, answer) for question, answer in pairs]


def test_an_answer_may_be_labelled_with_its_giver(tmp_path: Path) -> None:
    heading = paragraph("Reply to the Circular on online safety", "<w:outlineLvl w:val='0'/>", "<w:b/>")
    body = heading + "".join(
        paragraph(question) + paragraph(f"Response of the Government of Norland: {answer}")
        for question, answer in (
            ("1. Is there a law?", "Yes, since 2020."),
            ("2. Who applies it?", ""),
            ("3. How?", "Well."),
        )
    )
    answers = read(tmp_path, body)
    assert [each.answer_text for each in answers] == ["Yes, since 2020.", "", "Well."]
    assert answers[0].yes is True


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Question no. 1: Is there one?", "Answer: It is."),
        ("Question n° 1 : Y en a-t-il ?", "Réponse : It is."),
        ("Pregunta n.º 1. ¿Hay una?", "Respuesta: It is."),
        ("Вопрос № 1. Есть ли?", "Ответ: It is."),
        ("第1题：有没有？", "答：It is."),
        ("السؤال 1: هل يوجد؟", "الإجابة: It is."),
        ("Q1. Is there one?", "A: It is."),
    ],
)
def test_labels_are_known_in_every_language(tmp_path: Path, question: str, answer: str) -> None:
    second = question.replace("1", "2")
    answers = read(tmp_path, TITLE + "".join(map(paragraph, (question, answer, second, answer))))
    assert [(each.question_number or "").lstrip("Q") for each in answers] == ["1", "2"]
    assert {each.answer_text for each in answers} == {"It is."}


def test_numbers_begin_anew_in_each_part(tmp_path: Path) -> None:
    body = TITLE
    for part, first, second in (
        ("A. Legal", "Is there a law?", "Is it applied?"),
        ("B. Technical", "Are there filters?", "Who pays?"),
    ):
        body += paragraph(part, "<w:outlineLvl w:val='1'/>", "<w:b/>")
        body += "".join(map(paragraph, (f"1. {first}", "Yes.", f"2. {second}", "Partly.")))
    assert [each.question_number for each in read(tmp_path, body)] == ["1", "2", "1", "2"]


def test_a_merged_row_holds_the_answer_to_the_question_above_it(tmp_path: Path) -> None:
    def wide(text: str) -> str:
        cell = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph(text)}</w:tc>'
        return f"<w:tr>{cell}</w:tr>"

    rows = table(("Question", "Reply"), ("1. Is there a law?", "Yes."), first="<w:b/>").removesuffix("</w:tbl>")
    rows += wide("Part B – Practice") + wide("2. Which bodies apply it?") + wide("The police.") + "</w:tbl>"
    assert told(read(tmp_path, TITLE + rows)) == [
        ("1", "Is there a law?", "Yes."),
        ("2", "Which bodies apply it?", "The police."),
    ]


def test_parts_with_numbers_of_their_own_keep_their_question(tmp_path: Path) -> None:
    answers = read(tmp_path, TITLE + "".join(paragraph(each) for each in (
        "1. Is there a law?", "Yes.", "2. Which measures are taken?", "2.1 Technical ones", "Filters.",
        "2.2 Educational ones", "Lessons.", "3. Who pays?", "The State.",
    )))  # fmt: skip
    assert [(each.question_number, each.question_stem) for each in answers] == [
        ("1", None),
        ("2.1", "Which measures are taken?"),
        ("2.2", "Which measures are taken?"),
        ("3", None),
    ]
