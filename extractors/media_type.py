"""What kind of file it is, told from its bytes and never from its name."""

import hashlib
import re
import zipfile
import zlib
from pathlib import Path

import olefile

from extractors.document import MediaType, RawFile

_HEAD = 4096
_PDF_WITHIN = 1024
"""A PDF's mark stands within its first 1,024 bytes (ISO 32000-1, annex H, note 13)."""
_MOST_CONTENT_TYPES = 4_000_000
"""Bytes of a content-type list that are looked at; a real one has some thousand."""
_CHUNK = 1 << 20
_WORD_2 = (b"\xdb\xa5", b"\x31\xbe\x00\x00", b"\x9b\xa5")
"""Word 2 and earlier, before the OLE container."""
_OFFICE = re.compile(rb"application/vnd\.[A-Za-z0-9.+-]+\.main\+xml|application/vnd\.ms-word\.[A-Za-z0-9.]+\.main\+xml")
_MAIN_PARTS = {
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": MediaType.DOCX,
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": MediaType.DOTX,
    b"application/vnd.ms-word.document.macroEnabled.main+xml": MediaType.DOCM,
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml": MediaType.DOCM,
}
_ODT = ("application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template")
_WORD_XML = re.compile(rb"<(?:\w+:)?wordDocument\b|<pkg:package\b")


def raw_file(path: Path, name: str | None = None) -> RawFile:
    """Describe a file: its hash (read in chunks), size and kind; `name` is what it was called when dropped.

    Raises OSError where the file cannot be read.
    """
    digest = hashlib.sha256()
    size = 0
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return RawFile(path, name or path.name, digest.hexdigest(), size, detect(path))


def detect(path: Path) -> MediaType:
    """Tell a file's kind from its bytes; a damaged zip that was a Word file once is DOCX still.

    Raises OSError where the file cannot be read.
    """
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if not head:
        return MediaType.EMPTY
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return MediaType.PDF
    if head.startswith(b"PK"):
        return _in_zip(path)
    if head.startswith(olefile.MAGIC):
        return _in_ole(path)
    return _in_text(head)


def _in_text(head: bytes) -> MediaType:
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return MediaType.RTF
    if head.startswith(_WORD_2) or (head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and _WORD_XML.search(head)):
        return MediaType.DOC
    return MediaType.UNKNOWN


def _in_zip(path: Path) -> MediaType:
    try:
        with zipfile.ZipFile(path) as archive:
            names = {name.lower(): name for name in archive.namelist()}
            if "[content_types].xml" in names:
                with archive.open(names["[content_types].xml"]) as stream:
                    return _of_content_types(stream.read(_MOST_CONTENT_TYPES))
            if "mimetype" in names:
                with archive.open(names["mimetype"]) as stream:
                    kind = stream.read(200).decode("ascii", "replace").strip()
                return MediaType.ODT if kind in _ODT else MediaType.UNKNOWN
            return MediaType.DOCX if "word/document.xml" in names else MediaType.UNKNOWN
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError):
        return _in_damaged_zip(path)


def _in_damaged_zip(path: Path) -> MediaType:
    """The names of a zip's first members stand in clear, so that the reader can say what it is that is damaged."""
    with path.open("rb") as stream:
        start = stream.read(_CHUNK)
    if b"mimetype" + _ODT[0].encode() in start[:200]:
        return MediaType.ODT
    is_office = b"[Content_Types].xml" in start or b"word/" in start
    return MediaType.DOCX if is_office and b"ppt/" not in start and b"xl/" not in start else MediaType.UNKNOWN


def _of_content_types(listing: bytes) -> MediaType:
    if listing.startswith((b"\xff\xfe", b"\xfe\xff")):
        listing = listing.decode("utf-16", "replace").encode()
    kinds = {_MAIN_PARTS[found] for found in _OFFICE.findall(listing) if found in _MAIN_PARTS}
    return next((kind for kind in (MediaType.DOCM, MediaType.DOCX, MediaType.DOTX) if kind in kinds), MediaType.UNKNOWN)


def _in_ole(path: Path) -> MediaType:
    try:
        with olefile.OleFileIO(path, raise_defects=olefile.DEFECT_FATAL) as container:
            names = {entry[0].lower() for entry in container.listdir() if len(entry) == 1}
    except (OSError, ValueError, IndexError, TypeError, AttributeError, RecursionError):
        return MediaType.UNKNOWN
    if names & {"encryptedpackage", "encryptioninfo"}:
        return MediaType.ENCRYPTED_OFFICE
    return MediaType.DOC if "worddocument" in names else MediaType.UNKNOWN
