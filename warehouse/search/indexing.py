"""Documents into the index and out of it."""

from collections.abc import Collection, Iterable, Sequence

import duckdb
import numpy as np
import pyarrow as pa

from models.passage_words import document_words
from warehouse.connection import transaction
from warehouse.entry import Entry
from warehouse.families.asking import asked, put
from warehouse.search.segment import Source, Wholes, Words, joined, lengths, postings, sizes
from warehouse.search.terms import term_numbers
from warehouse.sql import statement


def index_loaded(connection: duckdb.DuckDBPyConnection, entries: Iterable[Entry], replaced: Collection[str]) -> None:
    """Put documents that were just loaded into the index; `replaced` are those that were there before."""
    sources = [
        Source(
            one.document.sha256,
            [passage.paragraph for passage in one.document.passages],
            [passage.language for passage in one.document.passages],
            one.words or document_words(one.document),
        )
        for one in entries
    ]
    index_documents(connection, sources, replaced)


def index_documents(
    connection: duckdb.DuckDBPyConnection, sources: Sequence[Source], there: Collection[str] = ()
) -> None:
    """Put documents into the index as one segment, in place of what it has of them; `there` may have something."""
    with transaction(connection):
        forget_documents(connection, there)
        if sources:
            segment, number = _next(connection)
            words = joined(sources, number)
            terms = term_numbers(connection, words.forms)
            _insert(connection, "search_postings", postings(words, terms, segment))
            _write_documents(connection, words, segment, sources[0].words.version)
            _write_passages(connection, words, lengths(words, terms))


def forget_documents(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> None:
    """Take documents out of the index; the segments that they are in are written again without them."""
    if not documents:
        return
    with transaction(connection), asked(connection, documents):
        for (segment,) in connection.execute(statement("search_touched")).fetchall():
            _rewrite(connection, [segment])
        connection.execute(statement("delete_search_passages"))
        for table in ("search_sizes", "search_documents"):
            connection.execute(statement("delete_asked").replace("$table", table))


def merge_segments(connection: duckdb.DuckDBPyConnection, small: int) -> None:
    """Make one segment of those with few documents, once they have `small` together.

    A look-up reads all segments for its term, so that their number counts; each document is moved once or twice.
    """
    with transaction(connection), asked(connection, ()):
        found = connection.execute(statement("search_small_segments"), {"small": small}).fetchall()
        gathered: list[int] = []
        documents = 0
        for segment, count in found:
            gathered.append(segment)
            documents += count
            if documents >= small:
                _rewrite(connection, gathered)
                gathered, documents = [], 0


def _rewrite(connection: duckdb.DuckDBPyConnection, segments: Sequence[int]) -> None:
    """Make one segment of several, without the documents that are asked for."""
    segment, _ = _next(connection)
    values = {"segment": segment, "segments": list(segments)}
    rows = connection.sql(statement("search_rewritten"), params=values).to_arrow_table()
    connection.execute(statement("delete_search_postings"), {"segments": list(segments)})
    _insert(connection, "search_postings", rows)
    connection.execute(statement("search_segment_of"), values)


def _next(connection: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    segment, number = connection.execute(statement("search_next")).fetchall()[0]
    return segment, number


def _write_documents(connection: duckdb.DuckDBPyConnection, words: Words, segment: int, version: str) -> None:
    count = len(words.documents)
    columns = {
        "document": pa.array(words.documents, pa.string()),
        "first": pa.array(words.firsts, pa.uint32()),
        "passages": pa.array(words.spans, pa.int32()),
        "segment": pa.array(np.full(count, segment), pa.uint32()),
        "version": pa.array([version] * count, pa.string()),
    }
    _insert(connection, "search_documents", pa.table(columns))


def _write_passages(connection: duckdb.DuckDBPyConnection, words: Words, kept: Wholes) -> None:
    passages = {
        "number": pa.array(words.numbers, pa.uint32()),
        "first": pa.array(words.firsts[words.passage_documents], pa.uint32()),
        "words": pa.array(kept, pa.uint32()),
    }
    _insert(connection, "search_passages", pa.table(passages))
    made = sizes(words, kept)
    columns = {
        "document": pa.array([document for document, _ in made], pa.string()),
        "language": pa.array([language for _, language in made], pa.string()),
        "passages": pa.array([count for count, _ in made.values()], pa.int32()),
        "words": pa.array([total for _, total in made.values()], pa.int64()),
    }
    _insert(connection, "search_sizes", pa.table(columns))


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: pa.Table) -> None:
    columns = dict(zip(rows.column_names, rows.columns, strict=True))
    put(connection, statement("insert_rows").replace("$table", table), columns)
