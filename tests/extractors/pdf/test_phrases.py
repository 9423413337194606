from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from extractors.options import Options
from extractors.pdf.characters import read_characters
from extractors.pdf.reader import read_pdf
from extractors.pdf.words import Frame, Word, main_turn, read_words
from tests.extractors.pdf.conftest import MakePdf

SAMPLES = sorted((Path(__file__).resolve().parents[3] / "samples" / "files").glob("*.pdf"))


def words_of(path: Path, sides: tuple[float, ...] | None) -> list[list[Word]]:
    with pypdfium2.PdfDocument(path) as document:
        pages = []
        for page in document:
            characters = read_characters(page.get_textpage())
            frame = Frame(page.get_bbox(), main_turn(characters))
            pages.append(read_words(characters, frame, None if sides is None else np.asarray(sides, np.float32))[0])
        return pages


@pytest.mark.parametrize(
    "path",
    [path for path in SAMPLES if not path.stem.endswith(("protected", "upload", "Academia"))],
    ids=lambda path: path.stem,
)
def test_phrases_say_what_their_words_say(path: Path) -> None:
    for words, phrases in zip(words_of(path, None), words_of(path, ()), strict=True):
        assert " ".join(word.text for word in phrases).split() == " ".join(word.text for word in words).split()
        assert sum(phrase.count for phrase in phrases) == len(words)


def test_a_line_of_one_look_is_one_phrase(make_pdf: MakePdf) -> None:
    (phrases,) = words_of(make_pdf("<p>Children meet strangers online</p>").path, ())
    assert [(phrase.text, phrase.count) for phrase in phrases] == [("Children meet strangers online", 4)]


def test_a_phrase_ends_where_the_look_changes(make_pdf: MakePdf) -> None:
    (phrases,) = words_of(make_pdf("<p>Children meet <b>strangers</b> online <sup>1</sup></p>").path, ())
    assert [phrase.text for phrase in phrases] == ["Children meet", "strangers", "online", "1"]


def test_a_phrase_does_not_cross_a_gutter(make_pdf: MakePdf) -> None:
    (phrases,) = words_of(make_pdf("<p>left side<span style='margin-left:2em'>right side</span></p>").path, ())
    assert [phrase.text for phrase in phrases] == ["left side", "right side"]


def test_a_phrase_does_not_cross_the_side_of_a_cell(make_pdf: MakePdf) -> None:
    page = make_pdf("<p>Kenya Uganda Mali</p>").path
    (words,) = words_of(page, None)
    (phrases,) = words_of(page, ((words[0].x1 + words[1].x0) / 2,))
    assert [phrase.text for phrase in phrases] == ["Kenya", "Uganda Mali"]


def test_cells_as_narrow_as_a_space_keep_their_words(make_pdf: MakePdf) -> None:
    style = "border-collapse:collapse;border:1px solid;padding:0 0 0 3pt"
    rows = "".join(f"<tr><td style='{style}'>State {n}</td><td style='{style}'>yes {n}</td></tr>" for n in range(4))
    (table,) = read_pdf(make_pdf(f"<table style='{style}'>{rows}</table>"), Options()).tables
    assert [cell.text for cell in table.cells][:4] == ["State 0", "yes 0", "State 1", "yes 1"]


def test_a_phrase_reaches_as_low_as_its_letters(make_pdf: MakePdf) -> None:
    page = make_pdf("<p>over grooming</p>").path
    (words,) = words_of(page, None)
    (phrases,) = words_of(page, ())
    assert phrases[0].bottom == max(word.bottom for word in words)


def test_two_columns_are_read_one_after_the_other(make_pdf: MakePdf) -> None:
    text = " ".join(f"word{number} of the running text" for number in range(120))
    reading = read_pdf(make_pdf(f"<div style='column-count:2'><p>{text}.</p></div>"), Options())
    assert " ".join(block.text for block in reading.blocks) == f"{text}."
