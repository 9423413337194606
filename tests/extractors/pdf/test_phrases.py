from pathlib import Path

import pypdfium2
import pytest

from extractors.options import Options
from extractors.pdf.characters import read_characters
from extractors.pdf.reader import read_pdf
from extractors.pdf.words import Frame, Word, main_turn, read_words
from tests.extractors.pdf.conftest import MakePdf

SAMPLES = sorted((Path(__file__).resolve().parents[3] / "samples" / "files").glob("*.pdf"))


def words_of(path: Path, phrases: bool) -> list[list[Word]]:
    with pypdfium2.PdfDocument(path) as document:
        pages = []
        for page in document:
            characters = read_characters(page.get_textpage())
            pages.append(read_words(characters, Frame(page.get_bbox(), main_turn(characters)), phrases)[0])
        return pages


@pytest.mark.parametrize(
    "path",
    [path for path in SAMPLES if not path.stem.endswith(("protected", "upload", "Academia"))],
    ids=lambda path: path.stem,
)
def test_phrases_say_what_their_words_say(path: Path) -> None:
    for words, phrases in zip(words_of(path, False), words_of(path, True), strict=True):
        assert " ".join(word.text for word in phrases).split() == " ".join(word.text for word in words).split()
        assert sum(phrase.count for phrase in phrases) == len(words)


def test_a_line_of_one_look_is_one_phrase(make_pdf: MakePdf) -> None:
    (phrases,) = words_of(make_pdf("<p>Children meet strangers online</p>").path, True)
    assert [(phrase.text, phrase.count) for phrase in phrases] == [("Children meet strangers online", 4)]


def test_a_phrase_ends_where_the_look_changes(make_pdf: MakePdf) -> None:
    (phrases,) = words_of(make_pdf("<p>Children meet <b>strangers</b> online <sup>1</sup></p>").path, True)
    assert [phrase.text for phrase in phrases] == ["Children meet", "strangers", "online", "1"]


def test_a_phrase_does_not_cross_a_gutter(make_pdf: MakePdf) -> None:
    (phrases,) = words_of(make_pdf("<p>left side<span style='margin-left:2em'>right side</span></p>").path, True)
    assert [phrase.text for phrase in phrases] == ["left side", "right side"]


def test_two_columns_are_read_one_after_the_other(make_pdf: MakePdf) -> None:
    text = " ".join(f"word{number} of the running text" for number in range(120))
    reading = read_pdf(make_pdf(f"<div style='column-count:2'><p>{text}.</p></div>"), Options())
    assert " ".join(block.text for block in reading.blocks) == f"{text}."
