"""The line of the first page that carries the document number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.document import Span
from extractors.header.before_symbol import before_symbol, revision_at_end, says_reply
from extractors.header.block import block_patterns
from extractors.header.dates import find_dates, without_weekday
from extractors.header.front_text import Segment
from extractors.header.label_words import field_alike, open_words
from extractors.header.original import find_only
from extractors.header.symbol import FoundSymbol, Suffix, Symbol, find_symbol, has_placeholder
from extractors.header.symbol_grammar import grammar
from extractors.header.symbol_turned import find_turned

_LONGEST_CAPTION = 40
_RIGHT_TO_LEFT = re.compile(r"[\u0600-\u06ff]")
_BARE = 0.93
"""Confidence in a number before which no word for "document" stands."""
_LEAD = re.compile(r"\s*(?:[^\W\d_]{3,20},\s*)?(?:le|el|del|du|the|on)?\s*", re.IGNORECASE)
"""What stands between a number and the date that is glued to it."""
_BEHIND_DATE = re.compile(r"^\s*(?:г\.|года?|م)?\s*(?:[（(]?星期[一二三四五六日天][)）]?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SymbolLine:
    """The document number of a document, its printed form, and where it stands (span in the front text)."""

    segment: int
    symbol: Symbol
    printed: str
    span: Span
    rest: Span
    """What follows the number on its line, in the front text."""
    confidence: float


def find_symbol_line(segments: Sequence[Segment], first_labels: dict[int, int], head: int) -> SymbolLine | None:
    """Find the document number; a number in running text is a reference, and one in a running header may be stale.

    `first_labels` gives, by segment, the offset of the first label behind the start of the segment; the running text
    begins at `head`. None where the number is not given yet ("CWG-COP-20/XX").
    """
    body = [(place, segment) for place, segment in enumerate(segments[:head]) if not segment.furniture]
    lines = (_read(place, segment, _beside(body, number), first_labels) for number, (place, segment) in enumerate(body))
    found = [line for line in lines if line is not None]
    line = found[0] if found else None
    labelled = next((other for other in found[1:] if other.confidence > _BARE), None)
    if (
        line is not None
        and labelled is not None
        and line.confidence <= _BARE
        and _differs(line.symbol, labelled.symbol)
    ):
        line = replace(labelled, confidence=0.7)  # the bare number above it stands in a running header of one page
    line = _not_stale(line, found, body)
    in_header = next(
        filter(None, (_read_furniture(place, segment) for place, segment in enumerate(segments) if segment.furniture)),
        None,
    )
    if line is None:
        line = next(filter(None, (_read_turned(place, segments) for place, _ in body)), None)
    if line is None and in_header is None:
        in_header = next(
            filter(None, (_read_file_name(place, segment) for place, segment in enumerate(segments))), None
        )
    if line is None:
        return None if any(has_placeholder(segment.text) for _, segment in body) else in_header
    if in_header and in_header.symbol != line.symbol and in_header.symbol.body == line.symbol.body:
        return replace(line, confidence=0.7)
    return line


def _beside(body: Sequence[tuple[int, Segment]], number: int) -> tuple[Segment | None, Segment | None]:
    """Give the lines above and below a line: those of its own column, where the page has columns."""
    own = body[number][1]
    above, below = body[number - 1][1] if number else None, body[number + 1][1] if number + 1 < len(body) else None
    if own.cells > 1:
        near = [each for _, each in body if each.cell == own.cell and abs(each.line - own.line) <= 1]
        above = next((each for each in reversed(near) if each.start < own.start), above)
        below = next((each for each in near if each.start > own.start), below)
    return above, below


def _not_stale(
    line: SymbolLine | None, found: Sequence[SymbolLine], body: Sequence[tuple[int, Segment]]
) -> SymbolLine | None:
    """Give the number of the block where another of the same body stands alone above all: a running header's."""
    if line is None or line.confidence > _BARE or not body or line.segment != body[0][0]:
        return line
    if body[0][1].cells > 1 or len(body[0][1].text) > line.span[1] - line.span[0]:
        return line
    if any(has_placeholder(segment.text) for _, segment in body):
        return None
    same = (other for other in found[1:] if other.symbol.body == line.symbol.body)
    below = next((other for other in same if _differs(other.symbol, line.symbol)), None)
    return line if below is None else replace(below, confidence=0.7)


def other_symbol_lines(
    segments: Sequence[Segment], first_labels: dict[int, int], line: SymbolLine | None
) -> list[SymbolLine]:
    """Find document numbers in block and running header that are of another document than that of `line`."""
    others = []
    for place, segment in enumerate(segments):
        if segment.furniture:
            found = _read_furniture(place, segment)
        else:
            found = _read(place, segment, (None, None), first_labels)
        if found is not None and (line is None or _differs(found.symbol, line.symbol)):
            others.append(found)
    return others


def _differs(one: Symbol, other: Symbol) -> bool:
    # A number without its language letter or with its year in two digits is the same number.
    meetings = (one.meeting or "")[-2:].lstrip("0"), (other.meeting or "")[-2:].lstrip("0")
    languages = one.language, other.language
    same_language = None in languages or languages[0] == languages[1]
    same = (one.body, one.number, one.series, one.suffixes) == (other.body, other.number, other.series, other.suffixes)
    return not (same and same_language and meetings[0] == meetings[1])


def _read(
    place: int, segment: Segment, beside: tuple[Segment | None, Segment | None], first_labels: dict[int, int]
) -> SymbolLine | None:
    """Read a line; `beside` are the lines above and below it, which may say of which revision the number is."""
    above, below = beside
    found = find_symbol(segment.text)
    if found is None:
        return None
    before = before_symbol(segment.text[: found.span[0]], place)
    if before is None and field_alike(segment.text[: found.span[0]]) == "document":
        before = block_patterns().before_symbol.fullmatch("")
    if before is None and _is_caption(segment.text[: found.span[0]], found):
        before = block_patterns().before_symbol.fullmatch("")
    end = first_labels.get(place, len(segment.text))
    after = segment.text[found.span[1] : end]
    for each in find_dates(after):
        lead = without_weekday(after[: each.span[0]])
        after = ("" if _LEAD.fullmatch(lead) else lead) + _BEHIND_DATE.sub("", after[each.span[1] :])
        break
    if before is None or not _is_plain(after):
        return None
    circular = found.symbol.body in grammar().circulars
    if before["reference"] and not circular:
        return None
    if circular and above is not None and block_patterns().reply.search(above.text):
        return None
    revising = before if before["revision"] or above is None else revision_at_end(above.text)
    if below is not None and not (revising and revising["revision"]):
        revising = block_patterns().before_symbol.fullmatch(below.text) or revising
    if revising is not None:
        found = _revised(found, revising["revision"], revising[0])
    labelled = any(character.isalpha() for character in before[0])
    return _line(place, segment, found, 0.98 if labelled else _BARE)


def _is_caption(before: str, found: FoundSymbol) -> bool:
    # Whatever a circular calls its number ("Our reference:", "Осн.:"): a few words that are no part of a sentence.
    circular = found.symbol.body in grammar().circulars
    words = before.casefold().strip(" .:：№").split()
    return circular and len(before) <= _LONGEST_CAPTION and not (set(words) & open_words()) and not says_reply(before)


def _is_plain(after: str) -> bool:
    # Behind the number and its date stands at most "English only", perhaps glued to them.
    return bool(block_patterns().after_symbol.fullmatch(after) or find_only(after.strip()))


def _read_turned(place: int, segments: Sequence[Segment]) -> SymbolLine | None:
    # In right-to-left text, behind the word for "document" on the same line or in the cell before.
    segment = segments[place]
    before = segments[place - 1] if place and segments[place - 1].line == segment.line else None
    label = block_patterns().document_label
    beside = before is not None and label.search(before.text) is not None
    if not (beside or _RIGHT_TO_LEFT.search(segment.text)):
        return None
    found = find_turned(segment.text)
    if found is None or not (beside or label.search(segment.text[: found.span[0]])):
        return None
    return _line(place, segment, found, 0.8)


def _read_furniture(place: int, segment: Segment) -> SymbolLine | None:
    found = find_symbol(segment.text)
    if found is None:
        return None
    around = segment.text[: found.span[0]], segment.text[found.span[1] :]
    plain = block_patterns().before_symbol.fullmatch(around[0]) or block_patterns().furniture_symbol.fullmatch(
        around[0]
    )
    if not plain or len(around[1]) > 60:
        return None
    return _line(place, segment, found, 0.6)


def _read_file_name(place: int, segment: Segment) -> SymbolLine | None:
    # "S14-PP-C-0067!A1!MSW-F.docx" at the foot of the page.
    match = grammar().file_name.match(segment.text)
    found = find_symbol(match[1]) if match else None
    return _line(place, segment, found, 0.6) if found and found.span[0] == 0 else None


def _revised(found: FoundSymbol, number: str | None, words: str) -> FoundSymbol:
    # "Revision 1 to Document C20/57-E"
    if number is None or found.symbol.suffixes:
        return found
    kinds = block_patterns().revision_kinds
    kind = next((kind for kind, pattern in kinds if pattern.search(words)), None)
    if kind is None:
        return found
    symbol = replace(found.symbol, suffixes=(Suffix(kind, int(number)),))
    return replace(found, symbol=symbol, printed=str(symbol))


def _line(place: int, segment: Segment, found: FoundSymbol, confidence: float) -> SymbolLine:
    start, end = (segment.start + offset for offset in found.span)
    return SymbolLine(place, found.symbol, found.printed, (start, end), (end, segment.span[1]), confidence)
