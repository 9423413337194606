"""How the words of a Word file look: bold, underlined, marked, struck out."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from extractors.options import Limits
from extractors.reading import Look, StyledLine
from extractors.word.names import DEL, R_PR, VAL, P, w
from extractors.word.package import Package
from extractors.word.styles import is_on

_NO_FILL = frozenset({"auto", "FFFFFF", "ffffff", ""})


def styled_lines(path: Path, limits: Limits) -> Iterator[StyledLine]:
    """Give the paragraphs of a DOCX package, in their order; only what a run itself is given counts, not its style.

    Raises an ExtractionError as reading the file does.
    """
    with Package(path, limits) as package:
        root = package.tree(package.main)
    for paragraph in root.iter(P):
        text = ""
        looks: list[tuple[Look, tuple[int, int]]] = []
        for run in paragraph.iter(w("r")):
            if any(parent.tag == DEL for parent in run.iterancestors()):
                continue
            start = len(text)
            text += "".join(_words(run))
            looks += [(look, (start, len(text))) for look in _looks(run.find(R_PR)) if len(text) > start]
        if text.strip():
            yield StyledLine(text, tuple(looks))


def _words(run: etree._Element) -> Iterator[str]:
    for child in run:
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag in {w("tab"), w("br"), w("cr")}:
            yield "\t"


def _looks(properties: etree._Element | None) -> Iterator[Look]:
    if properties is None:
        return
    for child in properties:
        if child.tag == w("b") and is_on(child):
            yield Look.BOLD
        elif child.tag == w("u") and child.get(VAL, "single") != "none":
            yield Look.UNDERLINED
        elif child.tag in {w("strike"), w("dstrike")} and is_on(child):
            yield Look.STRUCK
        elif (child.tag == w("highlight") and child.get(VAL, "none") != "none") or (
            child.tag == w("shd") and child.get(w("fill"), "auto") not in _NO_FILL
        ):
            yield Look.MARKED
