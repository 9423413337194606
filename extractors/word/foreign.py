"""Text of other formats inside a Word file (`w:altChunk`), and documents that it is put together from (`w:subDoc`)."""

import posixpath
import re
from collections.abc import Callable, Mapping
from email import message_from_bytes
from email.message import Message
from typing import Final

from extractors.errors import EncryptedDocument, UnreadableDocument
from extractors.word.html_text import html_items
from extractors.word.items import Item, Paragraph
from extractors.word.package import Package, Relation
from extractors.word.styles import Style
from extractors.word.wording import Segment

_KINDS: Final = frozenset({"aFChunk", "subDocument"})
_HTML: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|p|div|table|h[1-6]|span|ul|ol)\b", re.IGNORECASE)
_UTF16_HTML: Final = re.compile(rb"<\0(?:h\0t\0m\0l\0|b\0o\0d\0y\0|p\0)", re.IGNORECASE)
_MAIL: Final = re.compile(rb"\s*(?:MIME-Version|Content-Type|From|Date|Subject):", re.IGNORECASE)
_SNIFFED: Final = 4096
"""Bytes in which a format shows itself."""


class ForeignParts:
    """The parts of one document that hold text of other formats; each is read once."""

    def __init__(
        self, package: Package, links: Mapping[str, Relation], read_word: Callable[[bytes], list[Item] | None]
    ) -> None:
        self._package = package
        self._links = {identity: link for identity, link in links.items() if link.kind in _KINDS}
        self._seen: set[str] = set()
        self._read_word = read_word

    def items(self, identity: str) -> list[Item]:
        """Read the part that a relationship id points to; what cannot be read costs a warning."""
        link = self._links.get(identity)
        if identity in self._seen:
            return []
        self._seen.add(identity)
        if link is None:
            self._warn("The file has text embedded in another format, but the text is missing from the file.")
            return []
        name = posixpath.basename(link.target.replace("\\", "/"))
        if link.external:
            self._warn(
                f"The file takes text from another file, {name}, which is not in it and was not read. Send it too."
            )
            return []
        try:
            items = self._of(self._package.blob(link.target))
        except (UnreadableDocument, EncryptedDocument):
            items = None
        if items is None:
            self._warn(f"The file has text embedded in another format, {name}, which was not read. Send it as DOCX.")
        return items or []

    def _of(self, blob: bytes) -> list[Item] | None:
        start = blob[:_SNIFFED]
        if start.startswith(b"PK") or b"http://schemas.openxmlformats.org/wordprocessingml" in start:
            return self._read_word(blob)
        if start.lstrip().startswith(b"{\\rtf"):
            return None
        if _MAIL.match(start):
            return self._of_mail(message_from_bytes(blob))
        if _HTML.search(start) or _UTF16_HTML.search(start):
            return self._of_page(blob)
        return _of_text(blob)

    def _of_page(self, blob: bytes) -> list[Item]:
        items, is_whole = html_items(blob)
        if not is_whole:
            self._warn("A web page embedded in the file is nested too deep; not all of its text was read.")
        return items

    def _of_mail(self, message: Message) -> list[Item] | None:
        """A page saved with its pictures is written as a mail; its first page or text is what it shows."""
        for kind in ("text/html", "text/plain"):
            for part in message.walk():
                payload = part.get_payload(decode=True) if part.get_content_type() == kind else None
                if isinstance(payload, bytes):
                    return self._of_page(payload) if kind == "text/html" else _of_text(payload)
        return None

    def _warn(self, text: str) -> None:
        self._package.warnings.append(text)


def _of_text(blob: bytes) -> list[Item] | None:
    text = _decoded(blob)
    if text is None or "\0" in text:
        return None
    lines = (line.strip() for line in re.split(r"\r\n?|\n", text))
    return [Paragraph([Segment(line)], Style()) for line in lines if line]


def _decoded(blob: bytes) -> str | None:
    if blob.startswith((b"\xff\xfe", b"\xfe\xff")):
        return blob.decode("utf-16", errors="replace")
    try:
        return blob.decode("utf-8-sig")
    except UnicodeDecodeError:
        return blob.decode("windows-1252", errors="replace")
