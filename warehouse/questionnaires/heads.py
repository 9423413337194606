"""What a reply is ordered and compared by beside its questions, kept so that no passage is read again for it."""

from collections.abc import Collection, Iterable, Mapping

import duckdb
import pyarrow as pa

from extractors.document import Document
from warehouse.families.asking import ask, asked, put
from warehouse.questionnaires.reply import QuestionRow, citations, form_of, rules
from warehouse.sql import statement

_Head = tuple[str, str, object, str | None, str | None, frozenset[str]]


def write_heads(
    connection: duckdb.DuckDBPyConnection, touched: Collection[str], documents: Mapping[str, Document]
) -> None:
    """Write the heads of replies in place of what there is; `documents` are those that were just loaded.

    What was loaded before there were heads gets them from its passages.
    """
    with asked(connection, touched):
        connection.execute(statement("delete_asked").replace("$table", "questionnaire_heads"))
    heads = []
    questions: dict[str, list[QuestionRow]] = {}
    for key in touched:
        if documents[key].answers:
            heads.append(_head(documents[key]))
            questions[key] = _questions(documents[key])
    headless = [
        row[0] for row in connection.execute(statement("headless_replies")).fetchall() if row[0] not in questions
    ]
    if headless:
        heads += _heads_of(connection, headless)
        questions |= read_questions(connection, headless)
    _put_heads(connection, heads, questions)


def read_questions(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> dict[str, list[QuestionRow]]:
    """Return the questions of replies in their order."""
    found: dict[str, list[QuestionRow]] = {document: [] for document in documents}
    for document, *row in ask(connection, documents, statement("questionnaire_questions")):
        found[document].append((row[0], row[1], row[2], row[3], row[4]))
    return found


def _head(document: Document) -> _Head:
    header = document.header
    opening = [one.text for one in document.passages if one.paragraph <= rules()["citation"]["opening"]]
    cited = citations("\n".join(opening))
    return document.sha256, document.language, header.document_date, header.symbol, header.title, cited


def _questions(document: Document) -> list[QuestionRow]:
    return [
        (place, one.question_number, one.question_stem, one.question_text, len(one.options))
        for place, one in enumerate(document.answers, 1)
    ]


def _heads_of(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> list[_Head]:
    values = {"opening": rules()["citation"]["opening"]}
    rows = ask(connection, documents, statement("questionnaire_openings"), values)
    return [(*row[:5], citations(row[5] or "")) for row in rows]


def _put_heads(
    connection: duckdb.DuckDBPyConnection, heads: Iterable[_Head], questions: Mapping[str, list[QuestionRow]]
) -> None:
    text = pa.string()
    rows = list(heads)
    documents, languages, dates, symbols, titles, cited = zip(*rows, strict=True) if rows else ((),) * 6
    forms = [form_of(row[1], row[5], questions[row[0]]) for row in rows]
    columns = {
        "document": pa.array(documents, text),
        "form": pa.array(forms, text),
        "language": pa.array(languages, text),
        "document_date": pa.array(dates, pa.date32()),
        "symbol": pa.array(symbols, text),
        "title": pa.array(titles, text),
        "citations": pa.array([sorted(each) for each in cited], pa.list_(text)),
    }
    put(connection, statement("insert_rows").replace("$table", "questionnaire_heads"), columns)
