"""Whether every tracked insertion and deletion is found, with its text, author and date."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from extractors.document import RevisionKind
from extractors.extract import extract
from extractors.media_type import raw_file
from tests.bench.figures import Figure, files, show

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS = {"ins": RevisionKind.INSERTION, "del": RevisionKind.DELETION}
_KINDS |= {"moveFrom": RevisionKind.MOVE_FROM, "moveTo": RevisionKind.MOVE_TO}


def main() -> None:
    """Print the share that is found."""
    show("Tracked changes", figures())


def figures() -> list[Figure]:
    """Look for each change of the files' XML among the revisions of its file, in order."""
    found = written = 0
    for path in files("*.docx"):
        changes = list(_written(path))
        if not changes:
            continue
        texts: dict[tuple[str, str | None, str | None], str] = {}
        for passage in extract(raw_file(path)).passages:
            for each in passage.revisions:
                key = (each.kind.value, each.author, each.date)
                # A paragraph's number stands beside its text, though it was put in or taken out with it.
                number = passage.number if each.span[0] == 0 else None
                texts[key] = texts.get(key, "") + _bare(f"{number or ''}{each.text}")
        for key, text in changes:
            place = texts.get(key, "").find(text)
            written += 1
            if place >= 0:
                found += 1
                texts[key] = texts[key][:place] + texts[key][place + len(text) :]
    return [Figure("found with text, author and date", found / written, "", 1.0, note=f"{found} of {written}")]


def _written(path: Path) -> Iterator[tuple[tuple[str, str | None, str | None], str]]:
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for tag, kind in _KINDS.items():
        for element in root.iter(_W + tag):
            pieces = element.iter(f"{_W}t", f"{_W}delText")
            text = _bare("".join(piece.text or "" for piece in pieces if piece.getparent().getparent() is element))
            if text and not any(parent.tag.endswith("}Fallback") for parent in element.iterancestors()):
                yield (kind.value, element.get(f"{_W}author"), element.get(f"{_W}date")), text


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


if __name__ == "__main__":
    main()
