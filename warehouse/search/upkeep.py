"""What the index needs before a run: what it lacks, and fewer segments."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import duckdb

from models.passage_words import PassageWords, passage_words, words_version
from warehouse.connection import transaction
from warehouse.families.asking import asked
from warehouse.search.indexing import index_documents, merge_segments
from warehouse.search.segment import Source
from warehouse.sql import statement

Read = Callable[[Iterable[tuple[str, str]]], PassageWords]
"""Tells the words of passages, given as language and text."""
_TABLES = ("search_postings", "search_passages", "search_sizes", "search_documents", "search_words", "search_terms")
_AT_ONCE = 1_000
"""Documents whose passages are in memory together, and that become one segment."""


def update_index(connection: duckdb.DuckDBPyConnection, read: Read = passage_words, version: str | None = None) -> int:
    """Put the documents into the index that are not in it, and return how many; no file is read for it.

    An index whose words are of another version (else that of this program) is made anew.
    """
    version = version or words_version()
    if any(found != version for (found,) in connection.execute(statement("search_versions")).fetchall()):
        with transaction(connection):
            for table in _TABLES:
                connection.execute(statement("delete_search_table").replace("$table", table))
    missing = [row[0] for row in connection.execute(statement("search_missing")).fetchall()]
    for start in range(0, len(missing), _AT_ONCE):
        index_documents(connection, _sources(connection, missing[start : start + _AT_ONCE], read))
    merge_segments(connection, _AT_ONCE)
    return len(missing)


def _sources(connection: duckdb.DuckDBPyConnection, documents: Sequence[str], read: Read) -> list[Source]:
    with asked(connection, documents):
        rows = connection.execute(statement("search_passages_of")).fetchall()
    passages: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for document, paragraph, language, text in rows:
        passages[document].append((paragraph, language, text))
    return [_source(document, passages[document], read) for document in documents]


def _source(document: str, passages: Sequence[tuple[int, str, str]], read: Read) -> Source:
    words = read([(language, text) for _, language, text in passages])
    return Source(document, [paragraph for paragraph, _, _ in passages], [one for _, one, _ in passages], words)
