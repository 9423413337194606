"""How deep headings lie: by the outline where it names them, by their number, else by their look."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.document import PassageKind
from extractors.pdf.numbering import Marker, MarkerKind
from extractors.pdf.paragraphs import Draft
from extractors.pdf.structure import structure

Look = tuple[float, bool, bool]
_DEEPEST = 9
_NOT_LARGER = 1.12
"""A heading that is larger than the numbered ones by less than this, with text of its own, stands beside them."""


def set_levels(drafts: Sequence[Draft]) -> None:
    """Give each heading its level, from 1.

    Numbers nest by their parts. A heading without number belongs to the numbered section before it, unless it looks
    like the sections themselves, or larger.
    """
    headings = [draft for draft in drafts if draft.kind is PassageKind.HEADING]
    sections = _Sections(_levels_of_looks(headings))
    levels: list[int] = []
    for draft in drafts:
        if draft.kind is PassageKind.HEADING:
            levels.append(sections.place(draft))
        elif draft.text or draft.table is not None:
            sections.stacked = False
    shift = 1 - min(levels, default=1)
    for draft, level in zip(headings, levels, strict=True):
        draft.level = min(level + max(shift, 0), _DEEPEST)


def look(draft: Draft) -> Look:
    """Return what readers tell the rank of a heading by: its size, its weight, its capitals."""
    return round(draft.size * 2) / 2, draft.bold, draft.caps


def _levels_of_looks(headings: Sequence[Draft]) -> dict[Look, int]:
    """Rank the looks from large to small, between those whose level the outline tells; levels may fall under 1."""
    looks = sorted({look(draft) for draft in headings}, reverse=True)
    told: dict[Look, Counter[int]] = {}
    for draft in headings:
        if draft.outline_level is not None:
            told.setdefault(look(draft), Counter())[draft.outline_level] += 1
    levels = {each: counts.most_common(1)[0][0] for each, counts in told.items()}
    above: int | None = None
    for place, each in enumerate(looks):
        if each not in levels:
            below = min((levels[other] for other in looks[place + 1 :] if other in told), default=None)
            if below is None:
                levels[each] = (above or 0) + 1
            else:
                levels[each] = below - 1 if above is None else min(above + 1, below)
        above = levels[each] if above is None else max(above, levels[each])
    return levels


@dataclass(slots=True)
class _Sections:
    """The sections that are open while headings come one after the other."""

    levels: dict[Look, int]
    stacked: bool = False
    """Whether nothing stands between the last heading and the next."""
    _depths: dict[int, int] = field(default_factory=dict)
    """Levels by the number of parts of a section's number."""
    _looks: dict[int, Look] = field(default_factory=dict)
    _anchor: tuple[Draft, int] | None = None
    """The numbered section that is open, or the heading that stands beside such sections."""
    _last: tuple[Draft, int] | None = None
    _part: tuple[Draft, int] | None = None
    """The last annex, chapter or part, in which numbers may begin anew."""
    _letter: tuple[Marker, int] | None = None
    _parts: dict[str, int] = field(default_factory=dict)
    """Levels of annexes, chapters and parts by that word."""
    _under: list[tuple[Look, int]] = field(default_factory=list)
    """The headings without number that are open in the section."""

    def place(self, draft: Draft) -> int:
        """Return the level of the next heading."""
        marker = draft.marker
        decimal = marker is not None and marker.kind is MarkerKind.DECIMAL
        if draft.outline_level is not None:
            level = draft.outline_level
        elif marker is not None and decimal:
            level = self._numbered(draft, marker)
        else:
            level = self._unnumbered(draft)
        if marker is not None and decimal:
            self._open(draft, marker.depth, level)
        elif self._anchor is None or level <= self._anchor[1]:
            self._anchor = (draft, level) if self._depths else None
            self._under.clear()
        if _opens_part(draft):
            self._part = draft, level
            self._parts[_first_word(draft)] = level
        if marker is not None and marker.kind is MarkerKind.LETTER:
            self._letter = marker, level
        self._last = draft, level
        self.stacked = True
        return level

    def _open(self, draft: Draft, depth: int, level: int) -> None:
        self._depths[depth] = level
        self._looks[depth] = look(draft)
        for deeper in [key for key in self._depths if key > depth]:
            del self._depths[deeper], self._looks[deeper]
        self._anchor = draft, level
        self._under.clear()
        if depth == 1:
            self._part = None

    def _numbered(self, draft: Draft, marker: Marker) -> int:
        depth = marker.depth
        if depth - 1 in self._depths:
            return self._depths[depth - 1] + 1
        if depth == 1 and self._part is not None and marker.is_first:
            return self._part[1] + 1
        if depth in self._depths:
            return self._depths[depth]
        level = self.levels[look(draft)]
        if self._last is not None and not self.stacked and self._last[0].size < _NOT_LARGER * draft.size:
            return min(level, self._last[1])
        return level

    def _unnumbered(self, draft: Draft) -> int:
        level = self.levels[look(draft)]
        if self._anchor is None:
            return level
        anchor, anchor_level = self._anchor
        if look(draft) > look(anchor):
            return min(level, anchor_level)
        beside = self._level_beside(draft, anchor, anchor_level)
        if beside is not None:
            return beside
        while self._under and self._under[-1][0] <= look(draft):
            self._under.pop()
        level = (self._under[-1][1] if self._under else anchor_level) + 1
        self._under.append((look(draft), level))
        return level

    def _level_beside(self, draft: Draft, anchor: Draft, anchor_level: int) -> int | None:
        """Return the level of the sections that a heading stands beside, if it does."""
        if draft.marker is not None:
            follows = self._letter is not None and draft.marker.follows(self._letter[0])
            return self._letter[1] if self._letter is not None and follows else None
        if structure().heading_opens.match(draft.text):
            return self._parts.get(_first_word(draft), self._depths.get(1, self.levels[look(draft)]))
        if self.stacked or draft.centred != anchor.centred:
            return None
        alike = [level for depth, level in self._depths.items() if self._looks[depth] == look(draft)]
        return alike[0] if alike else anchor_level if look(anchor) == look(draft) else None


def _opens_part(draft: Draft) -> bool:
    if draft.marker is not None:
        return draft.marker.kind is MarkerKind.LETTER and draft.marker.number[:1].isupper()
    return bool(structure().heading_opens.match(draft.text))


def _first_word(draft: Draft) -> str:
    return "" if draft.marker is not None else draft.text.split(maxsplit=1)[0].casefold()
