"""The text of a paragraph from its runs: tracked changes, fields, symbols, form fields, notes and anchors."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from unicodedata import is_normalized, normalize

from lxml import etree

from extractors.document import PassageKind
from extractors.word.changes import KINDS, VOID, change_of
from extractors.word.equations import linear
from extractors.word.fields import Fields, checkbox
from extractors.word.markers import MARKERS, Markers
from extractors.word.names import (
    ALTERNATE_CONTENT,
    P_PR,
    R_ID,
    R_PR,
    SDT,
    SDT_CONTENT,
    SDT_PR,
    VAL,
    name,
    w,
)
from extractors.word.shapes import boxes, chosen
from extractors.word.styles import Style, Styles, half_points, is_on
from extractors.word.symbols import PRIVATE, mapped, symbol
from extractors.word.wording import Change, Segment, merged

_W14_CHECKBOX: Final = name("w14:checkbox")
_B, _VANISH, _R_STYLE, _R_FONTS, _SIZE = w("b"), w("vanish"), w("rStyle"), w("rFonts"), w("sz")
_B_CS, _RTL = w("bCs"), w("rtl")
_UNSAID: Final = 20.0
"""Half-points of letters where the file names no size (ECMA-376 part 1, 17.3.2.38)."""
_LAID_OUT: Final = re.compile(r"[\n\t][ \r\n\t]*")
_Handler = Callable[[etree._Element, Change | None], None]


@dataclass(slots=True)
class NoteReference:
    """Where a paragraph points to a note; `mark` is the author's own sign, if it has one."""

    kind: PassageKind
    id: str
    mark: str | None
    change: Change | None = None


@dataclass(slots=True)
class Content:
    """What the runs of one paragraph hold; boxes are text boxes, or the text of shapes without paragraphs."""

    segments: list[Segment] = field(default_factory=list)
    notes: list[NoteReference] = field(default_factory=list)
    boxes: list[tuple[etree._Element | str, Change | None]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    """Relationship ids of documents that are put in after the paragraph."""
    bold: int = 0
    """Characters in bold, of `signs`."""
    signs: int = 0
    size: float | None = None
    """Half-points of the smallest letters."""


class Runs:
    """Reads paragraphs one after another; fields, bookmarks and comments may reach over several."""

    def __init__(self, styles: Styles, markers: Markers, graphic: Callable[[str], str]) -> None:
        self.markers = markers
        self._ranges = markers.ranges
        self._styles = styles
        self._graphic = graphic
        self._fields = Fields()
        self._content = Content()
        self._bold, self._hidden, self._font = False, False, ""
        self._size = _UNSAID
        self._handlers = self._table()

    def read(self, paragraph: etree._Element, style: Style, change: Change | None = None) -> Content:
        """Read one paragraph of a style."""
        self._content = Content()
        self._bold, self._hidden, self._size = bool(style.bold), style.hidden, style.size or _UNSAID
        self._descend(paragraph, change)
        self._fields.end_of_paragraph()
        self._ranges.add("\n")
        self._content.segments = merged(self._content.segments)
        return self._content

    def _descend(self, parent: etree._Element, change: Change | None) -> None:
        handlers = self._handlers
        for child in parent:
            handler = handlers.get(child.tag)
            if handler is not None:
                handler(child, change)
            elif isinstance(child.tag, str):
                self._descend(child, change)

    def _add(self, text: str, change: Change | None) -> None:
        if self._fields.silent or change is VOID or not text:
            return
        self._content.segments.append(Segment(text, change))
        if change is None or not change.gone:
            if self._ranges.open:
                self._ranges.add(text)
            if not text.isspace():
                self._content.signs += len(text)
                self._content.bold += len(text) if self._bold else 0
                if self._content.size is None or self._size < self._content.size:
                    self._content.size = self._size

    def _run(self, run: etree._Element, change: Change | None) -> None:
        properties = run.find(R_PR)
        bold, size, hidden, fonts = self._bold, self._size, self._hidden, None
        for child in properties if properties is not None else ():
            tag = child.tag
            if tag == _B:
                self._bold = is_on(child)
            elif tag == _R_FONTS:
                fonts = child
            elif tag == _SIZE:
                self._size = half_points(child.get(VAL)) or size
            elif tag == _B_CS:
                # The switch for letters from right to left, which programs may set alone.
                self._bold = self._bold or (is_on(child) and properties.find(_RTL) is not None)
            elif tag == _VANISH:
                hidden = is_on(child)
            elif tag == _R_STYLE:
                style = self._styles.get(child.get(VAL))
                hidden = hidden or style.hidden
                self._bold = self._bold if style.bold is None else style.bold
                self._size = style.size or self._size
        self._font = str(fonts.get(w("ascii"), "")) if fonts is not None else ""
        if hidden:
            self._fields.pass_over(run)
        else:
            self._descend(run, change)
        self._bold, self._size = bold, size

    def _text(self, element: etree._Element, change: Change | None) -> None:
        text: str = element.text or ""
        if len(element):
            # An entity that was not expanded parts the text around it.
            text += "".join(child.tail or "" for child in element)
        if "\n" in text or "\t" in text:
            # Word shows white space of the file's own layout as a space; its tabs and breaks are elements.
            text = _LAID_OUT.sub(" ", text)
        if not text.isascii():
            text = text.replace("\u00ad", "").replace("\ufeff", "")
            if not is_normalized("NFC", text):
                text = normalize("NFC", text)
            if PRIVATE.search(text):
                text = mapped(text, self._font)
        self._add(text, change)

    def _symbol(self, element: etree._Element, change: Change | None) -> None:
        self._add(symbol(element.get(w("font"), ""), element.get(w("char"), "")), change)

    def _tracked(self, element: etree._Element, outer: Change | None) -> None:
        self._descend(element, change_of(element, outer))

    def _field_char(self, element: etree._Element, change: Change | None) -> None:
        self._add(self._fields.take(element), change)

    def _instruction(self, element: etree._Element, _: Change | None) -> None:
        self._fields.instruct(element.text or "")

    def _note(self, element: etree._Element, change: Change | None) -> None:
        if change is VOID:
            return
        kind = PassageKind.FOOTNOTE if element.tag == w("footnoteReference") else PassageKind.ENDNOTE
        mark = None
        if is_on(element, w("customMarkFollows"), absent=False):
            mark = "".join(str(each.text or "") for each in element.itersiblings(w("t"))).strip() or None
        self._content.notes.append(NoteReference(kind, str(element.get(w("id"), "")), mark, change))

    def _alternate(self, element: etree._Element, change: Change | None) -> None:
        choice = chosen(element)
        if choice is not None:
            self._descend(choice, change)

    def _control(self, element: etree._Element, change: Change | None) -> None:
        properties, content = element.find(SDT_PR), element.find(SDT_CONTENT)
        box = properties.find(_W14_CHECKBOX) if properties is not None else None
        if box is not None:
            self._add(checkbox(is_on(box.find(name("w14:checked")), name("w14:val"))), change)
        elif content is not None:
            self._descend(content, change)

    def _equation(self, element: etree._Element, change: Change | None) -> None:
        self._add(linear(element), change)

    def _ruby(self, element: etree._Element, change: Change | None) -> None:
        base, reading = element.find(w("rubyBase")), element.find(w("rt"))
        if base is not None:
            self._descend(base, change)
        if reading is not None:
            self._add("(", change)
            self._descend(reading, change)
            self._add(")", change)

    def _shape(self, element: etree._Element, change: Change | None) -> None:
        if change is not VOID:
            self._content.boxes.extend((box, change) for box in boxes(element, self._graphic))

    def _part(self, element: etree._Element, change: Change | None) -> None:
        if change is None or not change.gone:
            self._content.parts.append(element.get(R_ID, ""))

    def _mark(self, element: etree._Element, _: Change | None) -> None:
        self.markers.take(element)

    def _sign(self, text: str) -> _Handler:
        return lambda _, change: self._add(text, change)

    def _table(self) -> dict[str, _Handler]:
        ignored = (P_PR, R_PR, SDT_PR, w("softHyphen"), w("fldData"), w("annotationRef"), name("m:oMathParaPr"))
        return {
            **dict.fromkeys(MARKERS, self._mark),
            **dict.fromkeys(ignored, _pass),
            **dict.fromkeys(KINDS, self._tracked),
            w("r"): self._run,
            w("t"): self._text,
            w("delText"): self._text,
            w("tab"): self._sign("\t"),
            w("ptab"): self._sign("\t"),
            w("br"): self._sign("\n"),
            w("cr"): self._sign("\n"),
            w("noBreakHyphen"): self._sign("\u2011"),
            w("sym"): self._symbol,
            w("fldChar"): self._field_char,
            w("instrText"): self._instruction,
            w("delInstrText"): self._instruction,
            w("footnoteReference"): self._note,
            w("endnoteReference"): self._note,
            ALTERNATE_CONTENT: self._alternate,
            SDT: self._control,
            name("m:oMath"): self._equation,
            w("ruby"): self._ruby,
            w("drawing"): self._shape,
            w("pict"): self._shape,
            w("object"): self._shape,
            w("subDoc"): self._part,
        }


def _pass(_: etree._Element, __: Change | None) -> None:
    """Some elements hold no text of the document."""
