"""Where paragraphs begin and end: told by distance, indent, look, numbers, and how a line breaks off."""

import re

from extractors.document import PassageKind
from extractors.pdf.lines import Line
from extractors.pdf.numbering import Marker, MarkerKind, find_marker
from extractors.pdf.paragraphs import ADDRESS, HYPHENS, Draft, ends_flush, indent, is_centred
from extractors.pdf.scripts import IS_CJK
from extractors.pdf.structure import structure

_LONGEST_LINK = 8
"""Letters of the longest word that a sentence goes on after, and a space."""
_LONGEST_REFERENCE = 16
"""Letters of the longest word that a number is called for by, and a space."""
_SENTENCE = 5
"""Least number of words on a line of running text, in contrast to a title."""
_CJK_ROOM = 2.5
"""Letter sizes that a Chinese or Japanese line may leave empty, for signs that may not begin or end a line."""
_LEADING, _WIDE, _DOUBLE = 1.25, 1.9, 2.35
"""Distances of baselines in letter sizes: the usual one, a wide one, and more than double spacing."""
_LETTERHEAD_PAGES = 2
_SHORT, _SHORT_RECITAL = 0.3, 0.15
"""Shares of a column that the last line of a paragraph leaves empty; recitals of a preamble end in commas."""
_STEP, _LARGER = 1.0, 0.06
"""Points, and share of the letter size, by which the title of a clause is larger than its text."""
_OPENING = 0.7
"""Letter sizes by which a first line of running text is indented, in contrast to a title."""
_YEAR = re.compile(r"\b(?:19|20)\d\d[.년年]$")
_FIGURE = re.compile(r"[ivxl]{1,6}|[\d.,%$€£()-]{1,14}")


def begins(draft: Draft, line: Line, leading: float) -> tuple[bool, Marker | None]:
    """Tell whether a line begins a paragraph after the draft, and the number that it begins with.

    `leading` is the usual distance of baselines in the zone.
    """
    marker = find_marker(line)
    last = draft.last
    if last is None or draft.kind is not PassageKind.PARAGRAPH:
        return True, marker
    elsewhere = last.page != line.page or last.zone != line.zone
    titled = draft.marker is not None and _larger_title(draft, line)
    if not elsewhere and (titled or _looks_differ(last, line) or _is_apart(draft, last, line, leading)):
        return True, marker
    if marker is not None and _is_called_for(last, line, marker):
        return False, None
    if elsewhere:
        return not _runs_on(draft, last, line, marker), marker
    if marker is not None:
        figure = _is_figure(draft, last, line, marker) or _is_date(last, line, marker)
        return not figure and _marker_holds(draft, last, line, marker), marker
    return _ends(draft, last, line), None


def _is_apart(draft: Draft, last: Line, line: Line, leading: float) -> bool:
    """Tell whether a line stands too far below; where all do, labels and sentences are paragraphs."""
    down = line.bottom - last.bottom
    if down > structure().leading * max(leading, _LEADING * line.size) or down < -0.5 * line.size:
        return True
    if down <= _WIDE * line.size:
        return False
    if line.page <= _LETTERHEAD_PAGES and structure().heading_labels.match(draft.text):
        return True
    return down > _DOUBLE * line.size and structure().stops(last.text) and line.text[:1].isupper()


def _looks_differ(last: Line, line: Line) -> bool:
    if abs(last.size - line.size) > (0.09 if line.confidence is None else 0.4) * last.size:
        return True
    if last.bold != line.bold:
        return last.bold or line.words > 3
    # A title in capitals over its subtitle.
    return last.bold and last.text.isupper() and not line.text.isupper() and is_centred(last) and is_centred(line)


def _larger_title(draft: Draft, line: Line) -> bool:
    """Tell whether the line of a number is set a little larger than the one after it, as the title of a clause is."""
    step = draft.size - line.size
    return draft.lines == 1 and line.confidence is None and step >= _STEP and step > _LARGER * line.size


def _is_called_for(last: Line, line: Line, marker: Marker) -> bool:
    """Tell whether running text breaks off after a word that calls for the number: in accordance with paragraph (b)."""
    if marker.kind is MarkerKind.BULLET or last.words < _SENTENCE or line.page - last.page > 1:
        return False
    alike = last.bold == line.bold and abs(last.size - line.size) <= 0.06 * last.size
    return alike and structure().refers.search(last.text, max(len(last.text) - _LONGEST_REFERENCE, 0)) is not None


def _is_date(last: Line, line: Line, marker: Marker) -> bool:
    """Tell whether a number goes on a date that the end of a full line parts after its year: 2020. 3.11."""
    room = _room(last, line.rtl)
    return marker.kind is MarkerKind.DECIMAL and room < line.size and _YEAR.search(last.text[-6:]) is not None


def _marker_holds(draft: Draft, last: Line, line: Line, marker: Marker) -> bool:
    """Tell a number that begins a paragraph from one that a line of running text happens to begin with."""
    if structure().stops(last.text) or last.text.endswith((",", " and", " or")):
        return True
    again = draft.marker is not None and draft.marker.number == marker.number
    sure = marker.is_sure or again or len(line.cells) > 1 or abs(line.x0 - last.x0) > 0.5 * line.size
    if marker.kind is MarkerKind.BULLET and sure:
        return True
    if draft.marker is not None and marker.follows(draft.marker):
        return True
    if marker.kind is MarkerKind.LETTER and marker.is_first and abs(indent(line) - indent(last)) > 0.8 * line.size:
        return True
    room = _room(last, line.rtl)
    back = (line.x1 - last.x1) if line.rtl else (last.x0 - line.x0)
    if draft.marker is not None:
        return room > 6 * line.size or (draft.lines > 1 and back > 0.8 * line.size)
    return abs(line.x0 - last.x0) > line.size or room > 6 * line.size


def _is_figure(draft: Draft, last: Line, line: Line, marker: Marker) -> bool:
    """Tell whether a number with a point begins a line that only goes on a full one: 3.5 per cent."""
    room = _room(last, line.rtl)
    plain = marker.kind is MarkerKind.DECIMAL and marker.depth == 2 and draft.marker is None and len(line.cells) == 1
    return plain and marker.rest[:1].islower() and room < line.size and abs(line.x0 - last.x0) < 1


def _ends(draft: Draft, last: Line, line: Line) -> bool:
    patterns = structure()
    if line.rtl or last.rtl:
        room, step = last.x0 - last.zone_box[0], last.x1 - line.x1
    else:
        room, step = last.zone_box[1] - last.x1, line.x0 - last.x0
    hanging = draft.marker is not None and draft.lines == 1
    if _is_row(last) or draft.aside or _are_rows(last, line):
        return True
    centred = is_centred(last) and is_centred(line) and abs(last.x0 - line.x0) > 1
    if centred:
        return patterns.stops(last.text) and last.text[-1] not in ":;"
    stops = patterns.stops(last.text) or (line.text[:1].isupper() and bool(ADDRESS.search(last.text)))
    small = line.text[:1].islower() or _is_open(last.text)
    if step > patterns.indent * line.size and not hanging:
        return stops or not small
    if step < -patterns.indent * line.size and draft.lines > 1:
        return stops
    if not _first_word_fits(line, room) or _is_justified(draft, last, line):
        return False
    return stops or (not small and _breaks_off(draft, last, line, room))


def _is_justified(draft: Draft, last: Line, line: Line) -> bool:
    """Tell whether the last line fills a block that is narrower than its column, as an indented quotation is."""
    if draft.flush > 1:
        return True
    same = ends_flush(last, line) and abs(last.x0 - line.x0) < 1 and abs(last.x1 - line.x1) < 1
    return same and last.text[-1] in ":;" and line.text[:1].islower()


def _is_open(text: str) -> bool:
    """Tell whether a line breaks off within a sentence: after a preposition, say, or within brackets."""
    bracket = max(text.rfind(" ("), text.rfind("（"))
    if bracket > max(text.rfind(")"), text.rfind("）")):
        return True
    return structure().goes_on.search(text, max(len(text) - _LONGEST_LINK, 0)) is not None


def _first_word_fits(line: Line, room: float) -> bool:
    """Tell whether the line's first word had room on the line before, so that it was put on a new one on purpose."""
    if IS_CJK.match(line.text):
        return room > _CJK_ROOM * line.size
    width = (line.x1 - line.x0) / max(len(line.text), 1)
    return room > max((len(line.text.split(" ", 1)[0]) + 1) * width, 1.5 * line.size)


def _room(last: Line, rtl: bool) -> float:
    """Return how much of its column a line leaves empty at its end."""
    return last.x0 - last.zone_box[0] if rtl else last.zone_box[1] - last.x1


def _breaks_off(draft: Draft, last: Line, line: Line, room: float) -> bool:
    """Tell whether a line without a full stop is the last of its paragraph: it is short, or ends a recital's comma."""
    share = room / max(last.zone_box[1] - last.zone_box[0], 1.0)
    if IS_CJK.match(line.text) and room < line.x1 - line.x0:
        return False
    recital = last.text[-1] in ",،" and line.text[:1].isupper() and draft.marker is None
    return share > _SHORT or (recital and share > _SHORT_RECITAL)


def _is_row(line: Line) -> bool:
    """Tell whether a line ends in a page number or amount of its own, as in a table of contents."""
    if len(line.cells) > 1 and _FIGURE.fullmatch(line.cells[-1]):
        return True
    return structure().without_leader(line.text) != line.text


def _are_rows(last: Line, line: Line) -> bool:
    """Tell whether two lines are rows of a table that no line is drawn of: of many cells, or of two below each other.

    Where the second column is running text, labels stand beside it.
    """
    if len(last.cells) > 2 and len(line.cells) > 2:
        return True
    if last.gutter is None or line.gutter is None or not len(last.cells) == len(line.cells) == 2:
        return False
    return abs(last.gutter - line.gutter) < 1 and not line.cells[1][:1].islower()


def _runs_on(draft: Draft, last: Line, line: Line, marker: Marker | None) -> bool:
    """Tell whether a paragraph goes on in the next column or on the next page."""
    if marker is not None or abs(last.size - line.size) > 0.06 * last.size or last.bold != line.bold:
        return False
    if line.page - last.page > 1 or len(line.cells) > 2:
        return False
    if draft.text[-1:] in HYPHENS:
        return True
    if structure().stops(last.text):
        return False
    if line.text[:1].islower() or (_is_open(last.text) and len(line.cells) == 1):
        return True
    room = _room(last, last.rtl)
    first = line.text[:1]
    indented = line.x0 - line.zone_box[0] > line.size and not line.rtl
    opens = draft.lines > 1 or indent(last) > _OPENING * last.size
    full = room < 2 * line.size or not _first_word_fits(line, room)
    return full and not indented and opens and (draft.centred is False) and first not in "•"
