"""Text boxes, word art, diagrams and charts that are drawn into a paragraph, each once."""

from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from extractors.word.names import ALTERNATE_CONTENT, CHOICE, FALLBACK, TXBX_CONTENT, name

_TEXT_PATH: Final = name("v:textpath")
_DIAGRAM: Final = name("dgm:relIds")
_CHART: Final = name("c:chart")


def boxes(drawing: etree._Element, graphic: Callable[[str], str]) -> Iterator[etree._Element | str]:
    """Find what holds text in a drawing: text boxes as elements, word art and graphics as text.

    `graphic` gives the words of the part that a relationship id points to.
    """
    if next(drawing.iter(TXBX_CONTENT, _TEXT_PATH, _DIAGRAM, _CHART), None) is not None:
        yield from _boxes(drawing, graphic)


def chosen(alternate: etree._Element) -> etree._Element | None:
    """Take the first of several forms of the same content, so that it is read once."""
    choice: etree._Element | None = alternate.find(CHOICE)
    return alternate.find(FALLBACK) if choice is None else choice


def _boxes(element: etree._Element, graphic: Callable[[str], str]) -> Iterator[etree._Element | str]:
    for child in element:
        tag = child.tag
        if tag == TXBX_CONTENT:
            yield child
        elif tag == ALTERNATE_CONTENT:
            choice = chosen(child)
            if choice is not None:
                yield from _boxes(choice, graphic)
        elif tag == _TEXT_PATH and child.get("string"):
            yield str(child.get("string"))
        elif tag == _DIAGRAM:
            yield graphic(child.get(name("r:dm"), ""))
        elif tag == _CHART:
            yield graphic(child.get(name("r:id"), ""))
        elif isinstance(tag, str):
            yield from _boxes(child, graphic)
