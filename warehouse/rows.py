"""What a Document is as rows of the warehouse's tables; those that have many rows are in `columns`."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

import pyarrow as pa

from extractors.document import Document, Header, Span
from extractors.questionnaire.answer import Answer

_TEXT = pa.string()
_TEXTS = pa.list_(pa.string())
_WHOLE = pa.int32()
_WHOLES = pa.list_(pa.int32())
_SPAN = pa.struct([("start", pa.int32()), ("end", pa.int32())])
_OUTLINE = pa.list_(pa.struct([("title", pa.string()), ("level", pa.int32()), ("page", pa.int32())]))
_TIME = pa.timestamp("us", tz="UTC")
_KEY = {"document": _TEXT}

SCHEMAS: dict[str, pa.Schema] = {
    name: pa.schema(columns)
    for name, columns in {
        "documents": {
            "sha256": _TEXT, "media_type": _TEXT, "language": _TEXT, "pages": _WHOLE, "passages": _WHOLE,
            "property_title": _TEXT, "property_author": _TEXT, "property_created": _TEXT,
            "property_modified": _TEXT, "property_producer": _TEXT, "extractor_version": _TEXT,
            "model_version": _TEXT, "taxonomy_version": _TEXT, "loaded_at": _TIME, "kind": _TEXT, "kind_reason": _TEXT,
        },
        "headers": _KEY | {
            "text": _TEXT, "symbol": _TEXT, "body": _TEXT, "meeting": _TEXT, "meeting_place": _TEXT,
            "meeting_date": pa.date32(), "document_date": pa.date32(), "title": _TEXT, "agenda_item": _TEXT,
            "original_languages": _TEXTS, "action": _TEXT, "status": _TEXT,
        },
        "header_provenance": _KEY | {"field": _TEXT, "page": _WHOLE, "span": _SPAN, "confidence": pa.float64()},
        "header_doubts": _KEY | {
            "position": _WHOLE, "field": _TEXT, "reason": _TEXT, "value": _TEXT, "page": _WHOLE, "span": _SPAN,
        },
        "sources": _KEY | {
            "position": _WHOLE, "name": _TEXT, "iso3": _TEXT, "organisation": _TEXT, "region": _TEXT, "category": _TEXT,
        },
        "readings": _KEY | {
            "furniture": _TEXTS, "outline": _OUTLINE, "page_labels": _TEXTS, "bookmarks": _TEXTS,
            "embedded": _TEXTS, "warnings": _TEXTS,
        },
        "passages": _KEY | {
            "paragraph": _WHOLE, "id": _TEXT, "page": _WHOLE, "kind": _TEXT, "number": _TEXT,
            "heading_path": _TEXTS, "language": _TEXT, "text": _TEXT, "text_before": _TEXT, "proposal": _TEXT,
            "table_index": _WHOLE, "table_row": _WHOLE, "confidence": pa.float64(),
        },
        "revisions": _KEY | {
            "paragraph": _WHOLE, "position": _WHOLE, "kind": _TEXT, "span": _SPAN, "text": _TEXT, "author": _TEXT,
            "written_at": _TEXT,
        },
        "remarks": _KEY | {"position": _WHOLE, "author": _TEXT, "written_at": _TEXT, "text": _TEXT, "anchor": _TEXT},
        "tables": _KEY | {
            "table_index": _WHOLE, "page": _WHOLE, "caption": _TEXT, "row_count": _WHOLE, "column_count": _WHOLE,
        },
        "cells": _KEY | {
            "table_index": _WHOLE, "row_index": _WHOLE, "column_index": _WHOLE, "row_span": _WHOLE,
            "column_span": _WHOLE, "header": pa.bool_(), "text": _TEXT,
        },
        "questionnaire_answers": _KEY | {
            "position": _WHOLE, "question_number": _TEXT, "question_stem": _TEXT, "question_text": _TEXT,
            "answer_kind": _TEXT, "answer_text": _TEXT, "choices": _TEXTS, "options": _TEXTS, "yes": pa.bool_(),
            "question_passages": _TEXTS, "question_paragraphs": _WHOLES, "answer_passages": _TEXTS,
            "answer_paragraphs": _WHOLES,
        },
        "suggestions": _KEY | {
            "paragraph": _WHOLE, "facet": _TEXT, "concept": _TEXT, "score": pa.float64(), "threshold": pa.float64(),
            "model": _TEXT, "evidence": pa.list_(_SPAN),
        },
    }.items()
}  # fmt: skip
"""The tables that a document fills, parents first, with their columns in the order of the rows."""

Row = tuple[Any, ...]


def document_rows(document: Document, versions: tuple[str, str, str], loaded_at: datetime) -> dict[str, list[Row]]:
    """Return the rows of a document by table; `versions` are of extractor, model and taxonomy."""
    key = document.sha256
    header = document.header
    return {
        "documents": [(*_document(document), *versions, loaded_at, document.kind, document.kind_reason or None)],
        "headers": [_header(key, header)],
        "header_provenance": [(key, one.field, one.page, _span(one.span), one.confidence) for one in header.provenance],
        "header_doubts": [
            (key, place, one.field, one.reason, one.value, one.page, _span(one.span) if one.span else None)
            for place, one in enumerate(header.doubts, 1)
        ],
        "sources": [
            (key, place, one.name, one.iso3, one.organisation, one.region, one.category)
            for place, one in enumerate(header.sources, 1)
        ],
        "readings": [_reading(document)],
        "revisions": list(_revisions(document)),
        "remarks": [
            (key, place, remark.author, remark.date, remark.text, remark.anchor)
            for place, remark in enumerate(document.remarks, 1)
        ],
        "tables": [
            (key, table.index, table.page, table.caption, table.rows, table.columns) for table in document.tables
        ],
        "questionnaire_answers": [_answer(key, place, answer) for place, answer in enumerate(document.answers, 1)],
    }


def _document(document: Document) -> Row:
    properties = document.properties
    return (
        document.sha256,
        document.media_type,
        document.language,
        document.pages,
        len(document.passages),
        properties.title,
        properties.author,
        properties.created,
        properties.modified,
        properties.producer,
    )


def _header(key: str, header: Header) -> Row:
    return (
        key,
        _quoted(header),
        header.symbol,
        header.body,
        header.meeting,
        header.meeting_place,
        header.meeting_date,
        header.document_date,
        header.title,
        header.agenda_item,
        header.original_languages,
        header.action,
        header.status,
    )


def _quoted(header: Header) -> str:
    """Give the lines of the first page up to the last that a field or doubt quotes; the others are in the passages."""
    ends = [one.span[1] for one in header.provenance] + [one.span[1] for one in header.doubts if one.span]
    end = header.text.find("\n", max(ends, default=0))
    return header.text if end < 0 else header.text[:end] if ends else ""


def _reading(document: Document) -> Row:
    return (
        document.sha256,
        document.furniture,
        [asdict(entry) for entry in document.outline],
        document.page_labels,
        document.bookmarks,
        document.embedded,
        document.warnings,
    )


def _revisions(document: Document) -> Iterator[Row]:
    for passage in document.passages:
        for place, revision in enumerate(passage.revisions, 1):
            yield (
                document.sha256,
                passage.paragraph,
                place,
                revision.kind,
                _span(revision.span),
                revision.text,
                revision.author,
                revision.date,
            )


def _answer(key: str, place: int, answer: Answer) -> Row:
    return (
        key,
        place,
        answer.question_number,
        answer.question_stem,
        answer.question_text,
        answer.answer_kind,
        answer.answer_text,
        answer.choices,
        answer.options,
        answer.yes,
        answer.question_passages,
        answer.question_paragraphs,
        answer.answer_passages,
        answer.answer_paragraphs,
    )


def _span(span: Span) -> dict[str, int]:
    return {"start": span[0], "end": span[1]}
