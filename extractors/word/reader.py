"""Reading a Word file of any age into blocks."""

import tempfile
from io import BytesIO
from pathlib import Path

from lxml import etree

from extractors.document import MediaType, PassageKind, RawFile
from extractors.errors import EncryptedDocument, ExtractionError, ProgramMissing, UnreadableDocument, UnsupportedFormat
from extractors.options import Limits, Options
from extractors.reading import Reading
from extractors.word.blocks import Blocks
from extractors.word.body import Body
from extractors.word.conversion import CONVERTED, check_legacy, convert_batch
from extractors.word.foreign import ForeignParts
from extractors.word.furniture import Furniture
from extractors.word.items import Item
from extractors.word.markers import Markers
from extractors.word.metadata import embedded, graphic_text, properties, remarks
from extractors.word.names import w
from extractors.word.notes import Notes
from extractors.word.numbering import Numbering
from extractors.word.package import DAMAGED, Package
from extractors.word.proposals import with_proposals
from extractors.word.ranges import Ranges
from extractors.word.runs import Runs
from extractors.word.styles import Styles

_DEEPEST = 3
"""Word files inside Word files that are read."""
_NATIVE = frozenset({MediaType.DOCX, MediaType.DOCM, MediaType.DOTX})


def read_word(file: RawFile, options: Options, converted: Path | None = None) -> Reading:
    """Read a Word, RTF or ODT file; `converted` is the DOCX that `convert_batch` made of a legacy one.

    Raises an ExtractionError: EncryptedDocument, UnreadableDocument, LimitExceeded, UnsupportedFormat, or
    ProgramMissing where a legacy file was not converted before and LibreOffice is absent.
    """
    if file.media_type is MediaType.ENCRYPTED_OFFICE:
        raise EncryptedDocument("The Word file is protected by a password. Send it without one.")
    if file.media_type in _NATIVE:
        return read_package(file.path, options.limits)
    if file.media_type not in CONVERTED:
        raise UnsupportedFormat("The file is not a Word document. Send it as DOCX or PDF.")
    if converted is not None:
        return read_package(converted, options.limits)
    check_legacy(file, options.limits)
    if options.soffice is None:
        raise ProgramMissing(
            "libreoffice",
            "Older Word, RTF and ODT files are read with the help of LibreOffice, which is not installed. "
            "The file waits; it is read by the first run after LibreOffice has been installed.",
        )
    with tempfile.TemporaryDirectory(prefix="rapporteur-") as folder:
        result = convert_batch([file], options.soffice, Path(folder), options.limits.conversion_seconds)[file.sha256]
        if isinstance(result, ExtractionError):
            raise result
        return read_package(result, options.limits)


def read_package(path: Path, limits: Limits) -> Reading:
    """Read a DOCX package; macros are not run, links are not followed."""
    with Package(path, limits) as package:
        try:
            return _Document(package, limits).read()
        except RecursionError as error:
            raise UnreadableDocument(DAMAGED.format(detail="its text is nested deeper than any Word text")) from error


class _Document:
    """The parts of one package, put together for reading."""

    def __init__(self, package: Package, limits: Limits) -> None:
        self._package = package
        self._limits = limits
        self._root = package.tree(package.main)
        story = self._root.find(w("body"))
        if story is None:
            raise UnreadableDocument(DAMAGED.format(detail="its main part is no Word text"))
        self._story = story
        self._links = package.relations(package.main)
        styles = Styles(self._part("styles"))
        self._markers = Markers(Ranges())
        runs = Runs(styles, self._markers, lambda link: graphic_text(package, self._links.get(link)))
        notes = Notes(
            {PassageKind.FOOTNOTE: self._part("footnotes"), PassageKind.ENDNOTE: self._part("endnotes")},
            self._part("settings"),
        )
        foreign = ForeignParts(package, self._links, self._inner)
        self._body = Body(styles, Numbering(self._part("numbering"), styles), runs, notes, foreign.items)

    def items(self) -> list[Item]:
        return self._body.items(self._story)

    def read(self) -> Reading:
        blocks = Blocks()
        blocks.add(self.items())
        self._markers.ranges.finish()
        anchors = dict(self._markers.ranges.closed)
        bookmarks = tuple(self._markers.bookmarks)
        marked = {label: anchors.get(key, "") for label, key in self._markers.bookmark_names.items()}
        furniture = Furniture(self._package, self._links, self._body)
        header, footer = furniture.first_page(self._root)
        comments = remarks(self._part("comments"), self._body, anchors)
        return Reading(
            blocks=tuple(with_proposals(blocks.blocks)),
            tables=tuple(blocks.tables),
            front=(*header, *blocks.front, *footer),
            marked={label: text for label, text in marked.items() if text},
            properties=properties(self._package),
            furniture=furniture.texts(),
            remarks=comments,
            bookmarks=bookmarks,
            embedded=embedded(self._links),
            warnings=tuple(dict.fromkeys(self._package.warnings)),
        )

    def _inner(self, blob: bytes) -> list[Item] | None:
        """Read a Word file inside this one; None where it lies too deep."""
        if self._package.depth >= _DEEPEST:
            return None
        with Package(BytesIO(blob), self._limits, outer=self._package) as package:
            return _Document(package, self._limits).items()

    def _part(self, kind: str) -> etree._Element | None:
        link = next((link for link in self._links.values() if link.kind == kind and not link.external), None)
        return self._package.tree_or_none(link.target) if link is not None else None
