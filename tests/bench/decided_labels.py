"""What decisions on labels cost: the view labels with and without them, placing them, and the work list."""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from models.labels import Facet
from tests.bench.figures import Figure, show
from tests.bench.warehouse.filling import make
from warehouse.anchoring import anchor_of
from warehouse.connection import Connection, open_warehouse
from warehouse.label_decisions import LabelDecision, decide_labels
from warehouse.label_places import Verdict, place_decisions, read_texts
from warehouse.label_review import label_work_list

_MADE = 1_000
_DECISIONS = 300
"""As many as a person makes in a day."""
_QUESTIONS = {
    "labels by facet": "SELECT facet, count(*) FROM labels GROUP BY facet",
    "labels by standing": "SELECT standing, count(*) FROM labels GROUP BY standing",
    "labels of one concept": "SELECT count(*) FROM labels WHERE concept = 'grooming'",
}


def main(path: Path | None = None) -> int:
    """Decide in a warehouse, which is changed by it, or in a small one made for it."""
    with tempfile.TemporaryDirectory() as folder:
        file = path or Path(folder) / "made.duckdb"
        if path is None:
            make(_MADE, file)
        with open_warehouse(file) as connection:
            _measure(connection)
    return 0


def _measure(connection: Connection) -> None:
    documents = connection.execute("SELECT count(*) FROM raw.documents").fetchall()[0][0]
    before = dict(_asked(connection))
    decisions = _decisions(connection)
    asked = [one.document for one in decisions]
    figures = [
        _timed(f"deciding on {_DECISIONS} labels", lambda: decide_labels(connection, decisions)),
        _timed(f"placing {_DECISIONS} decisions again", lambda: place_decisions(connection, asked)),
        _timed("a batch of which nothing was decided", lambda: place_decisions(connection, ["0" * 64])),
        _timed("work list of 300 labels", lambda: label_work_list(connection, limit=300)),
    ]
    after = dict(_asked(connection))
    figures += [
        Figure(f"{name}, with decisions", after[name], "s", note=f"without {before[name]:.2f} s") for name in before
    ]
    show(f"Decisions on labels at {documents:,} documents, processor time", figures)


def _asked(connection: Connection) -> Iterator[tuple[str, float]]:
    for name, sql in _QUESTIONS.items():
        connection.execute(sql).fetchall()
        start = time.process_time()
        connection.execute(sql).fetchall()
        yield name, time.process_time() - start


def _timed(name: str, do: Callable[[], object]) -> Figure:
    start = time.process_time()
    do()
    return Figure(name, time.process_time() - start, "s")


def _decisions(connection: Connection) -> list[LabelDecision]:
    sampled = "SELECT document, paragraph, facet, concept FROM raw.suggestions USING SAMPLE reservoir(300 ROWS)"
    rows = connection.execute(f"{sampled} REPEATABLE (7)").fetchall()
    texts = read_texts(connection, {row[0] for row in rows})
    chance = random.Random(7)  # noqa: S311 - a bench
    return [
        LabelDecision(
            document, Facet(facet), concept, concept, "1", chance.choice((Verdict.ACCEPT, Verdict.REJECT)),
            anchor_of(texts[document], paragraph - 1), "en", None, "Ann", "Read.",
        )
        for document, paragraph, facet, concept in rows
    ]  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else None))
