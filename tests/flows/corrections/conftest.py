"""Workspaces with a loaded warehouse, made without Prefect: corrections need none."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from extractors.document import Document, Doubt, Provenance, Source
from extractors.header.vocabulary import Category, Region
from flows.workspace import Workspace
from tests.warehouse.made import VERSIONS, document
from warehouse.connection import open_warehouse
from warehouse.load import load
from warehouse.runs import finish_run, start_run
from warehouse.submissions import Outcome, record_submission, set_outcome

Submit = Callable[..., str]
RECEIVED = datetime(2026, 1, 13, 9, tzinfo=UTC)


def kenya(sign: str = "a", symbol: str | None = "CWG-COP-20/4-E", title: str | None = "A plan") -> Document:
    """A document whose header is read well."""
    made = document(sign, sources=(Source("Kenya", "KEN", None, Region.AFR, Category.MEMBER_STATE),))
    text = f"Document {symbol}\nTitle: {title}"
    header = replace(
        made.header,
        text=text,
        symbol=symbol,
        title=title,
        document_date=date(2025, 12, 12),
        body="CWG-COP",
        provenance=(Provenance("symbol", 1, (9, 9 + len(symbol or "")), 0.98),),
    )
    return replace(made, header=header)


def doubtful(sign: str = "b") -> Document:
    """A document of which little is known, and that little is unsure."""
    made = document(sign, sources=(Source("A club that nobody knows"),))
    header = replace(
        made.header,
        text="20 May 2013\n@home",
        symbol=None,
        title="@home",
        document_date=date(2013, 5, 20),
        provenance=(Provenance("document_date", None, (0, 11), 0.5), Provenance("title", None, (12, 17), 0.6)),
        doubts=(Doubt("document_date", "The date does not fit the meeting.", "2014-05-20"),),
    )
    return replace(made, header=header)


@pytest.fixture
def submit(workspace: Workspace) -> Submit:
    """Give a function that puts a document into the warehouse as a run would, and returns its hash."""

    def put(name: str, made: Document | None = None, outcome: Outcome = Outcome.LOADED) -> str:
        sha256 = made.sha256 if made else "0" * 64
        with open_warehouse(workspace.warehouse) as connection:
            run = start_run(connection, program_version="1")
            number = record_submission(connection, name=name, sha256=sha256, size=1, received_at=RECEIVED, run_id=run)
            if made is not None:
                load(connection, made, [], versions=VERSIONS)
            reason = "It is damaged." if outcome is Outcome.QUARANTINED else None
            set_outcome(connection, number, outcome, reason=reason)
            finish_run(connection, run)
        return sha256

    return put
