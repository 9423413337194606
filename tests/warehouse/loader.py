"""A process to kill: loads batch after batch of twenty documents and publishes after each."""

import hashlib
import sys
from pathlib import Path

from extractors.document import Document, Header, MediaType
from models.labels import Facet
from tests.warehouse.made import entry, passages, suggestion
from warehouse.connection import open_warehouse
from warehouse.load import Entry, load_batch
from warehouse.publish import publish

BATCH = 20
PASSAGES = 25


def made(number: int) -> Entry:
    sha256 = hashlib.sha256(str(number).encode()).hexdigest()
    texts = passages(sha256, ["text"] * PASSAGES)
    labels = [suggestion(passage.id, Facet.RISK, "grooming") for passage in texts]
    return entry(Document(sha256, MediaType.PDF, "en", 1, Header(), texts, ()), *labels)


def main(path: Path) -> None:
    with open_warehouse(path) as connection:
        print("started", flush=True)  # noqa: T201
        number = connection.execute("SELECT count(*) FROM document_versions").fetchall()[0][0]
        while True:
            load_batch(connection, [made(number + place) for place in range(BATCH)])
            publish(connection, path.with_name("published.duckdb"))
            number += BATCH


if __name__ == "__main__":
    main(Path(sys.argv[1]))
