"""Footnotes: small print at the foot of a page or column that begins with a reference."""

import re

from extractors.document import PassageKind
from extractors.pdf.layout import Layout
from extractors.pdf.lines import Line
from extractors.pdf.paragraphs import Draft, join
from extractors.pdf.structure import structure

_WORD = re.compile(r"[^\W\d_]{3}[.,;:!?»”)]*$|[^\W_][.,;:!?»”)]+$")
"""What a number may stand raised behind as a reference; behind less it may be a power or part of a formula."""

_SPACE = re.compile(r"^\s+(?=[.,)])")
"""What pdfium makes up between a raised number and the sign after it."""


class Footnotes:
    """Takes the notes out of page after page; a note may stand on the page after its reference."""

    def __init__(self) -> None:
        self._owed: set[str] = set()

    def take(self, layout: Layout, body_size: float) -> list[Draft]:
        """Take the notes out of a page's items; the lines of one note become one draft with its reference as number."""
        notes: list[Draft] = []
        zones: dict[int, list[Line]] = {}
        for item in layout.items:
            if isinstance(item, Line):
                zones.setdefault(item.zone, []).append(item)
        gone: set[int] = set()
        own = {bare_mark(mark) for lines in zones.values() for line in lines for _, mark in line.references}
        last: list[Line] = []
        for lines in zones.values():
            foot = _foot(lines, body_size, layout.height, own | self._owed)
            carried = _rest(lines[: len(lines) - len(foot)], last) if last else []
            for line in carried:
                notes[-1].text = join(notes[-1].text, line.text)
            if foot:
                notes += _drafts(foot, own | self._owed)
                last = foot
            gone |= {id(line) for line in (*carried, *foot)}
        if gone:
            layout.items = [item for item in layout.items if id(item) not in gone]
        self._owed = own - {note.number for note in notes}
        return notes


def bare_mark(mark: str) -> str:
    """Return a raised mark without brackets."""
    return mark.strip("()[]")


def part_references(layout: Layout, here: set[str | None], later: set[str | None]) -> dict[int, list[str]]:
    """Take the raised numbers of notes out of a page's text, and part others from the word before them.

    A number whose note stands only on the next page, `later`, must follow a word: it may be the index of a formula.
    Return the numbers that were taken out, by the `id` of their line.
    """
    taken: dict[int, list[str]] = {}
    for line in layout.items:
        if not isinstance(line, Line):
            continue
        for offset, mark in reversed(line.references):
            start, number = _place(line.text, offset, mark), bare_mark(mark)
            if start is None:
                continue
            before, after = line.text[:start], _SPACE.sub("", line.text[start + len(mark) :])
            follows = bool(_WORD.search(before.rstrip()))
            if number in here or (number in later and follows):
                line.text = before.rstrip() + after
                taken.setdefault(id(line), []).append(number)
            else:
                space = " " if follows and not before[-1:].isspace() else ""
                line.text = f"{before}{space}{mark}{after}"
    return taken


def _place(text: str, offset: int, mark: str) -> int | None:
    # Making letters of presentation forms may have moved the text a little.
    places = [match.start() for match in re.finditer(rf"(?<!\d){re.escape(mark)}(?!\d)", text)]
    return min(places, key=lambda place: abs(place - offset), default=None)


def _foot(lines: list[Line], body_size: float, height: float, references: set[str]) -> list[Line]:
    """Return the small lines at the end of a zone, from the first that begins with a reference."""
    first = len(lines)
    while first > 0 and lines[first - 1].size < structure().footnote_smaller * body_size:
        first -= 1
    while first < len(lines) and not _opens(lines[first], references):
        first += 1
    if first == 0 or first == len(lines) or lines[first].top < 0.3 * height:
        return [] if first or not lines or lines[0].top < 0.5 * height else lines
    return lines[first:]


def _rest(lines: list[Line], before: list[Line]) -> list[Line]:
    """Return the lines at the foot of a column that go on the notes at the foot of the column before it."""
    first = len(lines)
    while first > 0 and _stands_beside(lines[first - 1], before):
        first -= 1
    return lines[first:]


def _stands_beside(line: Line, notes: list[Line]) -> bool:
    first, last = notes[0], notes[-1]
    beside = line.x0 > max(note.x1 for note in notes) or line.x1 < min(note.x0 for note in notes)
    return beside and abs(line.size - last.size) <= 0.5 and line.top > first.top - first.size


def _opens(line: Line, references: set[str]) -> bool:
    if line.leading_reference is not None:
        return True
    match = structure().footnote_opens.match(line.text)
    if not match:
        return False
    return match[1] in references


def _drafts(foot: list[Line], references: set[str]) -> list[Draft]:
    drafts: list[Draft] = []
    for line in foot:
        if not drafts or _opens_next(line, references, drafts[-1].number) or _is_next(line, drafts[-1].number):
            number, text = _number(line)
            kind = PassageKind.FOOTNOTE
            confidence = line.confidence
            drafts.append(
                Draft(text, line.page, line.size, False, False, kind=kind, number=number, confidence=confidence)
            )
        else:
            drafts[-1].text = join(drafts[-1].text, line.text)
    return drafts


def _opens_next(line: Line, references: set[str], number: str | None) -> bool:
    """Tell whether a line opens a note after another one, and no list within that note."""
    if not _opens(line, references):
        return False
    own = _number(line)[0]
    if line.leading_reference is not None or own is None or number is None:
        return True
    return not (own.isdecimal() and number.isdecimal()) or int(own) > int(number)


def _is_next(line: Line, number: str | None) -> bool:
    match = structure().footnote_opens.match(line.text)
    if match is None or number is None or not (number.isdecimal() and match[1].isdecimal()):
        return False
    return int(match[1]) == int(number) + 1


def place_notes(drafts: list[Draft]) -> None:
    """Put each note after the paragraph with its mark, as Word files have it, so that it stands under its heading."""
    if all(draft.anchor is None for draft in drafts):
        return
    places = {id(draft): (place, 0) for place, draft in enumerate(drafts)}
    for draft in drafts:
        if draft.anchor is not None and id(draft.anchor) in places:
            places[id(draft)] = (places[id(draft.anchor)][0], 1)
    drafts.sort(key=lambda draft: places[id(draft)])


def _number(line: Line) -> tuple[str | None, str]:
    if line.leading_reference is not None and line.text.startswith(line.leading_reference):
        return line.leading_reference.strip("()[],"), line.text[len(line.leading_reference) :].strip()
    match = structure().footnote_opens.match(line.text)
    if match:
        return match[1], line.text[match.end() :].strip()
    return None, line.text
