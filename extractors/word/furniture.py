"""Headers and footers: the running text that stands beside the document's own, and the first page's for its header."""

from collections.abc import Iterable, Mapping

from lxml import etree

from extractors.reading import FrontLine
from extractors.word.body import Body
from extractors.word.items import Grid, Item, Paragraph
from extractors.word.names import name, w
from extractors.word.package import Package, Relation
from extractors.word.styles import is_on
from extractors.word.tables import cell_wording
from extractors.word.wording import in_force

_KINDS = ("header", "footer")


class Furniture:
    """The headers and footers of one document, each part read once."""

    def __init__(self, package: Package, relations: Mapping[str, Relation], body: Body) -> None:
        self._lines: dict[str, list[tuple[str, ...]]] = {}
        for identity, link in relations.items():
            if link.kind not in _KINDS or link.external:
                continue
            root = package.tree_or_none(link.target)
            self._lines[identity] = list(_lines(body.items(root))) if root is not None else []

    def texts(self) -> tuple[str, ...]:
        """Give every running line once, in the order of the file."""
        lines = ("\t".join(cells) for part in self._lines.values() for cells in part)
        return tuple(dict.fromkeys(line for line in lines if line))

    def first_page(self, document: etree._Element) -> tuple[list[FrontLine], list[FrontLine]]:
        """Give the lines of the first page's header and of its footer."""
        section = next(document.iter(w("sectPr")), None)
        if section is None:
            return [], []
        wanted = "first" if is_on(section.find(w("titlePg"))) else "default"
        header, footer = (self._of(section, kind, wanted) for kind in _KINDS)
        return header, footer

    def _of(self, section: etree._Element, kind: str, wanted: str) -> list[FrontLine]:
        for reference in section.iterchildren(w(f"{kind}Reference")):
            if reference.get(w("type"), "default") == wanted:
                lines = self._lines.get(str(reference.get(name("r:id"))), [])
                return [FrontLine(cells, furniture=True) for cells in lines]
        return []


def _lines(items: Iterable[Item]) -> Iterable[tuple[str, ...]]:
    for item in items:
        if isinstance(item, Grid):
            for row in item.rows:
                cells = tuple(in_force(cell_wording(cell)).strip() for cell in row.cells if not cell.continued)
                if any(cells):
                    yield cells
                for cell in row.cells:
                    yield from _lines(each for each in cell.items if isinstance(each, Grid) or each.boxes)
            continue
        yield from _paragraph_lines(item)


def _paragraph_lines(item: Paragraph) -> Iterable[tuple[str, ...]]:
    for line in in_force(item.segments).split("\n"):
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if any(cells):
            yield tuple(cell for cell in cells if cell)
    for box in item.boxes:
        yield from _lines(box)
