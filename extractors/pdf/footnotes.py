"""Footnotes: small print at the foot of a page or column that begins with a reference."""

from extractors.document import PassageKind
from extractors.pdf.layout import Layout
from extractors.pdf.lines import Line
from extractors.pdf.paragraphs import Draft, join
from extractors.pdf.structure import structure


def take_footnotes(layout: Layout, body_size: float) -> list[Draft]:
    """Take the notes out of a page's items; the lines of one note become one draft with its reference as number."""
    notes: list[Draft] = []
    zones: dict[int, list[Line]] = {}
    for item in layout.items:
        if isinstance(item, Line):
            zones.setdefault(item.zone, []).append(item)
    gone: set[int] = set()
    references = {number for lines in zones.values() for line in lines for _, number in line.references}
    for lines in zones.values():
        foot = _foot(lines, body_size, layout.height, references)
        gone |= {id(line) for line in foot}
        notes += _drafts(foot)
    numbers = {note.number for note in notes}
    for lines in zones.values():
        for line in lines:
            if line.references:
                _drop_references(line, numbers)
    if gone:
        layout.items = [item for item in layout.items if id(item) not in gone]
    return notes


def _drop_references(line: Line, numbers: set[str | None]) -> None:
    """Take out of the text the raised numbers whose notes stand on the page."""
    for offset, number in reversed(line.references):
        end = offset + len(number)
        if number in numbers and line.text[offset:end] == number:
            line.text = line.text[:offset].rstrip() + line.text[end:]


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


def _opens(line: Line, references: set[str]) -> bool:
    if line.leading_reference is not None:
        return True
    match = structure().footnote_opens.match(line.text)
    if not match:
        return False
    return match[1] in references


def _drafts(foot: list[Line]) -> list[Draft]:
    drafts: list[Draft] = []
    for line in foot:
        match = structure().footnote_opens.match(line.text) if line.leading_reference is None else None
        if line.leading_reference is not None or match or not drafts:
            number, text = _number(line)
            drafts.append(
                Draft(
                    text,
                    line.page,
                    line.size,
                    False,
                    False,
                    kind=PassageKind.FOOTNOTE,
                    number=number,
                    confidence=line.confidence,
                )
            )
        else:
            drafts[-1].text = join(drafts[-1].text, line.text)
    return drafts


def _number(line: Line) -> tuple[str | None, str]:
    if line.leading_reference is not None and line.text.startswith(line.leading_reference):
        return line.leading_reference.strip("()[],"), line.text[len(line.leading_reference) :].strip()
    match = structure().footnote_opens.match(line.text)
    if match:
        return match[1], line.text[match.end() :].strip()
    return None, line.text
