"""What stands about a document in its file: properties, comments, embedded files, words in graphics."""

import posixpath
from collections.abc import Mapping

from lxml import etree

from extractors.document import Properties, Remark
from extractors.word.body import Body
from extractors.word.items import text_of
from extractors.word.names import name, w
from extractors.word.package import Package, Relation
from extractors.word.wording import in_force, joined

_EMBEDDED = frozenset({"package", "oleObject", "aFChunk"})

_DRAWN, _DRAWN_PARAGRAPH = name("a:t"), name("a:p")


def properties(package: Package) -> Properties:
    """Read the file's own metadata."""
    found: dict[str, str] = {}
    for link in package.relations("").values():
        if link.kind in {"core-properties", "extended-properties", "metadata/core-properties"} and not link.external:
            root = package.tree_or_none(link.target)
            for element in root if root is not None else ():
                if isinstance(element.tag, str) and element.text and element.text.strip():
                    found.setdefault(etree.QName(element).localname, element.text.strip())
    return Properties(
        title=found.get("title"),
        author=found.get("creator"),
        created=found.get("created"),
        modified=found.get("modified"),
        producer=found.get("Application"),
    )


def remarks(comments: etree._Element | None, body: Body, anchors: Mapping[str, str]) -> tuple[Remark, ...]:
    """Read the comments; `anchors` are the commented words by `comment` and id."""
    found: list[Remark] = []
    for comment in comments.iterchildren(w("comment")) if comments is not None else ():
        text = in_force(joined(text_of(body.items(comment)), "\n"))
        anchor = anchors.get(f"comment {comment.get(w('id'))}", "")
        found.append(Remark(comment.get(w("author")), comment.get(w("date")), text, anchor))
    return tuple(found)


def embedded(relations: Mapping[str, Relation]) -> tuple[str, ...]:
    """Name the files that are embedded in the document."""
    inside = (link for link in relations.values() if link.kind in _EMBEDDED and not link.external)
    return tuple(dict.fromkeys(posixpath.basename(link.target) for link in inside))


def graphic_text(package: Package, link: Relation | None) -> str:
    """Give the words of a SmartArt diagram or a chart: a line for each point, title, series and category."""
    root = package.tree_or_none(link.target) if link is not None and not link.external else None
    if root is None:
        return ""
    lines = ["".join(str(text.text or "") for text in each.iter(_DRAWN)) for each in root.iter(_DRAWN_PARAGRAPH)]
    lines += [str(label.text or "") for cache in root.iter(name("c:strCache")) for label in cache.iter(name("c:v"))]
    return "\n".join(dict.fromkeys(line.strip() for line in lines if line.strip()))
