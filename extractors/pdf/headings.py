"""Headings: told from paragraphs by size, weight, numbering and place, with their level."""

import re
from collections.abc import Sequence

from extractors.document import OutlineEntry, PassageKind
from extractors.pdf.levels import look, set_levels
from extractors.pdf.mastheads import clear_masthead
from extractors.pdf.numbering import Marker, MarkerKind
from extractors.pdf.outline import match_outline, outline_titles
from extractors.pdf.paragraphs import BROKEN, PARTED, Draft, join
from extractors.pdf.scripts import IS_CJK
from extractors.pdf.structure import structure

_BARE_NUMBER = re.compile(r"(\d{1,2})\s+(?=[^\W\d])")
_AMOUNT = re.compile(r"\d[.,]\d+$")
_LARGER_IN_SCANS = 1.4
_CAPTION_WORDS = 20
_TITLE_WORDS = 8
_SURE = 0.75
_NEXT_LINE = 0.5
"""Lines of one heading stand no farther apart than this share of the letter size."""
_OPEN = (";", ",", "؛", "،", "；", "，")
"""After these a line in capitals goes on the sentence: THE COUNCIL RESOLVES."""
_CLOSING = ".:;!?。：；"


def settle_kinds(drafts: list[Draft], body_size: float, outline: Sequence[OutlineEntry] = ()) -> None:
    """Give each draft its kind, its number and, for headings, its level."""
    mostly_bold = _mostly_bold(drafts)
    expected = 1
    titles = outline_titles(outline)
    match_outline(drafts, titles)
    for place, draft in enumerate(drafts):
        if draft.kind is PassageKind.PARAGRAPH:
            draft.kind = _kind(drafts, place, body_size, mostly_bold)
        if draft.kind is PassageKind.HEADING and draft.marker is None:
            expected = _take_number(draft, expected)
        if draft.marker is not None and draft.kind is not PassageKind.CAPTION:
            draft.number = None if draft.marker.kind is MarkerKind.BULLET else draft.marker.number
    _complete_sections(drafts)
    _join_headings(drafts)
    match_outline(drafts, titles)
    clear_masthead(drafts)
    _settle_items(drafts)
    set_levels(drafts)


def _kind(drafts: list[Draft], place: int, body_size: float, mostly_bold: bool) -> PassageKind:
    draft = drafts[place]
    before = drafts[place - 1] if place else None
    following = drafts[place + 1] if place + 1 < len(drafts) else None
    if _is_caption(draft, before, following):
        return PassageKind.CAPTION
    if _is_heading(draft, body_size, mostly_bold, (before, following)) or _is_numbered_title(draft, following):
        return PassageKind.HEADING
    return PassageKind.PARAGRAPH


def _is_caption(draft: Draft, before: Draft | None, following: Draft | None) -> bool:
    """Tell a caption from a sentence that begins with the name of a table; a letter counts beside a table only."""
    match = structure().caption_opens.match(draft.text)
    if match is None or len(draft.text) >= 300 or draft.lines > 4:
        return False
    if not match["sign"].isspace() and match["sign"] and any(char.isdigit() for char in match[0]):
        return True
    near = any(other is not None and other.table is not None for other in (before, following))
    sentence = structure().stops(draft.text) and draft.text[-1] not in "”»"
    return not sentence and (near or (draft.marker is None and len(draft.text.split()) <= _CAPTION_WORDS))


def _complete_sections(drafts: list[Draft]) -> None:
    """Make a heading of a short numbered line whose number is missing between those of two headings."""
    sections: list[Draft] = []
    for draft in drafts:
        marker = draft.marker
        if marker is None or marker.kind is not MarkerKind.DECIMAL or marker.depth > 1:
            continue
        if draft.kind is PassageKind.HEADING:
            before = sections[-2] if len(sections) > 1 else None
            middle = sections[-1] if sections else None
            if before is not None and middle is not None and _is_between(before, middle, draft):
                middle.kind = PassageKind.HEADING
        elif draft.lines > 1 or not _may_be_title(draft):
            continue
        sections.append(draft)


def _is_between(before: Draft, middle: Draft, after: Draft) -> bool:
    if before.marker is None or middle.marker is None or after.marker is None:
        return False
    if before.kind is not PassageKind.HEADING or middle.kind is PassageKind.HEADING:
        return False
    return middle.marker.follows(before.marker) and after.marker.follows(middle.marker)


def _may_be_title(draft: Draft) -> bool:
    return draft.text[:1].isupper() and draft.text[-1] not in ".;:,?" and len(draft.text.split()) <= _TITLE_WORDS


def _join_headings(drafts: list[Draft]) -> None:
    """Make one heading of those that look the same and stand on lines one below the other, unless numbered anew."""
    runs: list[list[Draft]] = []
    for draft in drafts:
        if runs and _goes_on(runs[-1][-1], draft):
            runs[-1].append(draft)
        else:
            runs.append([draft])
    drafts[:] = [one for run in runs for one in ([_joined(run)] if _is_one_heading(run) else run)]


def _is_one_heading(run: list[Draft]) -> bool:
    """Tell a heading from a list or a table in large letters, which has more lines, or amounts."""
    if len(run) == 1:
        return False
    few = sum(draft.lines for draft in run) <= structure().heading_lines
    return few and not any(_AMOUNT.search(draft.text) for draft in run)


def _joined(run: list[Draft]) -> Draft:
    first = run[0]
    for draft in run[1:]:
        first.text = join(first.text, draft.text).replace(PARTED, "").replace(BROKEN, " ")
        first.lines += draft.lines
    return first


def _goes_on(heading: Draft, draft: Draft) -> bool:
    if heading.kind is not PassageKind.HEADING or draft.kind is not PassageKind.HEADING or draft.marker is not None:
        return False
    if heading.page != draft.page or heading.italic != draft.italic or look(heading) != look(draft):
        return False
    if heading.outline_level is not None or draft.outline_level is not None:
        return False
    if any(map(str.isalpha, draft.text)) and heading.text.isupper() != draft.text.isupper():
        return False
    near = abs(draft.gap_before) <= _NEXT_LINE * draft.size
    closed = heading.text[-1:] in _CLOSING
    return near and not closed and not structure().heading_opens.match(draft.text)


def _take_number(draft: Draft, expected: int) -> int:
    """Take the bare number off a heading where it is the next in turn; return the number that is expected then."""
    match = _BARE_NUMBER.match(draft.text)
    if not match or int(match[1]) != expected:
        return expected
    draft.marker = Marker(MarkerKind.DECIMAL, match[1], draft.text[match.end() :])
    draft.text = draft.marker.rest
    return expected + 1


def _mostly_bold(drafts: list[Draft]) -> bool:
    letters = sum(len(draft.text) for draft in drafts)
    return 2 * sum(len(draft.text) for draft in drafts if draft.bold) > letters


def _settle_items(drafts: list[Draft]) -> None:
    """Make list items of the paragraphs with a number or bullet, as the reader of Word files does."""
    for draft in drafts:
        if draft.kind is PassageKind.PARAGRAPH and draft.marker is not None:
            draft.kind = PassageKind.LIST_ITEM


def _is_heading(draft: Draft, body_size: float, mostly_bold: bool, around: tuple[Draft | None, Draft | None]) -> bool:
    patterns = structure()
    before, following = around
    text = draft.text
    words = len(text.split()) if not IS_CJK.search(text[:20]) else len(text) // 3
    if words > patterns.heading_words or not _may_be_heading(draft):
        return False
    scanned = draft.confidence is not None
    stops = text[-1] in ".;,。；،" and not text.endswith("...")
    if draft.size >= (_LARGER_IN_SCANS if scanned else patterns.heading_larger) * body_size:
        return not stops or words <= 12
    if stops or (draft.size < patterns.footnote_smaller * body_size and not _heads_small_print(draft, following)):
        return False
    bold = draft.bold and not mostly_bold
    draft.caps = text.isupper() and len(text) > 3 and words <= 14 and not IS_CJK.search(text)
    if bold or (draft.caps and draft.lines <= 2):
        goes_on = before is not None and before.text[-1:] in _OPEN
        return bold or (text[-1] != ":" and not goes_on)
    return bool(patterns.heading_opens.match(text)) and words <= 10 and draft.lines == 1


def _heads_small_print(draft: Draft, following: Draft | None) -> bool:
    """Tell whether a bold line stands over plain text in letters no larger, as in the box of a summary."""
    if following is None or not draft.bold or following.bold or following.kind is not PassageKind.PARAGRAPH:
        return False
    return following.size <= draft.size and following.page == draft.page and following.lines > 1


def _may_be_heading(draft: Draft) -> bool:
    letters = sum(map(str.isalpha, draft.text))
    if draft.lines > structure().heading_lines or draft.aside or letters < (1 if IS_CJK.search(draft.text) else 2):
        return False
    if draft.of_contents:
        return False
    if draft.marker is not None and (draft.marker.kind is MarkerKind.BULLET or draft.text[0].islower()):
        return False
    if draft.confidence is not None and draft.confidence < _SURE:
        return False
    return not structure().heading_labels.match(draft.text)


def _is_numbered_title(draft: Draft, following: Draft | None) -> bool:
    """Tell a short numbered line that stands apart, before plain text or a number one level deeper."""
    marker = draft.marker
    if marker is None or marker.kind is not MarkerKind.DECIMAL or draft.lines > 1 or following is None:
        return False
    if marker.number[-1] == ")" or draft.aside or not _may_be_title(draft):
        return False
    deeper = following.marker is not None and following.marker.number.startswith(marker.number.rstrip(".") + ".")
    plain = following.marker is None and following.kind is PassageKind.PARAGRAPH and following.lines > 1
    return draft.gap_before > 0.3 * draft.size and (deeper or plain)
