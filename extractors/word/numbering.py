"""The paragraph numbers that delegates cite, computed from the numbering definitions as Word does."""

import re
from dataclasses import dataclass, field

from lxml import etree

from extractors.word.counting import counted
from extractors.word.names import ALTERNATE_CONTENT, CHOICE, VAL, w
from extractors.word.styles import Style, Styles, is_on, value, whole

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; `text` holds `%1` to `%9` where the counts stand."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    """The level (from 1) after which it starts anew; 0: never; None: after any higher one."""
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Number:
    """A list item's number as printed; a bullet has none."""

    text: str | None
    level: int


class Numbering:
    """The lists of one document and how far each has been counted."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def number(self, properties: etree._Element | None, style: Style) -> Number | None:
        """Count a paragraph and give its number, or None where it stands in no list."""
        own = properties.find(w("numPr")) if properties is not None else None
        list_id = value(own, w("numId"))
        if list_id is None:
            list_id = style.list_id
        found = self._lists.get(list_id) if list_id is not None else None
        if found is None or list_id is None:
            return None
        level = whole(value(own, w("ilvl")))
        if level is None:
            linked = {each.style: at for at, each in found.levels.items() if each.style is not None}
            level = linked.get(style.id, linked.get(style.list_style or "", style.list_level or 0))
        if level not in found.levels:
            return None
        return Number(self._count(list_id, found, level), level)

    def _count(self, list_id: str, found: _List, level: int) -> str | None:
        counts = self._counts.setdefault(found.abstract, {})
        definition = found.levels[level]
        if level in found.starts and (list_id, level) not in self._started:
            counts[level] = found.starts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = found.starts.get(level, definition.start)
        self._started.add((list_id, level))
        for higher in range(level):
            if higher in found.levels:
                counts.setdefault(higher, found.starts.get(higher, found.levels[higher].start))
        for deeper in [at for at in counts if at > level]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or (restart and level < restart):
                del counts[deeper]
        return _printed(found.levels, definition, counts)

    def _read(self, root: etree._Element) -> None:
        for abstract in root.iterchildren(w("abstractNum")):
            identity: str = abstract.get(w("abstractNumId"), "")
            self._abstracts[identity] = _levels(abstract)
            link = value(abstract, w("numStyleLink"))
            if link is not None:
                self._links[identity] = link
        nums = {str(num.get(w("numId"), "")): num for num in root.iterchildren(w("num"))}
        for list_id, num in nums.items():
            abstract_id = value(num, w("abstractNumId")) or ""
            if abstract_id in self._links:
                target = nums.get(self._styles.list_of(self._links[abstract_id]) or "")
                abstract_id = value(target, w("abstractNumId")) or abstract_id
            if abstract_id in self._abstracts:
                self._lists[list_id] = _overridden(num, abstract_id, self._abstracts[abstract_id])


def _printed(levels: dict[int, Level], definition: Level, counts: dict[int, int]) -> str | None:
    if definition.format == "bullet":
        return None

    def place(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        if at not in levels or at not in counts:
            return ""
        return counted(counts[at], "decimal" if definition.legal else levels[at].format)

    text = _PLACE.sub(place, definition.text).strip()
    return text if any(sign.isalnum() for sign in text) else None


def _overridden(num: etree._Element, abstract_id: str, levels: dict[int, Level]) -> _List:
    result = _List(abstract_id, levels)
    for override in num.iterchildren(w("lvlOverride")):
        depth = whole(override.get(w("ilvl")))
        if depth is None or depth >= _LEVELS:
            continue
        start = whole(value(override, w("startOverride")))
        if start is not None:
            result.starts[depth] = start
        own = override.find(w("lvl"))
        if own is not None:
            result.levels = {**result.levels, depth: _level(own)}
    return result


def _levels(abstract: etree._Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for element in abstract.iterchildren(w("lvl")):
        depth = whole(element.get(w("ilvl")))
        if depth is not None and depth < _LEVELS:
            found[depth] = _level(element)
    return found


def _level(element: etree._Element) -> Level:
    return Level(
        whole(value(element, w("start"))) or 0,
        _format(element),
        value(element, w("lvlText")) or "",
        whole(value(element, w("lvlRestart"))),
        is_on(element.find(w("isLgl"))),
        value(element, w("pStyle")),
    )


def _format(element: etree._Element) -> str:
    alternate = element.find(ALTERNATE_CONTENT)
    choice = alternate.find(CHOICE) if alternate is not None else None
    found = choice.find(w("numFmt")) if choice is not None else element.find(w("numFmt"))
    if found is None:
        return "decimal"
    sample: str = found.get(w("format"), "")
    if sample.startswith("01"):
        return "decimalZero"
    name: str = found.get(VAL, "decimal")
    return name
