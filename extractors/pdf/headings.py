"""Headings: told from paragraphs by size, weight, numbering and place, with their level."""

from collections import Counter

from extractors.document import PassageKind
from extractors.pdf.numbering import MarkerKind
from extractors.pdf.paragraphs import Draft
from extractors.pdf.structure import structure

_DEEPEST = 9
_FULL_PARAGRAPH = 90
_LARGER_IN_SCANS = 1.4
_SURE = 0.75


def settle_kinds(drafts: list[Draft], body_size: float) -> None:
    """Give each draft its kind, its number and, for headings, its level."""
    mostly_bold = _mostly_bold(drafts)
    for draft in drafts:
        if draft.kind is not PassageKind.PARAGRAPH:
            continue
        if structure().caption_opens.match(draft.text) and len(draft.text) < 300 and draft.lines <= 4:
            draft.kind = PassageKind.CAPTION
        elif _is_heading(draft, body_size, mostly_bold):
            draft.kind = PassageKind.HEADING
        if draft.marker is not None and draft.kind is not PassageKind.CAPTION:
            draft.number = draft.marker.number
    _settle_items(drafts)
    _set_levels([draft for draft in drafts if draft.kind is PassageKind.HEADING])


def _mostly_bold(drafts: list[Draft]) -> bool:
    letters = sum(len(draft.text) for draft in drafts)
    return 2 * sum(len(draft.text) for draft in drafts if draft.bold) > letters


def _settle_items(drafts: list[Draft]) -> None:
    """Tell list items from numbered paragraphs: decimals before full paragraphs are the latter, with their neighbours."""
    run: list[Draft] = []
    for draft in [*drafts, None]:
        marker = draft.marker if draft is not None and draft.kind is PassageKind.PARAGRAPH else None
        if draft is not None and marker is not None:
            decimal = marker.kind is MarkerKind.DECIMAL and marker.number[0] != "(" and marker.number[-1] != ")"
            if decimal:
                run.append(draft)
                continue
            draft.kind = PassageKind.LIST_ITEM
        elif draft is not None and draft.kind is PassageKind.PARAGRAPH:
            continue
        if marker is None:
            _settle_run(run)
            run = []


def _settle_run(run: list[Draft]) -> None:
    short = all(len(draft.text) < _FULL_PARAGRAPH and draft.marker and draft.marker.depth == 1 for draft in run)
    for draft in run if short else ():
        draft.kind = PassageKind.LIST_ITEM


def _is_heading(draft: Draft, body_size: float, mostly_bold: bool) -> bool:
    patterns = structure()
    text = draft.text
    words = len(text.split()) if not any("\u3040" < char < "\u9fff" for char in text[:20]) else len(text) // 3
    if words > patterns.heading_words or draft.lines > patterns.heading_lines or not any(c.isalpha() for c in text):
        return False
    if (draft.marker is not None and draft.marker.kind is MarkerKind.BULLET) or draft.aside:
        return False
    if patterns.heading_labels.match(text):
        return False
    scanned = draft.confidence is not None
    larger = draft.size >= (_LARGER_IN_SCANS if scanned else patterns.heading_larger) * body_size
    if scanned and (draft.confidence or 0) < _SURE:
        return False
    stops = text[-1] in ".;,。；،" and not text.endswith("...")
    if larger:
        return not stops or words <= 12
    if stops or draft.size < 0.93 * body_size:
        return False
    bold = draft.bold and not mostly_bold
    draft.caps = text.isupper() and len(text) > 3 and words <= 14
    if bold or (draft.caps and draft.lines <= 2):
        return text[-1] not in ":" or bold
    numbered = draft.marker is not None and draft.marker.kind is MarkerKind.DECIMAL
    if numbered and draft.marker is not None and draft.marker.depth >= 2 and draft.lines == 1 and words <= 8:
        return draft.gap_before > 0 and text[:1].isupper() and text[-1] not in ":"
    return bool(patterns.heading_opens.match(text)) and words <= 10 and draft.lines == 1


def _set_levels(headings: list[Draft]) -> None:
    """Rank the looks from large to small; a number of two parts is a level deeper than one of one part."""
    looks = Counter(_look(draft) for draft in headings)
    ranks = {look: rank for rank, look in enumerate(sorted(looks, reverse=True), start=1)}
    base: dict[int, int] = {}
    for draft in headings:
        level = ranks[_look(draft)]
        if draft.marker is not None and draft.marker.kind is MarkerKind.DECIMAL:
            depth = draft.marker.depth
            if depth - 1 in base:
                level = base[depth - 1] + 1
            elif depth in base:
                level = base[depth]
            base[depth] = level
            for deeper in [key for key in base if key > depth]:
                del base[deeper]
        draft.level = min(level, _DEEPEST)


def _look(draft: Draft) -> tuple[float, bool, bool]:
    return round(draft.size * 2) / 2, draft.bold, draft.caps
