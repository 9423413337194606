"""How long search and similar take, how large the index is beside the text, and what it costs at load."""

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import duckdb

from models.passage_words import document_words, passage_words, words_version
from tests.bench.figures import Figure, show
from tests.bench.warehouse.corpus import entries
from tests.bench.warehouse.filling import make
from warehouse.connection import Connection, open_snapshot, open_warehouse
from warehouse.load import load_batch
from warehouse.search.indexing import index_loaded
from warehouse.search.upkeep import update_index

_QUESTIONS = (
    ("common word", "children"),
    ("rare word", "sextortion"),
    ("three common words", "children online safety"),
    ("six words", "national strategy for the protection of children online against abuse"),
    ("phrase", '"age assurance"'),
    ("phrase of common words", '"children online"'),
    ("phrase and word", '"digital literacy" teachers'),
    ("prefix", "sextort*"),
    ("prefix of many words", "pro*"),
    ("word that is not there", "zyxwvut"),
    ("function words", "of the"),
    ("French", "protection de l'enfance en ligne"),
    ("French phrase", '"en ligne"'),
    ("Spanish", "violencia sexual contra los niños"),
    ("Russian", "кибербуллинг в школах"),
    ("Russian phrase", '"защита детей"'),
    ("Arabic", "حماية الأطفال"),
    ("Arabic phrase", '"حماية الأطفال"'),
    ("Chinese", "儿童在线保护"),
    ("Chinese phrase", '"网络欺凌"'),
)
_BAR = 0.5
_TABLES = ("search_terms", "search_words", "search_documents", "search_sizes", "search_passages", "search_postings")
_MADE, _LOADED = 2_000, 500


def main(path: Path | None = None) -> int:
    """Measure a warehouse or snapshot that is there, or else a small one that is made for it."""
    _show_cost()
    if path is not None:
        return _measure(path)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.duckdb"
        make(_MADE, made)
        with open_warehouse(made) as connection:
            update_index(connection, passage_words, words_version())
        return _measure(made)


def _measure(path: Path) -> int:
    with open_snapshot(path) as connection:
        connection.execute("SET threads = 2")
        figures = [*_asked(connection), *_similar(connection)]
        passages = connection.execute("SELECT count(*) FROM raw.search_passages").fetchall()[0][0]
        show(f"Search in {path.name}, {passages:,} passages, two threads, the second time", figures)
        show("Size of the index", _sizes(connection))
    return int(any(figure.value > _BAR for figure in figures if figure.bar is not None))


def _asked(connection: Connection) -> Iterator[Figure]:
    for what, question in _QUESTIONS:
        yield _timed(connection, f"search: {what}", "FROM search($argument)", question)


def _similar(connection: Connection) -> Iterator[Figure]:
    ids = connection.execute("SELECT id FROM raw.passages WHERE length(text) > 200 ORDER BY md5(id) LIMIT 5").fetchall()
    for (passage,) in ids:
        yield _timed(connection, f"similar: {passage}", "FROM similar($argument)", passage)


def _timed(connection: Connection, what: str, sql: str, argument: str) -> Figure:
    for _ in range(2):
        begin, processor = time.perf_counter(), time.process_time()
        rows = len(connection.execute(sql, {"argument": argument}).fetchall())
        seconds, processor = time.perf_counter() - begin, time.process_time() - processor
    return Figure(what, seconds, "s", _BAR, at_most=True, note=f"processor {processor:.2f} s, {rows} rows")


def _sizes(connection: Connection) -> list[Figure]:
    text = connection.execute("SELECT sum(strlen(text)) FROM raw.passages").fetchall()[0][0]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "index.duckdb"
        with duckdb.connect(file) as copy:
            name = connection.execute("SELECT path FROM duckdb_databases() WHERE NOT internal").fetchall()[0][0]
            connection.close()
            copy.execute(f"ATTACH '{name}' AS measured (READ_ONLY)")
            for table in _TABLES:
                copy.execute(f"CREATE TABLE {table} AS FROM measured.raw.{table}")
            occurrences = copy.execute("SELECT sum(len(passages)) FROM search_postings").fetchall()[0][0]
        size = file.stat().st_size
    return [
        Figure("text of passages", text / 1e6, "MB"),
        Figure("index", size / 1e6, "MB"),
        Figure("index over text", size / text, "times"),
        Figure("bytes for an occurrence of a word", size / occurrences, "bytes"),
    ]


def _show_cost() -> None:
    some = list(islice(entries(_LOADED * 2), _LOADED * 2))
    passages = sum(len(entry.document.passages) for entry in some[_LOADED:])
    for entry in some[:_LOADED]:
        document_words(entry.document)
    begin = time.process_time()
    words = [document_words(entry.document) for entry in some[_LOADED:]]
    telling = time.process_time() - begin
    with tempfile.TemporaryDirectory() as folder, open_warehouse(Path(folder) / "bench.duckdb") as connection:
        load_batch(connection, some[:_LOADED])
        sources = [replace(entry, words=one) for entry, one in zip(some[_LOADED:], words, strict=True)]
        begin = time.process_time()
        index_loaded(connection, sources, ())
        writing = time.process_time() - begin
    show(
        f"Cost at load, processor time, {passages:,} passages",
        [
            Figure("telling the words, where a document is read", telling / passages * 1e6, "µs", note="a passage"),
            Figure("writing the index, where it is loaded", writing / passages * 1e6, "µs", note="a passage"),
        ],
    )


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
