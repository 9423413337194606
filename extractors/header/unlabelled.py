"""Source and title where no label introduces them: the lines that follow the header block."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extractors.document import Source, Span
from extractors.header.block import block_patterns
from extractors.header.continuation import goes_on, is_bracket
from extractors.header.front_text import Segment
from extractors.header.label_words import open_words
from extractors.header.labels import value_without_colon
from extractors.header.member_list import more_states, read_member_list
from extractors.header.membership import find_organisation, source_of
from extractors.header.names import Names
from extractors.header.offices import state_and_office, state_of_office
from extractors.header.organisation_name import is_institution, is_organisation_name
from extractors.header.prose import next_line, text_starts
from extractors.header.sources import all_states, read_sources
from extractors.header.titles import is_title
from extractors.header.vocabulary import Category

_SEARCHED = 8
"""Lines behind the block in which the source may stand."""
_LONGEST_SOURCE = 130
_LONGEST_BY = 300
_ARTICLE = re.compile(r"(?:An?|The)\s+(?=\w)")
_TAIL = re.compile(r"\s+(?:to\s+the|au|aux|à\s+la|à\s+l[’']|al|a\s+la|для|в\s+адрес|إلى|على|في|向)\s*.+$")
"""Words behind a source that say to whom the document is."""
_MOST_WORDS = 16
_FULL_LINE = 40
_CAPITALS = re.compile(r"[^\W\d_]+")
_PREPOSITIONS = frozenset({"par", "por", "от", "commune", "conjunta", "general", "général", "secretario"})
_MEMBERS = frozenset({Category.CHAIR, Category.SECRETARIAT, Category.REGIONAL_ORGANISATION})
"""Those whose name alone on a line behind the block makes them the source; a body of the United Nations may be the
addressee."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line that names who submitted the document."""

    segment: int
    sources: tuple[Source, ...]
    span: Span
    confidence: float
    by: bool
    """Whether words such as "Report by" introduce the name."""


def find_source(segments: Sequence[Segment], after: int, names: Names, *, by_place: bool = False) -> SourceLine | None:
    """Find the line behind the block that says by whom the document is, or that consists of names of members.

    With `by_place`, the line right behind the block may also be the name of any organisation, above a title.
    """
    line = _find_source(segments, after, names, by_place=False)
    if line is None and by_place:
        line = _find_source(segments, after, names, by_place=True)
    following = next_line(segments, line.segment) if line else None
    if line and following and segments[following].cells == 1 and is_bracket(segments[following].text):
        return replace(line, segment=following)  # the abbreviation of a long name, on a line of its own
    return line


def _find_source(segments: Sequence[Segment], after: int, names: Names, *, by_place: bool) -> SourceLine | None:
    lines = range(after + 1, min(after + 1 + _SEARCHED, len(segments)))
    for place in lines:
        segment = segments[place]
        if segment.furniture or len(segment.text) > _LONGEST_BY + 60:
            continue
        listed = read_member_list(segments, place, names)
        if listed:
            sources, last = listed
            return SourceLine(last, sources, (segment.start, segments[last].span[1]), 0.85, by=False)
        line = read_by_line(place, segment, names)
        if line:
            return _transmitted(line, segments, names) or _with_more(line, segments, names)
        start = value_without_colon(segment.text, "source") or 0
        text = segment.text[start:]
        sources = (
            all_states(text, names)
            or (_member(text, names) if segment.cells == 1 or not _is_logo(text, names) else ())
            or (_resolved(text, names) if start else ())
            or (_organisation(segments, place, names) if by_place and place == next_line(segments, after) else ())
        )
        if sources:
            return SourceLine(place, sources, (segment.start + start, segment.span[1]), 0.85, by=False)
        two = _over_two_lines(segments, place, names)
        if two is not None:
            return two
    return None


def _over_two_lines(segments: Sequence[Segment], place: int, names: Names) -> SourceLine | None:
    # "Members of the European Conference of Postal and" and "Telecommunications Administrations (CEPT)" below it.
    segment, following = segments[place], next_line(segments, place)
    if following is None or segment.cells > 1 or segments[following].cells > 1:
        return None
    below = segments[following]
    if len(segment.text) < _FULL_LINE or not goes_on(segment.text, below.text):
        return None
    text = f"{segment.text} {below.text}"
    whole = segment._replace(text=text)
    line = read_by_line(place, whole, names)
    sources = line.sources if line and all(each.resolved for each in line.sources) else _member(text, names)
    return SourceLine(following, sources, (segment.start, below.span[1]), 0.8, by=False) if sources else None


def _organisation(segments: Sequence[Segment], place: int, names: Names) -> tuple[Source, ...]:
    # Any organisation right behind the block, where the next line is a title's.
    following = next_line(segments, place)
    text = segments[place].text
    if segments[place].cells > 1 or following is None or not is_title(segments[following]):
        return ()
    source = source_of(text, None, names)
    known = source.organisation is not None or (source.category is not None and not text_starts(segments, following))
    plain = is_organisation_name(text) or is_institution(text)
    return (source,) if (known and len(text) <= _LONGEST_SOURCE and len(text.split()) <= _MOST_WORDS) or plain else ()


def _transmitted(line: SourceLine, segments: Sequence[Segment], names: Names) -> SourceLine | None:
    # "Note by the Secretary-General", and below it "Contribution by Kenya", which the note transmits.
    following = next_line(segments, line.segment)
    if following is None or any(source.category is not Category.SECRETARIAT for source in line.sources):
        return None
    below = read_by_line(following, segments[following], names)
    return below if below is not None and all(source.iso3 for source in below.sources) else None


def _is_logo(text: str, names: Names) -> bool:
    # "ITU" in the block's other column stands for the logo.
    organisation = find_organisation(text, names, whole=True)
    return organisation is not None and organisation.category is Category.SECRETARIAT


def _with_more(line: SourceLine, segments: Sequence[Segment], names: Names) -> SourceLine:
    start = segments[line.segment].start
    text = segments[line.segment].text[line.span[0] - start :]
    if len(text.rstrip("*† )）")) > line.span[1] - line.span[0]:
        return line  # "… submitted by Kenya to the group", "…的文稿": the names end within the line
    sources, end = more_states(segments, line.segment, text, names)
    if end is None:
        return line
    last = next(place for place, segment in enumerate(segments) if segment.span[1] == end)
    return replace(line, segment=last, sources=sources, span=(line.span[0], end))


def read_by_line(place: int, segment: Segment, names: Names) -> SourceLine | None:
    """Read a line that says by whom the document is: "Contribution by Kenya", "Submitted by Kenya and Uganda"."""
    text = segment.text.rstrip("*† ")
    shift = 0
    if text.startswith(("(", "（")) and text.endswith((")", "）")):
        text, shift = text[1:-1], 1
    article = _ARTICLE.match(text)
    if article:
        text, shift = text[article.end() :], shift + article.end()
        text = text[:1].upper() + text[1:]
    if not 4 <= len(text) <= _LONGEST_BY + 60 or text[-1] in ".:;":
        return None
    patterns = block_patterns()
    sponsored = patterns.drafts.fullmatch(text)
    sponsors = all_states(sponsored["by"], names) if sponsored else ()
    if sponsored and sponsors:
        start = segment.start + shift + sponsored.start("by")
        return SourceLine(place, sponsors, (start, start + len(sponsored["by"])), 0.85, by=True)
    small = _small(text)
    if not patterns.any_source_line.fullmatch(small):
        return None
    for known, each in ((False, patterns.source_lines), (True, patterns.lines_of_known)):
        match = next(filter(None, (pattern.fullmatch(small) for pattern in each)), None)
        if match is None or len(match["by"]) >= _LONGEST_BY:
            continue
        sources, length = _named(text[slice(*match.span("by"))], names)
        if sources and all(
            each.resolved or is_organisation_name(each.name) or _is_named(each.name, known) for each in sources
        ):
            start = segment.start + shift + match.start("by")
            return SourceLine(place, sources, (start, start + length), 0.85, by=True)
    return None


def _is_named(name: str, known: bool) -> bool:
    # "Contribution of parents to safety" names nobody; "Contribution de la société Orange" does.
    return not known and (name[0].upper() == name[0].lower() or any(map(str.isupper, name)))


def _small(text: str) -> str:
    # "REPORT OF THE CHAIRMAN": the first words as they are printed in small letters; no offset changes.
    return (
        _CAPITALS.sub(lambda word: word[0].capitalize() if word.start() == 0 else _word(word[0]), text)
        if (text.isupper() and len(text) == len(text.lower()))
        else text
    )


def _word(word: str) -> str:
    return word.lower() if word.lower() in open_words() | _PREPOSITIONS else word.capitalize()


def _named(text: str, names: Names) -> tuple[tuple[Source, ...], int]:
    """Give the sources that a text names, and how much of it: "Kenya to the Council Working Group" names Kenya."""
    sources = read_sources([text], names)
    tail = None if all(source.resolved for source in sources) else _TAIL.search(text)
    shorter = read_sources([text[: tail.start()]], names) if tail else ()
    if tail and shorter and all(source.resolved for source in shorter):
        return shorter, tail.start()
    return sources, len(text)


def read_member_line(place: int, segment: Segment, names: Names) -> SourceLine | None:
    """Read a line that is nothing but the name of members: "Kenya and Uganda", "Delegation of Kenya"."""
    sources = all_states(segment.text, names) or _member(segment.text, names)
    return SourceLine(place, sources, segment.span, 0.6, by=False) if sources else None


def _resolved(text: str, names: Names) -> tuple[Source, ...]:
    sources = read_sources([text], names)
    return sources if all(source.resolved for source in sources) else ()


@lru_cache(maxsize=2048)
def _member(text: str, names: Names) -> tuple[Source, ...]:
    if not 2 < len(text) <= _LONGEST_SOURCE or text[-1] in ".:;?!":
        return ()
    group = block_patterns().groups.match(text)
    rest = text[group.end() :] if group else block_patterns().groups_behind.sub("", text)
    organisation = find_organisation(rest, names)
    if rest != text and organisation is not None and organisation.category is not Category.SECRETARIAT:
        return (Source(text, organisation=organisation.name, category=organisation.category),)
    code = state_of_office(text, names) or state_and_office(text, names)
    source = source_of(text, code, names)
    return (source,) if source.category in _MEMBERS or code else ()
