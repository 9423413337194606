"""HTML that is embedded in a Word file, as the paragraphs and tables that it shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree, html

from extractors.document import RevisionKind
from extractors.word.fields import checkbox
from extractors.word.items import Grid, GridCell, GridRow, Item, Paragraph
from extractors.word.numbering import Number
from extractors.word.styles import Style, whole
from extractors.word.wording import Change, Segment

_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_SILENT: Final = frozenset({"head", "script", "style", "template", "title", "noscript", "option"})
_BLOCKS: Final = frozenset(
    {
        *("html", "body", "main", "article", "section", "aside", "header", "footer", "nav", "div", "center"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "p", "pre", "blockquote", "address", "hr"),
        *("ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "details", "summary"),
        *("form", "fieldset", "legend"),
    }
)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_CHANGES: Final = {
    "ins": Change(RevisionKind.INSERTION, None, None),
    "del": Change(RevisionKind.DELETION, None, None),
}
_MOST_SPANNED: Final = 63
"""Columns and rows that one cell may reach over, as in Word's own tables."""


def html_items(blob: bytes) -> tuple[list[Item], bool]:
    """Read a page, and tell whether that is all of it; nothing that it points to is fetched.

    What is no HTML at all gives no items; what is nested deeper than any page that people write is not all read.
    """
    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding=_encoding(blob)
    )
    try:
        root = html.document_fromstring(blob, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return [], True
    is_whole = all(entry.level_name != "FATAL" for entry in parser.error_log)
    return _items(root), is_whole


@dataclass(slots=True)
class _Open:
    """What is being put together: the items so far and the paragraph that is still open."""

    items: list[Item] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    level: int | None = None
    number: Number | None = None
    lists: list[int | None] = field(default_factory=list)
    """The next number of each open list; None for one with bullets."""

    def close(self) -> None:
        """End the open paragraph; white space alone is none."""
        if any(text.strip() for text, _ in self.segments):
            self.items.append(Paragraph(self.segments, Style(), level=self.level, number=self.number))
            self.number = None
        self.segments = []

    def add(self, text: str | None, change: Change | None) -> None:
        """Add text the way a browser shows it: white space is one space, and none at a line's start."""
        shown = _SPACE.sub(" ", text or "")
        last = self.segments[-1].text if self.segments else "\n"
        if last[-1:] in {" ", "\n"}:
            shown = shown.lstrip(" ")
        if shown:
            self.segments.append(Segment(shown, change))


def _items(element: etree._Element) -> list[Item]:
    at = _Open()
    at.add(element.text, None)
    for child in element:
        _walk(child, at, None)
        at.add(child.tail, None)
    at.close()
    return at.items


def _walk(element: etree._Element, at: _Open, change: Change | None) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in _SILENT or not tag:
        return
    if tag == "br":
        at.segments.append(Segment("\n", change))
    elif tag in {"input", "select"}:
        at.add(_state(element), change)
    elif tag == "table":
        at.close()
        at.items.append(_grid(element))
    else:
        _inside(element, tag, at, _CHANGES.get(tag, change))


def _inside(element: etree._Element, tag: str, at: _Open, change: Change | None) -> None:
    is_block = tag in _BLOCKS
    level = at.level
    if is_block:
        at.close()
        at.level = _HEADINGS.get(tag, level)
        if tag == "li":
            at.number = _number(element, at.lists)
    if tag in {"ol", "ul"}:
        first = whole(element.get("start"))
        at.lists.append(None if tag == "ul" else 1 if first is None else first)
    at.add(element.text, change)
    for child in element:
        _walk(child, at, change)
        at.add(child.tail, change)
    if tag in {"ol", "ul"}:
        at.lists.pop()
    if is_block:
        at.close()
        at.level = level
        if tag == "li":
            at.number = None


def _number(item: etree._Element, lists: list[int | None]) -> Number:
    if not lists or lists[-1] is None:
        return Number(None, 0)
    own = whole(item.get("value"))
    count = lists[-1] if own is None else own
    lists[-1] = count + 1
    return Number(f"{count}.", 0)


def _state(element: etree._Element) -> str:
    """Show a form field the way it was filled in."""
    if element.tag == "select":
        options = list(element.iter("option"))
        chosen = [each for each in options if each.get("selected") is not None] or options[:1]
        return ", ".join("".join(str(text) for text in each.itertext()) for each in chosen)
    kind = (element.get("type") or "text").lower()
    if kind in {"checkbox", "radio"}:
        return checkbox(element.get("checked") is not None)
    return "" if kind in {"hidden", "image", "password"} else element.get("value") or ""


def _grid(table: etree._Element) -> Grid:
    rows: list[GridRow] = []
    below: dict[int, tuple[int, int]] = {}
    for row in _rows(table):
        cells: list[GridCell] = []
        reaching = below
        below = {}
        column = 0
        for cell in row.iterchildren("td", "th"):
            column = _continued(reaching, below, cells, column)
            span, deep = (min(max(whole(cell.get(name)) or 1, 1), _MOST_SPANNED) for name in ("colspan", "rowspan"))
            cells.append(GridCell(column, span, False, False, False, _items(cell)))
            if deep > 1:
                below[column] = (span, deep - 1)
            column += span
        _continued(reaching, below, cells, column)
        has_names = len(cells) > 0 and all(cell.tag == "th" for cell in row.iterchildren("td", "th"))
        rows.append(GridRow(has_names, cells))
    return Grid(rows, ruled=True)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from child.iterchildren("tr")
        elif child.tag == "caption":
            # A row of its own, so that no word is lost.
            row = html.Element("tr")
            cell = etree.SubElement(row, "td")
            cell.text = "".join(str(text) for text in child.itertext())
            yield row


def _continued(
    reaching: dict[int, tuple[int, int]], below: dict[int, tuple[int, int]], cells: list[GridCell], column: int
) -> int:
    """Put in the lower parts of cells that reach down to this place; give the next free column."""
    while column in reaching:
        span, deep = reaching.pop(column)
        cells.append(GridCell(column, span, True, False, False, []))
        if deep > 1:
            below[column] = (span, deep - 1)
        column += span
    return column


def _encoding(blob: bytes) -> str | None:
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if blob.startswith(mark):
            return name
    try:
        blob.decode("utf-8")
    except UnicodeDecodeError:
        return None if b"charset" in blob[:4096].lower() else "windows-1252"
    return "utf-8"
