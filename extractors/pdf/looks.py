"""How the words of a PDF look: bold by their font, underlined and struck out by the lines drawn at them."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium

from extractors.pdf.characters import read_characters
from extractors.pdf.opening import opened
from extractors.pdf.rows import group_rows
from extractors.pdf.rulings import Box, read_rulings
from extractors.pdf.visibility import visible
from extractors.pdf.words import Frame, Word, main_turn, read_words
from extractors.reading import Look, StyledLine

_OVER = 0.6
"""Share of a word that a line must reach over."""
_LONGER = 2.0
"""Times a word's width, and so many points, that a line may be longer: a table's rulings are not its underline."""
_MORE = 12.0
_MIDDLE = (0.35, 0.64)
"""Where a line through a word runs, as shares of the word's height from its top."""
_UNDER = (0.68, 1.25)
"""Where a line under it does; fonts with tall signs, such as Arabic ones, have room below it in their boxes."""


def styled_lines(path: Path) -> Iterator[StyledLine]:
    """Give the visual lines of a PDF's pages; pages that do not open are passed over."""
    with opened(path) as pdf:
        for number in range(len(pdf.document)):
            try:
                page = pdf.document[number]
            except pdfium.PdfiumError:
                continue
            try:
                yield from _of_page(page)
            finally:
                page.close()


def _of_page(page: pdfium.PdfPage) -> Iterator[StyledLine]:
    text_page = page.get_textpage()
    try:
        characters = visible(read_characters(text_page))
    finally:
        text_page.close()
    frame = Frame(page.get_bbox(), main_turn(characters))
    words, _ = read_words(characters, frame)
    rulings = read_rulings(page)
    lines = [box for box in frame.place_all(rulings.lines) if box[2] - box[0] > box[3] - box[1]]
    for row in group_rows(words):
        text = ""
        looks: list[tuple[Look, tuple[int, int]]] = []
        for word in row:
            text += " " if text else ""
            start = len(text)
            text += word.text
            looks += [(look, (start, len(text))) for look in _looks(word, lines)]
        yield StyledLine(text, tuple(looks))


def _looks(word: Word, lines: list[Box]) -> Iterator[Look]:
    if word.bold:
        yield Look.BOLD
    height = word.bottom - word.top
    for x0, top, x1, bottom in lines:
        width = word.x1 - word.x0
        if min(word.x1, x1) - max(word.x0, x0) < _OVER * width or x1 - x0 > _LONGER * width + _MORE:
            continue
        place = ((top + bottom) / 2 - word.top) / height if height else 0.0
        if _MIDDLE[0] <= place <= _MIDDLE[1]:
            yield Look.STRUCK
        elif _UNDER[0] <= place <= _UNDER[1]:
            yield Look.UNDERLINED
