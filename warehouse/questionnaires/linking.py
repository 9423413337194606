"""Questionnaires in the warehouse, made again for the replies that came or changed."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set

import duckdb
import pyarrow as pa

from warehouse.connection import transaction
from warehouse.questionnaires.alignment import Questionnaire, align
from warehouse.questionnaires.grouping import Pair, group
from warehouse.questionnaires.likeness import compare
from warehouse.questionnaires.reply import Reply, citations, make_question, rules, words_of
from warehouse.sql import statement

_TEXT, _WHOLE, _SCORE = pa.string(), pa.int32(), pa.float64()
_INCOMING = "incoming_rows"
_DERIVED = ("questionnaires", "questions", "questionnaire_replies", "question_links", "question_doubts")


def link_questionnaires(connection: duckdb.DuckDBPyConnection, documents: Iterable[str]) -> None:
    """Compare these documents (by sha256) with all other replies, and make the questionnaires that they touch again.

    The result is the same in whatever order and batches the documents come; nothing is done where none of them has,
    or had, questions.
    """
    new = set(documents)
    touched = connection.execute(statement("questionnaire_touched"), {"keys": list(new)}).fetchall()
    if not touched:
        return
    with transaction(connection):
        replies = _replies(connection)
        _pair(connection, {row[0] for row in touched}, replies)
        groups = group(
            {key: reply.language for key, reply in replies.items()},
            [Pair(*row) for row in connection.execute(statement("questionnaire_same_pairs")).fetchall()],
            connection.execute(statement("questionnaire_versions")).fetchall(),
        )
        _write(connection, {row[0] for row in touched}, groups, replies)


def _replies(connection: duckdb.DuckDBPyConnection) -> Mapping[str, Reply]:
    opening = rules()["citation"]["opening"]
    heads = connection.execute(statement("questionnaire_heads"), {"opening": opening}).fetchall()
    questions: dict[str, list[tuple[int, str | None, str | None, str, int]]] = {}
    for document, *row in connection.execute(statement("questionnaire_questions")).fetchall():
        questions.setdefault(document, []).append((row[0], row[1], row[2], row[3], row[4]))
    found = {}
    for document, language, date, symbol, title, text in heads:
        made = tuple(make_question(*row) for row in questions.get(document, ()))
        cited, wording = citations(text or ""), tuple(question.normal for question in made)
        found[document] = Reply(document, language, date, symbol, title, made, cited, words_of(made), wording)
    return found


def _pair(connection: duckdb.DuckDBPyConnection, touched: Set[str], replies: Mapping[str, Reply]) -> None:
    connection.execute(statement("delete_questionnaire_pairs"), {"keys": list(touched)})
    rows = []
    for key in sorted(touched & replies.keys()):
        for other in replies:
            if other == key or (other in touched and other < key):
                continue
            first, second = sorted((key, other))
            likeness = compare(replies[first], replies[second])
            if likeness is not None:
                rows.append((first, second, round(likeness.score, 4), likeness.same, likeness.reason))
    _insert(
        connection,
        "questionnaire_pairs",
        {"document": _TEXT, "other": _TEXT, "score": _SCORE, "same": pa.bool_(), "reason": _TEXT},
        rows,
    )


def _write(
    connection: duckdb.DuckDBPyConnection,
    touched: Set[str],
    groups: Iterable[frozenset[str]],
    replies: Mapping[str, Reply],
) -> None:
    """Write the questionnaires whose replies changed; all others stay as they are."""
    before: dict[str, set[str]] = {}
    for document, questionnaire in connection.execute(statement("questionnaire_members")).fetchall():
        before.setdefault(questionnaire, set()).add(document)
    groups = set(groups)
    kept = groups & {frozenset(members) for members in before.values() if not members & touched}
    made = [align([replies[key] for key in members]) for members in groups if members not in kept]
    gone = [identity for identity, members in before.items() if frozenset(members) not in kept]
    for name in _DERIVED:
        connection.execute(statement(f"delete_{name}"), {"keys": gone})
    _insert_questionnaires(connection, made)


def _insert_questionnaires(connection: duckdb.DuckDBPyConnection, made: Collection[Questionnaire]) -> None:
    _insert(
        connection,
        "questionnaires",
        {"id": _TEXT, "reference": _TEXT, "title": _TEXT},
        [(one.id, one.reference.document, one.reference.title) for one in made],
    )
    _insert(
        connection,
        "questionnaire_replies",
        {"document": _TEXT, "questionnaire": _TEXT},
        [(reply.document, one.id) for one in made for reply in one.replies],
    )
    _insert(
        connection,
        "questions",
        {
            "questionnaire": _TEXT, "id": _TEXT, "position": _WHOLE, "number": _TEXT, "stem": _TEXT, "text": _TEXT,
            "language": _TEXT,
        },
        [
            (one.id, slot.id, place, slot.first.number, slot.first.stem, slot.first.text, slot.language)
            for one in made
            for place, slot in enumerate(one.slots, start=1)
        ],
    )  # fmt: skip
    columns = {"document": _TEXT, "position": _WHOLE, "question": _TEXT, "score": _SCORE}
    for name in ("links", "doubts"):
        rows = [
            (link.document, link.position, link.slot.id, round(link.score, 4))
            for one in made
            for link in (one.links if name == "links" else one.doubts)
        ]
        _insert(connection, f"question_{name}", columns, rows)


def _insert(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    columns: Mapping[str, pa.DataType],
    rows: Sequence[tuple[object, ...]],
) -> None:
    if not rows:
        return
    values = list(zip(*rows, strict=True))
    arrays = [pa.array(column, kind) for column, kind in zip(values, columns.values(), strict=True)]
    connection.register(_INCOMING, pa.table(arrays, names=list(columns)))
    try:
        connection.execute(statement("insert_rows").replace("$table", table))
    finally:
        connection.unregister(_INCOMING)
