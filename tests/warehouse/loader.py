"""A process to kill: loads batch after batch of twenty documents and publishes after each."""

import hashlib
from dataclasses import replace
from multiprocessing.connection import Connection as Pipe
from pathlib import Path

from extractors.document import Document, Header, MediaType
from models.labels import Facet
from tests.warehouse.made import entry, passages, suggestion
from warehouse.connection import open_warehouse
from warehouse.load import Entry, load_batch
from warehouse.publish import publish
from warehouse.snapshot.plan import Plan, load_plan

BATCH = 20
PASSAGES = 25
MARTS = ("document_versions", "labels", "passages", "sources")


def small_plan() -> Plan:
    """Publish few marts, so that many publishings take little time."""
    return replace(load_plan(), tables={"labels": "facet, concept"}, parquet=MARTS, csv=MARTS)


def made(number: int) -> Entry:
    sha256 = hashlib.sha256(str(number).encode()).hexdigest()
    texts = passages(sha256, ["text"] * PASSAGES)
    labels = [suggestion(passage.id, Facet.RISK, "grooming") for passage in texts]
    return entry(Document(sha256, MediaType.PDF, "en", 1, Header(), texts, ()), *labels)


def batch(number: int) -> list[Entry]:
    return [made(number + place) for place in range(BATCH)]


def load_and_publish(path: Path, snapshot: Path, told: Pipe, plan: Plan | None = None) -> None:
    """Load and publish until killed; tell what is begun."""
    with open_warehouse(path) as connection:
        number = connection.execute("SELECT count(*) FROM document_versions").fetchall()[0][0]
        while True:
            told.send("loading")
            load_batch(connection, batch(number))
            told.send("publishing")
            publish(connection, snapshot, plan)
            number += BATCH
