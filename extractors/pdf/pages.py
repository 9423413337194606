"""The reading of single pages: pdfium first, then the second reader, then OCR."""

from types import TracebackType
from typing import Self

import numpy as np
import pypdfium2 as pdfium

from extractors.document import RawFile
from extractors.errors import UnreadableDocument
from extractors.options import Options
from extractors.pdf.characters import Characters, read_characters
from extractors.pdf.layout import Layout, lay_out
from extractors.pdf.lines import Line, joined_words
from extractors.pdf.rulings import Rulings, read_rulings
from extractors.pdf.words import Frame, Word, is_vertical, main_turn, read_words, visible

_FRONT_PAGES = 2
_NEARLY_EMPTY = 8


class PageReader:
    """Reads the pages of one document, and remembers what concerns all of them."""

    def __init__(self, document: pdfium.PdfDocument, file: RawFile, options: Options) -> None:
        self._document = document
        self._file = file
        self._options = options
        self.warnings: list[str] = []
        self.first_rows: list[Line] = []
        self._words = 0
        self._broken: list[int] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close what was opened on the way."""

    def read(self, number: int) -> Layout:
        """Read one page, counted from 1."""
        try:
            page = self._document[number - 1]
        except pdfium.PdfiumError:
            self._broken.append(number)
            return Layout(number, 0, 0)
        try:
            return self._read(page, number)
        finally:
            page.close()

    def complete(self) -> None:
        """Raise UnreadableDocument where no page held any text."""
        if self._broken:
            listed = ", ".join(str(number) for number in self._broken[:10])
            self.warnings.append(f"Page {listed} is damaged and was left out.")
        if not self._words:
            raise UnreadableDocument(f"{self._file.name} holds no text that can be read.")

    def _read(self, page: pdfium.PdfPage, number: int) -> Layout:
        text_page = page.get_textpage()
        try:
            characters = visible(read_characters(page, text_page))
            rulings = read_rulings(page)
        finally:
            text_page.close()
        frame = Frame(_bounds(page), _turn(characters))
        words, slanted = read_words(characters, frame)
        self._words += len(words)
        if number <= _FRONT_PAGES and len(self.first_rows) < _NEARLY_EMPTY:
            self.first_rows += [_of_page(line, number) for line in joined_words(words, number)]
        layout = _lay_out(number, frame, words, rulings)
        layout.watermark = slanted
        return layout


def _of_page(line: Line, number: int) -> Line:
    line.page = number
    return line


def _bounds(page: pdfium.PdfPage) -> tuple[float, float, float, float]:
    left, bottom, right, top = page.get_bbox()
    return left, bottom, right, top


def _turn(characters: Characters) -> int:
    if is_vertical(characters):
        characters.turn = np.full(len(characters.text), 3, np.int32)
    return main_turn(characters)


def _lay_out(number: int, frame: Frame, words: list[Word], rulings: Rulings) -> Layout:
    return lay_out(
        number, frame.width, frame.height, words, frame.place_all(rulings.lines), frame.place_all(rulings.boxes)
    )
