"""Replies to the same questionnaire find each other, whatever their language and the order they come in."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.document import Document, Source
from extractors.extract import extract
from extractors.media_type import raw_file
from tests.extractors.questionnaire.forms import LANGUAGES, form
from tests.extractors.questionnaire.layouts import LAYOUTS, MARKS, as_docx
from tests.extractors.word.making import make_docx
from tests.warehouse.made import document, entry
from tests.warehouse.questionnaires.made import other_form, reply, reworded
from warehouse.connection import Connection, open_warehouse
from warehouse.load import load_batch
from warehouse.migration import migrate

SAMPLE = Path(__file__).parents[3] / "samples" / "files" / "CWG-COP-20_06_UNODC_questionnaire.docx"


DERIVED = (
    "questionnaire_pairs",
    "questionnaires",
    "questions",
    "questionnaire_replies",
    "question_links",
    "question_doubts",
)


def take_in(connection: Connection, *documents: Document) -> None:
    load_batch(connection, [entry(each) for each in documents])


def ask(connection: Connection, sql: str, *values: object) -> list[tuple[Any, ...]]:
    return connection.execute(sql, list(values)).fetchall()


def derived(connection: Connection) -> list[list[tuple[Any, ...]]]:
    """All that the linking makes."""
    return [connection.table(f"raw.{name}").order("ALL").fetchall() for name in DERIVED]


def test_the_sample_gives_its_answers_as_rows(connection: Connection) -> None:
    take_in(connection, extract(raw_file(SAMPLE)))
    rows = ask(
        connection,
        "SELECT question_number, answer_kind, yes, choices FROM questionnaire_answers ORDER BY position",
    )
    assert len(rows) == 19
    assert rows[4] == ("B.1", "yes_no", True, ["Yes"])
    assert rows[10] == ("D.1", "choice", None, ["Police", "Prosecutors and judges", "Social workers"])
    assert ask(
        connection,
        "SELECT count(*) FROM questionnaire_answers AS a JOIN passages AS p "
        "ON p.document = a.document AND p.id = a.answer_passages[1] WHERE contains(p.text, a.answer_text)",
    ) == [(19,)]


def test_replies_in_six_languages_are_to_one_questionnaire(connection: Connection) -> None:
    take_in(connection, *(reply(language, form(language), day) for day, language in enumerate(LANGUAGES, 1)))
    assert ask(connection, "SELECT count(*), count(DISTINCT questionnaire) FROM raw.questionnaire_replies") == [(6, 1)]
    assert ask(connection, "SELECT replies, answered FROM questions ORDER BY position") == [
        (6, 0 if at == 7 else 6) for at in range(10)
    ]
    assert ask(connection, "SELECT count(*) FROM questionnaire_doubts") == [(0,)]


def test_a_question_that_is_worded_a_little_otherwise_is_the_same(connection: Connection) -> None:
    changed = reworded(form("en"), "1", "Has your country got a law on child online protection?")
    take_in(connection, reply("a", form("en")), reply("b", changed, 2))
    assert ask(connection, "SELECT count(*), min(replies) FROM questions") == [(10, 2)]


def test_a_question_that_may_be_another_is_flagged_and_not_linked(connection: Connection) -> None:
    changed = reworded(form("en"), "1", "Does your country have a strategy on child safety, and who leads it?")
    take_in(connection, reply("a", form("en")), reply("b", changed, 2))
    assert ask(connection, "SELECT count(*) FROM questions WHERE number = '1'") == [(2,)]
    ((position, question),) = ask(connection, "SELECT position, question FROM questionnaire_doubts")
    assert position == 1
    assert question.endswith("/1")


def test_another_questionnaire_of_the_same_numbers_stays_apart(connection: Connection) -> None:
    take_in(connection, reply("a", form("en")), reply("b", other_form()), reply("c", form("fr")))
    groups = ask(
        connection,
        "SELECT list(d.sources[1] ORDER BY d.sources[1]) FROM raw.questionnaire_replies AS r "
        "JOIN document_versions AS d ON d.sha256 = r.document GROUP BY questionnaire ORDER BY 1",
    )
    assert groups == [(["a", "c"],), (["b"],)]


def test_replies_that_share_few_questions_are_flagged(connection: Connection) -> None:
    mixed = form("en")
    for number, text in (("1", "Who allocates orbital positions?"), ("2", "Which fees are paid?")):
        mixed = reworded(mixed, number, text)
    for number in ("4", "6", "8"):
        mixed = reworded(
            mixed, number, f"Something quite different in item {number}, namely on the price of radio sets?"
        )
    take_in(connection, reply("a", form("en")), reply("b", mixed))
    assert ask(connection, "SELECT count(DISTINCT questionnaire) FROM raw.questionnaire_replies") == [(2,)]
    ((reason,),) = ask(connection, "SELECT reason FROM questionnaire_doubts")
    assert reason == "only 5 of 10 questions are worded alike"


def test_a_reply_that_fits_two_questionnaires_is_joined_to_neither(connection: Connection) -> None:
    # Options and figures agree with both, and the two are in one language and in other words.
    first, second, french = form("en"), form("en"), form("fr")
    for item, other in zip(form("en").items, other_form().items, strict=True):
        second = reworded(
            second, item.number, other.text + " In 2024?" * ("2024" in item.text) + " 2020" * ("2020" in item.text)
        )
    take_in(connection, reply("a", first), reply("b", replace(second, intro="A survey.")), reply("c", french))
    groups = ask(connection, "SELECT count(*) FROM raw.questionnaire_replies GROUP BY questionnaire")
    assert groups == [(1,), (1,), (1,)]
    reasons = ask(connection, "SELECT DISTINCT reason FROM questionnaire_doubts WHERE position IS NULL")
    assert any("more than one questionnaire fits" in reason for (reason,) in reasons)


def test_loading_again_changes_nothing(connection: Connection) -> None:
    documents = [reply(language, form(language)) for language in LANGUAGES]
    take_in(connection, *documents)
    before = derived(connection)
    take_in(connection, documents[2])
    assert derived(connection) == before


def test_a_document_that_is_no_questionnaire_any_more_is_taken_out(connection: Connection) -> None:
    take_in(connection, reply("a", form("en")), reply("b", form("en"), 2))
    gone = reply("b", form("en"), 2)
    bare = Document(gone.sha256, gone.media_type, "en", None, gone.header, gone.passages, ())
    take_in(connection, bare)
    assert ask(connection, "SELECT count(*) FROM raw.questionnaire_replies") == [(1,)]
    assert ask(connection, "SELECT count(*) FROM raw.questionnaire_pairs") == [(0,)]
    assert ask(connection, "SELECT DISTINCT replies FROM questions") == [(1,)]


def test_documents_without_questions_cost_nothing(connection: Connection) -> None:
    take_in(connection, document("a"))
    assert [len(rows) for rows in derived(connection)] == [0] * 6


def test_an_id_stays_when_later_replies_come(connection: Connection) -> None:
    take_in(connection, reply("a", form("en"), 1))
    before = ask(connection, "SELECT id FROM questions ORDER BY id")
    take_in(connection, reply("b", form("ru"), 9), reply("c", form("en"), 5))
    assert ask(connection, "SELECT id FROM questions ORDER BY id") == before


_POOL = [
    reply("a", form("en"), 3),
    reply("b", reworded(form("en"), "6", "Which difficulties do still remain?"), 2),
    reply("c", form("fr"), 4),
    reply("d", form("ar").blank(), 1),
    reply("e", other_form(), 5),
    reply("f", form("zh").only(("1", "2", "3", "4")), 6),
]


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(_POOL), st.lists(st.integers(1, 5), max_size=3))
def test_the_order_and_the_batches_make_no_difference(order: list[Document], cuts: Sequence[int]) -> None:
    wanted = _linked([_POOL])
    places = sorted({0, *cuts, len(order)})
    batches = [order[start:end] for start, end in pairwise(places)]
    assert _linked(batches) == wanted


def _linked(batches: Sequence[Sequence[Document]]) -> list[list[tuple[Any, ...]]]:
    with duckdb.connect() as connection:
        migrate(connection)
        for batch in batches:
            take_in(connection, *batch)
        return derived(connection)


def test_the_matrix_counts_one_version_of_each_reply(connection: Connection) -> None:
    kenya = Source("Kenya", "KEN")
    take_in(
        connection,
        reply("old", form("en").blank(), 1, kenya, "CWG-COP-20/4-E"),
        reply("new", form("en"), 2, kenya, "CWG-COP-20/4(Rev.1)-E"),
        reply("french", form("fr"), 2, kenya, "CWG-COP-20/4(Rev.1)-F"),
        reply("chad", form("fr"), 3, Source("Tchad", "TCD"), "CWG-COP-20/5-F"),
    )
    rows = ask(
        connection,
        "SELECT source, yes, answer_kind FROM questionnaire_matrix WHERE question_number = '1' ORDER BY source",
    )
    assert rows == [("Kenya", True, "yes_no"), ("Tchad", True, "yes_no")]


def test_files_of_other_members_and_languages_join_in(tmp_path: Path) -> None:
    documents = []
    for language, layout, marks in (
        ("en", "table", "boxes"),
        ("es", "bold_list", "bold"),
        ("ru", "stacked_pairs", "crosses"),
    ):
        made = make_docx(tmp_path / f"{language}.docx", as_docx(LAYOUTS[layout](form(language), MARKS[marks])))
        documents.append(extract(raw_file(made)))
    with open_warehouse(tmp_path / "warehouse.duckdb") as connection:
        take_in(connection, *documents, extract(raw_file(SAMPLE)))
        assert ask(connection, "SELECT count(*) FROM raw.questionnaire_replies GROUP BY questionnaire ORDER BY 1") == [
            (1,),
            (3,),
        ]
        parts = "SELECT position, replies FROM questions WHERE number LIKE '5 _)' AND replies > 1 ORDER BY 1"
        assert ask(connection, parts) == [(5, 3), (6, 3)]
        yes = ask(connection, "SELECT language, yes FROM questionnaire_answers WHERE question_number = '1' ORDER BY 1")
        assert yes == [("en", True), ("es", True), ("ru", True)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_without_answers_belongs_to_its_replies(connection: Connection, language: str) -> None:
    take_in(connection, reply("form", form(language).blank(), 1), reply("answer", form("en"), 2))
    assert ask(connection, "SELECT count(DISTINCT questionnaire) FROM raw.questionnaire_replies") == [(1,)]
