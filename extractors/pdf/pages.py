"""The reading of single pages: pdfium first, then the second reader, then OCR."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium

from extractors.document import RawFile
from extractors.errors import ProgramMissing, UnreadableDocument
from extractors.options import Options
from extractors.pdf.characters import Characters, read_characters
from extractors.pdf.form_fields import field_words
from extractors.pdf.front import front_rows
from extractors.pdf.layout import Layout, lay_out
from extractors.pdf.line_numbers import part_line_numbers
from extractors.pdf.lines import Line
from extractors.pdf.ocr import SeenPage, language_of, read_image_page
from extractors.pdf.opening import OpenPdf
from extractors.pdf.rulings import Box, Rulings, read_rulings
from extractors.pdf.sanity import Verdict, judge, thresholds
from extractors.pdf.second_reader import read_again
from extractors.pdf.table_lines import NO_TABLES, TableLines, find_tables
from extractors.pdf.tesseract import Tesseract
from extractors.pdf.visibility import visible
from extractors.pdf.words import Frame, Word, is_vertical, main_turn, read_words

_FRONT_PAGES = 2
_NEARLY_EMPTY = 8
_LANGUAGE_SAMPLE = 4_000


@dataclass(slots=True)
class _Sheet:
    """What pdfium gives of a page."""

    number: int
    words: list[Word]
    outside: list[str]
    """What is no part of its text: watermarks, and the numbers of its lines."""
    frame: Frame
    rulings: Rulings
    tables: TableLines
    verdict: Verdict
    line_numbers: float | None
    """Where the numbers of its lines end, or those of the pages before it."""

    @property
    def count(self) -> int:
        """Return how many words the page holds."""
        return sum([word.count for word in self.words])


@dataclass(slots=True)
class PageReader:
    """Reads the pages of one document in turn, and remembers what concerns all of them."""

    pdf: OpenPdf
    file: RawFile
    options: Options
    warnings: list[str] = field(default_factory=list)
    first_rows: list[Line] = field(default_factory=list)
    """The visual lines of the first page, and of the second where the first is nearly empty."""
    words: int = 0
    _damaged: list[int] = field(default_factory=list)
    _faults: dict[int, str] = field(default_factory=dict)
    _unseen: list[int] = field(default_factory=list)
    _sample: str = ""
    _languages: tuple[str, ...] = ()
    _line_numbers: float | None = None

    def read(self, number: int) -> Layout:
        """Read one page, counted from 1."""
        try:
            page = self.pdf.document[number - 1]
        except pdfium.PdfiumError:
            self._damaged.append(number)
            return Layout(number, 0, 0)
        try:
            return self._read(page, number)
        except pdfium.PdfiumError:
            self._damaged.append(number)
            return Layout(number, 0, 0)
        finally:
            page.close()

    def complete(self) -> None:
        """Settle what was found missing.

        Raises ProgramMissing where pages wait for Tesseract, UnreadableDocument where no page holds text.
        """
        if self._unseen and self.options.tesseract is None:
            raise ProgramMissing(
                "tesseract",
                f"The PDF has {_listed(self._unseen)} as images, which only Tesseract can read. "
                "Please install Tesseract; the file is then taken up by itself.",
            )
        if self._damaged:
            self.warnings.append(f"{_listed(self._damaged).capitalize()} cannot be opened and was left out.")
        for number, fault in self._faults.items():
            self.warnings.append(f"The text of page {number} was left out: {fault}.")
        if self.words:
            return
        if self._faults:
            fault = next(iter(self._faults.values()))
            raise UnreadableDocument(f"The text of the PDF cannot be used: {fault}. Please ask for the Word file.")
        raise UnreadableDocument("The PDF holds no text. Please ask the sender to send it again.")

    def _read(self, page: pdfium.PdfPage, number: int) -> Layout:
        sheet = _read_sheet(page, number, self._line_numbers)
        self._line_numbers = sheet.line_numbers
        if not sheet.verdict.sound:
            sheet = self._second_opinion(page, sheet)
        if self._wants_ocr(sheet) and self.options.tesseract is not None:
            seen = self._see(page, sheet, self.options.tesseract)
            if seen is not None:
                return self._from_ocr(number, seen)
        if not sheet.verdict.sound:
            self._faults[number] = sheet.verdict.fault or ""
            return Layout(number, sheet.frame.width, sheet.frame.height)
        layout = Layout(number, sheet.frame.width, sheet.frame.height)
        lay_out(layout, sheet.words, sheet.tables)
        self._note(sheet.words, layout)
        layout.watermark = sheet.outside
        return layout

    def _second_opinion(self, page: pdfium.PdfPage, sheet: _Sheet) -> _Sheet:
        characters = read_again(self.file.path, sheet.number)
        if characters is None:
            return sheet
        other = _sheet(page, sheet.number, visible(characters), sheet.rulings, sheet.line_numbers)
        return other if other.verdict.sound and other.words else sheet

    def _wants_ocr(self, sheet: _Sheet) -> bool:
        """Tell whether a page is an image, or has text that neither reader can use."""
        scan = thresholds()["scan"]
        if not sheet.verdict.sound:
            wanted = True
        else:
            covered = _covered(sheet.rulings.images, sheet.frame.bounds) >= scan["image_share"]
            drawn = not sheet.words and sheet.rulings.paths >= scan["outlines"]
            few = sheet.count <= (scan["some_words"] if self.options.tesseract else scan["few_words"])
            wanted = (covered and few) or drawn or (not sheet.words and bool(sheet.rulings.images))
            if wanted and not covered and self.options.tesseract is None and self.words:
                return False
        if wanted and self.options.tesseract is None:
            self._unseen.append(sheet.number)
            return False
        return wanted

    def _see(self, page: pdfium.PdfPage, sheet: _Sheet, program: Path) -> SeenPage | None:
        """Read a page by OCR; None where that finds less than the page's own text."""
        settings = thresholds()
        limits = self.options.limits
        tesseract = Tesseract(program, limits.ocr_seconds_per_page, self.options.ocr_cache)
        seen = read_image_page(page, tesseract, limits.megapixels, self._known_languages())
        if not seen.words or seen.confidence < settings["ocr"]["hopeless"]:
            return None
        if sheet.verdict.sound and len(seen.words) < settings["scan"]["more_times"] * sheet.count:
            return None
        self._languages = seen.languages
        return seen

    def _from_ocr(self, number: int, seen: SeenPage) -> Layout:
        if seen.confidence < thresholds()["ocr"]["low_confidence"]:
            self.warnings.append(
                f"Page {number} was read from an image with low confidence ({seen.confidence:.0%}). "
                "Please check its text."
            )
        else:
            for beginning in seen.doubtful:
                self.warnings.append(
                    f"On page {number}, which was read from an image, the number before “{beginning}” may be misread."
                )
        layout = Layout(number, seen.width, seen.height)
        lay_out(layout, seen.words)
        self._note(seen.words, layout)
        return layout

    def _known_languages(self) -> tuple[str, ...]:
        if not self._languages and len(self._sample) > 200:
            package = thresholds()["ocr"]["packages"].get(language_of(self._sample))
            self._languages = (package,) if package else ()
        return self._languages

    def _note(self, words: list[Word], layout: Layout) -> None:
        self.words += sum([word.count for word in words])
        if len(self._sample) < _LANGUAGE_SAMPLE:
            self._sample += " ".join(word.text for word in words[:400]) + " "
        if layout.page <= _FRONT_PAGES and len(self.first_rows) < _NEARLY_EMPTY:
            self.first_rows += front_rows(words, layout)


def _read_sheet(page: pdfium.PdfPage, number: int, line_numbers: float | None) -> _Sheet:
    text_page = page.get_textpage()
    try:
        characters = visible(read_characters(text_page))
    finally:
        text_page.close()
    sheet = _sheet(page, number, characters, read_rulings(page), line_numbers)
    sheet.words += field_words(page, sheet.frame, sheet.words)
    return sheet


def _sheet(
    page: pdfium.PdfPage, number: int, characters: Characters, rulings: Rulings, line_numbers: float | None
) -> _Sheet:
    frame = Frame(page.get_bbox(), _turn(characters))
    lines, boxes = frame.place_all(rulings.lines), frame.place_all(rulings.boxes)
    tables = find_tables(lines, boxes, frame.width, frame.height) if len(characters.codes) else NO_TABLES
    words, outside = read_words(characters, frame, tables.sides())
    words, numbers = part_line_numbers(words, tables, line_numbers)
    if numbers:
        outside.append(" ".join([word.text for word in numbers]))
        line_numbers = numbers[0].x1
    verdict = judge(" ".join([word.text for word in words]).split(), characters.unmapped)
    return _Sheet(number, words, outside, frame, rulings, tables, verdict, line_numbers)


def _turn(characters: Characters) -> int:
    if is_vertical(characters):
        characters.turn = np.full(len(characters.codes), 3, np.int32)
    return main_turn(characters)


def _covered(images: list[Box], bounds: Box) -> float:
    area = max((bounds[2] - bounds[0]) * (bounds[3] - bounds[1]), 1.0)
    covered = 0.0
    for x0, y0, x1, y1 in images:
        width, height = min(x1, bounds[2]) - max(x0, bounds[0]), min(y1, bounds[3]) - max(y0, bounds[1])
        covered += max(width, 0) * max(height, 0)
    return covered / area


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:10]) + (" and others" if len(numbers) > 10 else "")
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}"
