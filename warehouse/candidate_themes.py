"""Candidates for new themes: the passages that they are looked for in, and where they are kept."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import duckdb

from models.novelty import Candidate, UnthemedPassage
from models.scheme import LANGUAGES
from warehouse.connection import transaction
from warehouse.sql import statement

_AT_ONCE = 10_000


def unthemed_passages(connection: duckdb.DuckDBPyConnection, general: Iterable[str]) -> Iterator[UnthemedPassage]:
    """Yield the passages in force without any risk theme but the `general` ones, in the six languages.

    Nothing else may be asked of the connection meanwhile.
    """
    values = {"languages": list(LANGUAGES), "general": sorted(general)}
    result = connection.execute(statement("unthemed_passages"), values)
    while rows := result.fetchmany(_AT_ONCE):
        for document, paragraph, family, states, sources, year, language, text in rows:
            yield UnthemedPassage(document, paragraph, family, frozenset(sources), tuple(states), year, language, text)


def replace_candidates(connection: duckdb.DuckDBPyConnection, candidates: Iterable[Candidate], examples: int) -> None:
    """Keep the candidates, each with some of its passages, in place of those that were found before."""
    now = datetime.now(UTC)
    with transaction(connection):
        connection.execute(statement("delete_candidate_themes"))
        for one in candidates:
            years = [passage.year for passage in one.passages if passage.year is not None]
            shown = [
                {"document": each.document, "paragraph": each.paragraph, "text": each.text}
                for each in one.passages[:examples]
            ]
            connection.execute(
                statement("insert_candidate_themes"),
                {
                    "id": one.id,
                    "language": one.language,
                    "terms": list(one.terms),
                    "passages": len(one.passages),
                    "families": one.families,
                    "states": sorted({state for passage in one.passages for state in passage.states}),
                    "first_year": min(years, default=None),
                    "last_year": max(years, default=None),
                    "examples": shown,
                    "made_at": now,
                },
            )
