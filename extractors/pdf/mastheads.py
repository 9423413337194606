"""The head of a document's first page: what is set large there and heads no text."""

from collections.abc import Sequence

from extractors.document import PassageKind
from extractors.pdf.levels import look
from extractors.pdf.paragraphs import Draft
from extractors.pdf.structure import structure

_MOST_DRAFTS = 16
_LEAST_LABELS = 2
_NEXT_LINE = 0.6
"""A subtitle stands no farther below its title than this share of the letter size."""


def clear_masthead(drafts: Sequence[Draft]) -> None:
    """Take back headings of the first page that name the body and the meeting, or go on a title."""
    top = [draft for draft in drafts[:_MOST_DRAFTS] if draft.page == 1]
    labels = [place for place, draft in enumerate(top) if structure().heading_labels.match(draft.text)]
    if len(labels) >= _LEAST_LABELS:
        for draft in top[: labels[-1]]:
            if draft.marker is None and draft.outline_level is None and draft.kind is PassageKind.HEADING:
                draft.kind = PassageKind.PARAGRAPH
    _clear_subtitles(top)


def _clear_subtitles(top: Sequence[Draft]) -> None:
    """Take back headings in lesser letters that stand close under a title, before any other text."""
    for place, draft in enumerate(top):
        if draft.kind is not PassageKind.HEADING:
            return
        if place == 0 or draft.marker is not None or draft.outline_level is not None:
            continue
        title = top[place - 1]
        close = abs(draft.gap_before) <= _NEXT_LINE * draft.size and title.centred == draft.centred
        last = place + 1 == len(top) or top[place + 1].kind is not PassageKind.HEADING
        lesser = look(draft) < look(title) or (title.text.isupper() and not draft.text.isupper())
        if close and lesser and (draft.centred or not last):
            draft.kind = PassageKind.PARAGRAPH
            return
