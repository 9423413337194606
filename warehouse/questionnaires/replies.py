"""Replies as they are read from the warehouse to be compared and aligned."""

from collections.abc import Collection, Iterable
from typing import Any

import duckdb

from warehouse.families.asking import ask, asked
from warehouse.questionnaires.heads import read_questions
from warehouse.questionnaires.reply import QuestionRow, Reply, make_question
from warehouse.sql import statement


def replies(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> dict[str, Reply]:
    """Return replies by document."""
    return _made(connection, ask(connection, documents, statement("questionnaire_heads")))


def representatives(connection: duckdb.DuckDBPyConnection, touched: Collection[str]) -> dict[str, Reply]:
    """Return one reply of each form, a touched one where there is one."""
    with asked(connection, touched):
        rows = connection.execute(statement("questionnaire_forms")).fetchall()
    return {reply.form: reply for reply in _made(connection, rows).values()}


def languages(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> dict[str, str]:
    """Return the languages of those of the documents that are replies."""
    return dict(ask(connection, documents, statement("questionnaire_languages")))


def _made(connection: duckdb.DuckDBPyConnection, heads: Iterable[tuple[Any, ...]]) -> dict[str, Reply]:
    rows = list(heads)
    questions = read_questions(connection, [row[0] for row in rows])
    return {row[0]: _reply(row, questions[row[0]]) for row in rows}


def _reply(head: tuple[Any, ...], questions: Iterable[QuestionRow]) -> Reply:
    document, form, language, date, symbol, title, cited = head
    made = tuple(make_question(*row) for row in questions)
    words = frozenset[str]().union(*(question.words for question in made))
    wording = tuple(question.normal for question in made)
    numbered = {question.key: question for question in made if question.key}
    return Reply(document, form, language, date, symbol, title, made, frozenset(cited), words, wording, numbered)
