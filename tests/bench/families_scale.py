"""What one more batch of 100 documents costs at 1,000 and at 100,000 documents."""

import hashlib
import random
import sys
import tempfile
import time
from datetime import date, timedelta
from itertools import product
from pathlib import Path

from extractors.document import Document, Header, MediaType, Passage, PassageKind, Provenance, Source
from extractors.signature import signature
from models.labels import Evidence, Facet, Suggestion
from models.passage_words import document_words
from tests.bench.figures import Figure, show
from warehouse.connection import Connection, open_warehouse
from warehouse.load import Entry, Versions, load_batch

_WORDS = ["".join(letters) for letters in product("bdfgklmnprst", "aeiou", "bdfgklmnprst", "aeiou", "bdst")]
_STATES = ["KEN", "FRA", "ESP", "URY", "CHN", "EGY", "RUS", "BTN", "JAM", "FJI", "NZL", "SEN", "BEL", "CRI", "PAN"]
_VERSIONS = Versions("bench", "bench", "bench")
_BATCH, _BULK, _TIMES = 100, 1_000, 7
_SHORT, _LONG = 6, 50
"""Passages of the documents that are there, and of those in the batch that is measured."""


def made(number: int, passages: int) -> Document:
    """Make a document of its own; every tenth is a revision of the one before, every tenth a copy without a symbol."""
    kind = number % 10
    random_ = random.Random(number - kind if kind in {1, 2} else number)  # noqa: S311 - the same documents each time
    sha256 = hashlib.sha256(str(number).encode()).hexdigest()
    texts = [
        " ".join(random_.choices(_WORDS, k=40)) + f" {random_.randrange(100, 100_000)} per {random_.randrange(10, 99)}"
        for _ in range(passages)
    ]
    if kind in {1, 2}:
        texts[3] = f"changed {number}"
    state = random_.choice(_STATES)
    day = date(2010, 1, 1) + timedelta(days=random_.randrange(5_000))
    symbol = (
        None
        if kind == 2
        else f"CWG-COP-{number // 1_000}/{number % 1_000 - (kind == 1)}" + "(Rev.1)" * (kind == 1) + "-E"
    )
    header = Header(
        "x" * 10,
        symbol=symbol,
        sources=(Source(state, state),),
        document_date=day,
        original_languages=("en",),
        provenance=(Provenance("symbol", 1, (0, 5), 0.95),) if symbol else (),
    )
    return Document(
        sha256,
        MediaType.PDF,
        "en",
        1,
        header,
        tuple(
            Passage(f"{sha256[:8]}-{place}", 1, place, PassageKind.PARAGRAPH, (), "en", text)
            for place, text in enumerate(texts, 1)
        ),
        (),
    )


def entry(number: int, passages: int) -> Entry:
    """Make a document with two labels a passage, and its signature as the child process makes it."""
    document = made(number, passages)
    labels = [
        Suggestion(passage.id, facet, concept, 0.9, 0.5, (Evidence(0, 5),), "rules-1")
        for passage in document.passages
        for facet, concept in ((Facet.RISK, "grooming"), (Facet.FRAMEWORK, "legal"))
    ]
    return Entry(document, labels, _VERSIONS, signature(document), document_words(document))


def fill(connection: Connection, start: int, end: int) -> None:
    for first in range(start, end, _BULK):
        load_batch(connection, [entry(n, _SHORT) for n in range(first, min(end, first + _BULK))])


def batch_cost(connection: Connection, start: int) -> float:
    """Give the seconds of a batch as they are when nothing else disturbs it: the least of several."""
    costs = []
    for turn in range(_TIMES):
        entries = [entry(start + turn * _BATCH + n, _LONG) for n in range(_BATCH)]
        begin = time.perf_counter()
        load_batch(connection, entries)
        costs.append(time.perf_counter() - begin)
    return min(costs)


def main(many: int = 100_000) -> int:
    with tempfile.TemporaryDirectory() as folder, open_warehouse(Path(folder) / "bench.duckdb") as connection:
        fill(connection, 0, 1_000)
        few = batch_cost(connection, 1_000_000)
        begin = time.perf_counter()
        fill(connection, 1_000, many)
        seconds = time.perf_counter() - begin
        more = batch_cost(connection, 2_000_000)
        (row,) = connection.execute("SELECT count(*), max(documents) FROM families").fetchall()
    show(
        "Families: cost of one more batch of 100 documents of 50 passages, loading and linking",
        [
            Figure("batch at 1,000 documents", few, "s"),
            Figure(f"batch at {many:,} documents", more, "s"),
            Figure("cost at many over cost at 1,000", more / few, "times", 1.5, at_most=True),
            Figure("documents a second while filling, in batches of 1,000", (many - 1_000) / seconds, "/s"),
            Figure("families", row[0], note=f"largest {row[1]}"),
        ],
    )
    return int(more > 1.5 * few)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
