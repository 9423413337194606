"""Opening a Word package without trusting it: sizes are checked before unpacking, nothing outside is fetched."""

import posixpath
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Self

from lxml import etree

from extractors.errors import EncryptedDocument, LimitExceeded, UnreadableDocument
from extractors.options import Limits

DAMAGED = "The Word file is damaged or incomplete: {detail}. Open it in Word, let Word repair it, and send that."
_MEGABYTE = 1_000_000
_XML_SHARE = 0.05
"""The part of the unpacked size that text may take: in memory it is up to thirty times as large."""
_BOMB_RATIO = 200.0
"""Word's own XML packs about 10:1, the most repetitive table about 100:1."""
_BOMB_FLOOR = 50_000_000
"""Bytes under which no ratio is harmful."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OSError,
)
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"http://purl.oclc.org/ooxml/drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
    b"http://purl.oclc.org/ooxml/drawingml/diagram": b"http://schemas.openxmlformats.org/drawingml/2006/diagram",
    b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    ),
}
"""ISO 29500 strict and transitional differ, for the text, in the names of their vocabularies only."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another; external ones are named and never followed."""

    kind: str
    """The last word of the relationship's type: `header`, `footnotes`, `image`."""
    target: str
    external: bool


@dataclass(slots=True)
class _Left:
    """How many bytes of text a file, with all files inside it, may still unpack to."""

    bytes: int


class Package:
    """An opened Word file; parts are read when they are asked for.

    One inside another, `outer`, shares its limits and warnings.
    """

    _left: _Left

    def __init__(self, source: Path | BytesIO, limits: Limits, *, outer: "Package | None" = None) -> None:
        try:
            self._archive = zipfile.ZipFile(source)
            self._size = source.stat().st_size if isinstance(source, Path) else source.getbuffer().nbytes
        except _BROKEN as error:
            raise UnreadableDocument(DAMAGED.format(detail="its container does not open")) from error
        self._parts = {_plain(info.filename): info for info in self._archive.infolist()}
        self._left = (
            outer._left if outer is not None else _Left(int(limits.unpacked_megabytes * _MEGABYTE * _XML_SHARE))
        )
        self.depth: int = outer.depth + 1 if outer is not None else 0
        """How many packages it lies in."""
        self.warnings: list[str] = outer.warnings if outer is not None else []
        self.main = ""
        try:
            check_sizes(self._archive.infolist(), limits)
            self.main = self._main_part()
        except BaseException:
            self._archive.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    def relations(self, part: str) -> dict[str, Relation]:
        """Give the links of a part by id; a damaged list counts as none and costs a warning."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        root = self.tree_or_none(name)
        found: dict[str, Relation] = {}
        for link in root if root is not None else ():
            identity, target = link.get("Id"), link.get("Target")
            if identity is None or target is None:
                continue
            external = link.get("TargetMode") == "External"
            place = target if external else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[identity] = Relation(str(link.get("Type", "")).rpartition("/")[2], place, external)
        return found

    def tree_or_none(self, part: str) -> etree._Element | None:
        """Parse a part that the document can do without; a damaged one costs a warning."""
        if _plain(part) not in self._parts:
            return None
        try:
            return self.tree(part)
        except UnreadableDocument:
            self.warnings.append(f"The part {part} of the Word file is damaged and was left out.")
            return None

    def tree(self, part: str) -> etree._Element:
        """Parse a part; raises UnreadableDocument (missing or damaged), LimitExceeded or EncryptedDocument."""
        blob = self.blob(part)
        for strict, transitional in _STRICT.items() if b"purl.oclc.org/ooxml" in blob else ():
            blob = blob.replace(strict, transitional)
        try:
            root = etree.fromstring(blob, _parser())
        except (etree.XMLSyntaxError, ValueError, LookupError) as error:
            raise UnreadableDocument(DAMAGED.format(detail=f"its part {part} does not parse")) from error
        if root is None:
            raise UnreadableDocument(DAMAGED.format(detail=f"its part {part} is empty"))
        if root.getroottree().docinfo.internalDTD is not None:
            self.warnings.append(
                f"The part {part} declares entities, which a Word file never needs; they were not read."
            )
        return root

    def blob(self, part: str) -> bytes:
        """Unpack a part; raises UnreadableDocument (missing or damaged), LimitExceeded or EncryptedDocument."""
        info = self._parts.get(_plain(part))
        if info is None:
            raise UnreadableDocument(DAMAGED.format(detail=f"its part {part} is missing"))
        if info.flag_bits & 1:
            raise EncryptedDocument("The Word file is protected by a password. Send it without one.")
        if info.compress_size > self._size:
            # Unpacking would reserve as much memory as the damaged entry asks for.
            raise UnreadableDocument(DAMAGED.format(detail=f"its part {part} is larger than the file"))
        self._left.bytes -= info.file_size
        if self._left.bytes < 0:
            raise LimitExceeded("The Word file unpacks to more text than one file may hold. Send it in parts.")
        try:
            return self._archive.read(info)
        except _BROKEN as error:
            raise UnreadableDocument(DAMAGED.format(detail=f"its part {part} does not unpack")) from error

    def _main_part(self) -> str:
        for link in self.relations("").values():
            if link.kind == "officeDocument" and not link.external and _plain(link.target) in self._parts:
                return link.target
        types = self.tree_or_none("[Content_Types].xml")
        for entry in types if types is not None else ():
            if str(entry.get("ContentType", "")).endswith(".main+xml") and entry.get("PartName"):
                return str(entry.get("PartName")).lstrip("/")
        return "word/document.xml"


def check_sizes(parts: Sequence[zipfile.ZipInfo], limits: Limits) -> None:
    """Raise LimitExceeded where a container would unpack to more than one file may take."""
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if unpacked > limits.unpacked_megabytes * 1_000_000:
        raise LimitExceeded(
            f"The file unpacks to {unpacked // 1_000_000:,} MB, more than the {limits.unpacked_megabytes:,} MB "
            "that one file may take. Send it without its large images, or in parts."
        )
    if unpacked > _BOMB_FLOOR and unpacked > packed * _BOMB_RATIO:
        raise LimitExceeded(
            f"The file unpacks to {unpacked // max(packed, 1):,} times its size, as only files made to do harm do."
        )


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
