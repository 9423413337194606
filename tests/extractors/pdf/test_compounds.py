import pytest

from extractors.options import Options
from extractors.pdf.compounds import settle_compounds
from extractors.pdf.paragraphs import Draft, join
from extractors.pdf.reader import read_pdf
from tests.extractors.pdf.conftest import MakePdf


def _settled(text: str, *others: str, lines: int = 10) -> str:
    drafts = [Draft(each, 1, 10, False, False, lines=lines) for each in (text, *others)]
    settle_compounds(drafts)
    return drafts[0].text


_BROKEN = join("books in self-", "publishing houses")


@pytest.mark.parametrize(
    ("others", "lines", "text"),
    [
        (("Self-publishing is easy.",), 10, "books in self-publishing houses"),
        (("The selfpublishing of books.",), 200, "books in selfpublishing houses"),
        (("No such word.",), 10, "books in selfpublishing houses"),
        (("No such word.",), 200, "books in self-publishing houses"),
    ],
)
def test_the_words_of_the_document_tell_a_compound_from_a_parted_word(
    others: tuple[str, ...], lines: int, text: str
) -> None:
    assert _settled(_BROKEN, *others, lines=lines) == text


def test_a_compound_at_the_end_of_a_line_keeps_its_hyphen(make_pdf: MakePdf) -> None:
    html = "<p>Writers turn to self-<br>publishing today.</p><p>Of all books, self-publishing has the most.</p>"
    assert read_pdf(make_pdf(html), Options()).blocks[0].text == "Writers turn to self-publishing today."


def test_a_dash_at_the_end_of_a_line_stands_close_to_both_words(make_pdf: MakePdf) -> None:
    html = "<p>The journey to the platforms—<br>reflects the time — and<br>more.</p>"
    assert (
        read_pdf(make_pdf(html), Options()).blocks[0].text
        == "The journey to the platforms—reflects the time — and more."
    )


def test_many_parted_words_are_settled_as_well_as_few() -> None:
    many = [join(f"the word{number}-", "part of it") for number in range(60)]
    assert _settled(_BROKEN, *many, "Self-publishing is easy.") == "books in self-publishing houses"
