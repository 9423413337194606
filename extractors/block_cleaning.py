"""A block with clean text, its tracked changes still in their places."""

from dataclasses import replace
from itertools import pairwise

from extractors.cleaning import clean
from extractors.document import Revision, RevisionKind, Span
from extractors.reading import Block

GONE = frozenset({RevisionKind.DELETION, RevisionKind.MOVE_FROM})
"""The revisions whose spans are in `text_before`."""


def clean_block(block: Block) -> Block:
    """Clean a block's text and what surrounds it, moving the spans of its revisions along."""
    number = clean(block.number).strip() or None if block.number else None
    if not block.revisions:
        before = None if block.text_before is None else clean(block.text_before).strip()
        return replace(block, text=clean(block.text).strip(), number=number, text_before=before)
    now = tuple(revision for revision in block.revisions if revision.kind not in GONE)
    gone = tuple(revision for revision in block.revisions if revision.kind in GONE)
    text, now = _clean_with_spans(block.text, now)
    before, gone = _clean_with_spans(block.text_before or "", gone)
    revisions = tuple(sorted(now + gone, key=lambda revision: revision.span))
    return replace(block, text=text, number=number, text_before=before, revisions=revisions)


def _clean_with_spans(text: str, revisions: tuple[Revision, ...]) -> tuple[str, tuple[Revision, ...]]:
    # Cleaned between the ends of the spans, so that each span keeps exactly its own text.
    ends = sorted({0, len(text)} | {offset for revision in revisions for offset in revision.span})
    places = {0: 0}
    cleaned = ""
    for start, end in pairwise(ends):
        cleaned += clean(text[start:end])
        places[end] = len(cleaned)
    lead = len(cleaned) - len(cleaned.lstrip())
    stripped = cleaned.strip()

    def moved(span: Span) -> Span:
        start, end = (min(max(places[offset] - lead, 0), len(stripped)) for offset in span)
        return start, end

    spans = ((revision, moved(revision.span)) for revision in revisions)
    return stripped, tuple(replace(each, span=span, text=stripped[slice(*span)]) for each, span in spans)
