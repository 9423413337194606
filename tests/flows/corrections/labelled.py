"""A warehouse with labels that wait for a person, made once and copied."""

from dataclasses import replace
from pathlib import Path

from extractors.document import Document
from models.labels import Facet
from models.trust import Trust, TrustedLabel
from tests.flows.corrections.conftest import RECEIVED
from tests.warehouse.made import VERSIONS, document, entry, suggestion
from warehouse.concepts import ConceptRow, load_concepts
from warehouse.connection import open_warehouse
from warehouse.load import load_batch
from warehouse.runs import finish_run, start_run
from warehouse.submissions import Outcome, record_submission, set_outcome
from warehouse.trust import replace_trust

A, B, C = (sign * 64 for sign in "abc")
LAW = "Kenya adopted a law against the grooming of children, and the courts apply it."
FORMULA = '=HYPERLINK("http://x.example") is how a message begins that asks children for pictures.'
ARABIC = "اعتمدت الوزارة قانوناً يجرّم استدراج الأطفال عبر الإنترنت ويعاقب عليه."
CONCEPTS = (
    ConceptRow(Facet.FRAMEWORK, "legal", "Legal framework"),
    ConceptRow(Facet.FRAMEWORK, "technical", "Technical framework"),
    ConceptRow(Facet.RISK, "grooming", "Grooming and sexual solicitation", "contact"),
    ConceptRow(Facet.RISK, "sextortion", "Sexual extortion and blackmail", "contact"),
    ConceptRow(Facet.LEVEL, "national", "National"),
)


def english(texts: tuple[str, ...] = (LAW, FORMULA, "Thank you.")) -> Document:
    made = document("a", texts)
    return replace(made, header=replace(made.header, symbol="CWG-COP-20/4-E"))


def arabic() -> Document:
    made = document("b", (ARABIC,), language="ar")
    return replace(made, header=replace(made.header, symbol="CWG-COP-20/5-A"))


def make_warehouse(file: Path) -> None:
    """Load three documents: what waits is nearer to its threshold in the second passage of the first one."""
    first, second, third = english(), arabic(), document("c", ("Nothing is said here.",))
    entries = [
        entry(
            first,
            suggestion(first.passages[0].id, Facet.RISK, "grooming", 0.9, (32, 40)),
            suggestion(first.passages[0].id, Facet.FRAMEWORK, "legal", 0.58, (16, 19)),
            suggestion(first.passages[0].id, Facet.LEVEL, "national", 0.8, (0, 5)),
            suggestion(first.passages[1].id, Facet.RISK, "sextortion", 0.49, (0, 10), (60, 68)),
            suggestion(first.passages[1].id, Facet.RISK, "grooming", 0.2),
        ),
        entry(second, suggestion(second.passages[0].id, Facet.RISK, "grooming", 0.54, (9, 16))),
        entry(third),
    ]
    with open_warehouse(file) as connection:
        load_concepts(connection, VERSIONS.taxonomy, CONCEPTS)
        replace_trust(connection, Trust(VERSIONS.model, frozenset({TrustedLabel("en", Facet.LEVEL, "national")})))
        run = start_run(connection, program_version="1")
        for name, sha256 in (("Kenya.docx", A), ("Egypt.docx", B), ("=cmd.pdf", C)):
            number = record_submission(connection, name=name, sha256=sha256, size=1, received_at=RECEIVED, run_id=run)
            set_outcome(connection, number, Outcome.LOADED)
        load_batch(connection, entries)
        finish_run(connection, run)
