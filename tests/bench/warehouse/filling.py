"""A warehouse of as many made documents as are asked for, on disk."""

import shutil
import sys
import time
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from models.labels import Facet
from models.scheme import load_taxonomy
from models.trust import Trust, TrustedLabel
from tests.bench.warehouse.corpus import MODEL, entries
from tests.bench.warehouse.wording import LANGUAGES
from warehouse.concepts import ConceptRow, load_concepts
from warehouse.connection import Connection, open_warehouse
from warehouse.families.identity import key_hash
from warehouse.load import load_batch
from warehouse.runs import finish_run, start_run
from warehouse.trust import replace_trust

_AT_ONCE = 1_000
_SUBMISSIONS = """
INSERT INTO raw.submissions (name, sha256, size, received_at, taken_at, finished_at, outcome, run_id)
SELECT coalesce(replace(symbol, '/', '_'), 'draft') || '.pdf', document, 100_000, now(), now(), now(), 'loaded', $run
FROM raw.headers WHERE document NOT IN (SELECT sha256 FROM raw.submissions)
"""
_HASHES = "UPDATE raw.family_identities SET $name_hash = hash FROM hashes WHERE $name = key"


def make(documents: int, path: Path, start: int = 0) -> None:
    """Make a warehouse through the loader, or add documents to one, and say how far it is."""
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
            _say(f"{made:,} documents, {time.monotonic() - begin:.0f} s, loading {loading:.0f} s")
        connection.execute(_SUBMISSIONS, {"run": run})
        finish_run(connection, run)
        connection.execute("CHECKPOINT")
    _say(f"{path}: {path.stat().st_size / 1e6:,.0f} MB\n")


def multiply(times: int, path: Path) -> None:
    """Add the documents of a warehouse to it several times as others, in bulk and not through the loader."""
    script = Path(__file__).with_name("multiply.sql").read_text("utf-8")
    with TemporaryDirectory(dir=path.parent) as folder:
        base = Path(folder) / "made.duckdb"
        with open_warehouse(path) as connection:  # to the newest schema
            connection.execute("CHECKPOINT")
        shutil.copyfile(path, base)
        with open_warehouse(path) as connection:
            connection.execute(f"ATTACH '{base}' AS made (READ_ONLY)")
            for time_ in range(1, times + 1):
                begin = time.monotonic()
                connection.begin()
                for part in script.replace("$k", str(time_)).split(";\n"):
                    connection.execute(part)
                connection.commit()
                _say(f"{time_ + 1} times as many documents, {time.monotonic() - begin:.0f} s")
            _hash_keys(connection)
            run = start_run(connection, program_version="bench")
            connection.execute(_SUBMISSIONS, {"run": run})
            finish_run(connection, run)
            connection.execute("DETACH made")
            connection.execute("CHECKPOINT")
    _say(f"{path}: {path.stat().st_size / 1e6:,.0f} MB\n")


def _hash_keys(connection: Connection) -> None:
    """Tell the hashes by which versions of a document are looked up, as the linking does."""
    for name in ("base", "origin"):
        script = "SELECT DISTINCT $name FROM raw.family_identities".replace("$name", name)
        keys = [row[0] for row in connection.execute(script).fetchall()]
        hashes = [key_hash(key) for key in keys]
        connection.register("hashes", pa.table({"key": pa.array(keys), "hash": pa.array(hashes, pa.uint32())}))
        connection.execute(_HASHES.replace("$name", name))
        connection.unregister("hashes")


def _say(text: str) -> None:
    sys.stdout.write(f"\r{text:<80}")
    sys.stdout.flush()


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
