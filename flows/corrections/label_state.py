"""What a row of the work list on labels was made from, as a mark in the row: a decision is on what the person saw."""

import base64
import binascii
import json
import zlib
from dataclasses import asdict, dataclass
from datetime import datetime

from extractors.document import Span
from flows.errors import CorrectionError
from models.labels import Facet
from warehouse.anchoring import Anchor
from warehouse.label_decisions import Suggested
from warehouse.label_review import WorkRow

_VERSION = 1


@dataclass(frozen=True, slots=True)
class ExportedLabel:
    """A suggestion as it was exported."""

    document: str
    called: str
    facet: Facet
    concept: str
    name: str
    taxonomy: str
    language: str
    evidence: tuple[Span, ...]
    suggested: Suggested
    anchor: Anchor
    at: datetime
    """When it was exported."""


def to_mark(row: WorkRow, at: datetime) -> str:
    """Give the mark of a row: letters and digits that no spreadsheet program takes for anything else."""
    anchor, suggested = row.anchor, row.suggested
    content = (
        _VERSION, row.document, row.called, row.facet.value, row.concept, row.name, row.taxonomy, row.language,
        row.evidence, asdict(suggested), asdict(anchor), at.isoformat(),
    )  # fmt: skip
    packed = zlib.compress(json.dumps(content, ensure_ascii=False).encode(), 9)
    return f"x{base64.b32encode(packed).decode().rstrip('=')}"


def from_mark(mark: str) -> ExportedLabel:
    """Read a mark; raises CorrectionError for one that is not as it was exported."""
    text = mark.strip().removeprefix("x")
    try:
        packed = base64.b32decode(text + "=" * (-len(text) % 8))
        version, document, called, facet, concept, name, taxonomy, language, evidence, suggested, anchor, at = (
            json.loads(zlib.decompress(packed))
        )
        quotes = tuple((start, end) for start, end in evidence)
        made = ExportedLabel(
            document, called, Facet(facet), concept, name, taxonomy, language, quotes, Suggested(**suggested),
            Anchor(**anchor | {"quotes": ()}), datetime.fromisoformat(at),
        )  # fmt: skip
    except (binascii.Error, zlib.error, ValueError, TypeError) as error:
        raise CorrectionError(
            "it is not as it was exported, so that nobody can tell which passage the row is about. Export again, and "
            "leave the hidden columns as they are."
        ) from error
    if version != _VERSION:
        raise CorrectionError(
            "the sheet is from another version of Rapporteur. Export again and fill in the new sheet."
        )
    return made
