"""Questionnaires in the warehouse, made again for the replies that came or changed."""

from collections.abc import Collection, Iterable, Set

import duckdb
import pyarrow as pa

from extractors.document import Document
from warehouse.connection import transaction
from warehouse.families.asking import ask, asked, put
from warehouse.questionnaires.alignment import align
from warehouse.questionnaires.grouping import Pair, group
from warehouse.questionnaires.heads import write_heads
from warehouse.questionnaires.likeness import Likeness, compare
from warehouse.questionnaires.replies import languages, replies, representatives
from warehouse.questionnaires.reply import Reply
from warehouse.questionnaires.writing import replace_questionnaires
from warehouse.sql import statement


def link_questionnaires(connection: duckdb.DuckDBPyConnection, documents: Iterable[Document]) -> None:
    """Compare these documents with all other replies, and make the questionnaires that they touch again.

    The result is the same in whatever order and batches the documents come; nothing is done where none of them has,
    or had, questions. Replies of one form (the same questions, language and citations) are compared once, and only
    what hangs together with these documents is read.
    """
    loaded = {one.sha256: one for one in documents}
    touched = {key for key, one in loaded.items() if one.answers}
    touched |= {row[0] for row in ask(connection, loaded, statement("replies_of_before"))}
    if not touched:
        return
    with transaction(connection):
        # Who was linked with them may belong elsewhere once they have changed.
        near = _kin(connection, touched)
        write_heads(connection, touched, loaded)
        _pair(connection, touched)
        _group(connection, touched, _connected(connection, touched | near))


def _pair(connection: duckdb.DuckDBPyConnection, touched: Collection[str]) -> None:
    with asked(connection, touched):
        connection.execute(statement("delete_questionnaire_pairs"))
    known = representatives(connection, touched)
    alike = [
        (form, other, likeness)
        for form, reply in known.items()
        if reply.document in touched
        for other, second in known.items()
        if (likeness := _likeness(reply, second)) is not None
    ]
    rows = {
        "form": pa.array([form for form, _, _ in alike], pa.string()),
        "other": pa.array([other for _, other, _ in alike], pa.string()),
        "score": pa.array([round(one.score, 4) for _, _, one in alike], pa.float64()),
        "same": pa.array([one.same for _, _, one in alike], pa.bool_()),
        "reason": pa.array([one.reason for _, _, one in alike], pa.string()),
    }
    with asked(connection, touched):
        put(connection, statement("insert_questionnaire_pairs"), rows)


def _likeness(one: Reply, other: Reply) -> Likeness | None:
    # In one order, whichever came first.
    return compare(*sorted((one, other), key=lambda reply: reply.form))


def _connected(connection: duckdb.DuckDBPyConnection, start: Set[str]) -> set[str]:
    """Return all replies that hang together with these: by likeness, as versions of one, or as before."""
    found: set[str] = set()
    more = set(start)
    while more:
        found |= more
        more = _kin(connection, more) - found
    return found


def _kin(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> set[str]:
    return {row[0] for row in ask(connection, documents, statement("questionnaire_kin"))}


def _group(connection: duckdb.DuckDBPyConnection, touched: Set[str], connected: Set[str]) -> None:
    """Write the questionnaires whose replies changed; all others stay as they are."""
    before: dict[str, set[str]] = {}
    for document, questionnaire in ask(connection, connected, statement("questionnaire_members")):
        before.setdefault(questionnaire, set()).add(document)
    groups = set(
        group(
            languages(connection, connected),
            [Pair(*row) for row in ask(connection, connected, statement("questionnaire_same_pairs"))],
            ask(connection, connected, statement("questionnaire_versions")),
        )
    )
    kept = groups & {frozenset(members) for members in before.values() if not members & touched}
    known = replies(connection, {key for members in groups - kept for key in members})
    made = [align([known[key] for key in members]) for members in groups - kept]
    gone = [identity for identity, members in before.items() if frozenset(members) not in kept]
    replace_questionnaires(connection, gone, made)
