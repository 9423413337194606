"""What a paragraph's style says of it: heading, caption, list, bold."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Final

import yaml
from lxml import etree

from extractors.word.names import P_PR, R_PR, VAL, w

INNER: Final = ("insideH", "insideV")
"""The sides of a table's borders that part its cells."""
_BODY_TEXT = 9
"""The outline level that says: not a heading (ECMA-376 part 1, 17.3.1.20)."""
_DEEPEST = 20
"""Styles may be based on styles; Word itself allows a chain of 11."""
_DIGITS = 10
"""Word's counts are 32-bit."""
_NO_SHADE = frozenset({None, "auto", "FFFFFF", "nil"})
_SIZE = re.compile(r"\d{1,4}(?:\.\d{1,2})?")
_DEFAULT_SIZE = "/".join((w("docDefaults"), w("rPrDefault"), R_PR, w("sz")))
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits."""

    id: str = ""
    level: int | None = None
    """A heading's depth from 1."""
    caption: bool = False
    bold: bool | None = None
    hidden: bool = False
    centred: bool | None = None
    size: float | None = None
    """Half-points of its letters."""
    list_id: str | None = None
    list_level: int | None = None
    list_style: str | None = None
    """The style in which the list was named, which its levels may be linked to."""
    ruled: bool = False
    """For a table style: lines part the cells."""
    names_first: bool = False
    """For a table style: the first row is bold or shaded."""


class Styles:
    """The styles of one document."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self._default = ""
        self._size = half_points(value(root, _DEFAULT_SIZE))
        for element in root.iterchildren(w("style")) if root is not None else ():
            identity: str | None = element.get(w("styleId"))
            if identity is None:
                continue
            self._elements.setdefault(identity, element)
            if element.get(w("type")) == "paragraph" and is_on(element, w("default"), absent=False):
                self._default = identity

    def get(self, identity: str | None) -> Style:
        """Look a style up by id; None is the paragraph default."""
        return self._resolve(self._default if identity is None else identity, 0)

    @property
    def usual_size(self) -> float | None:
        """Half-points of the letters of paragraphs without a style; None where the file says nothing."""
        return self.get(None).size

    def list_of(self, identity: str) -> str | None:
        """Give the numbering id that a numbering style stands for."""
        return self.get(identity).list_id

    def _resolve(self, identity: str, depth: int) -> Style:
        if identity in self._known:
            return self._known[identity]
        element = self._elements.get(identity)
        if element is None or depth > _DEEPEST:
            style = Style(identity)
        else:
            based: str | None = value(element, w("basedOn"))
            parent = self._resolve(based, depth + 1) if based is not None else self._bare(element)
            style = _own(identity, element, parent)
        self._known[identity] = style
        return style

    def _bare(self, element: etree._Element) -> Style:
        """What a style starts from; only those of paragraphs have letters of the document's size."""
        return Style(size=self._size) if element.get(w("type"), "paragraph") == "paragraph" else Style()


def value(parent: etree._Element | None, child: str) -> str | None:
    """Read the `w:val` of a child element."""
    if parent is None:
        return None
    element = parent.find(child)
    found: str | None = None if element is None else element.get(VAL)
    return found


def is_on(element: etree._Element | None, attribute: str = VAL, *, absent: bool = True) -> bool:
    """Read an on-off element; `absent` is what it means where it is there without the attribute."""
    if element is None:
        return False
    found: str | None = element.get(attribute)
    return absent if found is None else found.lower() not in _OFF


def has_lines(borders: etree._Element, sides: Iterable[str]) -> bool:
    """Tell whether any of these sides of a table's or cell's borders is drawn."""
    lines = (borders.find(w(side)) for side in sides)
    return any(line is not None and line.get(VAL, "nil") not in {"nil", "none"} for line in lines)


def whole(text: str | None) -> int | None:
    """Read a count as Word writes it, or None where it is none that Word could have written."""
    return int(text) if text and len(text) < _DIGITS and text.isascii() and text.isdecimal() else None


def half_points(text: str | None) -> float | None:
    """Read a size of letters, or None where it is none."""
    return float(text) if text is not None and _SIZE.fullmatch(text) else None


def is_centred(properties: etree._Element | None) -> bool | None:
    """Tell whether a paragraph's own properties centre it; None is not said."""
    found = value(properties, w("jc"))
    return None if found is None else found == "center"


def outline_level(properties: etree._Element | None) -> int | None:
    """Read a paragraph's own outline level from 1; 0 is body text, None is not said."""
    found = whole(value(properties, w("outlineLvl")))
    if found is None:
        return None
    return found + 1 if found < _BODY_TEXT else 0


def _own(identity: str, element: etree._Element, parent: Style) -> Style:
    style = replace(parent, id=identity)
    name = (value(element, w("name")) or identity).strip()
    level = _level_of(name)
    outline = outline_level(element.find(P_PR))
    if level is None:
        level = parent.level if outline is None else (outline or None)
    formatting, paragraph = element.find(R_PR), element.find(P_PR)
    bold = formatting.find(w("b")) if formatting is not None else None
    hidden = formatting.find(w("vanish")) if formatting is not None else None
    centred = is_centred(paragraph)
    listed = paragraph.find(w("numPr")) if paragraph is not None else None
    table = element.find(w("tblPr"))
    borders = table.find(w("tblBorders")) if table is not None else None
    depth = whole(value(listed, w("ilvl")))
    return replace(
        style,
        level=level,
        caption=parent.caption or _squeezed(name) in _knowledge().captions,
        bold=parent.bold if bold is None else is_on(bold),
        hidden=parent.hidden if hidden is None else is_on(hidden),
        centred=parent.centred if centred is None else centred,
        size=half_points(value(formatting, w("sz"))) or parent.size,
        list_id=value(listed, w("numId")) or parent.list_id,
        list_style=parent.list_style if listed is None else identity,
        ruled=parent.ruled if borders is None else has_lines(borders, INNER),
        names_first=parent.names_first or _sets_first_row_apart(element),
        list_level=parent.list_level if depth is None else depth,
    )


def _sets_first_row_apart(style: etree._Element) -> bool:
    for part in style.iterchildren(w("tblStylePr")):
        if part.get(w("type")) == "firstRow":
            shade = part.find(f"{w('tcPr')}/{w('shd')}")
            return is_on(part.find(f"{R_PR}/{w('b')}")) or (shade is not None and shade.get(w("fill")) not in _NO_SHADE)
    return False


@dataclass(frozen=True, slots=True)
class _Knowledge:
    numbered: re.Pattern[str]
    levels: dict[str, int]
    captions: frozenset[str]


@cache
def _knowledge() -> _Knowledge:
    data = yaml.safe_load((files(__package__) / "styles.yaml").read_text("utf-8"))
    names = "|".join(re.escape(name) for name in data["headings"])
    return _Knowledge(
        re.compile(rf"(?:{names})\s*([1-9])(?!\d)(?!.*\bchar\b)", re.IGNORECASE),
        dict(data["levels"]),
        frozenset(_squeezed(name) for name in data["captions"]),
    )


def _level_of(name: str) -> int | None:
    numbered = _knowledge().numbered.match(name)
    if numbered:
        return int(numbered[1])
    return _knowledge().levels.get(_squeezed(name))


def _squeezed(name: str) -> str:
    return re.sub(r"[\s_]+", "", name).lower()
