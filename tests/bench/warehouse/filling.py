"""A warehouse of as many made documents as are asked for, on disk."""

import sys
import time
from itertools import islice
from pathlib import Path

from models.labels import Facet
from models.scheme import load_taxonomy
from models.trust import Trust, TrustedLabel
from tests.bench.warehouse.corpus import MODEL, entries
from tests.bench.warehouse.wording import LANGUAGES
from warehouse.concepts import ConceptRow, load_concepts
from warehouse.connection import Connection, open_warehouse
from warehouse.load import load_batch
from warehouse.runs import finish_run, start_run
from warehouse.trust import replace_trust

_AT_ONCE = 1_000
_SUBMISSIONS = """
INSERT INTO raw.submissions (name, sha256, size, received_at, taken_at, finished_at, outcome, run_id)
SELECT coalesce(replace(symbol, '/', '_'), 'draft') || '.pdf', document, 100_000, now(), now(), now(), 'loaded', $run
FROM raw.headers WHERE document NOT IN (SELECT sha256 FROM raw.submissions)
"""


def make(documents: int, path: Path, start: int = 0) -> None:
    """Make a warehouse, or add documents to one, and say how far it is."""
    with open_warehouse(path) as connection:
        prepare(connection)
        run = start_run(connection, program_version="bench")
        begin, loading, made = time.monotonic(), 0.0, 0
        more = entries(documents, start)
        while batch := list(islice(more, _AT_ONCE)):
            at = time.monotonic()
            load_batch(connection, batch)
            loading += time.monotonic() - at
            made += len(batch)
            sys.stdout.write(f"\r{made:,} documents, {time.monotonic() - begin:.0f} s, loading {loading:.0f} s ")
            sys.stdout.flush()
        connection.execute(_SUBMISSIONS, {"run": run})
        finish_run(connection, run)
        connection.execute("CHECKPOINT")
    sys.stdout.write(f"\n{path}: {path.stat().st_size / 1e6:,.0f} MB\n")


def prepare(connection: Connection) -> None:
    """Put the taxonomy there and trust every second label."""
    taxonomy = load_taxonomy()
    load_concepts(
        connection,
        taxonomy.version,
        [ConceptRow(one.facet, one.id, one.name, one.group, one.definition) for one in taxonomy.concepts],
    )
    trusted = [
        TrustedLabel(language, one.facet, one.id)
        for language in LANGUAGES
        for place, one in enumerate(taxonomy.concepts)
        if (place + len(language) + ord(language[0])) % 2 or one.facet is Facet.PURPOSE
    ]
    replace_trust(connection, Trust(MODEL, frozenset(trusted)))
