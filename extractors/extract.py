"""The stage that turns a file into a Document."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from extractors.cleaning import clean
from extractors.document import Document, MediaType, RawFile
from extractors.errors import EncryptedDocument, UnreadableDocument, UnsupportedFormat
from extractors.header.reader import read_header
from extractors.header.review import remarks_on
from extractors.kind.reader import tell_kind
from extractors.options import Options
from extractors.passages import make_passages
from extractors.questionnaire.reader import read_answers
from extractors.reading import Reading, StyledLine

_DEFAULTS = Options()


def extract(file: RawFile, options: Options = _DEFAULTS, converted: Path | None = None) -> Document:
    """Read a file and return the Document in it.

    `converted` is the DOCX that a batch conversion made of a legacy file (DOC, RTF, ODT); without it the file is
    converted here. Raises UnsupportedFormat, EncryptedDocument, UnreadableDocument, LimitExceeded, or ProgramMissing.
    """
    reading = _READERS[file.media_type](file, options, converted)
    language, passages = make_passages(file.sha256, reading.blocks)
    if not reading.remarks and not passages:
        raise UnreadableDocument(
            "The file opens but there is no text in it. If it shows pictures of pages, send the original document or a "
            "scan of better quality."
        )
    header = read_header(reading.front, reading.marked, language, options.aliases)
    document = Document(
        sha256=file.sha256,
        media_type=file.media_type,
        language=language,
        pages=reading.pages,
        header=header,
        passages=passages,
        tables=tuple(
            replace(table, cells=tuple(replace(cell, text=clean(cell.text)) for cell in table.cells))
            for table in reading.tables
        ),
        properties=reading.properties,
        furniture=reading.furniture,
        remarks=reading.remarks,
        outline=reading.outline,
        page_labels=reading.page_labels,
        bookmarks=reading.bookmarks,
        embedded=reading.embedded,
        warnings=(*reading.warnings, *remarks_on(header)),
    )
    document = replace(document, answers=read_answers(document, lambda: _styled(file, options, converted)))
    kind, reason = tell_kind(document)
    return replace(document, kind=kind, kind_reason=reason)


# The readers are imported when they are needed: a Word file does not load the libraries for PDF.


def _read_pdf(file: RawFile, options: Options, _converted: Path | None) -> Reading:
    from extractors.pdf.reader import read_pdf  # noqa: PLC0415

    return read_pdf(file, options)


def _read_word(file: RawFile, options: Options, converted: Path | None) -> Reading:
    from extractors.word.reader import read_word  # noqa: PLC0415

    return read_word(file, options, converted)


def _styled(file: RawFile, options: Options, converted: Path | None) -> Iterable[StyledLine]:
    if file.media_type is MediaType.PDF:
        from extractors.pdf.looks import styled_lines as of_pdf  # noqa: PLC0415

        return of_pdf(file.path)
    if converted is None and file.media_type in {MediaType.DOC, MediaType.RTF, MediaType.ODT}:
        return ()
    from extractors.word.looks import styled_lines as of_word  # noqa: PLC0415

    return of_word(converted or file.path, options.limits)


def _refuse_empty(_file: RawFile, _options: Options, _converted: Path | None) -> Reading:
    raise UnreadableDocument("The file is empty (0 bytes). It was probably not copied completely; send it again.")


def _refuse_encrypted(_file: RawFile, _options: Options, _converted: Path | None) -> Reading:
    raise EncryptedDocument(
        "The file is protected by a password. Remove the password (File > Info > Protect Document) and send it again."
    )


def _refuse_unknown(_file: RawFile, _options: Options, _converted: Path | None) -> Reading:
    raise UnsupportedFormat(
        "The file is not a PDF or Word document, whatever its name says, or it is so damaged that its kind cannot be "
        "told. Open it in the program that made it and save it as PDF or DOCX."
    )


_READERS: Mapping[MediaType, Callable[[RawFile, Options, Path | None], Reading]] = MappingProxyType(
    {
        MediaType.PDF: _read_pdf,
        MediaType.DOCX: _read_word,
        MediaType.DOCM: _read_word,
        MediaType.DOTX: _read_word,
        MediaType.DOC: _read_word,
        MediaType.RTF: _read_word,
        MediaType.ODT: _read_word,
        MediaType.ENCRYPTED_OFFICE: _refuse_encrypted,
        MediaType.EMPTY: _refuse_empty,
        MediaType.UNKNOWN: _refuse_unknown,
    }
)
