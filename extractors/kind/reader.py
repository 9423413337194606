"""From a Document to its kind and the reason for it."""

import re
from dataclasses import dataclass

from extractors.document import Document, PassageKind
from extractors.header.symbol import parse
from extractors.kind.document_kind import DocumentKind
from extractors.kind.rules import Rule, rules

_LINES = 30
"""Lines of the first page that are looked at."""
_LONGEST_LINE = 160
_LONGEST_TITLE = 300
_LONGEST_WORDS = 120
_TOP = 1_500
"""Characters of the first lines."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the rules ask of a document."""

    document: Document
    title: str
    lines: tuple[str, ...]
    series: str | None
    marks: int
    changes: int
    answers: int


def tell_kind(document: Document) -> tuple[DocumentKind, str]:
    """Tell what kind of document it is, and why, in plain words; OTHER with no reason where no rule tells more."""
    evidence = _evidence(document)
    for rule in rules():
        reason = _reason(rule, evidence)
        if reason is not None:
            return rule.kind, reason
    return DocumentKind.OTHER, ""


def _evidence(document: Document) -> _Evidence:
    header = document.header
    symbol = parse(header.symbol) if header.symbol else None
    lines = re.split(r"[\n\t]", header.text)[:_LINES]
    return _Evidence(
        document,
        header.title or _first_line(document),
        tuple(line for line in lines if line and len(line) <= _LONGEST_LINE),
        symbol.series if symbol else None,
        sum(passage.proposal is not None for passage in document.passages),
        sum(len(revision.text.strip()) for passage in document.passages for revision in passage.revisions),
        sum(bool(answer.answer_text) for answer in document.answers),
    )


def _first_line(document: Document) -> str:
    kinds = {PassageKind.HEADING, PassageKind.PARAGRAPH}
    first = next((passage.text for passage in document.passages if passage.kind in kinds), "")
    return first if len(first) <= _LONGEST_TITLE else ""


def _reason(rule: Rule, evidence: _Evidence) -> str | None:
    """Give the reason where all conditions of the rule hold."""
    if not _counts(rule, evidence) or not _sources(rule, evidence.document):
        return None
    if rule.series and evidence.series not in rule.series:
        return None
    words = ""
    for name, pattern in rule.patterns.items():
        found = _find(name, pattern, evidence)
        if found is None:
            return None
        words = words or found
    return rule.reason.format(
        words=" ".join(words.split())[:_LONGEST_WORDS],
        source=", ".join(source.name for source in evidence.document.header.sources),
        symbol=evidence.document.header.symbol,
        count=evidence.marks if rule.marks else evidence.changes if rule.changes else evidence.answers,
    )


def _find(name: str, pattern: re.Pattern[str], evidence: _Evidence) -> str | None:
    if name == "line":
        match = next(filter(None, (pattern.fullmatch(line) for line in evidence.lines)), None)
        return match["words"] if match else None
    texts = {
        "title": evidence.title,
        "top": evidence.document.header.text[:_TOP],
        "producer": evidence.document.properties.producer or "",
    }
    match = pattern.search(texts[name])
    return match["words"] if match else None


def _counts(rule: Rule, evidence: _Evidence) -> bool:
    return evidence.marks >= rule.marks and evidence.changes >= rule.changes and evidence.answers >= rule.answers


def _sources(rule: Rule, document: Document) -> bool:
    sources = document.header.sources
    if not rule.restricted:
        return True
    if not sources:
        return rule.no_source
    return rule.any_source or all(source.category in rule.categories for source in sources)
