"""Builds a sample as a Word file, with real numbering, headings, tables, footnotes and tracked changes."""

import re
from datetime import UTC, datetime, time
from pathlib import Path

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph as Line

from samples.blocks import Annex, Changes, Footnote, Grid, Heading, ItemList, Paragraph, Summary
from samples.docx_footnotes import add_footnotes, add_reference
from samples.docx_numbering import BULLETS, OUTLINE, OutlineCounter, define_numbering, restart_letters
from samples.docx_page import add_header_block, add_running_header
from samples.docx_scripts import turn_right_to_left
from samples.docx_styles import apply_styles
from samples.docx_tables import add_box, add_grid
from samples.docx_tracking import add_changes
from samples.normal_form import normalise_zip
from samples.sample import Sample


def build_docx(sample: Sample, target: Path) -> None:
    """Write the sample as a Word file, the same bytes each time."""
    writer = _Writer(sample)
    for block in sample.body:
        writer.write(block)
    writer.finish()
    writer.document.save(str(target))
    normalise_zip(target)


class _Writer:
    def __init__(self, sample: Sample) -> None:
        self.sample = sample
        self.document: Document = docx.Document()
        apply_styles(self.document, sample.language)
        define_numbering(self.document, sample.language)
        self._counter = OutlineCounter()
        self._notes = add_footnotes(self.document, sample.footnotes, sample.right_to_left)
        self._revision = 100
        _set_properties(self.document, sample)
        add_running_header(self.document, sample)
        add_header_block(self.document, sample)

    def write(self, block: object) -> None:
        match block:
            case Summary():
                add_box(self.document, block)
            case Heading():
                self._numbered(self._line(f"Heading {block.level}"), block.number, block.text)
            case Paragraph():
                self._numbered(self._line("Normal"), block.number, block.text)
            case ItemList():
                self._list(block)
            case Grid():
                add_grid(self.document, block, self.sample.right_to_left)
            case Changes():
                self._revision = add_changes(self.document, block, self._revision)
            case Annex():
                self._fill(self._line("Annex Title"), block.text)
            case Footnote():
                pass  # written with its part, before the body

    def finish(self) -> None:
        if self.sample.right_to_left:
            turn_right_to_left(self.document)

    def _line(self, style: str) -> Line:
        return self.document.add_paragraph(style=style)

    def _numbered(self, line: Line, number: str | None, text: str) -> None:
        level = self._counter.advance(number) if number else None
        if level is not None:
            _number(line, OUTLINE, level)
        elif number:
            line.add_run(f"{number}\t")
        self._fill(line, text)

    def _list(self, block: ItemList) -> None:
        number = BULLETS if block.style == "bullet" else restart_letters(self.document)
        for item in block.items:
            line = self._line("List Paragraph")
            _number(line, number, 0)
            self._fill(line, item)

    def _fill(self, line: Line, text: str) -> None:
        for part in re.split(r"(\[\^\w+\])", text):
            if part.startswith("[^"):
                add_reference(line, self._notes[part[2:-1]])
            elif part:
                line.add_run(part)


def _number(line: Line, number: int, level: int) -> None:
    properties = line._p.get_or_add_pPr()
    numbering = properties.get_or_add_numPr()
    numbering.get_or_add_ilvl().val = level
    numbering.get_or_add_numId().val = number


def _set_properties(document: Document, sample: Sample) -> None:
    properties = document.core_properties
    moment = datetime.combine(sample.expect.document_date, time(9), tzinfo=UTC)
    properties.created = properties.modified = moment
    properties.author = properties.last_modified_by = sample.header.source[:255]
    properties.title = sample.header.title[:255]
    properties.comments = ""
    properties.language = sample.language
