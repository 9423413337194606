"""Questionnaires as rows of the warehouse's tables."""

from collections.abc import Collection, Mapping, Sequence

import duckdb
import pyarrow as pa

from warehouse.families.asking import put
from warehouse.questionnaires.alignment import Questionnaire
from warehouse.sql import statement

_TEXT, _WHOLE, _SCORE = pa.string(), pa.int32(), pa.float64()
_DERIVED = ("questionnaires", "questions", "questionnaire_replies", "question_links", "question_doubts")


def replace_questionnaires(
    connection: duckdb.DuckDBPyConnection, gone: Collection[str], made: Collection[Questionnaire]
) -> None:
    """Write questionnaires, in place of those that are gone (by id)."""
    if gone:
        for name in _DERIVED:
            connection.execute(statement(f"delete_{name}"), {"keys": list(gone)})
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
    if rows:
        values = zip(*rows, strict=True)
        arrays = {name: pa.array(column, kind) for (name, kind), column in zip(columns.items(), values, strict=True)}
        put(connection, statement("insert_rows").replace("$table", table), arrays)
