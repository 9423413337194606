"""Lists of members without a label above a title: States with their offices, in one line or one to a line."""

import re
from collections.abc import Sequence

from extractors.document import Source
from extractors.header.countries import iso3
from extractors.header.dates import find_dates
from extractors.header.front_text import Segment
from extractors.header.membership import source_of
from extractors.header.names import Names
from extractors.header.offices import state_and_office
from extractors.header.prose import is_sentence
from extractors.header.sources import read_sources

_STRONG = re.compile(r"\s*[;；؛•·]\s*|\s+[–—]\s+|\s+/\s+|(?<=[–—;])\n|\n")
_OPEN_END = re.compile(r"\s*[–—;；؛,،，/•·-]\s*$")
_NOTE_MARK = re.compile(r"(?:\s*[*†‡¹²³])+$")
_AND = re.compile(r"^(?:and|et|y|e|и|&|و|和|及)\s+", re.IGNORECASE)
_IDEOGRAPH = re.compile(r"[\u4e00-\u9fff，；]$")
_MOST_LINES, _LONGEST_LINE = 14, 340
_FEWEST = 2
_MOST_MORE, _LONGEST_MORE = 3, 130
_PARTED = re.compile(r"[,،，、;/•+]|\s(?:and|et|y|и|–|-)\s|\sو|和")
_OPEN = re.compile(r"(?:[,،，、;/•+&-]|\s(?:and|the|et|la|le|les|y|e|и|de|of))\s*$", re.IGNORECASE)
_ON = re.compile(r"(?:and|et|y|и|&|/|,|،|，|、|和|及|-|–|•|و\w)", re.IGNORECASE)
_IDEOGRAPHS = re.compile(r"[\u4e00-\u9fff、，]")


def read_member_list(segments: Sequence[Segment], place: int, names: Names) -> tuple[tuple[Source, ...], int] | None:
    """Read the list of States that begins on a line, and give the last line that it takes; None where there is none.

    Each item is a State, alone or with its office ("KENYA, MINISTRY OF ICT"). Items stand one to a line, or are parted
    by semicolons, dashes, strokes or dots; then one may go on below. A State and its office alone make a list of one.
    """
    if not _may_begin(segments[place].text, names):
        return None
    lines = _candidates(segments, place)
    found = [each for read in (_by_lines, _by_marks) if (each := read(lines, names)) is not None] if lines else []
    if not found:
        return None
    sources, taken = max(found, key=lambda each: (len(each[0]), each[1]))
    return sources, place + taken - 1


def more_states(
    segments: Sequence[Segment], last: int, text: str, names: Names
) -> tuple[tuple[Source, ...], int | None]:
    """Read sources, with the lines below that go on with a list of States; give where they end, if not in the text.

    A line below belongs to the list where all sources are States only with it.
    """
    best: tuple[tuple[Source, ...], int | None] = read_sources([text], names), None
    for segment in segments[last + 1 : last + 1 + _MOST_MORE]:
        whole = all(source.iso3 for source in best[0])
        list_so_far = len(best[0]) > 1 or _PARTED.search(text)
        if len(segment.text) > _LONGEST_MORE or segment.cells > 1 or not list_so_far:
            break
        if whole and not _ON.match(segment.text) and not _OPEN.search(text):
            break
        text = f"{text}{'' if _IDEOGRAPHS.search(text[-1:]) else ' '}{segment.text}"
        sources = read_sources([text], names)
        if (not whole or len(sources) > len(best[0])) and all(source.iso3 for source in sources):
            best = sources, segment.span[1]
    return best


def _may_begin(line: str, names: Names) -> bool:
    # A list begins with a State, whatever stands behind it.
    item = _bare(_split(line)[0])
    return state_and_office(item, names) is not None or state_and_office(f"{item})", names) is not None


def read_items(text: str, names: Names) -> tuple[Source, ...]:
    """Read items parted by semicolons, dashes, strokes or dots, of which each is a State; empty for other texts."""
    parts = [_bare(part) for part in _split(text) if _bare(part)]
    codes = [state_and_office(part, names) for part in parts]
    if len(parts) < _FEWEST or not all(codes):
        return ()
    return tuple(source_of(part, code, names) for part, code in zip(parts, codes, strict=True))


def _candidates(segments: Sequence[Segment], place: int) -> list[str]:
    lines = []
    for segment in segments[place : place + _MOST_LINES]:
        text = segment.text
        if segment.furniture or segment.cells > 1 or len(text) > _LONGEST_LINE or text[-1] in ".:：。":
            break
        if is_sentence(segment) or find_dates(text):
            break
        lines.append(text)
    return lines


def _by_lines(lines: Sequence[str], names: Names) -> tuple[tuple[Source, ...], int] | None:
    sources: list[Source] = []
    taken = 0
    for line in lines:
        items = read_items(line, names) or _single(line, names)
        if not items:
            break
        sources.extend(items)
        taken += 1
    alone = len(sources) == 1 and iso3(sources[0].name, names)
    return None if not sources or alone else (tuple(sources), taken)


def _single(line: str, names: Names) -> tuple[Source, ...]:
    item = _bare(line)
    code = state_and_office(item, names)
    return (source_of(item, code, names),) if code else ()


def _by_marks(lines: Sequence[str], names: Names) -> tuple[tuple[Source, ...], int] | None:
    if not any(len(_split(line)) > 1 for line in lines[:_FEWEST]):
        return None
    best = None
    text = ""
    for number, line in enumerate(lines, start=1):
        text = f"{text}{'' if not text or _IDEOGRAPH.search(text) else ' '}{line}"
        sources = read_items(text, names)
        if sources and (best is None or len(sources) > len(best[0]) or _goes_on(lines, number)):
            best = sources, number
    return best


def _goes_on(lines: Sequence[str], number: int) -> bool:
    # The bracket of a State's official name, or the rest of an office, on a line of its own.
    before, line = lines[number - 2], lines[number - 1]
    return line.startswith(("(", "（")) or bool(_OPEN_END.search(before)) or line[0].islower()


def _split(text: str) -> list[str]:
    if not _STRONG.search(text):
        return [text]
    depth, start, parts = 0, 0, []
    depths = []
    for character in text:
        depth += character in "(（"
        depths.append(depth)
        depth = max(0, depth - (character in ")）"))
    for match in _STRONG.finditer(text):
        if depths[match.start()] == 0:
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]


def _bare(item: str) -> str:
    return _AND.sub("", _NOTE_MARK.sub("", _OPEN_END.sub("", item.strip())).strip())
